import type { Figure } from "./part.ts";

export interface Summary {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

export function summary(values: readonly number[]): Summary {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  const lower = sorted[sorted.length % 2 === 0 ? middle - 1 : middle] ?? Number.NaN;
  return {
    median: (lower + upper) / 2,
    least: sorted[0] ?? Number.NaN,
    most: sorted.at(-1) ?? Number.NaN,
  };
}

/** The value below which this share of all lies; `sorted` ascends. */
export function percentile(sorted: ArrayLike<number>, share: number): number {
  const at = Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1);
  return sorted[Math.max(0, at)] ?? Number.NaN;
}

/** House / reference, round by round: what disturbed one round disturbed both. */
export function ratios({ house, reference }: Figure): number[] {
  return (reference ?? []).map((value, round) => (house[round] ?? Number.NaN) / value);
}

export function isReached(figure: Figure): boolean | undefined {
  if (!figure.aim) return undefined;
  const { median } = summary(figure.reference ? ratios(figure) : figure.house);
  return "atMost" in figure.aim ? median <= figure.aim.atMost : median >= figure.aim.atLeast;
}
