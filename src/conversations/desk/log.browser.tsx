import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { formatTime } from "../../ui/languages.ts";
import { clock } from "../../shifts/index.browser.ts";
import { useInFront } from "../contact/in-front.browser.ts";
import { useStayAtEnd } from "../contact/stay-at-end.browser.ts";
import type { Line, Said } from "../talk-lines.ts";
import type { DeskTalk } from "./desk-talk.browser.ts";
import { useScreen } from "./screen.browser.ts";
import { useWords, type Words } from "./words.browser.ts";

/** What has been said. Plain text only: nothing in it becomes a link. */
export function Log({ talk }: { talk: DeskTalk }): JSX.Element {
  const { t } = useWords();
  const { hidesWords } = useScreen();
  const lines = talk.talk.lines.value;
  const typing = talk.talk.typing.value;
  const end = useRef<HTMLDivElement>(null);
  const { isAtEnd } = useStayAtEnd(end, true, [lines, typing]);
  useLook(talk, end, isAtEnd);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- who has only a keyboard scrolls by it
    <div class="scroller" tabIndex={0} role="region" aria-label={t.log}>
      <div
        class={hidesWords.value ? "lines lines-hidden" : "lines"}
        role="log"
        aria-live={hidesWords.value ? "off" : "polite"}
      >
        {lines.length === 0 && talk.together.value && <Quiet talk={talk} />}
        {lines.map((line, at) => (
          <OneLine key={line.id} line={line} before={lines[at - 1]} after={lines[at + 1]} />
        ))}
      </div>
      <div ref={end} class="room-typing hint">
        {typing && t.typing}
      </div>
    </div>
  );
}

/** Seen is what stood before her eyes: this part of the desk in front, and the end in view. */
function useLook(talk: DeskTalk, end: { current: HTMLElement | null }, isAtEnd: boolean): void {
  const isInFront = useInFront();
  const lines = talk.talk.lines.value;
  // Another part of the desk, or its lock, may lie in front: looked after again as time passes.
  const now = clock.value;
  useEffect(() => {
    if (isInFront && isAtEnd && end.current?.offsetParent) talk.look();
  }, [talk, lines, isInFront, isAtEnd, now]);
}

function Quiet({ talk }: { talk: DeskTalk }) {
  const { t } = useWords();
  const alias = talk.talk.members.value.find(({ self }) => self)?.alias ?? "";
  const greeting = t.greeting(alias);
  return (
    <div class="room-quiet stack">
      <p>
        <strong>{t.quiet}</strong> <span class="soft">{t.quietHint}</span>
      </p>
      <blockquote>{greeting}</blockquote>
      <button type="button" class="button" onClick={() => void (talk.draft.value = greeting)}>
        {t.useGreeting}
      </button>
    </div>
  );
}

interface LineProps {
  readonly line: Line;
  readonly before: Line | undefined;
  readonly after: Line | undefined;
}

function OneLine({ line, before, after }: LineProps) {
  const { t } = useWords();
  if (line.kind === "said") {
    return <Words line={line} opens={!sameVoice(before, line)} closes={!sameVoice(after, line)} />;
  }
  return <p class="moment">{line.kind === "came" ? t.came(line.alias) : t.went(line.alias)}</p>;
}

const sameVoice = (other: Line | undefined, line: Said): boolean =>
  other?.kind === "said" && other.mine === line.mine && other.alias === line.alias;

function Words({ line, opens, closes }: { line: Said; opens: boolean; closes: boolean }) {
  const words = useWords();
  const { hidesWords } = useScreen();
  const theirs = line.role === "seeker";
  const who = line.mine ? words.t.you : theirs ? words.t.them : line.alias;
  const hides = theirs && hidesWords.value;
  return (
    <div class={`said ${line.mine ? "said-mine" : theirs ? "said-theirs" : "said-colleague"}`}>
      <p class={opens && !line.mine ? "who" : "visually-hidden"}>{who}</p>
      <p class="words" dir="auto" tabIndex={hides ? 0 : undefined}>
        {line.text}
      </p>
      {(closes || line.state === "sending") && <p class="mark">{markOf(line, words)}</p>}
    </div>
  );
}

function markOf(line: Said, { t, language }: Words): string {
  const time = line.at === null ? t.told : formatTime(line.at, language);
  return line.mine && line.at !== null ? `${time} · ${t[line.state]}` : time;
}
