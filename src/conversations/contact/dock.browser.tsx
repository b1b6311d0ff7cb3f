import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { ExitLink } from "../../ui/exit-link.tsx";
import { failureMessages } from "../messages.failures.ts";
import type { Talk } from "../talk.browser.ts";
import { Composer } from "./composer.browser.tsx";
import { refusalSentence, type Sentence } from "./failures.ts";
import { CalledIn, Returning } from "./guests.browser.tsx";
import { type Screen, words } from "./shell.browser.tsx";

interface Props extends Screen {
  readonly talk: Talk;
}

/** Low on the screen, where the thumb is: what needs an answer, the field, the end and the way out. */
export function Dock({ app, talk }: Props): JSX.Element {
  const [isEnding, setEnding] = useState(false);
  const [refused, setRefused] = useState<Sentence | null>(null);
  const end = useRef<HTMLButtonElement>(null);
  const say = words(app);
  const isAlone = app.stage.value === "waiting";
  const stay = (): void => {
    setEnding(false);
    // Back to where she came from, once it is there again.
    setTimeout(() => end.current?.focus());
  };
  return (
    <div class="dock stack">
      <Troubles app={app} talk={talk} refused={refused} onRead={() => setRefused(null)} />
      {app.stage.value === "talking" &&
        talk.joining.value.map((guest) =>
          // Only who comes back is let in without a question.
          guest.reason === "return" ? (
            <Returning key={guest} app={app} guest={guest} />
          ) : (
            <CalledIn key={guest} app={app} guest={guest} onEnd={() => setEnding(true)} />
          ),
        )}
      {isEnding ? (
        <Sure app={app} isAlone={isAlone} onNo={stay} />
      ) : (
        <Composer app={app} canSend={app.stage.value === "talking"} onRefused={setRefused} />
      )}
      <div class="dock-row">
        {!isEnding && (
          <button
            type="button"
            class="button button-quiet"
            ref={end}
            onClick={() => setEnding(true)}
          >
            {isAlone ? say.leaveQueue : say.end}
          </button>
        )}
        <ExitLink href={app.face.exitUrl} language={app.face.language} />
      </div>
    </div>
  );
}

interface SureProps extends Screen {
  readonly isAlone: boolean;
  readonly onNo: () => void;
}

function Sure({ app, isAlone, onNo }: SureProps): JSX.Element {
  const say = words(app);
  const no = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    no.current?.focus();
    const key = (event: KeyboardEvent): void => {
      if (event.key === "Escape") onNo();
    };
    document.addEventListener("keydown", key);
    return () => document.removeEventListener("keydown", key);
  }, []);
  return (
    <div class="notice stack" role="alertdialog" aria-labelledby="sure">
      <p id="sure">{isAlone ? say.leaveQueueSure : say.endSure}</p>
      <div class="row">
        <button type="button" class="button button-danger" onClick={() => void app.end()}>
          {isAlone ? say.leaveQueueYes : say.endYes}
        </button>
        <button type="button" class="button" ref={no} onClick={onNo}>
          {isAlone ? say.stay : say.endNo}
        </button>
      </div>
    </div>
  );
}

interface TroublesProps extends Props {
  readonly refused: Sentence | null;
  readonly onRead: () => void;
}

/** What went wrong, what was kept, what to do. The connection's own stands as long as it lasts. */
function Troubles({ app, talk, refused, onRead }: TroublesProps): JSX.Element {
  const say = words(app);
  const failures = failureMessages[app.face.language];
  const problem = talk.problem.value === null ? null : refusalSentence(talk.problem.value);
  const alias = talk.members.value.find((one) => one.role === "volunteer")?.alias ?? "";
  return (
    <div class="troubles stack" role="status">
      {talk.paused.value === "me" && (
        <p class="notice">
          {(app.stage.value === "waiting" ? say.pausedQueue : say.pausedMe)(app.grace.value)}
        </p>
      )}
      {talk.paused.value === "other" && <p class="notice">{say.pausedOther(alias)}</p>}
      {talk.missing.value.length > 0 && (
        <Dismissable app={app} onClose={() => void (talk.missing.value = [])}>
          {say.missing}
        </Dismissable>
      )}
      {problem && (
        <Dismissable app={app} onClose={() => void (talk.problem.value = null)}>
          {failures[problem]}
        </Dismissable>
      )}
      {refused && (
        <Dismissable app={app} onClose={onRead}>
          {failures[refused]}
        </Dismissable>
      )}
    </div>
  );
}

interface DismissableProps extends Screen {
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

function Dismissable({ app, onClose, children }: DismissableProps): JSX.Element {
  return (
    <div class="notice dismissable">
      <p>{children}</p>
      <button type="button" class="button button-quiet" onClick={onClose}>
        {words(app).close}
      </button>
    </div>
  );
}
