// The rule book of meetings. Pure.

import type { Fee } from "./contract.ts";
import type { MeetingStage } from "./meeting-contract.ts";
import { hasPaid } from "./policy.ts";

/** Which steps there are. A meeting that was held by mistake is opened again until its minutes are adjusted. */
export function mayStep(from: MeetingStage, to: MeetingStage, isAdjusted: boolean): boolean {
  if (to === "open")
    return !isAdjusted && (from === "called" || from === "planned" || from === "held");
  return to === "held" && from === "open";
}

/** Held meetings keep their time and agenda. */
export const mayEdit = (stage: MeetingStage): boolean => stage !== "held";

/** As long as it has not begun. */
export const mayCall = (stage: MeetingStage, startsAt: number, now: number): boolean =>
  (stage === "planned" || stage === "called") && startsAt > now;

/** Motions are taken from the call until the day that was set with it, to its end. Days sort as text. */
export const mayMove = (
  stage: MeetingStage | undefined,
  motionsUntil: string | null,
  today: string,
): boolean => stage === "called" && motionsUntil !== null && today <= motionsUntil;

/** Whether she stands on the voting roll unless the secretary says otherwise. */
export const hasVote = (fees: readonly Fee[], feeYear: number | null): boolean =>
  feeYear === null || hasPaid(fees, feeYear);
