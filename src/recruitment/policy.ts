// The rule book of recruitment. Days are Swedish days as 2026-11-30, which sort as text.

import type { MeetingKind, Round, Stage } from "./contract.ts";

export const isOpenOn = ({ opensOn, endsOn }: Round, day: string): boolean =>
  opensOn <= day && day <= endsOn;

/** The round that is open, else the next that opens. Of two that are open the one that ends first. */
export function roundOn(rounds: readonly Round[], day: string): Round | undefined {
  const byEnd = rounds.toSorted((a, b) => (a.endsOn < b.endsOn ? -1 : 1));
  const open = byEnd.find((round) => isOpenOn(round, day));
  if (open) return open;
  return rounds
    .filter(({ opensOn }) => opensOn > day)
    .toSorted((a, b) => (a.opensOn < b.opensOn ? -1 : 1))[0];
}

/** The round that an application of today belongs to: the open one, else the one that ended last. */
export function roundOfApplication(rounds: readonly Round[], day: string): Round | undefined {
  const open = roundOn(rounds, day);
  if (open && isOpenOn(open, day)) return open;
  return rounds
    .filter(({ endsOn }) => endsOn < day)
    .toSorted((a, b) => (a.endsOn < b.endsOn ? 1 : -1))[0];
}

/** Whoever was told no comes to no more meetings; interviews are for those who were invited. */
export function mayTake(stage: Stage, kind: MeetingKind): boolean {
  if (kind === "interview") return stage === "invited";
  return stage !== "declined";
}
