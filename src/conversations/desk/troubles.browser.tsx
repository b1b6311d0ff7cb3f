import type { ComponentChildren, JSX } from "preact";
import { formatTime } from "../../ui/languages.ts";
import type { Talk } from "../talk.browser.ts";
import type { Note } from "../talk-state.browser.ts";
import type { DeskTalk } from "./desk-talk.browser.ts";
import { clock } from "../../shifts/index.browser.ts";
import { useScreen } from "./screen.browser.ts";
import { problemText, useWords } from "./words.browser.ts";

const LONG_MS = 20_000;

/** Whatever stands between her and the conversation, said calmly, above the field. */
export function Troubles({ talk }: { talk: DeskTalk }): JSX.Element {
  const { s, t } = useWords();
  const { hidesWords } = useScreen();
  return (
    <div class="troubles stack" role="status">
      {hidesWords.value && <p class="hint">{t.hiddenHint}</p>}
      {talk.talk.notes.value.map((note, at) => (
        <NoteCard key={at} talk={talk.talk} note={note} />
      ))}
      <Knocking talk={talk} />
      <Paused talk={talk} />
      <Missing talk={talk.talk} />
      <Problem talk={talk.talk} />
      {talk.blockAsked.value && <p class="notice">{s.blockAsked}</p>}
    </div>
  );
}

function Knocking({ talk }: { talk: DeskTalk }) {
  const { t } = useWords();
  if (talk.together.value) return null;
  const isLong = clock.value - talk.openedAt > LONG_MS;
  const first = { take: t.knock, join: t.knockJoin, return: t.returning }[talk.reason];
  return <p class="notice">{isLong && talk.reason !== "join" ? t.knockAgain : first}</p>;
}

function Paused({ talk }: { talk: DeskTalk }) {
  const { t, language } = useWords();
  const { room } = useScreen();
  const paused = talk.talk.paused.value;
  if (paused === "me") return <p class="notice notice-danger">{t.pausedMe}</p>;
  const since = talk.awaySince.value;
  if (paused !== "other" || since === null) return null;
  const until = formatTime(since + room.graceMs.value, language);
  return <p class="notice">{t.pausedOther(formatTime(since, language), until)}</p>;
}

function Missing({ talk }: { talk: Talk }) {
  const { t } = useWords();
  if (talk.missing.value.length === 0) return null;
  return <Dismissable onDismiss={() => void (talk.missing.value = [])}>{t.missing}</Dismissable>;
}

function Problem({ talk }: { talk: Talk }) {
  const words = useWords();
  const problem = talk.problem.value;
  if (problem === null) return null;
  return (
    <Dismissable onDismiss={() => void (talk.problem.value = null)}>
      {problemText(problem, words)}
    </Dismissable>
  );
}

function NoteCard({ talk, note }: { talk: Talk; note: Note }) {
  const { t } = useWords();
  const dismiss = (): void => {
    talk.notes.value = talk.notes.value.filter((one) => one !== note);
  };
  return (
    <Dismissable kind="notice-open" onDismiss={dismiss}>
      <strong>{t.noteFrom(note.alias)}: </strong>
      <span class="room-note" dir="auto">
        {note.text}
      </span>
    </Dismissable>
  );
}

interface DismissableProps {
  readonly kind?: string;
  readonly onDismiss: () => void;
  readonly children: ComponentChildren;
}

function Dismissable({ kind = "", onDismiss, children }: DismissableProps) {
  const { t } = useWords();
  return (
    <div class={`notice dismissable ${kind}`}>
      <p>{children}</p>
      <button type="button" class="button button-quiet" onClick={onDismiss}>
        {t.dismiss}
      </button>
    </div>
  );
}
