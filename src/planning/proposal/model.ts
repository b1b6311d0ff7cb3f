import { has } from "../rules.ts";
import { clash, cliques, mayAsk, type Problem } from "./problem.ts";

// What a month costs, in the solver's measure: a place that stays empty outweighs whatever is
// unfair, and what is unfair outweighs a wish.
export const EMPTY = 100;
export const MISSING = 40;
/** For each unit of weight above the fair share, and above twice of it. */
export const ABOVE = [2, 6] as const;
const WISHED = { prefer: -2, can: 0, cannot: 0, unsaid: 1 } as const;

/** Columns and rows of a mixed-integer program, row by row, as HiGHS takes it. */
export interface Model {
  readonly cost: Float64Array;
  readonly upper: Float64Array;
  readonly integer: Int32Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
}

export interface Asked {
  readonly shift: number;
  readonly person: number;
}

class Rows {
  readonly cost: number[] = [];
  readonly upper: number[] = [];
  readonly integer: number[] = [];
  readonly lower: number[] = [];
  readonly most: number[] = [];
  readonly starts: number[] = [0];
  readonly indices: number[] = [];
  readonly values: number[] = [];

  column(cost: number, upper: number, integer: 0 | 1): number {
    this.cost.push(cost);
    this.upper.push(upper);
    this.integer.push(integer);
    return this.cost.length - 1;
  }

  row(entries: readonly (readonly [number, number])[], lower: number, most: number): void {
    for (const [index, value] of entries) {
      this.indices.push(index);
      this.values.push(value);
    }
    this.starts.push(this.indices.length);
    this.lower.push(lower);
    this.most.push(most);
  }
}

/** The month as a program: one column for each who may be asked for each shift. */
export function modelOf(problem: Problem): { model: Model; asked: readonly Asked[] } {
  const { shifts, people, wishOf } = problem;
  const rows = new Rows();
  const asked: Asked[] = [];
  const own = new Map(
    people.map(({ member }) => [member, shifts.filter(({ on }) => on.includes(member))]),
  );
  for (const [shift, one] of shifts.entries())
    for (const [person, who] of people.entries()) {
      const wish = wishOf(one.id, who.member);
      if (!mayAsk(one, who, wish)) continue;
      // She stands at another shift already that rules this one out.
      if (own.get(who.member)?.some((other) => other !== one && clash(one, other))) continue;
      rows.column(WISHED[wish ?? "unsaid"], 1, 1);
      asked.push({ shift, person });
    }
  const ofShift = grouped(asked, ({ shift }) => shift, shifts.length);
  const ofPerson = grouped(asked, ({ person }) => person, people.length);
  for (const shift of shifts.keys()) shiftRows(rows, problem, shift, ofShift[shift] ?? [], asked);
  const groups = cliques(shifts);
  const share = fairShare(problem);
  for (const person of people.keys())
    personRows(rows, problem, person, ofPerson[person] ?? [], { asked, groups, share });
  const model: Model = {
    ...{ cost: Float64Array.from(rows.cost), upper: Float64Array.from(rows.upper) },
    ...{ integer: Int32Array.from(rows.integer), starts: Int32Array.from(rows.starts) },
    ...{ rowLower: Float64Array.from(rows.lower), rowUpper: Float64Array.from(rows.most) },
    ...{ indices: Int32Array.from(rows.indices), values: Float64Array.from(rows.values) },
  };
  return { model, asked };
}

function grouped(
  asked: readonly Asked[],
  by: (one: Asked) => number,
  count: number,
): readonly number[][] {
  const groups: number[][] = Array.from({ length: count }, () => []);
  for (const [column, one] of asked.entries()) groups[by(one)]?.push(column);
  return groups;
}

function shiftRows(
  rows: Rows,
  { shifts, people }: Problem,
  at: number,
  columns: readonly number[],
  asked: readonly Asked[],
): void {
  const shift = shifts[at];
  if (!shift) return;
  const who = (column: number) => people[asked[column]?.person ?? -1];
  const there = people.filter(({ member }) => shift.on.includes(member));
  const free = Math.max(0, shift.needed - shift.on.length);
  const empty = rows.column(EMPTY * shift.weight, free, 0);
  rows.row([...columns.map((one) => [one, 1] as const), [empty, 1]], free, free);
  // Newcomers only beside an experienced one, and never more than leave her a place.
  const isNew = (standing: string | undefined): boolean => standing !== "experienced";
  const experienced = there.filter(({ standing }) => !isNew(standing)).length;
  if (experienced === 0) {
    const most = shift.needed - 1;
    const entries = columns.map((one) => [one, isNew(who(one)?.standing) ? 1 : -most] as const);
    if (entries.some(([, value]) => value > 0)) rows.row(entries, -Infinity, 0);
  }
  for (const quality of shift.atLeast) {
    if (there.some((one) => has(one, quality))) continue;
    const missing = rows.column(MISSING, 1, 0);
    const knowing = columns.filter((one) => {
      const person = who(one);
      return person !== undefined && has(person, quality);
    });
    rows.row([...knowing.map((one) => [one, 1] as const), [missing, 1]], 1, Infinity);
  }
}

interface Around {
  readonly asked: readonly Asked[];
  readonly groups: readonly (readonly number[])[];
  readonly share: number;
}

function personRows(
  rows: Rows,
  { shifts, people }: Problem,
  at: number,
  columns: readonly number[],
  { asked, groups, share }: Around,
): void {
  const person = people[at];
  if (!person || columns.length === 0) return;
  const own = shifts.filter(({ on }) => on.includes(person.member));
  const ones = (of: readonly number[]) => of.map((column) => [column, 1] as const);
  if (person.most !== null)
    rows.row(ones(columns), -Infinity, Math.max(0, person.most - own.length));
  const byShift = new Map(columns.map((column) => [asked[column]?.shift ?? -1, column]));
  for (const group of groups) {
    const near = group.flatMap((shift) => byShift.get(shift) ?? []);
    if (near.length > 1) rows.row(ones(near), -Infinity, 1);
  }
  const before = own.reduce((sum, { weight }) => sum + weight, 0);
  const above = [rows.column(ABOVE[0], share, 0), rows.column(ABOVE[1], Infinity, 0)];
  const load = columns.map(
    (column) => [column, shifts[asked[column]?.shift ?? -1]?.weight ?? 0] as const,
  );
  rows.row(
    [...load, ...above.map((one) => [one, -1] as const)],
    -Infinity,
    Math.max(0, share - before),
  );
}

/** All that has to be carried, by all who carry. */
export function fairShare({ shifts, people }: Problem): number {
  const carriers = people.filter(({ standing }) => standing !== "shadowing").length;
  const all = shifts.reduce((sum, { needed, weight }) => sum + needed * weight, 0);
  return carriers === 0 ? 0 : all / carriers;
}
