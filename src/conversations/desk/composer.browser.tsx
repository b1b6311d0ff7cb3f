import type { JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { protect } from "../../ui/no-trace.browser.ts";
import type { DeskTalk } from "./desk-talk.browser.ts";
import { type Screen, useScreen } from "./screen.browser.ts";
import { useWords } from "./words.browser.ts";

/** The draft stays with its conversation while she looks at another. */
export function Composer({ talk }: { talk: DeskTalk }): JSX.Element {
  const { t } = useWords();
  const screen = useScreen();
  const field = useRef<HTMLTextAreaElement>(null);
  const draft = talk.draft.value;
  useLayoutEffect(() => protect(field.current), []);
  useLayoutEffect(() => growTo(field.current), [draft]);
  const send = (): void => {
    field.current?.focus();
    void sendDraft(talk);
  };
  return (
    <div class="composer">
      <textarea
        ref={field}
        id="room-field"
        class="input"
        rows={1}
        dir="auto"
        aria-label={t.compose}
        placeholder={t.compose}
        value={draft}
        onInput={({ currentTarget }) => typed(talk, currentTarget.value)}
        onKeyDown={(event) => sends(event, screen) && send()}
      />
      <button
        type="button"
        class="button button-lamp"
        aria-disabled={!talk.together.value}
        // The field keeps the focus, so that the phone's keyboard stays.
        onMouseDown={(event) => event.preventDefault()}
        onClick={send}
      >
        {t.send}
      </button>
      <SendKey />
    </div>
  );
}

/** Which key sends, and the other one at a press. */
function SendKey() {
  const { t } = useWords();
  const { enterSends } = useScreen();
  return (
    <p class="hint room-sendkey">
      {t.composeHint(enterSends.value ? t.enterKey : t.ctrlEnterKey)}
      <button
        type="button"
        class="button button-quiet"
        onClick={() => void (enterSends.value = !enterSends.value)}
      >
        {t.switchKey}
      </button>
    </p>
  );
}

function typed(talk: DeskTalk, text: string): void {
  talk.draft.value = text;
  if (text !== "" && talk.together.value) talk.talk.hintTyping();
}

function sends(event: KeyboardEvent, { enterSends }: Screen): boolean {
  if (event.key !== "Enter" || event.isComposing || event.shiftKey || event.altKey) return false;
  const doesSend = enterSends.value || event.ctrlKey || event.metaKey;
  if (doesSend) event.preventDefault();
  return doesSend;
}

/** Nothing is retyped: what could not be sent comes back, before what she has written since. */
async function sendDraft(talk: DeskTalk): Promise<void> {
  const text = talk.draft.value.trim();
  if (text === "") return;
  talk.draft.value = "";
  const sent = await talk.talk.write(text);
  if (sent.ok) return;
  talk.draft.value = [text, talk.draft.value].filter((part) => part !== "").join("\n");
  talk.talk.problem.value = sent.code;
}

function growTo(field: HTMLTextAreaElement | null): void {
  if (!field) return;
  field.style.blockSize = "auto";
  const border = field.offsetHeight - field.clientHeight;
  field.style.blockSize = `${field.scrollHeight + border}px`;
}
