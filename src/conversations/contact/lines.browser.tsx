import type { JSX } from "preact";
import { offerMessages } from "../messages.offer.ts";
import type { Line, LineState, Said } from "../talk-lines.ts";
import { ByLetter } from "./between.browser.tsx";
import type { ContactApp } from "./contact-app.browser.ts";
import { type Screen, words } from "./shell.browser.tsx";

interface LinesProps extends Screen {
  readonly lines: readonly Line[];
}

/** Plain text only: nothing in it becomes a link, and nothing offers to copy it. */
export function Lines({ app, lines }: LinesProps): JSX.Element {
  const last = lines.filter(isMine).pop();
  return (
    <>
      {lines.map((line, at) =>
        line.kind === "said" ? (
          <Words
            key={line.id}
            app={app}
            line={line}
            isFirst={!isSameVoice(lines[at - 1], line)}
            isMarked={line === last || line.state === "sending"}
          />
        ) : (
          <p key={line.id} class="moment">
            {line.kind === "came" ? words(app).came(line.alias) : words(app).went(line.alias)}
          </p>
        ),
      )}
    </>
  );
}

const isMine = (line: Line): boolean => line.kind === "said" && line.mine;

const isSameVoice = (before: Line | undefined, line: Said): boolean =>
  before?.kind === "said" && before.mine === line.mine && before.alias === line.alias;

interface WordsProps extends Screen {
  readonly line: Said;
  /** The first of several in a row says who speaks. */
  readonly isFirst: boolean;
  readonly isMarked: boolean;
}

function Words({ app, line, isFirst, isMarked }: WordsProps): JSX.Element {
  const say = words(app);
  const who = line.mine ? say.you : line.alias;
  return (
    <div class={`said ${line.mine ? "said-mine" : "said-theirs"}`}>
      <p class={isFirst && !line.mine ? "who" : "visually-hidden"}>{who}</p>
      <p class="words" dir="auto">
        {line.text}
      </p>
      {isOffer(app, line) && (
        <div class="stack">
          <p class="hint">{offerMessages[app.face.language].means}</p>
          <ByLetter app={app} />
        </div>
      )}
      {line.mine && isMarked && <p class="mark">{markOf(app, line.state)}</p>}
    </div>
  );
}

/** While letters are taken: the button must lead somewhere. */
const isOffer = ({ face }: ContactApp, { role, text }: Said): boolean =>
  role === "volunteer" &&
  text === offerMessages[face.language].offer &&
  face.channels.some(({ channel }) => channel === "letter");

function markOf(app: ContactApp, state: LineState): string {
  const say = words(app);
  return { sending: say.sending, sent: say.sent, delivered: say.delivered, seen: say.seen }[state];
}
