// Shapes of the import of a roster. A row of a spreadsheet is a shift and those who have it.

import type { Kind, Place } from "../contract.ts";

const base = "/desk/api/planning/roster";
export const rosterPaths = {
  preview: `${base}/preview`,
  put: `${base}/put`,
  recent: `${base}/recent`,
  undo: `${base}/undo`,
} as const;

/** In the order of the template. */
export const COLUMNS = [
  ...(["day", "starts", "ends", "lastDay", "kind", "title", "face", "needed"] as const),
  ...(["on", "shadow", "reserve"] as const),
] as const;
export type Column = (typeof COLUMNS)[number];
export const MOST_ROWS = 500;
/** The longest cell; names of many are the longest. */
export const MOST_LETTERS = 400;

/** As it stands in the file: the text of each cell, empty where there is none. */
export type RosterRow = Readonly<Record<Column, string>> & { readonly line: number };

/** Why a row cannot be read in. */
export const ROW_FAULTS = [
  ...(["unclosed", "more-cells", "long-cell", "no-day", "bad-day", "bad-time"] as const),
  ...(["gap-time", "ended-before", "too-long", "long-past", "far-ahead", "bad-kind"] as const),
  ...(["bad-face", "bad-number", "long-title", "unknown", "two-of-name", "named-twice"] as const),
  ...([
    "overlaps",
    "overlaps-row",
    "too-many",
    "no-seat-beside",
    "called-off",
    "same-row",
  ] as const),
] as const;
export interface RowFault {
  readonly code: (typeof ROW_FAULTS)[number];
  /** What stood there, or the name: shown, never kept. */
  readonly what: string;
  /** The other row, where two do not go together. */
  readonly line?: number;
}
/** What she should know of a row that can be read in. */
export interface RowNote {
  readonly code: "newcomers" | "still-shadowing" | "repeated-hour";
  readonly what: string;
}

export interface RowView {
  readonly line: number;
  /** null where its own cells make no shift. */
  readonly shift: {
    readonly kind: Kind;
    readonly title: string;
    readonly startsAt: number;
    readonly endsAt: number;
  } | null;
  readonly people: readonly { readonly name: string; readonly place: Place }[];
  /** A new shift, people for one that is there, or nothing that is not there already. */
  readonly does: "new" | "adds" | "nothing";
  readonly faults: readonly RowFault[];
  readonly notes: readonly RowNote[];
}

/** POST preview, put {rows}. */
export interface RosterView {
  readonly rows: readonly RowView[];
}

/** POST recent. */
export interface ImportView {
  readonly id: string;
  readonly by: string | null;
  readonly madeAt: number;
  readonly shifts: number;
  readonly places: number;
}

/** POST undo {import}: what went, and how many shifts stay because somebody has touched them since. */
export interface UndoneView {
  readonly shifts: number;
  readonly places: number;
  readonly kept: number;
}
