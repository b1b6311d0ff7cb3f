import type { Asked, Model } from "./model.ts";
import { clash, type Problem } from "./problem.ts";

/**
 * A month that holds, found at once: the scarcest shift first, each time whoever carries least. The
 * solver begins from it, and it stands where the solver finds no other in its time.
 */
export function greedy(problem: Problem, asked: readonly Asked[]): Set<number> {
  const { shifts, people } = problem;
  const chosen = new Set<number>();
  const load = people.map(({ member }) =>
    shifts.reduce((sum, { on, weight }) => sum + (on.includes(member) ? weight : 0), 0),
  );
  const count = people.map(({ member }) => shifts.filter(({ on }) => on.includes(member)).length);
  const taken: number[][] = people.map(() => []);
  const columnsOf: number[][] = shifts.map(() => []);
  for (const [column, one] of asked.entries()) columnsOf[one.shift]?.push(column);
  const order = columnsOf
    .map((columns, shift) => ({ shift, columns }))
    .toSorted((a, b) => a.columns.length - b.columns.length);
  for (const { shift, columns } of order) {
    const one = shifts[shift];
    if (!one) continue;
    const isFree = (person: number): boolean =>
      (people[person]?.most ?? Infinity) > (count[person] ?? 0) &&
      !(taken[person] ?? []).some((other) => clash(one, shifts[other] ?? one));
    const isExperienced = (person: number): boolean => people[person]?.standing === "experienced";
    let hasExperienced = people.some(
      (who) => one.on.includes(who.member) && who.standing === "experienced",
    );
    let free = one.needed - one.on.length;
    while (free > 0) {
      const next = columns
        .filter((column) => !chosen.has(column))
        .map((column) => ({ column, person: asked[column]?.person ?? -1 }))
        .filter(({ person }) => isFree(person) && (hasExperienced || isExperienced(person)))
        .toSorted((a, b) => (load[a.person] ?? 0) - (load[b.person] ?? 0))[0];
      if (!next) break;
      chosen.add(next.column);
      taken[next.person]?.push(shift);
      load[next.person] = (load[next.person] ?? 0) + one.weight;
      count[next.person] = (count[next.person] ?? 0) + 1;
      hasExperienced ||= isExperienced(next.person);
      free--;
    }
  }
  return chosen;
}

/** The whole of a month that only says who is asked: what stays empty, is missing or unfair follows. */
export function complete(model: Model, chosen: ReadonlySet<number>, asked: number): Float64Array {
  const values = new Float64Array(model.cost.length);
  for (const column of chosen) values[column] = 1;
  for (const row of model.rowLower.keys()) {
    const [from = 0, until = 0] = [model.starts[row], model.starts[row + 1]];
    const entries = Array.from({ length: until - from }, (_, at) => from + at);
    const sum = entries.reduce(
      (all, at) => all + (model.values[at] ?? 0) * (values[model.indices[at] ?? 0] ?? 0),
      0,
    );
    let under = (model.rowLower[row] ?? 0) - sum;
    let over = sum - (model.rowUpper[row] ?? 0);
    for (const at of entries) {
      const column = model.indices[at] ?? 0;
      if (column < asked) continue;
      const room = model.upper[column] ?? 0;
      const isAdded = (model.values[at] ?? 0) > 0;
      const put = Math.max(0, Math.min(room, isAdded ? under : over));
      values[column] = put;
      if (isAdded) under -= put;
      else over -= put;
    }
  }
  return values;
}
