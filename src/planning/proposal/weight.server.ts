import { Temporal } from "temporal-polyfill";
import { timeZone } from "../../ui/languages.ts";
import { isRed } from "../holidays.server.ts";
import { weightOf } from "./problem.ts";

/** What a shift weighs when the month is shared out, by the clocks and the almanac of Sweden. */
export function shiftWeight(startsAt: number, endsAt: number): number {
  const at = (moment: number) =>
    Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(timeZone);
  const [from, until] = [at(startsAt), at(endsAt)];
  const day = from.toPlainDate();
  return weightOf({
    ...{ hour: from.hour, endHour: until.hour, isLong: endsAt - startsAt > 26 * 3_600_000 },
    isHoliday: isRed(day) && day.dayOfWeek !== 7,
    isWeekend: day.dayOfWeek >= 6 || (day.dayOfWeek === 5 && from.hour >= 17),
  });
}
