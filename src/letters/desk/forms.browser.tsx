import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { Result } from "../../platform/result.ts";
import { protect } from "../../ui/no-trace.browser.ts";
import { mailInboxMessages } from "../messages.mail.ts";
import type { CorrespondenceProps } from "./correspondence.browser.tsx";
import { AnswerFiles } from "./answer-files.browser.tsx";
import { inboxWords } from "./purpose.browser.ts";
import { saveDraft, sendAnswer, sendNote, sendRest } from "./writing.browser.ts";

/** After so long without a key pressed, what stands there is saved. */
const SAVE_AFTER_MS = 1500;

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly rows: number;
  readonly value: string;
  readonly onText: (text: string) => void;
}

function Field({ id, label, hint, rows, value, onText }: FieldProps): JSX.Element {
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => protect(field.current), []);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <textarea
        {...{ id, rows, value }}
        ref={field}
        class="input"
        dir="auto"
        {...(hint === undefined ? {} : { "aria-describedby": `${id}-hint` })}
        onInput={({ currentTarget }) => onText(currentTarget.value)}
      />
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

/** The answer, kept as a draft while it is written. */
export function AnswerForm(props: CorrespondenceProps): JSX.Element {
  const { app, language } = props;
  const t = inboxWords(props);
  const busy = useSignal(false);
  const saved = useKeptDraft(props);
  const text = app.answer.value;
  const send = (): void => {
    busy.value = true;
    const isMail = props.opened.view.kind === "mail";
    const said = isMail ? mailInboxMessages[language].sentAsMail : t.sent;
    void work(app, sendAnswer(app), said).finally(() => (busy.value = false));
  };
  return (
    <div class="stack">
      <Field
        id="answer"
        label={t.answer}
        hint={t.answerHint}
        rows={8}
        value={text}
        onText={(value) => void (app.answer.value = value)}
      />
      <p class="soft small" role="status">
        {saved}
      </p>
      <AnswerFiles {...props} />
      <Alias {...props} />
      <button
        type="button"
        class="button button-lamp"
        disabled={busy.value || (text.trim() === "" && app.files.value.length === 0)}
        onClick={send}
      >
        {t.send}
      </button>
    </div>
  );
}

/** An answer whose files did not all arrive; it needs no claim any more. */
export function RestOfFiles({ app, language, opened }: CorrespondenceProps): JSX.Element | null {
  const t = inboxWords({ app, language });
  if (!app.unfinished.value.has(opened.view.id)) return null;
  return (
    <div class="notice stack">
      <p>{t.filesMissing}</p>
      <button
        type="button"
        class="button"
        disabled={app.progress.value !== null}
        onClick={() => void work(app, sendRest(app), t.sent)}
      >
        {t.sendRest}
      </button>
    </div>
  );
}

/** Saves what stands there when she pauses; says whether it is kept. */
function useKeptDraft({ app, language }: CorrespondenceProps): string {
  const t = inboxWords({ app, language });
  const said = useSignal("");
  const text = app.answer.value;
  const alias = app.alias.value;
  useEffect(() => {
    said.value = "";
    if (text === "") return undefined;
    const save = async (): Promise<void> => {
      const done = await saveDraft(app);
      said.value = done.ok ? t.draftSaved : t.draftNotSaved;
    };
    const timer = setTimeout(() => void save(), SAVE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text, alias]);
  return said.value;
}

function Alias({ app, language }: CorrespondenceProps): JSX.Element {
  const t = inboxWords({ app, language });
  return (
    <div class="field">
      <label for="answer-alias">{t.alias}</label>
      <input
        id="answer-alias"
        class="input word-input"
        type="text"
        maxLength={40}
        autocomplete="off"
        spellcheck={false}
        value={app.alias.value}
        aria-describedby="answer-alias-hint"
        onInput={({ currentTarget }) => void (app.alias.value = currentTarget.value)}
      />
      <p class="hint" id="answer-alias-hint">
        {t.aliasHint}
      </p>
    </div>
  );
}

export function NoteForm({ app, language }: CorrespondenceProps): JSX.Element {
  const t = inboxWords({ app, language });
  return (
    <div class="stack">
      <Field
        id="note"
        label={t.note}
        rows={3}
        value={app.note.value}
        onText={(value) => void (app.note.value = value)}
      />
      <button
        type="button"
        class="button"
        disabled={app.note.value.trim() === ""}
        onClick={() => void work(app, sendNote(app), null)}
      >
        {t.noteSend}
      </button>
    </div>
  );
}

/** Done, or why not; in either case what is new is fetched. */
async function work(
  app: CorrespondenceProps["app"],
  doing: Promise<Result<undefined>>,
  said: string | null,
): Promise<void> {
  app.fault.value = null;
  app.said.value = null;
  const done = await doing;
  await app.renew();
  if (done.ok) app.said.value = said;
  else app.fault.value = done.code;
}
