import { Temporal } from "temporal-polyfill";
import { momentAt } from "../site/index.server.ts";
import type { DayView, PatternDraft } from "./contract.ts";
import { holidayOf } from "./holidays.server.ts";

/** One day on which a pattern takes place. */
export interface Occasion {
  readonly day: string;
  readonly startsAt: number;
  readonly endsAt: number;
}

type When = Pick<
  PatternDraft,
  "weekdays" | "every" | "firstOn" | "lastOn" | "starts" | "ends" | "days" | "onRedDays"
>;

/** The days of a month, as 2026-12. */
export function daysOf(month: string): Temporal.PlainDate[] {
  const first = Temporal.PlainYearMonth.from(month);
  return Array.from({ length: first.daysInMonth }, (_, at) => first.toPlainDate({ day: at + 1 }));
}

export const dayView = (date: Temporal.PlainDate): DayView => ({
  ...{ date: date.toString(), weekday: date.dayOfWeek, holiday: holidayOf(date) ?? null },
});

/**
 * When a pattern takes place in a month. By the clocks on the wall: a shift from 18 to 21 is that
 * also on the day when they change, and a night over the change is an hour shorter or longer.
 */
export function occasionsOf(when: When, month: string): Occasion[] {
  return daysOf(month)
    .filter((date) => isOn(when, date))
    .map((date) => spanOf(date, when.starts, date.add({ days: when.days }), when.ends))
    .filter(({ startsAt, endsAt }) => endsAt > startsAt);
}

function isOn(when: When, date: Temporal.PlainDate): boolean {
  const first = Temporal.PlainDate.from(when.firstOn);
  if (when.every === 0) return date.equals(first);
  if (Temporal.PlainDate.compare(date, first) < 0) return false;
  if (when.lastOn !== null && date.toString() > when.lastOn) return false;
  if (!when.weekdays.includes(date.dayOfWeek)) return false;
  if (!when.onRedDays && holidayOf(date)) return false;
  const weeks = monday(first).until(monday(date)).days / 7;
  return weeks % when.every === 0;
}

/** Weeks are counted from Monday to Monday. */
const monday = (date: Temporal.PlainDate): Temporal.PlainDate =>
  date.subtract({ days: date.dayOfWeek - 1 });

function spanOf(
  from: Temporal.PlainDate,
  starts: string,
  until: Temporal.PlainDate,
  ends: string,
): Occasion {
  const [startsAt, endsAt] = [momentAt(from, starts), momentAt(until, ends)];
  return { day: from.toString(), startsAt, endsAt };
}

/** A span that a coordinator wrote herself, in Swedish time. Undefined when it ends before it begins. */
export function spanIn(starts: string, ends: string): Occasion | undefined {
  const [from, until] = [Temporal.PlainDateTime.from(starts), Temporal.PlainDateTime.from(ends)];
  const span = spanOf(
    ...([from.toPlainDate(), clock(from), until.toPlainDate(), clock(until)] as const),
  );
  return span.endsAt > span.startsAt ? span : undefined;
}

const clock = (time: Temporal.PlainDateTime): string => time.toString().slice(11, 16);
