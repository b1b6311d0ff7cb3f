// How much somebody carries. Pure.

import type { Bands, HardBand, HoursBand, MonthLoad } from "./contract.ts";

/** One place at a shift that was, as planning knows it. */
export interface Worked {
  readonly member: string;
  readonly kind: string;
  readonly startsAt: number;
  readonly endsAt: number;
}

const HOUR = 3_600_000;
/** Six hours a month are what jours commonly ask for; after twenty she should be asked how she is. */
const FEW = 6;
const USUAL = 12;
const MANY = 20;

export function hoursBand(hours: number): HoursBand {
  if (hours === 0) return "none";
  if (hours <= FEW) return "few";
  if (hours <= USUAL) return "usual";
  return hours <= MANY ? "many" : "very";
}

export const hardBand = (count: number): HardBand =>
  count === 0 ? "none" : count <= 2 ? "some" : "many";

export const bandsOf = ({ hours, hard }: Pick<MonthLoad, "hours" | "hard">): Bands => ({
  ...{ hours: hoursBand(hours), hard: hardBand(hard) },
});

/** A month of one woman. Being on call is counted, not its hours: most of them are slept through. */
export function loadOf(month: string, worked: readonly Worked[], hard: number): MonthLoad {
  const shifts = worked.filter(({ kind }) => kind === "shift" || kind === "phone");
  const hours = shifts.reduce((sum, { startsAt, endsAt }) => sum + (endsAt - startsAt) / HOUR, 0);
  const onCall = worked.filter(({ kind }) => kind === "oncall").length;
  return { month, shifts: shifts.length, hours: Math.round(hours * 2) / 2, onCall, hard };
}
