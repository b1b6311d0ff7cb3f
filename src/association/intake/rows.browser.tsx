import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Language } from "../../ui/languages.ts";
import { intakeMessages } from "../messages.intake.ts";
import { dayInWords } from "../when.ts";
import type { RowFault, RowView } from "./contract.ts";

/** Drawn at once; more when asked. */
const AT_ONCE = 40;

interface RowsProps {
  readonly rows: readonly RowView[];
  readonly language: Language;
}

export function Rows({ rows, language }: RowsProps): JSX.Element {
  const t = intakeMessages[language];
  const [most, setMost] = useState(AT_ONCE);
  return (
    <>
      <ul class="desk-list association-rows">
        {rows.slice(0, most).map((row) => (
          <Row key={row.line} row={row} language={language} />
        ))}
      </ul>
      {rows.length > most && (
        <div>
          <button type="button" class="button" onClick={() => setMost(most + 200)}>
            {t.more}
          </button>
        </div>
      )}
    </>
  );
}

function Row({ row, language }: { row: RowView; language: Language }): JSX.Element {
  const t = intakeMessages[language];
  const { line, name, reach, since, years, faults, notes } = row;
  const facts = [
    reach.replaceAll("\n", ", "),
    since === "" ? "" : t.since(dayInWords(since, language)),
    years.length === 0 ? "" : t.paid(years.join(", ")),
  ];
  return (
    <li>
      <span class="desk-list-text">
        <strong>
          {t.row(line)} · {name || t.nameless}
        </strong>
        <span class="small soft">{facts.filter((one) => one !== "").join(" · ")}</span>
      </span>
      {faults.length + notes.length > 0 && (
        <ul class="association-says small">
          {faults.map((fault) => (
            <li key={JSON.stringify(fault)}>{faultSays(fault, language)}</li>
          ))}
          {notes.map((note) => (
            <li key={note}>{t[`note_${note}`]}</li>
          ))}
        </ul>
      )}
    </li>
  );
}

const faultSays = ({ code, what, line }: RowFault, language: Language): string =>
  intakeMessages[language][`fault_${code}`](what, line ?? 0);
