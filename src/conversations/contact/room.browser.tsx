import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Talk } from "../talk.browser.ts";
import { Lantern } from "../../ui/drawings.tsx";
import { Dock } from "./dock.browser.tsx";
import { Arriving } from "./guests.browser.tsx";
import { useInFront } from "./in-front.browser.ts";
import { Lines } from "./lines.browser.tsx";
import { type Screen, Title, words } from "./shell.browser.tsx";
import { useStayAtEnd } from "./stay-at-end.browser.ts";
import { Waiting } from "./waiting.browser.tsx";

/** Queue and conversation are one room, so that what she has begun to write stays where it is. */
export function Room({ app }: Screen): JSX.Element | null {
  const talk = app.talk.value;
  return talk && <Open app={app} talk={talk} />;
}

interface Props extends Screen {
  readonly talk: Talk;
}

function Open({ app, talk }: Props): JSX.Element {
  const say = words(app);
  const stage = app.stage.value;
  const [guest] = talk.joining.value;
  const end = useRef<HTMLDivElement>(null);
  const { isAtEnd, toEnd } = useStayAtEnd(end, stage === "talking", [
    talk.lines.value,
    talk.typing.value,
  ]);
  useMarkSeen(talk, isAtEnd);
  return (
    <main class="room">
      <div class="sign">
        <Lantern height={28} />
        <Title>{headline(app, talk)}</Title>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- who has only a keyboard scrolls by it */}
      <div class="scroller" tabIndex={0} role="region" aria-label={say.log}>
        <div class="page stack">
          {stage === "waiting" && <Waiting app={app} />}
          {stage === "meeting" && guest && <Arriving key={guest} app={app} guest={guest} />}
          <div class="lines" role="log" aria-live="polite">
            <Lines app={app} lines={talk.lines.value} />
          </div>
          <div ref={end}>
            <Typing app={app} talk={talk} />
          </div>
        </div>
      </div>
      {!isAtEnd && stage === "talking" && (
        <div class="newest">
          <button type="button" class="button" onClick={toEnd}>
            {say.newest}
          </button>
        </div>
      )}
      <Dock app={app} talk={talk} />
    </main>
  );
}

function headline(app: Screen["app"], talk: Talk): string {
  const say = words(app);
  if (app.stage.value === "waiting") return say.waitTitle;
  if (app.stage.value === "meeting") return say.meetTitle(talk.joining.value[0]?.alias ?? "");
  return say.withTitle(aliasesOf(talk).join(` ${say.and} `));
}

const aliasesOf = (talk: Talk): string[] =>
  talk.members.value.filter((one) => one.role === "volunteer").map((one) => one.alias);

function Typing({ app, talk }: Props): JSX.Element {
  const isShown = talk.typing.value && app.stage.value === "talking";
  return (
    <p class="typing soft" aria-hidden={!isShown}>
      {isShown && words(app).types(aliasesOf(talk)[0] ?? "")}
    </p>
  );
}

/** Seen is what stood before her eyes: the page in front, and the end of the conversation in view. */
function useMarkSeen(talk: Talk, isAtEnd: boolean): void {
  const isInFront = useInFront();
  const lines = talk.lines.value;
  useEffect(() => {
    if (isInFront && isAtEnd) talk.markSeen();
  }, [talk, lines, isInFront, isAtEnd]);
}
