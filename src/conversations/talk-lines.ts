import type { Role } from "../protocol/index.ts";

export type LineState = "sending" | "sent" | "delivered" | "seen";

/** Something that was said. `id` is the protocol's: 32 hex digits. */
export interface Said {
  readonly kind: "said";
  readonly id: string;
  readonly mine: boolean;
  readonly role: Role;
  readonly alias: string;
  readonly text: string;
  /** Its number in the log; null until the server has it for good. */
  readonly seq: number | null;
  /** When it was first seen in this tab, milliseconds since 1970; null for what was told again. */
  readonly at: number | null;
  /** What the other side has of it; only told of one's own. */
  readonly state: LineState;
}

/** A volunteer came or went. */
export interface Moment {
  readonly kind: "came" | "went";
  readonly id: string;
  readonly alias: string;
  readonly seq: number;
}

export type Line = Said | Moment;

/** How far the other side has come: numbers in the log. */
export interface Marks {
  readonly delivered: number;
  readonly seen: number;
}

const place = (line: Line | undefined): number => line?.seq ?? Number.POSITIVE_INFINITY;

/** The order of the log; what is on its way stands last, in the order of writing. */
export function withLine(lines: readonly Line[], line: Line): readonly Line[] {
  const others = lines.filter((each) => each.id !== line.id);
  // Older phones have neither findLastIndex nor toSpliced.
  let at = others.length;
  while (at > 0 && place(others[at - 1]) > place(line)) at--;
  return [...others.slice(0, at), line, ...others.slice(at)];
}

/** The server has the line with this id under this number. */
export function logged(lines: readonly Line[], id: string, seq: number): readonly Line[] {
  const line = lines.find((each) => each.id === id);
  if (line?.kind !== "said" || line.seq !== null) return lines;
  return withLine(lines, { ...line, seq, state: "sent" });
}

export function isKnown(lines: readonly Line[], id: string): boolean {
  return lines.some((line) => line.id === id);
}

/** One's own lines with what the other side has of them. */
export function marked(lines: readonly Line[], marks: Marks): readonly Line[] {
  return lines.map((line) => {
    if (line.kind !== "said" || !line.mine || line.seq === null) return line;
    const state =
      line.seq <= marks.seen ? "seen" : line.seq <= marks.delivered ? "delivered" : line.state;
    return state === line.state ? line : { ...line, state };
  });
}

/** Who came and who went, by name: a volunteer who reloads her page neither comes nor goes. */
export function moments(
  before: readonly string[],
  after: readonly string[],
  seq: number,
): readonly Moment[] {
  const told = (kind: Moment["kind"], alias: string): Moment => ({
    kind,
    alias,
    seq,
    id: `${kind}-${seq}-${alias}`,
  });
  return [
    ...without(after, before).map((alias) => told("came", alias)),
    ...without(before, after).map((alias) => told("went", alias)),
  ];
}

/** Two may have the same name: each stands for one of the others. */
function without(names: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return names.filter((name) => {
    const at = left.indexOf(name);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
