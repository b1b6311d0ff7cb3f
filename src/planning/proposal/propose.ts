import { complete, greedy } from "./greedy.ts";
import { type Model, modelOf } from "./model.ts";
import type { Problem } from "./problem.ts";

export type Solve = (
  model: Model,
  first: Float64Array,
) => Promise<{ readonly values: Float64Array | null; readonly gap: number | null }>;

export interface Proposed {
  /** Whom the proposal adds, by shift. */
  readonly places: ReadonlyMap<string, readonly string[]>;
  readonly gap: number | null;
}

/** The best month that is found in the time there is; at the least one that holds. */
export async function propose(problem: Problem, solve: Solve): Promise<Proposed> {
  const { model, asked } = modelOf(problem);
  const first = complete(model, greedy(problem, asked), asked.length);
  const { values, gap } = asked.length > 0 ? await solve(model, first) : { values: null, gap: 0 };
  const best = values && cost(model, values) <= cost(model, first) + 1e-6 ? values : first;
  const places = new Map<string, string[]>();
  for (const [column, { shift, person }] of asked.entries()) {
    const [at, who] = [problem.shifts[shift], problem.people[person]];
    if (!at || !who || (best[column] ?? 0) < 0.5) continue;
    places.set(at.id, [...(places.get(at.id) ?? []), who.member]);
  }
  return { places, gap: best === first && values !== null ? null : gap };
}

const cost = (model: Model, values: Float64Array): number =>
  model.cost.reduce((sum, each, column) => sum + each * (values[column] ?? 0), 0);
