import { dayOf, plusMonths } from "../calendar/index.server.ts";
import type { Stage } from "./contract.ts";

/** What nobody has answered goes too. */
const OPEN_MONTHS = 6;
const DECLINED_MONTHS = 1;
export const EVALUATION_MONTHS = 24;

/** The day on which all of it is deleted. */
export function deleteOn(
  stage: Stage,
  { today, endsAt, keepMonths }: { today: string; endsAt: number | null; keepMonths: number },
): string {
  if (stage === "declined") return plusMonths(today, DECLINED_MONTHS);
  if (stage === "asked" || stage === "offered" || endsAt === null)
    return plusMonths(today, OPEN_MONTHS);
  const kept = plusMonths(dayOf(endsAt), keepMonths);
  return kept > today ? kept : today;
}
