import { type Wish, WISHES } from "../contract.ts";
import { anneal } from "./anneal.ts";
import { complete, greedy } from "./greedy.ts";
import { type Asked, type Model, modelOf } from "./model.ts";
import type { Helper, Problem, ToFill } from "./problem.ts";
import { boundOf, type Solve } from "./relax.ts";

/** A problem as it travels to another thread. */
export interface Month {
  readonly shifts: readonly ToFill[];
  readonly people: readonly Helper[];
  /** In lines of "shift member wish". */
  readonly wishes: string;
}

export function problemOf({ shifts, people, wishes }: Month): Problem {
  const by = new Map<string, Wish>();
  for (const line of wishes.split("\n")) {
    const at = line.lastIndexOf(" ");
    const wish = WISHES.find((one) => one === line.slice(at + 1));
    if (wish) by.set(line.slice(0, at), wish);
  }
  return { shifts, people, wishOf: (shift, member) => by.get(`${shift} ${member}`) };
}

export interface Proposed {
  /** Whom the proposal adds, by shift. */
  readonly places: ReadonlyMap<string, readonly string[]>;
  /** How far from the best it can be, as a share of its own cost; null where that is not known. */
  readonly gap: number | null;
}

/** Larger programs the solver does not get through in the time: there it tells only what nobody can do better than. */
const WHOLE_AT_MOST = 9000;
/** Of all the time, what goes to bettering the first month before the solver has it, or after it told the bound. */
const [SMALL_SHARE, LARGE_SHARE] = [0.15, 1];
/** What it takes to send the answer home. */
const LAST_S = 0.1;

/** The best month that is found in the time there is; at the least one that holds. */
export function propose(
  problem: Problem,
  solve: Solve,
  seconds: number,
  told: (first: Proposed) => void = () => undefined,
): Proposed {
  const began = performance.now();
  const left = (): number => seconds - LAST_S - (performance.now() - began) / 1000;
  const { model, asked } = modelOf(problem);
  const placed = (chosen: ReadonlySet<number>, gap: number | null): Proposed => ({
    ...{ places: placesOf(problem, asked, chosen), gap },
  });
  if (asked.length === 0) return placed(new Set(), 0);
  const start = greedy(problem, asked);
  told(placed(start, null));
  const isSmall = asked.length <= WHOLE_AT_MOST;
  const bound = isSmall ? -Infinity : boundOf(model, asked, solve, left);
  const share = (isSmall ? SMALL_SHARE : LARGE_SHARE) * left();
  const since = performance.now();
  const spent = (): number => (share > 0 ? (performance.now() - since) / 1000 / share : 1);
  const good = better(model, asked, start, anneal(problem, model, asked, { start, spent }));
  if (!isSmall) return placed(good, gapOf(costOf(model, asked, good), bound));
  if (left() <= 0) return placed(good, null);
  return finished(model, asked, good, placed, (first) =>
    solve(model, { isWhole: true, seconds: left(), start: first }),
  );
}

/** What the solver makes of it, where that is no worse. */
function finished(
  model: Model,
  asked: readonly Asked[],
  good: ReadonlySet<number>,
  placed: (chosen: ReadonlySet<number>, gap: number | null) => Proposed,
  solve: (first: Float64Array) => ReturnType<Solve>,
): Proposed {
  const answer = solve(complete(model, good, asked.length));
  if (!answer?.values) return placed(good, null);
  const { values, gap } = answer;
  const chosen = new Set([...asked.keys()].filter((column) => (values[column] ?? 0) >= 0.5));
  const ours = costOf(model, asked, good);
  if (costOf(model, asked, chosen) <= ours) return placed(chosen, gap);
  const bound = gap === null ? -Infinity : answer.objective - gap * Math.abs(answer.objective);
  return placed(good, gapOf(ours, bound));
}

function gapOf(cost: number, bound: number): number | null {
  if (!Number.isFinite(bound)) return null;
  return Math.max(0, cost - bound) / Math.max(Math.abs(cost), 1e-9);
}

const costOf = (model: Model, asked: readonly Asked[], chosen: ReadonlySet<number>): number =>
  complete(model, chosen, asked.length).reduce(
    (sum, value, column) => sum + value * (model.cost[column] ?? 0),
    0,
  );

const better = (
  model: Model,
  asked: readonly Asked[],
  one: ReadonlySet<number>,
  other: ReadonlySet<number>,
): ReadonlySet<number> => (costOf(model, asked, other) <= costOf(model, asked, one) ? other : one);

function placesOf(
  { shifts, people }: Problem,
  asked: readonly Asked[],
  chosen: ReadonlySet<number>,
): Map<string, readonly string[]> {
  const places = new Map<string, readonly string[]>();
  for (const column of [...chosen].toSorted((a, b) => a - b)) {
    const { shift = -1, person = -1 } = asked[column] ?? {};
    const [at, who] = [shifts[shift], people[person]];
    if (at && who) places.set(at.id, [...(places.get(at.id) ?? []), who.member]);
  }
  return places;
}
