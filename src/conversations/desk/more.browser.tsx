import type { JSX } from "preact";
import type { DeskTalk } from "./desk-talk.browser.ts";
import { type Step, useScreen } from "./screen.browser.ts";
import { useWords } from "./words.browser.ts";

/** What is done more seldom with a conversation. */
export function More({ talk }: { talk: DeskTalk }): JSX.Element {
  const { s, t } = useWords();
  const { hidesWords, lock } = useScreen();
  const shared = useShared(talk);
  const turn = (event: Pressed): void => {
    hidesWords.value = !hidesWords.value;
    close(event);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys of a menu: Escape, and Tab out of it
    <details class="chat-more" onKeyDown={closeByEscape} onFocusOut={closeWhenLeft}>
      <summary class="button">{s.more}</summary>
      <div class="chat-menu card">
        <StepButton step="call" text={s.callIn} />
        {shared ? (
          <StepButton step="leave" text={s.leave} />
        ) : (
          <StepButton step="hand-over" text={s.handOver} />
        )}
        <button type="button" class="button button-quiet" onClick={turn}>
          {hidesWords.value ? t.showWords : t.hideWords}
        </button>
        <StepButton step="letters" text={s.letters} />
        {!shared && <StepButton step="release" text={s.release} />}
        <StepButton step="block" text={s.block} />
        <button type="button" class="button button-quiet" onClick={lock}>
          {t.keyLock}
        </button>
        <StepButton step="end" text={s.end} kind="button-danger chat-end" />
      </div>
    </details>
  );
}

/** A colleague is in it too, by the server or by the conversation itself. */
function useShared(talk: DeskTalk): boolean {
  const { room } = useScreen();
  const { conversation } = talk.facts;
  const mine = room.room.value.mine.find((one) => one.conversation === conversation);
  return talk.colleagues.value.length > 0 || (mine?.volunteers.length ?? 0) > 1;
}

interface StepButtonProps {
  readonly step: Step;
  readonly text: string;
  readonly kind?: string;
}

function StepButton({ step, text, kind = "" }: StepButtonProps) {
  const screen = useScreen();
  const open = (event: Pressed): void => {
    screen.step.value = step;
    close(event);
  };
  return (
    <button type="button" class={`button button-quiet ${kind}`} onClick={open}>
      {text}
    </button>
  );
}

interface Pressed {
  readonly currentTarget: HTMLElement;
}

function close({ currentTarget }: Pressed): void {
  currentTarget.closest("details")?.removeAttribute("open");
}

function closeByEscape(event: KeyboardEvent & Pressed): void {
  if (event.key !== "Escape") return;
  close(event);
  event.currentTarget.querySelector("summary")?.focus();
}

function closeWhenLeft(event: FocusEvent & Pressed): void {
  const { currentTarget, relatedTarget } = event;
  if (!(relatedTarget instanceof Node) || !currentTarget.contains(relatedTarget)) close(event);
}
