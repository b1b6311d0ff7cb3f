// What is counted, and how coarsely. A finished conversation leaves only these behind.

export type CountedChannel = "chat" | "phone" | "letter" | "talk";

/** Waiting is counted by the place at which she arrived, so that an estimate is honest for each place. */
export type Measure =
  | "waiting-first"
  | "waiting-second"
  | "waiting-later"
  | "length"
  | "unanswered"
  | "blocked"
  | "blocked-alone"
  | "answering";

const EDGES = [0, 1, 2, 5, 10, 20, 40, 60, 90] as const;
const LAST = "90+";
/** What the open end of the last bucket counts as when a range is told. */
const LAST_EDGE = 120;

export const BUCKETS: readonly string[] = [
  ...EDGES.slice(1).map((edge, index) => `${EDGES[index]}-${edge}`),
  LAST,
];

/** The range of whole minutes that a duration falls in. */
export function bucketOf(milliseconds: number): string {
  const minutes = Math.max(0, milliseconds) / 60_000;
  const index = EDGES.findIndex((edge, at) => at > 0 && minutes < edge);
  return (index > 0 ? BUCKETS[index - 1] : undefined) ?? LAST;
}

export function waitingMeasure(place: number): Measure {
  if (place <= 1) return "waiting-first";
  return place === 2 ? "waiting-second" : "waiting-later";
}

/** How many of each bucket. */
export type Distribution = ReadonlyMap<string, number>;

/** Fewer than this say nothing about the next one. */
const ENOUGH = 20;

/** The middle half of what others waited, as [at least, at most] minutes; null while too few are known. */
export function usualRange(counts: Distribution): readonly [number, number] | null {
  const total = BUCKETS.reduce((sum, bucket) => sum + (counts.get(bucket) ?? 0), 0);
  if (total < ENOUGH) return null;
  const low = quantile(counts, total * 0.25);
  const high = quantile(counts, total * 0.75);
  return [EDGES[low] ?? 0, EDGES[high + 1] ?? LAST_EDGE];
}

function quantile(counts: Distribution, rank: number): number {
  let passed = 0;
  for (const [index, bucket] of BUCKETS.entries()) {
    passed += counts.get(bucket) ?? 0;
    if (passed >= rank) return index;
  }
  return BUCKETS.length - 1;
}

const months = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Stockholm",
  year: "numeric",
  month: "2-digit",
});

/** "2026-11", as the wall calendar has it. */
export function monthOf(instant: number): string {
  return months.format(instant);
}
