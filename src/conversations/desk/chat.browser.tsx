import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { clock } from "../../shifts/index.browser.ts";
import { After } from "./after.browser.tsx";
import { Composer } from "./composer.browser.tsx";
import type { DeskTalk } from "./desk-talk.browser.ts";
import { factsText } from "./lists.browser.tsx";
import { Log } from "./log.browser.tsx";
import { More } from "./more.browser.tsx";
import { type Step, useScreen } from "./screen.browser.ts";
import { StepPanel } from "./steps.browser.tsx";
import { Troubles } from "./troubles.browser.tsx";
import { lasting, useWords } from "./words.browser.ts";

/** The conversation before her. */
export function Chat({ talk }: { talk: DeskTalk }): JSX.Element {
  const { t } = useWords();
  const screen = useScreen();
  const heading = useRef<HTMLHeadingElement>(null);
  const isOver = talk.over.value !== null;
  useEffect(() => {
    if (isOver) heading.current?.focus();
  }, [isOver]);
  return (
    <section class="chat" aria-labelledby="chat-title">
      <header class="chat-head">
        <Back />
        <div class="chat-who">
          <h2 id="chat-title" ref={heading} tabIndex={-1}>
            {t.conversation(talk.number)}
          </h2>
          <Meta talk={talk} />
        </div>
        {!isOver && <Actions talk={talk} />}
      </header>
      {isOver ? (
        <After talk={talk} />
      ) : (
        <>
          <Log talk={talk} />
          <div class="dock stack">
            <Troubles talk={talk} />
            <StepPanel talk={talk} />
            {!asksColleague(screen.step.value) && <Composer talk={talk} />}
          </div>
        </>
      )}
    </section>
  );
}

const asksColleague = (step: Step | null): boolean => step === "call" || step === "hand-over";

/** On a phone the lists are another screen: what is new there is told. */
function Back() {
  const { t } = useWords();
  const { room } = useScreen();
  const { waiting, blocks } = room.room.value;
  const unread = room.talks.value.filter((talk) => talk.unread.value > 0).length;
  const news = waiting.length + blocks.length + room.calls.value.length + unread;
  return (
    <button
      type="button"
      class="button button-quiet chat-back"
      aria-label={news > 0 ? t.backNews(news) : t.back}
      onClick={() => room.show(null)}
    >
      <span aria-hidden="true">‹</span>
      {news > 0 && (
        <span class="room-count" aria-hidden="true">
          {news}
        </span>
      )}
    </button>
  );
}

function Meta({ talk }: { talk: DeskTalk }) {
  const words = useWords();
  return (
    <p class="hint chat-meta">
      {factsText(talk.facts, words)} · {lasting(clock.value - talk.facts.since, words)}
    </p>
  );
}

function Actions({ talk }: { talk: DeskTalk }) {
  const { s, t } = useWords();
  const { guide, step } = useScreen();
  return (
    <div class="chat-actions">
      <button
        type="button"
        class="button chat-guide"
        aria-pressed={guide.value}
        onClick={() => void (guide.value = !guide.value)}
      >
        {t.guide}
      </button>
      <More talk={talk} />
      <button type="button" class="button button-danger" onClick={() => void (step.value = "end")}>
        {s.end}
      </button>
    </div>
  );
}
