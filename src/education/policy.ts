// The rules of lectures: which steps a booking may take. Pure.

import { isElsewhere } from "../platform/elsewhere.ts";
import type { LectureContent, Move, Reply, Stage } from "./contract.ts";

export const KEEP_MONTHS = 3;
/** So few say nothing of one of them. */
export const FEWEST = 5;
/** More than any hall: whoever knows the code can answer as often as she likes. */
export const MOST_ANSWERS = 500;

/** Of one jour: a school asks once in a while. The next day is always another. */
export const FLOOD = { perDay: 30 } as const;

const steps: Readonly<Record<Stage, readonly Stage[]>> = {
  asked: ["offered", "booked", "declined"],
  offered: ["offered", "booked", "declined"],
  booked: ["booked", "held", "declined"],
  held: ["booked"],
  declined: ["asked"],
};
export const nextOf = (stage: Stage): readonly Stage[] => steps[stage];

const replies: Readonly<Record<Stage, readonly Reply[]>> = {
  asked: ["cancel"],
  offered: ["accept", "another", "cancel"],
  booked: ["another", "cancel"],
  held: [],
  declined: [],
};

/** What a school can do by itself: nothing once the time has come; nobody is booked whom nobody holds it for. */
export function repliesTo(
  stage: Stage,
  { startsAt, member }: { readonly startsAt: Date | null; readonly member: string | null },
  now: number,
): readonly Reply[] {
  if (startsAt !== null && startsAt.getTime() <= now) return [];
  return replies[stage].filter((one) => one !== "accept" || member !== null);
}

export type MoveFault = "bad-input" | "bad-time";

/** What is wrong with a step, apart from who else has changed it. `startsAt` in milliseconds since 1970. */
export function faultOfMove(
  from: Stage,
  { stage, reason, member }: Pick<Move, "stage" | "reason" | "member">,
  startsAt: number | null,
  now: number,
): MoveFault | undefined {
  if (!steps[from].includes(stage)) return "bad-input";
  if ((stage === "declined") !== (reason !== null)) return "bad-input";
  if (stage === "asked" || stage === "declined") return undefined;
  if (startsAt === null || (stage === "booked" && member === null)) return "bad-input";
  const isPast = startsAt <= now;
  // A lecture that is over can be put back to booked; nothing new is laid in the past.
  if (stage === "held") return isPast ? undefined : "bad-time";
  return isPast && from !== "held" ? "bad-time" : undefined;
}

/** A lecture that is published says at least what it is and whom it is for. */
export const isWhole = ({ title, audiences, languages, ways }: LectureContent): boolean =>
  title.sv.trim() !== "" && audiences.length > 0 && languages.length > 0 && ways.length > 0;

/** An address that a link may have: of the web, or of the jour's own site. */
export const isLink = (address: string): boolean =>
  (isElsewhere(address) && !/[\s<>"\\]/.test(address)) || /^\/(?!\/)[\w%/.-]*$/.test(address);
