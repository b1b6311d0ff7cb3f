import type { Interval } from "./names.ts";

export type IntervalFault = "time-missing" | "overlap";

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** What is wrong with the intervals of one day, by their places in the list. */
export function intervalFaults(intervals: readonly Interval[]): Map<number, IntervalFault> {
  const faults = new Map<number, IntervalFault>();
  const taken: { from: number; until: number }[] = [];
  for (const [index, { from, until }] of intervals.entries()) {
    if (!TIME.test(from) || !TIME.test(until)) {
      faults.set(index, "time-missing");
      continue;
    }
    const span = { from: minutes(from), until: minutes(until) + (until > from ? 0 : 1440) };
    if (taken.some((other) => span.from < other.until && other.from < span.until))
      faults.set(index, "overlap");
    taken.push(span);
  }
  return faults;
}

function minutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
