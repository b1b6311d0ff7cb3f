// What the cells of one row mean by themselves. Pure. Strict: a day that could be two is refused.

import type { Fee, Person } from "../contract.ts";
import { readPerson } from "../person.ts";
import { withFee } from "../policy.ts";
import type { Column, FileRow, RowFault } from "./contract.ts";
import { COLUMNS } from "./contract.ts";

export interface ReadRow {
  readonly line: number;
  readonly person: Person;
  /** Empty: not told. */
  readonly since: string;
  readonly fees: readonly Fee[];
  readonly faults: readonly RowFault[];
}
export interface Around {
  /** Today in Sweden. */
  readonly today: string;
  /** The fee of a year, where a row tells the year alone. */
  readonly kronor: number;
  isAddress(text: string): boolean;
}
type Refuse = (code: RowFault["code"], what: string) => void;

const spoken: Readonly<Record<Person["language"], readonly string[]>> = {
  sv: ["", "sv", "svenska", "swedish"],
  en: ["en", "engelska", "english"],
};
// Control characters, and marks that let a text be read otherwise than it is written.
const strange = /[^\P{Cc}\n\r\t]|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

export function readRow(row: FileRow, around: Around): ReadRow {
  const faults: RowFault[] = [];
  const refuse: Refuse = (code, what) => void faults.push({ code, what: what.slice(0, 60) });
  const cell = plainCells(row, refuse);
  const language = languageOf(cell.language);
  if (!language) refuse("bad-language", cell.language);
  const written = {
    name: [cell.name, cell.first, cell.last].filter((one) => one !== "").join(" "),
    mail: cell.mail,
    address: [cell.address, [cell.code, cell.town].filter((one) => one !== "").join(" ")]
      .filter((one) => one !== "")
      .join("\n"),
  };
  const read = readPerson(written, language ?? "sv", around.isAddress);
  if ("faults" in read) {
    const { name, mail, address } = read.faults;
    if (name === "missing") refuse("no-name", "");
    if (mail === "no-way") refuse("no-way", "");
    if (mail === "no-address") refuse("bad-mail", written.mail);
    if ([name, mail, address].includes("too-long")) refuse("too-long", written.name);
  }
  const person =
    "person" in read ? read.person : { ...written, language: language ?? ("sv" as const) };
  const since = cell.since === "" ? "" : dayOf(cell.since);
  if (since === undefined || since > around.today) refuse("bad-day", cell.since);
  const fees = feesOf(cell.fees, around, refuse);
  return { line: row.line, person, since: since ?? "", fees, faults };
}

/**
 * What a spreadsheet would take for a formula is no name. Where somebody's is written so, the register that this
 * room saves has made it a text by a mark before it, which is taken away again.
 */
function plainCells(row: FileRow, refuse: Refuse): Record<Column, string> {
  const cells = Object.fromEntries(
    COLUMNS.map((column) => {
      const text = row[column];
      if (strange.test(text)) refuse("strange", "");
      if (/^'[=+\-@]/.test(text)) return [column, text.slice(1)];
      if (/^[=+\-@]/.test(text)) refuse("formula", text);
      return [column, text];
    }),
  );
  return cells as Record<Column, string>;
}

const languageOf = (said: string): Person["language"] | undefined =>
  (Object.keys(spoken) as Person["language"][]).find((one) =>
    spoken[one].includes(said.toLocaleLowerCase("sv")),
  );

/** 2019-03-01, 20190301, 2019/03/01, or the year alone. */
function dayOf(said: string): string | undefined {
  if (/^(19|20)\d{2}$/.test(said)) return `${said}-01-01`;
  const found = /^((?:19|20)\d{2})([-/.]?)(\d{2})\2(\d{2})(?: 00:00(?::00)?)?$/.exec(said);
  if (!found) return undefined;
  const day = `${found[1]}-${found[3]}-${found[4]}`;
  return new Date(`${day}T00:00Z`).toJSON()?.slice(0, 10) === day ? day : undefined;
}

/** Years with a comma between, each with its kronor behind a colon or without. */
function feesOf(said: string, { today, kronor }: Around, refuse: Refuse): readonly Fee[] {
  const last = Number(today.slice(0, 4)) + 1;
  let fees: readonly Fee[] = [];
  for (const part of said.split(/[,;\n]/).map((one) => one.trim())) {
    if (part === "") continue;
    const found = /^(20\d{2})(?:\s*:\s*(\d{1,6})(?:\s*kr(?:onor)?)?)?$/.exec(part);
    const [year, paid] = [Number(found?.[1]), Number(found?.[2] ?? kronor)];
    if (!found || year > last || paid > 100_000) refuse("bad-fee", part);
    else fees = withFee(fees, year, { kronor: paid, on: today });
  }
  return fees;
}
