// Shapes of reading in a file of members. A row of a spreadsheet is a member.

import type { BrokenCode, TableCode, TableRow } from "../../ui/table.ts";

const base = "/desk/api/association/file";
export const intakePaths = { preview: `${base}-preview`, put: `${base}-put` } as const;

/** In the order of the template. */
export const COLUMNS = [
  ...(["name", "first", "last", "mail", "address", "code", "town"] as const),
  ...(["since", "language", "fees"] as const),
] as const;
export type Column = (typeof COLUMNS)[number];
export const MOST_ROWS = 1000;
export const MOST_BYTES = 500_000;
export const MOST_LETTERS = 400;

/** As it stands in the file: the text of each cell, empty where there is none. */
export type FileRow = TableRow<Column>;
export type FileCode = `file-${TableCode}`;

export interface RowFault {
  readonly code:
    | BrokenCode
    | ("no-name" | "too-long" | "bad-mail" | "no-way" | "bad-day" | "bad-language" | "bad-fee")
    | ("formula" | "strange" | "same-row" | "has-asked");
  /** What stood there: shown, never kept. */
  readonly what: string;
  /** The other row, where it is the same twice. */
  readonly line?: number;
}
/** What the board should know of a row that can be read in. */
export type RowNote = "same-name" | "same-mail" | "no-day";

export interface RowView {
  readonly line: number;
  /** As it will stand; of a row with faults what could be read. */
  readonly name: string;
  readonly reach: string;
  readonly since: string;
  readonly years: readonly number[];
  /** A new member, or one that is there already: of her nothing is changed. */
  readonly does: "new" | "nothing";
  readonly faults: readonly RowFault[];
  readonly notes: readonly RowNote[];
}

/** POST preview {rows}. */
export interface IntakeView {
  readonly rows: readonly RowView[];
}

/** POST put: the rows that were seen as good, and since when these have agreed, by the board's word. */
export interface Intake {
  readonly rows: readonly FileRow[];
  readonly agreedOn: string;
}
export interface IntakeDone {
  readonly entered: number;
  readonly there: number;
}
