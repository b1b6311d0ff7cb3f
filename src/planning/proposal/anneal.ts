import { has } from "../rules.ts";
import { ABOVE, type Asked, EMPTY, fairShare, MISSING, type Model } from "./model.ts";
import { clash, type Problem } from "./problem.ts";

/** Tried at most: so many for each who may be asked for each shift, and no more than all of these. */
const [STEPS_EACH, STEPS_ALL] = [200, 3_000_000];
/** In the measure of the costs: at first even an unfair turn is taken, at last nothing that is worse. */
const [WARM, COLD] = [4, 0.05];
/** Of all turns, so many exchange two women; the others put one in another's place. */
const EXCHANGES = 0.3;

/** A month that holds, changed a place at a time, each change kept if all rules hold. In the measure of the model. */
class Month {
  readonly chosen: Set<number>;
  readonly #asked: readonly Asked[];
  readonly #problem: Problem;
  readonly #wish: Float64Array;
  readonly #share: number;
  readonly #inShift: number[][];
  readonly #hers: number[][];
  readonly #load: Float64Array;
  /** What each may carry still before it is more than her share. */
  readonly #spare: number[];
  readonly #room: number[];
  readonly #near: Uint8Array;
  readonly #experienced: readonly boolean[];
  readonly #guided: readonly boolean[];
  /** What a shift lacks still with those who stand there already, each with who has it. */
  readonly #lacks: readonly (readonly ReadonlySet<number>[])[];
  readonly columnAt: Int32Array;

  constructor(problem: Problem, model: Model, asked: readonly Asked[], start: Iterable<number>) {
    const { shifts, people } = problem;
    this.#problem = problem;
    this.#asked = asked;
    this.#wish = model.cost;
    this.#share = fairShare(problem);
    this.chosen = new Set();
    this.#inShift = shifts.map(() => []);
    this.#hers = people.map(() => []);
    this.#load = new Float64Array(people.length);
    const own = people.map(({ member }) => shifts.filter(({ on }) => on.includes(member)));
    this.#spare = own.map((hers) =>
      Math.max(0, this.#share - hers.reduce((sum, { weight }) => sum + weight, 0)),
    );
    this.#room = people.map(({ most }, at) => (most ?? Infinity) - (own[at]?.length ?? 0));
    this.#near = new Uint8Array(shifts.length ** 2);
    for (const [at, one] of shifts.entries())
      for (const [index, other] of shifts.entries())
        if (at !== index && clash(one, other)) this.#near[at * shifts.length + index] = 1;
    this.#experienced = people.map(({ standing }) => standing === "experienced");
    const there = shifts.map(({ on }) => people.filter(({ member }) => on.includes(member)));
    this.#guided = there.map((all) => all.some(({ standing }) => standing === "experienced"));
    this.#lacks = shifts.map(({ atLeast }, at) =>
      atLeast
        .filter((quality) => !there[at]?.some((person) => has(person, quality)))
        .map((quality) => new Set(people.flatMap((one, who) => (has(one, quality) ? [who] : [])))),
    );
    this.columnAt = new Int32Array(shifts.length * people.length).fill(-1);
    for (const [column, { shift, person }] of asked.entries())
      this.columnAt[shift * people.length + person] = column;
    for (const column of start) this.#put(column);
  }

  /** Takes `out` out and puts `into` in where that holds, and where it is better or `luck` lets it pass. */
  turn(out: readonly number[], into: readonly number[], pass: (worse: number) => boolean): void {
    const all = [...out, ...into];
    const before = this.#cost(all);
    for (const column of out) this.#take(column);
    const done: number[] = [];
    for (const column of into) {
      if (!this.#fits(column)) break;
      this.#put(column);
      done.push(column);
    }
    const holds =
      done.length === into.length &&
      all.every((column) => this.#isGuided(this.#asked[column]?.shift ?? 0));
    if (holds && pass(this.#cost(all) - before)) return;
    for (const column of done) this.#take(column);
    for (const column of out) this.#put(column);
  }

  hasRoom = (shift: number): boolean => {
    const { needed = 0, on = [] } = this.#problem.shifts[shift] ?? {};
    return (this.#inShift[shift]?.length ?? 0) < needed - on.length;
  };

  inShift = (shift: number): readonly number[] => this.#inShift[shift] ?? [];
  /** The shifts that one woman is asked for. */
  of = (person: number): readonly number[] => this.#hers[person] ?? [];

  /** Of the shifts and women that these columns touch. */
  #cost(columns: readonly number[]): number {
    let sum = 0;
    for (const [at, column] of columns.entries()) {
      const { shift, person } = this.#asked[column] ?? { shift: 0, person: 0 };
      if (this.chosen.has(column)) sum += this.#wish[column] ?? 0;
      const isFirst = (of: "shift" | "person", value: number): boolean =>
        columns.findIndex((other) => this.#asked[other]?.[of] === value) === at;
      if (isFirst("shift", shift)) sum += this.#lacking(shift);
      if (isFirst("person", person)) sum += this.#above(person);
    }
    return sum;
  }

  #lacking(shift: number): number {
    const { needed = 0, on = [], weight = 0 } = this.#problem.shifts[shift] ?? {};
    const there = this.#inShift[shift] ?? [];
    const person = (column: number): number => this.#asked[column]?.person ?? -1;
    let sum = EMPTY * weight * (needed - on.length - there.length);
    for (const knowing of this.#lacks[shift] ?? [])
      if (!there.some((column) => knowing.has(person(column)))) sum += MISSING;
    return sum;
  }

  #above(person: number): number {
    const over = Math.max(0, (this.#load[person] ?? 0) - (this.#spare[person] ?? 0));
    return ABOVE[0] * Math.min(over, this.#share) + ABOVE[1] * Math.max(0, over - this.#share);
  }

  #isGuided(shift: number): boolean {
    if (this.#guided[shift]) return true;
    const there = this.#inShift[shift] ?? [];
    const seasoned = there.filter((one) => this.#experienced[this.#asked[one]?.person ?? -1]);
    const most = (this.#problem.shifts[shift]?.needed ?? 1) - 1;
    return there.length - seasoned.length <= most * seasoned.length;
  }

  #fits(column: number): boolean {
    const { shift, person } = this.#asked[column] ?? { shift: 0, person: 0 };
    const hers = this.#hers[person] ?? [];
    if (this.chosen.has(column) || !this.hasRoom(shift)) return false;
    if (hers.length >= (this.#room[person] ?? 0)) return false;
    const from = shift * this.#problem.shifts.length;
    return !hers.some((other) => this.#near[from + other] === 1);
  }

  #put(column: number): void {
    const { shift, person } = this.#asked[column] ?? { shift: 0, person: 0 };
    this.chosen.add(column);
    this.#inShift[shift]?.push(column);
    this.#hers[person]?.push(shift);
    this.#load[person] = (this.#load[person] ?? 0) + (this.#problem.shifts[shift]?.weight ?? 0);
  }

  #take(column: number): void {
    const { shift, person } = this.#asked[column] ?? { shift: 0, person: 0 };
    this.chosen.delete(column);
    drop(this.#inShift[shift] ?? [], column);
    drop(this.#hers[person] ?? [], shift);
    this.#load[person] = (this.#load[person] ?? 0) - (this.#problem.shifts[shift]?.weight ?? 0);
  }
}

function drop(from: number[], what: number): void {
  const at = from.indexOf(what);
  const last = from.pop();
  if (at < from.length && last !== undefined) from[at] = last;
}

/** A small generator of its own, so that the same month is proposed twice alike (mulberry32). */
function dice(): () => number {
  let state = 0x1fae;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Simulated annealing from a month that holds, over months that hold. `spent` tells how much of its time has gone by,
 * as a share. Months of two hundred have good answers that no relaxation points at: fairness is made of whole shifts.
 */
export function anneal(
  problem: Problem,
  model: Model,
  asked: readonly Asked[],
  { start, spent }: { readonly start: ReadonlySet<number>; readonly spent: () => number },
): ReadonlySet<number> {
  if (asked.length === 0) return start;
  const month = new Month(problem, model, asked, start);
  const luck = dice();
  const pick = (below: number): number => Math.floor(luck() * below);
  const { length: people } = problem.people;
  const steps = Math.min(STEPS_ALL, asked.length * STEPS_EACH);
  let heat = WARM;
  const pass = (worse: number): boolean => worse <= 0 || luck() < Math.exp(-worse / heat);
  for (let step = 0; step < steps; step++) {
    if (step % 1024 === 0) {
      const gone = Math.max(step / steps, spent());
      if (gone >= 1) break;
      heat = WARM * (COLD / WARM) ** gone;
    }
    const column = pick(asked.length);
    const { shift, person } = asked[column] ?? { shift: 0, person: 0 };
    const there = month.inShift(shift);
    if (month.chosen.has(column)) continue;
    const out = there[pick(there.length)];
    if (month.hasRoom(shift)) month.turn([], [column], pass);
    else if (out !== undefined && luck() >= EXCHANGES) month.turn([out], [column], pass);
    else if (out !== undefined) {
      // She who comes leaves another shift to her whose place she takes.
      const hers = month.of(person);
      const from = hers[pick(hers.length)];
      const other = asked[out]?.person ?? 0;
      if (from === undefined || from === shift) continue;
      const back = month.columnAt[from * people + other] ?? -1;
      const old = month.columnAt[from * people + person] ?? -1;
      if (back >= 0 && old >= 0) month.turn([out, old], [column, back], pass);
    }
  }
  return month.chosen;
}
