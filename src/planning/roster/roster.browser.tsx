import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import { formatDate, formatTime, type Language } from "../../ui/languages.ts";
import { saveTable } from "../../ui/save-table.browser.ts";
import { TableFile } from "../../ui/table-file.browser.tsx";
import type { CalendarApp, CalendarPart } from "../desk/calendar-app.browser.ts";
import { whenOf } from "../desk/words.ts";
import { rosterMessages } from "../messages.roster.ts";
import type { ImportView, RowFault, RowNote, RowView } from "./contract.ts";
import { goodOf, RosterApp } from "./roster-app.browser.ts";

interface RosterPart {
  readonly roster: RosterApp;
  readonly language: Language;
}

/** A roster kept in a spreadsheet is looked at row by row, and put in whole or not at all. */
export function RosterCard({ app, language }: CalendarPart): JSX.Element {
  const t = rosterMessages[language];
  const roster = useMemo(() => new RosterApp(app), [app]);
  useEffect(() => void roster.look(), [roster]);
  const part = { roster, language };
  const { value: fault } = roster.fault;
  return (
    <section class="card stack" aria-labelledby="plan-roster">
      <h2 id="plan-roster">{t.title}</h2>
      <p class="soft">{t.says}</p>
      <p class="hint">{t.columns}</p>
      <Pick {...part} />
      <div role="status">
        {roster.busy.value && <p>{t.reading}</p>}
        {fault && <p class="notice notice-danger">{t[fault]}</p>}
        <Told {...part} />
      </div>
      <Seen {...part} />
      <Recent {...part} />
    </section>
  );
}

function Pick({ roster, language }: RosterPart): JSX.Element {
  return (
    <TableFile
      {...{ id: "roster-file", words: rosterMessages[language], isBusy: roster.busy.value }}
      onFile={(file) => void roster.read(file)}
      onTemplate={() => void saveTemplate(roster.calendar, language)}
    />
  );
}

/** The names in it are nobody's: read in as it is, it is refused. */
async function saveTemplate({ month }: CalendarApp, language: Language): Promise<void> {
  const t = rosterMessages[language];
  const example = [`${month.value}-03`, "18:00", "21:00", "", ...t.example.split(";")];
  await saveTable(t.templateName, [t.head.split(";"), example]);
}

function Told({ roster, language }: RosterPart): JSX.Element | null {
  const t = rosterMessages[language];
  const told = roster.told.value;
  if (!told) return null;
  if (told.is === "undone")
    return <p class="notice">{t.undone(told.shifts, told.places, told.kept)}</p>;
  const isNothing = told.shifts + told.places === 0;
  return (
    <p class="notice notice-open">{isNothing ? t.doneNothing : t.done(told.shifts, told.places)}</p>
  );
}

function Seen({ roster, language }: RosterPart): JSX.Element | null {
  const t = rosterMessages[language];
  const seen = roster.seen.value;
  if (!seen) return null;
  const good = goodOf(seen.views).filter(({ does }) => does !== "nothing");
  const there = goodOf(seen.views).filter(({ does }) => does === "nothing");
  const bad = seen.views.filter(({ faults }) => faults.length > 0);
  return (
    <div class="stack">
      {bad.length > 0 && (
        <>
          <h3>{t.bad(bad.length)}</h3>
          <p class="hint">{t.badSays}</p>
          <Rows rows={bad} language={language} />
        </>
      )}
      {good.length > 0 && (
        <>
          <h3>{t.good(good.length)}</h3>
          <Rows rows={good} language={language} />
        </>
      )}
      {there.length > 0 && <p class="soft">{t.nothing(there.length)}</p>}
      <div class="row">
        {good.length > 0 && (
          <button
            type="button"
            class="button button-lamp"
            disabled={roster.busy.value}
            onClick={() => void roster.put()}
          >
            {t.put(good.length)}
          </button>
        )}
        <button type="button" class="button button-quiet" onClick={() => roster.drop()}>
          {t.cancel}
        </button>
      </div>
    </div>
  );
}

interface RowsProps {
  readonly rows: readonly RowView[];
  readonly language: Language;
}

function Rows({ rows, language }: RowsProps): JSX.Element {
  return (
    <ul class="desk-list roster-rows">
      {rows.map((row) => (
        <Row key={row.line} row={row} language={language} />
      ))}
    </ul>
  );
}

function Row({ row, language }: { row: RowView; language: Language }): JSX.Element {
  const t = rosterMessages[language];
  const { shift, people, faults, notes, does } = row;
  const names = people.map(({ name, place }) =>
    place === "on" ? name : `${name} (${t[`place_${place}`]})`,
  );
  return (
    <li>
      <span class="desk-list-text">
        <strong>
          {t.row(row.line)}
          {shift && ` · ${whenOf(shift, language)}`}
        </strong>
        <span class="small soft">
          {shift && `${shift.title}. `}
          {names.join(", ") || t.nobody}
          {faults.length === 0 && ` · ${t[`does_${does}`]}`}
        </span>
      </span>
      {faults.length + notes.length > 0 && (
        <ul class="calendar-lacks">
          {faults.map((fault) => (
            <li key={JSON.stringify(fault)}>{faultSays(fault, language)}</li>
          ))}
          {notes.map((note) => (
            <li key={JSON.stringify(note)}>{noteSays(note, language)}</li>
          ))}
        </ul>
      )}
    </li>
  );
}

const faultSays = ({ code, what, line }: RowFault, language: Language): string =>
  rosterMessages[language][`fault_${code}`](what, line ?? 0);
const noteSays = ({ code, what }: RowNote, language: Language): string =>
  rosterMessages[language][`note_${code}`](what);

function Recent({ roster, language }: RosterPart): JSX.Element | null {
  const t = rosterMessages[language];
  if (roster.recent.value.length === 0) return null;
  return (
    <>
      <h3>{t.recent}</h3>
      <ul class="desk-list">
        {roster.recent.value.map((one) => (
          <Import key={one.id} roster={roster} language={language} of={one} />
        ))}
      </ul>
    </>
  );
}

function Import({ roster, language, of }: RosterPart & { readonly of: ImportView }): JSX.Element {
  const t = rosterMessages[language];
  const sure = useSignal(false);
  const when = `${formatDate(of.madeAt, language)} ${formatTime(of.madeAt, language)}`;
  return (
    <li>
      <span class="desk-list-text">{t.import(when, of.by ?? t.someone, of.shifts, of.places)}</span>
      {sure.value ? (
        <div class="stack">
          <p>{t.undoSure}</p>
          <div class="row">
            <button
              type="button"
              class="button button-danger"
              disabled={roster.busy.value}
              onClick={() => void roster.undo(of.id)}
            >
              {t.undoYes}
            </button>
            <button type="button" class="button button-quiet" onClick={() => (sure.value = false)}>
              {t.keep}
            </button>
          </div>
        </div>
      ) : (
        <button type="button" class="button" onClick={() => (sure.value = true)}>
          {t.undo}
        </button>
      )}
    </li>
  );
}
