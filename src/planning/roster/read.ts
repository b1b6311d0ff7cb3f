import { fail, ok, type Result } from "../../platform/result.ts";
import {
  type Column,
  COLUMNS,
  MOST_LETTERS,
  MOST_ROWS,
  type RosterRow,
  type RowFault,
} from "./contract.ts";

// A file as spreadsheets write it: commas, semicolons or tabs, UTF-8, UTF-16 or Windows-1252, a line
// "sep=;" before all, empty lines and columns behind it.

export interface RosterFile {
  readonly rows: readonly RosterRow[];
  /** Rows that are not even rows. */
  readonly broken: readonly { readonly line: number; readonly fault: RowFault }[];
}
export type FileCode = "roster-empty" | "roster-columns" | "roster-large" | "roster-unreadable";

const MOST_BYTES = 1_000_000;

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
const letters = (text: string): string => text.toLocaleLowerCase("sv").replace(/[^\p{L}]/gu, "");
const columnOf = (head: string): Column | undefined =>
  COLUMNS.find((column) => called[column].some((name) => letters(name) === letters(head)));

const needs: readonly Column[] = ["day", "starts", "ends"];

export async function readRoster(bytes: Uint8Array): Promise<Result<RosterFile, FileCode>> {
  if (bytes.length > MOST_BYTES) return fail("roster-large");
  const text = decode(bytes);
  if (text === undefined) return fail("roster-unreadable");
  const { default: papa } = await import("papaparse");
  const said = /^sep=(.)\r?\n/i.exec(text);
  const body = text.slice(said?.[0].length ?? 0);
  const { data, errors } = papa.parse(body, {
    ...(said?.[1] === undefined ? { delimitersToGuess: [";", ",", "\t"] } : { delimiter: said[1] }),
    skipEmptyLines: false,
  });
  const unclosed = new Set(errors.flatMap((one) => (one.type === "Quotes" ? [one.row] : [])));
  return rowsOf(data, unclosed, said ? 2 : 1);
}

/** Excel saves Windows-1252 in Sweden unless it is asked for UTF-8; its "Unicode text" is UTF-16. */
function decode(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const utf16 =
    first === 0xff && second === 0xfe
      ? "utf-16le"
      : first === 0xfe && second === 0xff
        ? "utf-16be"
        : undefined;
  for (const encoding of utf16 === undefined ? ["utf-8", "windows-1252"] : [utf16]) {
    try {
      // A mark at the beginning is left out by the decoder. A picture or a workbook holds NUL, no text does.
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return text.includes("\0") ? undefined : text;
    } catch {
      continue;
    }
  }
  return undefined;
}

function rowsOf(
  data: readonly (readonly string[])[],
  unclosed: ReadonlySet<number | undefined>,
  firstLine: number,
): Result<RosterFile, FileCode> {
  const lines = linesOf(data, firstLine);
  const isEmpty = (row: readonly string[]): boolean => row.every((cell) => cell.trim() === "");
  const at = data.findIndex((row) => !isEmpty(row));
  const head = data[at];
  if (!head) return fail("roster-empty");
  const columns = head.map(columnOf);
  const named = columns.filter((one) => one !== undefined);
  const isWhole = needs.every((column) => named.includes(column));
  if (!isWhole || new Set(named).size < named.length) return fail("roster-columns");
  const filled = data.flatMap((cells, index) =>
    index > at && !isEmpty(cells) ? [{ cells, line: lines[index] ?? 0, index }] : [],
  );
  if (filled.length === 0) return fail("roster-empty");
  if (filled.length > MOST_ROWS) return fail("roster-large");
  const rows: RosterRow[] = [];
  const broken: { line: number; fault: RowFault }[] = [];
  for (const { cells, line, index } of filled) {
    const code = unclosed.has(index) ? "unclosed" : cellFault(cells, head.length);
    if (code) broken.push({ line, fault: { code, what: "" } });
    else rows.push({ ...cellsOf(columns, cells), line });
  }
  return ok({ rows, broken });
}

function cellFault(
  cells: readonly string[],
  width: number,
): "more-cells" | "long-cell" | undefined {
  if (cells.slice(width).some((cell) => cell.trim() !== "")) return "more-cells";
  return cells.some((cell) => cell.trim().length > MOST_LETTERS) ? "long-cell" : undefined;
}

function cellsOf(
  columns: readonly (Column | undefined)[],
  cells: readonly string[],
): Record<Column, string> {
  const at = (column: Column): string => cells[columns.indexOf(column)]?.trim().normalize() ?? "";
  return Object.fromEntries(COLUMNS.map((column) => [column, at(column)])) as Record<
    Column,
    string
  >;
}

/** On which line of the file each row begins: a cell may have lines of its own. */
function linesOf(data: readonly (readonly string[])[], first: number): number[] {
  let line = first;
  return data.map((row) => {
    const begins = line;
    line += 1 + row.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
    return begins;
  });
}

/** Semicolons, and a mark for UTF-8: so Excel in Sweden opens it with one press. */
export async function templateFile(
  head: readonly string[],
  example: readonly string[],
): Promise<string> {
  const { default: papa } = await import("papaparse");
  return `\uFEFF${papa.unparse([head, example], { delimiter: ";" })}\r\n`;
}
