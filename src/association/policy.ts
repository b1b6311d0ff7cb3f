// The rule book of the association. Pure. Days are Swedish days as 2026-11-30, which sort as text.

import type { AssociationSettings, Fee } from "./contract.ts";

/** What a form without script lets through, in one jour: the next day is always another. */
export const FLOOD = { perDay: 30 } as const;
export const MOST_MEMBERS = 5000;
/**
 * Nobody has answered her for so long: what she wrote goes. Three months where they are shortest, so never later
 * than she was told; and, other than months, no two days have the same end, by which those of a day are counted.
 */
export const ASKED_DAYS = 89;

export const unset: AssociationSettings = {
  ...{ isOpen: false, kronor: 0, words: { sv: "", en: "" }, keepMonths: 14 },
};

/** The fee year is the calendar year. */
export const feeYearOf = (day: string): number => Number(day.slice(0, 4));

export const hasPaid = (fees: readonly Fee[], year: number): boolean =>
  fees.some((fee) => fee.year === year);

/** Noted, or with `null` taken back; of a year there is one. */
export function withFee(
  fees: readonly Fee[],
  year: number,
  noted: { readonly kronor: number; readonly on: string } | null,
): readonly Fee[] {
  const others = fees.filter((fee) => fee.year !== year);
  return (noted ? [...others, { year, ...noted }] : others).toSorted((a, b) => b.year - a.year);
}

/** She who stays the year out is a member to its last day, and is deleted on the day after. */
export const dayAfterYear = (today: string): string => `${feeYearOf(today) + 1}-01-01`;
export const lastDayBefore = (deleteOn: string): string => `${feeYearOf(deleteOn) - 1}-12-31`;
