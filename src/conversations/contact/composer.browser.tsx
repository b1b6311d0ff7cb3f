import type { JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { ContactApp } from "./contact-app.browser.ts";
import { refusalSentence, type Sentence } from "./failures.ts";
import { protect } from "../../ui/no-trace.browser.ts";
import { type Screen, words } from "./shell.browser.tsx";

/** On a phone Enter makes a new line: what is sent by mistake cannot be taken back. */
const hasKeyboard = (): boolean => matchMedia("(hover: hover) and (pointer: fine)").matches;

interface ComposerProps extends Screen {
  /** False while she waits: what she writes stays here. */
  readonly canSend: boolean;
  readonly onRefused: (sentence: Sentence) => void;
}

export function Composer({ app, canSend, onRefused }: ComposerProps): JSX.Element {
  const say = words(app);
  const field = useRef<HTMLTextAreaElement>(null);
  const draft = app.draft.value;
  useLayoutEffect(() => protect(field.current), []);
  useLayoutEffect(() => growTo(field.current), [draft]);
  const send = (): void => {
    field.current?.focus();
    if (canSend) void sendDraft(app, onRefused);
  };
  return (
    <div class="composer">
      <textarea
        ref={field}
        class="input"
        rows={1}
        dir="auto"
        aria-label={say.write}
        aria-describedby="composer-hint"
        placeholder={say.write}
        value={draft}
        onInput={({ currentTarget }) => typed(app, currentTarget.value, canSend)}
        onKeyDown={(event) => sendsByEnter(event) && send()}
      />
      <button
        type="button"
        class="button button-lamp"
        aria-disabled={!canSend}
        aria-describedby={canSend ? undefined : "composer-hint"}
        // The field keeps the focus, so that the phone's keyboard stays.
        onMouseDown={(event) => event.preventDefault()}
        onClick={send}
      >
        {say.send}
      </button>
      <p id="composer-hint" class={canSend ? "visually-hidden" : "hint"}>
        {canSend ? hasKeyboard() && say.enterHint : say.sendLater}
      </p>
    </div>
  );
}

function typed(app: ContactApp, text: string, canSend: boolean): void {
  app.draft.value = text;
  if (canSend && text !== "") app.talk.value?.hintTyping();
}

function sendsByEnter(event: KeyboardEvent): boolean {
  const sends = event.key === "Enter" && !event.shiftKey && !event.isComposing && hasKeyboard();
  if (sends) event.preventDefault();
  return sends;
}

async function sendDraft(app: ContactApp, onRefused: (why: Sentence) => void): Promise<void> {
  const text = app.draft.value.trim();
  const talk = app.talk.value;
  if (!talk || text === "") return;
  app.draft.value = "";
  const sent = await talk.write(text);
  if (sent.ok) return;
  // Nothing is retyped: what could not be sent is put back before what she has written since.
  app.draft.value = [text, app.draft.value].filter((part) => part !== "").join("\n");
  onRefused(refusalSentence(sent.code) ?? "unsent");
}

function growTo(field: HTMLTextAreaElement | null): void {
  if (!field) return;
  field.style.blockSize = field.value === "" ? "" : "auto";
  // Measuring makes the browser lay out the whole page, there and then.
  if (field.value === "") return;
  const border = field.offsetHeight - field.clientHeight;
  field.style.blockSize = `${field.scrollHeight + border}px`;
}
