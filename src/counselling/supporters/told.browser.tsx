import type { JSX } from "preact";
import { formatDate, formatTime, type Language } from "../../ui/languages.ts";
import type { ReadBrief } from "../../protocol/supporters/index.ts";
import { supporterMessages } from "../messages.supporters.ts";

interface ToldProps {
  readonly read: readonly ReadBrief[];
  readonly language: Language;
}

/** What one who is asked has been told, the oldest first; what does not hold is named, never shown in part. */
export function ToldList({ read, language }: ToldProps): JSX.Element {
  const t = supporterMessages[language];
  return (
    <ol class="letters">
      {read.map((one) => (
        <li class="letter" key={one.number}>
          {one.ok ? <One brief={one} language={language} /> : <p>{t.broken(one.code)}</p>}
        </li>
      ))}
    </ol>
  );
}

function One({
  brief,
  language,
}: {
  readonly brief: Extract<ReadBrief, { ok: true }>;
  readonly language: Language;
}): JSX.Element {
  const t = supporterMessages[language];
  return (
    <>
      <p class="soft small">
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
