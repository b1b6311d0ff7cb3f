import type { Model } from "./model.ts";

/** What a solver has found for a program, at the end of its time or before. */
export interface Answer {
  /** Of each column; null where it found nothing that holds. */
  readonly values: Float64Array | null;
  /** Of each row; of a program without whole numbers only. */
  readonly duals: Float64Array | null;
  readonly objective: number;
  /** How far from the best it can be, as a share; null where that is not known. */
  readonly gap: number | null;
  /** Whether nothing is better. */
  readonly isBest: boolean;
}

export interface Wanted {
  readonly isWhole: boolean;
  readonly seconds: number;
  readonly start?: Float64Array;
}

/** Undefined where it failed. */
export type Solve = (model: Model, wanted: Wanted) => Answer | undefined;

/** More rounds are not needed: the prices of the first are nearly right. */
const ROUNDS = 6;
/** Of each shift's columns, so many at the least from the beginning. */
const FROM_THE_BEGINNING = 8;

/**
 * Less than this no month costs: by the same program with parts of women, which is solved for the cheapest columns
 * first, then for those too whose price shows that they would help. Stopped early, it tells what it knows.
 */
export function boundOf(
  model: Model,
  asked: readonly { readonly shift: number }[],
  solve: Solve,
  secondsLeft: () => number,
): number {
  const isIn = new Uint8Array(model.cost.length).fill(1, asked.length);
  for (const column of cheapest(model, asked)) isIn[column] = 1;
  let bound = -Infinity;
  for (let round = 0; round < ROUNDS && secondsLeft() > 0.2; round++) {
    const { part, rows } = restricted(model, isIn);
    const answer = solve(part, { isWhole: false, seconds: secondsLeft() });
    if (!answer?.isBest || !answer.duals) break;
    const reduced = reducedCosts(model, rows, answer.duals);
    let helpful = 0;
    for (let column = 0; column < asked.length; column++) {
      const price = reduced[column] ?? 0;
      if (isIn[column] === 1 || price >= -1e-7) continue;
      isIn[column] = 1;
      helpful += price;
    }
    // Each column left out is at most one: no more than its price is to be won by it.
    bound = Math.max(bound, answer.objective + helpful);
    if (helpful === 0) break;
  }
  return bound;
}

function cheapest(model: Model, asked: readonly { readonly shift: number }[]): number[] {
  const ofShift = new Map<number, number[]>();
  const cost = (column: number): number => model.cost[column] ?? 0;
  for (const [column, { shift }] of asked.entries()) {
    const known = ofShift.get(shift);
    if (known) known.push(column);
    else ofShift.set(shift, [column]);
  }
  return [...ofShift.values()].flatMap((columns) => {
    const wished = columns.filter((column) => cost(column) < 0).length;
    return columns
      .toSorted((a, b) => cost(a) - cost(b))
      .slice(0, Math.max(FROM_THE_BEGINNING, wished));
  });
}

/** The same program with these columns alone; rows that hold nothing back any more are left out. */
function restricted(model: Model, isIn: Uint8Array): { part: Model; rows: readonly number[] } {
  const columns = [...isIn.keys()].filter((column) => isIn[column] === 1);
  const place = new Int32Array(isIn.length).fill(-1);
  for (const [at, column] of columns.entries()) place[column] = at;
  const rows: number[] = [];
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const row of model.rowLower.keys()) {
    const from = indices.length;
    for (let at = model.starts[row] ?? 0; at < (model.starts[row + 1] ?? 0); at++) {
      const here = place[model.indices[at] ?? 0] ?? -1;
      if (here < 0) continue;
      indices.push(here);
      values.push(model.values[at] ?? 0);
    }
    if (indices.length === from && isIdle(model, row)) continue;
    rows.push(row);
    starts.push(indices.length);
  }
  const pick = (from: Float64Array, which: readonly number[]): Float64Array =>
    Float64Array.from(which, (at) => from[at] ?? 0);
  return {
    rows,
    part: {
      ...{ cost: pick(model.cost, columns), upper: pick(model.upper, columns) },
      integer: Int32Array.from(columns, (column) => model.integer[column] ?? 0),
      ...{ rowLower: pick(model.rowLower, rows), rowUpper: pick(model.rowUpper, rows) },
      ...{ starts: Int32Array.from(starts), indices: Int32Array.from(indices) },
      values: Float64Array.from(values),
    },
  };
}

const isIdle = ({ rowLower, rowUpper }: Model, row: number): boolean =>
  (rowLower[row] ?? 0) <= 0 && (rowUpper[row] ?? 0) >= 0;

function reducedCosts(model: Model, rows: readonly number[], duals: Float64Array): Float64Array {
  const reduced = model.cost.slice();
  for (const [at, row] of rows.entries()) {
    const dual = duals[at] ?? 0;
    if (dual === 0) continue;
    for (let entry = model.starts[row] ?? 0; entry < (model.starts[row + 1] ?? 0); entry++) {
      const column = model.indices[entry] ?? 0;
      reduced[column] = (reduced[column] ?? 0) - dual * (model.values[entry] ?? 0);
    }
  }
  return reduced;
}
