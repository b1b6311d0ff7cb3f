import { fail, ok, type Result } from "../platform/result.ts";

// A table as spreadsheets write it: commas, semicolons or tabs, UTF-8, UTF-16 or Windows-1252, a line
// "sep=;" before all, empty lines and columns behind it.

export interface TableShape<Column extends string> {
  /** In the order of the template, with what each is called there and by people. */
  readonly columns: Readonly<Record<Column, readonly string[]>>;
  /** Whether there are enough of them. */
  isWhole(named: readonly Column[]): boolean;
  readonly mostBytes: number;
  readonly mostRows: number;
  /** The longest cell. */
  readonly mostLetters: number;
}

export type TableRow<Column extends string> = Readonly<Record<Column, string>> & {
  readonly line: number;
};
export type BrokenCode = "unclosed" | "more-cells" | "long-cell";
export interface Table<Column extends string> {
  readonly rows: readonly TableRow<Column>[];
  /** Rows that are not even rows. */
  readonly broken: readonly { readonly line: number; readonly code: BrokenCode }[];
}
export type TableCode = "empty" | "columns" | "large" | "unreadable";

export async function readTable<Column extends string>(
  bytes: Uint8Array,
  shape: TableShape<Column>,
): Promise<Result<Table<Column>, TableCode>> {
  if (bytes.length > shape.mostBytes) return fail("large");
  const text = decode(bytes);
  if (text === undefined) return fail("unreadable");
  const { default: papa } = await import("papaparse");
  const said = /^sep=(.)\r?\n/i.exec(text);
  const body = text.slice(said?.[0].length ?? 0);
  const { data, errors } = papa.parse(body, {
    ...(said?.[1] === undefined ? { delimitersToGuess: [";", ",", "\t"] } : { delimiter: said[1] }),
    skipEmptyLines: false,
  });
  const unclosed = new Set(errors.flatMap((one) => (one.type === "Quotes" ? [one.row] : [])));
  return rowsOf({ data, unclosed, firstLine: said ? 2 : 1 }, shape);
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

interface Parsed {
  readonly data: readonly (readonly string[])[];
  readonly unclosed: ReadonlySet<number | undefined>;
  readonly firstLine: number;
}

const letters = (text: string): string => text.toLocaleLowerCase("sv").replace(/[^\p{L}]/gu, "");
const isEmpty = (row: readonly string[]): boolean => row.every((cell) => cell.trim() === "");

function rowsOf<Column extends string>(
  { data, unclosed, firstLine }: Parsed,
  shape: TableShape<Column>,
): Result<Table<Column>, TableCode> {
  const lines = linesOf(data, firstLine);
  const at = data.findIndex((row) => !isEmpty(row));
  const head = data[at];
  if (!head) return fail("empty");
  const names = Object.keys(shape.columns) as Column[];
  const columns = head.map((cell) =>
    names.find((one) => shape.columns[one].some((name) => letters(name) === letters(cell))),
  );
  const named = columns.filter((one) => one !== undefined);
  if (!shape.isWhole(named) || new Set(named).size < named.length) return fail("columns");
  const filled = data.flatMap((cells, index) =>
    index > at && !isEmpty(cells) ? [{ cells, line: lines[index] ?? 0, index }] : [],
  );
  if (filled.length === 0) return fail("empty");
  if (filled.length > shape.mostRows) return fail("large");
  const rows: TableRow<Column>[] = [];
  const broken: { line: number; code: BrokenCode }[] = [];
  for (const { cells, line, index } of filled) {
    const code = unclosed.has(index) ? "unclosed" : cellFault(cells, head.length, shape);
    if (code) broken.push({ line, code });
    else rows.push({ ...cellsOf(names, columns, cells), line });
  }
  return ok({ rows, broken });
}

function cellFault(
  cells: readonly string[],
  width: number,
  { mostLetters }: { readonly mostLetters: number },
): BrokenCode | undefined {
  if (cells.slice(width).some((cell) => cell.trim() !== "")) return "more-cells";
  return cells.some((cell) => cell.trim().length > mostLetters) ? "long-cell" : undefined;
}

function cellsOf<Column extends string>(
  names: readonly Column[],
  columns: readonly (Column | undefined)[],
  cells: readonly string[],
): Record<Column, string> {
  const at = (column: Column): string => cells[columns.indexOf(column)]?.trim().normalize() ?? "";
  return Object.fromEntries(names.map((column) => [column, at(column)])) as Record<Column, string>;
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
export async function writeTable(rows: readonly (readonly string[])[]): Promise<string> {
  const { default: papa } = await import("papaparse");
  return `\uFEFF${papa.unparse(rows, { delimiter: ";" })}\r\n`;
}
