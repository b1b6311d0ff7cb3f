import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { clock } from "../../shifts/index.browser.ts";
import { After } from "./after.browser.tsx";
import { Composer } from "./composer.browser.tsx";
import type { DeskTalk } from "./desk-talk.browser.ts";
import { factsText } from "./lists.browser.tsx";
import { Log } from "./log.browser.tsx";
import { type Screen, type Step, useScreen } from "./screen.browser.ts";
import { StepPanel } from "./steps.browser.tsx";
import { Troubles } from "./troubles.browser.tsx";
import { lasting, useWords } from "./words.browser.ts";

/** The conversation before her. */
export function Chat({ talk }: { talk: DeskTalk }): JSX.Element {
  const { t } = useWords();
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
            <Composer talk={talk} />
          </div>
        </>
      )}
    </section>
  );
}

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
  const screen = useScreen();
  const { guide, step, hidesWords } = screen;
  const colleagues = talk.colleagues.value.length;
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
      <details class="chat-more" onKeyDown={closeByEscape} onFocusOut={closeWhenLeft}>
        <summary class="button">{s.more}</summary>
        <div class="chat-menu card">
          <StepButton step="call" text={s.callIn} />
          {colleagues === 0 && <StepButton step="hand-over" text={s.handOver} />}
          {colleagues > 0 && <StepButton step="leave" text={s.leave} />}
          <button
            type="button"
            class="button button-quiet"
            aria-pressed={hidesWords.value}
            onClick={(event) => {
              hidesWords.value = !hidesWords.value;
              close(event);
            }}
          >
            {hidesWords.value ? t.showWords : t.hideWords}
          </button>
          {colleagues === 0 && <StepButton step="release" text={s.release} />}
          <StepButton step="block" text={s.block} />
          <button type="button" class="button button-quiet" onClick={screen.lock}>
            {t.keyLock}
          </button>
          <StepButton step="end" text={s.end} kind="button-danger chat-end" />
        </div>
      </details>
      <button type="button" class="button button-danger" onClick={() => void (step.value = "end")}>
        {s.end}
      </button>
    </div>
  );
}

interface StepButtonProps {
  readonly step: Step;
  readonly text: string;
  readonly kind?: string;
}

function StepButton({ step, text, kind = "" }: StepButtonProps) {
  const screen: Screen = useScreen();
  return (
    <button
      type="button"
      class={`button button-quiet ${kind}`}
      onClick={(event) => {
        screen.step.value = step;
        close(event);
      }}
    >
      {text}
    </button>
  );
}

function close({ currentTarget }: { currentTarget: HTMLElement }): void {
  currentTarget.closest("details")?.removeAttribute("open");
}

function closeByEscape(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  if (event.key !== "Escape") return;
  close(event);
  event.currentTarget.querySelector("summary")?.focus();
}

function closeWhenLeft(event: FocusEvent & { currentTarget: HTMLElement }): void {
  const { currentTarget, relatedTarget } = event;
  if (!(relatedTarget instanceof Node) || !currentTarget.contains(relatedTarget)) close(event);
}
