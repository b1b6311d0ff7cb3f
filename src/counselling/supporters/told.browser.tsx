import type { JSX } from "preact";
import { formatDate, formatTime, type Language } from "../../ui/languages.ts";
import type { ReadBrief } from "../../protocol/supporters/index.ts";
import { supporterMessages } from "../messages.supporters.ts";

interface ToldProps {
  readonly read: readonly ReadBrief[];
  readonly language: Language;
  /** Who wrote it, in a word; empty where that goes without saying. */
  readonly whose: (author: Uint8Array) => string;
}

/** What one who is asked has been told, the oldest first; what does not hold is named, never shown in part. */
export function ToldList({ read, language, whose }: ToldProps): JSX.Element {
  const t = supporterMessages[language];
  return (
    <ol class="letters">
      {read.map((one) => (
        <li class="letter" key={one.number}>
          {one.ok ? (
            <One brief={one} language={language} by={whose(one.author)} />
          ) : (
            <p>{t.broken(one.code)}</p>
          )}
        </li>
      ))}
    </ol>
  );
}

function One({
  brief,
  language,
  by,
}: {
  readonly brief: Extract<ReadBrief, { ok: true }>;
  readonly by: string;
  readonly language: Language;
}): JSX.Element {
  const t = supporterMessages[language];
  return (
    <>
      <p class="soft small">
        {by !== "" && <strong>{by} · </strong>}
        {formatDate(brief.at, language)} {formatTime(brief.at, language)}
      </p>
      <Visit {...brief} language={language} />
      {brief.text !== "" && (
        <p class="letter-text" dir="auto">
          <span class="visually-hidden">{t.words}: </span>
          {brief.text}
        </p>
      )}
    </>
  );
}

interface VisitProps {
  readonly visit: string;
  readonly town: string;
  readonly date: string;
  readonly language: Language;
}

/** Where to, in which town, on which day: as far as it is told. */
export function Visit({ visit, town, date, language }: VisitProps): JSX.Element | null {
  const t = supporterMessages[language];
  const at = Date.parse(`${date}T12:00:00Z`);
  const lines: [string, string][] = [
    [t.visit, visit in t ? t[visit as "police"] : visit],
    [t.town, town],
    [t.date, Number.isNaN(at) ? date : `${formatDate(at, language)} ${date.slice(0, 4)}`],
  ];
  const said = lines.filter(([, value]) => value !== "");
  if (said.length === 0) return null;
  return (
    <dl class="answered">
      {said.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd dir="auto">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

interface WordsProps {
  readonly label: string;
  readonly hint: string;
  readonly text: string;
  readonly onText: (text: string) => void;
}

export function WordsField({ label, hint, text, onText }: WordsProps): JSX.Element {
  return (
    <label class="field">
      <span class="label">{label}</span>
      <span class="hint">{hint}</span>
      <textarea
        class="input"
        rows={3}
        maxLength={2000}
        autocomplete="off"
        value={text}
        onInput={({ currentTarget }) => onText(currentTarget.value)}
      />
    </label>
  );
}
