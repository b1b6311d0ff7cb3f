import { fail, ok, type Result } from "../../platform/result.ts";
import { readTable, type TableCode } from "../../ui/table.ts";
import { type Column, MOST_LETTERS, MOST_ROWS, type RosterRow, type RowFault } from "./contract.ts";

export interface RosterFile {
  readonly rows: readonly RosterRow[];
  /** Rows that are not even rows. */
  readonly broken: readonly { readonly line: number; readonly fault: RowFault }[];
}
export type FileCode = `roster-${TableCode}`;

/** What the columns are called, in the template and by people. */
const called: Readonly<Record<Column, readonly string[]>> = {
  day: ["datum", "dag", "startdatum", "date", "day"],
  starts: ["börjar", "start", "starttid", "från", "begins", "starts", "from"],
  ends: ["slutar", "slut", "sluttid", "till", "ends", "end", "to"],
  lastDay: ["slutdatum", "enddate"],
  kind: ["vad", "typ", "slag", "kind", "what", "type"],
  title: ["rubrik", "pass", "title", "shift"],
  face: ["svararför", "för", "ansikte", "answersfor", "face"],
  needed: ["behövs", "antal", "platser", "needed"],
  on: ["påpasset", "vem", "vilka", "volontärer", "namn", "who", "onshift", "volunteers"],
  shadow: ["bredvid", "går bredvid", "bisittare", "shadow", "beside"],
  reserve: ["reserv", "reserver", "reserve", "reserves"],
};
const needs: readonly Column[] = ["day", "starts", "ends"];

export async function readRoster(bytes: Uint8Array): Promise<Result<RosterFile, FileCode>> {
  const read = await readTable<Column>(bytes, {
    columns: called,
    isWhole: (named) => needs.every((column) => named.includes(column)),
    ...{ mostBytes: 1_000_000, mostRows: MOST_ROWS, mostLetters: MOST_LETTERS },
  });
  if (!read.ok) return fail(`roster-${read.code}`);
  const { rows, broken } = read.value;
  return ok({
    rows,
    broken: broken.map(({ line, code }) => ({ line, fault: { code, what: "" } })),
  });
}
