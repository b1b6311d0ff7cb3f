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
  const lines = talk.talk.lines.value.filter((line) => isNews(line, talk));
  const several = lines.some(isColleagues);
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
          <OneLine
            key={line.id}
            line={line}
            several={several}
            before={lines[at - 1]}
            after={lines[at + 1]}
          />
        ))}
      </div>
      <div ref={end} class="room-typing hint">
        {typing && t.typing}
      </div>
    </div>
  );
}

const isNews = (line: Line, talk: DeskTalk): boolean =>
  line.kind !== "came" || line.seq > talk.joinedAt;
const isColleagues = (line: Line): boolean =>
  line.kind === "said" && !line.mine && line.role === "volunteer";

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
  /** More than two have written: each says who. */
  readonly several: boolean;
  readonly before: Line | undefined;
  readonly after: Line | undefined;
}

function OneLine({ line, several, before, after }: LineProps) {
  const { t } = useWords();
  if (line.kind === "said") {
    const named = several && !line.mine && !sameVoice(before, line);
    return <Words line={line} named={named} closes={!sameVoice(after, line)} />;
  }
  return <p class="moment">{line.kind === "came" ? t.came(line.alias) : t.went(line.alias)}</p>;
}

const sameVoice = (other: Line | undefined, line: Said): boolean =>
  other?.kind === "said" && other.mine === line.mine && other.alias === line.alias;

function Words({ line, named, closes }: { line: Said; named: boolean; closes: boolean }) {
  const words = useWords();
  const { hidesWords } = useScreen();
  const theirs = line.role === "seeker";
  const who = line.mine ? words.t.you : theirs ? words.t.them : line.alias;
  const hides = theirs && hidesWords.value;
  const mark = closes || line.state === "sending" ? markOf(line, words) : "";
  return (
    <div class={`said ${line.mine ? "said-mine" : theirs ? "said-theirs" : "said-colleague"}`}>
      <p class={named ? "who" : "visually-hidden"}>{who}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- hidden words show when one goes to them */}
      <p class="words" dir="auto" tabIndex={hides ? 0 : undefined}>
        {line.text}
      </p>
      {mark !== "" && <p class="mark">{mark}</p>}
    </div>
  );
}

function markOf(line: Said, { t, language }: Words): string {
  // What was told again, after a reload or to her who came later, has lost its time.
  const time = line.at === null ? "" : formatTime(line.at, language);
  const isTold = line.at === null && line.state !== "seen";
  const state = line.mine && !isTold ? t[line.state] : "";
  return [time, state].filter((part) => part !== "").join(" · ");
}
