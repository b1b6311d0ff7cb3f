import { type Signal, useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { Confirm } from "../people/index.browser.ts";
import { formatDate, type Language } from "../ui/languages.ts";
import { carePaths as paths, KEEP_DAYS, type NoteView } from "./contract.ts";
import { messages } from "./messages.care.ts";
import { readNote, writeNote } from "./notes.browser.ts";
import { faultOf, type SessionPart } from "./session-part.browser.ts";

const dayText = (day: string, language: Language): string =>
  formatDate(Date.parse(`${day}T12:00:00Z`), language);

/** For those who were there: the notes of this session, opened by her own key, and a new one. */
export function Notes(props: SessionPart): JSX.Element {
  const { session, language } = props;
  const t = messages[language];
  return (
    <div class="stack care-notes">
      <h4>{t.notes}</h4>
      {session.notes.length === 0 && <p class="soft">{t.notesNone}</p>}
      {session.notes.map((note) => (
        <Note key={note.id} {...props} note={note} />
      ))}
      <Write {...props} />
    </div>
  );
}

function Note(props: SessionPart & { readonly note: NoteView }): JSX.Element {
  const { staff, language, session, fault, act, note } = props;
  const t = messages[language];
  const text = useSignal<string | null>(null);
  const me = staff.me.value?.member;
  const open = async (): Promise<void> => {
    const read = await readNote(staff, note.id);
    fault.value = read.ok ? null : faultOf(read.code);
    if (read.ok) text.value = read.value;
  };
  return (
    <article class="stack care-note">
      <p class="small">
        {t.noteOf(
          note.authorName,
          dayText(note.writtenOn, language),
          dayText(note.deleteOn, language),
        )}
      </p>
      {text.value !== null && <p class="care-words">{text.value}</p>}
      <div class="row">
        <button
          type="button"
          class="button"
          onClick={() => (text.value === null ? void open() : (text.value = null))}
        >
          {text.value === null ? t.open : t.close}
        </button>
        {(note.author === me || session.lead?.id === me) && (
          <Confirm
            label={t.remove}
            question={t.removeSure}
            yes={t.removeYes}
            no={t.removeNo}
            busy={false}
            onYes={() => void act(() => staff.api.post(paths.remove, { note: note.id }))}
          />
        )}
      </div>
    </article>
  );
}

const USUAL_DAYS = 30;

function Write({ staff, language, session, act }: SessionPart): JSX.Element {
  const t = messages[language];
  const isOpen = useSignal(false);
  const draft = { text: useSignal(""), days: useSignal<number>(USUAL_DAYS) };
  const state = useSignal<"sealing" | "saved" | null>(null);
  const save = async (): Promise<void> => {
    state.value = "sealing";
    const { text, days } = draft;
    const note = { session: session.id, text: text.value.trim(), days: days.value };
    const done = await act(() => writeNote(staff, note));
    state.value = done ? "saved" : null;
    if (!done) return;
    text.value = "";
    isOpen.value = false;
  };
  const open = (): void => {
    isOpen.value = true;
    state.value = null;
  };
  const isSealing = state.value === "sealing";
  return (
    <>
      <p role="status">{isSealing ? t.sealing : state.value === "saved" && t.saved}</p>
      {isOpen.value ? (
        <>
          <Fields language={language} session={session} draft={draft} />
          <button
            type="button"
            class="button button-lamp care-start"
            disabled={isSealing || draft.text.value.trim() === ""}
            onClick={() => void save()}
          >
            {t.seal}
          </button>
        </>
      ) : (
        <button type="button" class="button care-start" onClick={open}>
          {t.write}
        </button>
      )}
    </>
  );
}

interface FieldsProps extends Pick<SessionPart, "language" | "session"> {
  readonly draft: { readonly text: Signal<string>; readonly days: Signal<number> };
}

function Fields({ language, session, draft: { text, days } }: FieldsProps): JSX.Element {
  const t = messages[language];
  const names = [...new Set([...session.people, ...(session.lead ? [session.lead.name] : [])])];
  return (
    <>
      <label class="field">
        <span class="label">{t.writeLabel}</span>
        <span class="hint">{t.writeHint}</span>
        <textarea
          class="input"
          rows={6}
          autocomplete="off"
          value={text.value}
          onInput={({ currentTarget }) => (text.value = currentTarget.value)}
        />
      </label>
      <p class="hint">{t.sealedTo(names.join(", "))}</p>
      <label class="field">
        <span class="label">{t.keep}</span>
        <select
          class="input care-days"
          value={String(days.value)}
          onChange={({ currentTarget }) => (days.value = Number(currentTarget.value))}
        >
          {KEEP_DAYS.map((count) => (
            <option key={count} value={String(count)} selected={count === days.value}>
              {t.days(count)}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}
