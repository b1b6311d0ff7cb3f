import type { Place } from "../contract.ts";
import { hasRoles, lacksOf, type Person } from "../rules.ts";
import type { RowFault, RowNote, RowView } from "./contract.ts";
import type { ReadRow, RowShift } from "./row.server.ts";

// Row by row, in the order of the file, against the jour as it stands. A row that is refused counts
// for nothing in those behind it.

export interface KnownShift {
  readonly id: string;
  readonly kind: string;
  readonly face: string | null;
  readonly title: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly needed: number;
  readonly calledOff: boolean;
  readonly places: readonly { readonly person: Person; readonly place: Place }[];
}
export interface Known {
  readonly people: readonly (Person & { readonly name: string })[];
  readonly shifts: readonly KnownShift[];
  readonly spans: readonly Span[];
}
interface Span {
  readonly member: string;
  readonly shift: string | null;
  /** Of the row that wants it; null: it stands already. */
  readonly line: number | null;
  readonly from: number;
  readonly until: number;
}

export interface Judged {
  readonly view: RowView;
  /** What is to be written; undefined where the row is refused. */
  readonly put?: {
    readonly shift: Omit<RowShift, "needed"> & { readonly needed: number };
    /** The shift that is there already. */
    readonly into: string | null;
    readonly places: readonly { readonly member: string; readonly place: Place }[];
  };
}

/** As the table has it: a week on call rules nothing else out. */
const BINDING_MS = 26 * 3_600_000;
const MOST_BESIDE = 2;

export const low = (text: string): string =>
  text.normalize().toLocaleLowerCase("sv").replaceAll(/\s+/g, " ").trim();

const keyOf = (
  shift: Omit<RowShift, "needed" | "day" | "kind"> & { readonly kind: string },
): string => [shift.kind, shift.face, low(shift.title), shift.startsAt, shift.endsAt].join("|");

export function judge(rows: readonly ReadRow[], known: Known): Judged[] {
  const standing = new Map(known.shifts.map((shift) => [keyOf(shift), shift]));
  const spans = [...known.spans];
  const lines = new Map<string, number>();
  return rows.map((row): Judged => {
    const named = peopleOf(row, known);
    const faults = [...row.faults, ...named.faults];
    const { shift } = row;
    if (!shift) return { view: viewOf(row, { faults, notes: row.notes, does: "nothing" }) };
    const key = keyOf(shift);
    const there = standing.get(key);
    const fresh = named.people.filter(
      ({ person }) => !there?.places.some((one) => one.person.member === person.member),
    );
    const needed = there?.needed ?? shift.needed ?? Math.max(1, on(named.people).length);
    const places = [...(there?.places ?? []), ...fresh];
    const other = lines.get(key);
    if (other !== undefined) faults.push({ code: "same-row", what: "", line: other });
    if (there?.calledOff) faults.push({ code: "called-off", what: there.title });
    faults.push(...seatFaults(shift, needed, places), ...overlaps(fresh, shift, there?.id, spans));
    const does = !there ? "new" : fresh.length > 0 ? "adds" : "nothing";
    const notes = [...row.notes, ...notesOn({ ...shift, needed }, places, named.people)];
    const view = viewOf(row, { faults, notes, does });
    if (faults.length > 0) return { view };
    lines.set(key, row.line);
    spans.push(...spansOf(row.line, shift, fresh));
    const put = fresh.map(({ person, place }) => ({ member: person.member, place }));
    return { view, put: { shift: { ...shift, needed }, into: there?.id ?? null, places: put } };
  });
}

interface Named {
  readonly person: Person;
  readonly name: string;
  readonly place: Place;
}

function peopleOf(row: ReadRow, known: Known): { people: Named[]; faults: RowFault[] } {
  const people: Named[] = [];
  const faults: RowFault[] = [];
  for (const { name, place } of row.names) {
    const found = known.people.filter((one) => low(one.name) === low(name));
    const [person] = found;
    if (!person || found.length > 1)
      faults.push({ code: person ? "two-of-name" : "unknown", what: name });
    else if (people.some((one) => one.person.member === person.member))
      faults.push({ code: "named-twice", what: name });
    else people.push({ person, name: person.name, place });
  }
  return { people, faults };
}

type Placed = { readonly person: Person; readonly place: Place };
const on = (places: readonly Placed[]): readonly Placed[] =>
  places.filter(({ place }) => place === "on");

function seatFaults({ kind }: RowShift, needed: number, places: readonly Placed[]): RowFault[] {
  const beside = places.filter(({ place }) => place === "shadow").length;
  const isCrowded = beside > (hasRoles(kind) ? MOST_BESIDE : 0);
  return [
    ...(on(places).length > needed ? [{ code: "too-many", what: String(needed) } as const] : []),
    ...(isCrowded ? [{ code: "no-seat-beside", what: "" } as const] : []),
  ];
}

function overlaps(
  people: readonly Named[],
  { startsAt, endsAt }: RowShift,
  into: string | undefined,
  spans: readonly Span[],
): RowFault[] {
  if (endsAt - startsAt > BINDING_MS) return [];
  return people.flatMap(({ person, name }): RowFault[] => {
    const other = spans.find(
      (one) =>
        one.member === person.member &&
        (into === undefined || one.shift !== into) &&
        one.from < endsAt &&
        one.until > startsAt,
    );
    if (!other) return [];
    return other.line === null
      ? [{ code: "overlaps", what: name }]
      : [{ code: "overlaps-row", what: name, line: other.line }];
  });
}

const spansOf = (
  line: number,
  { startsAt: from, endsAt: until }: RowShift,
  people: readonly Named[],
): Span[] =>
  until - from > BINDING_MS
    ? []
    : people.map(({ person }) => ({ member: person.member, shift: null, line, from, until }));

function notesOn(
  shift: Omit<RowShift, "needed"> & { readonly needed: number },
  places: readonly Placed[],
  named: readonly Named[],
): RowNote[] {
  if (!hasRoles(shift.kind)) return [];
  const lacks = lacksOf({ ...shift, atLeast: [], calledOff: false, places });
  const learning = named.filter(
    ({ person, place }) => place !== "shadow" && person.standing === "shadowing",
  );
  return [
    ...(lacks.includes("experienced") ? [{ code: "newcomers", what: "" } as const] : []),
    ...learning.map(({ name }) => ({ code: "still-shadowing", what: name }) as const),
  ];
}

function viewOf(
  { line, shift, names }: ReadRow,
  { faults, notes, does }: Pick<RowView, "faults" | "notes" | "does">,
): RowView {
  const shown = shift && {
    ...{ kind: shift.kind, title: shift.title, startsAt: shift.startsAt, endsAt: shift.endsAt },
  };
  return { line, shift: shown, people: names, does, faults, notes: shift ? notes : [] };
}
