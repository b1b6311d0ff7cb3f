import { Temporal } from "temporal-polyfill";
import { timeZone } from "../ui/languages.ts";
import type { Channel, FaceHours, HoursException, Interval } from "./names.ts";

/** What is announced at a moment. All times are epoch milliseconds. */
export type Announcement =
  /** `until` is null when no closing comes within eight days: open round the clock. */
  | { readonly open: true; readonly until: number | null }
  /** `opensAt` is null when nothing is announced for a year. */
  | { readonly open: false; readonly opensAt: number | null };

interface Window {
  readonly opens: number;
  closes: number;
}

const DAYS_AHEAD = 366;
const DAY_MS = 86_400_000;

/** What the opening hours of one channel say at `now`. Says nothing of whether anybody is there. */
export function announced(hours: FaceHours, channel: Channel, now: number): Announcement {
  // An interval of yesterday may reach over midnight into now.
  const from = dateAt(now).subtract({ days: 1 });
  let current: Window | undefined;
  for (let day = 0; day <= DAYS_AHEAD; day++) {
    for (const next of windowsOf(hours, channel, from.add({ days: day }))) {
      if (next.closes <= now) continue;
      if (!current && next.opens > now) return { open: false, opensAt: next.opens };
      if (!current) current = next;
      else if (next.opens <= current.closes) current.closes = Math.max(current.closes, next.closes);
      else return { open: true, until: current.closes };
    }
    if (current && current.closes > now + 8 * DAY_MS) return { open: true, until: null };
    // What begins later than the end of this window, plus a day, can no longer lengthen it.
    if (current && momentAt(from.add({ days: day }), "00:00") > current.closes)
      return { open: true, until: current.closes };
  }
  return current ? { open: true, until: current.closes } : { open: false, opensAt: null };
}

/** Whether the jour offers this channel at all. */
export function isOffered(hours: FaceHours, channel: Channel): boolean {
  const inWeek = hours.week[channel].some((day) => day.length > 0);
  return inWeek || hours.exceptions.some((e) => e.channel === channel && e.intervals.length > 0);
}

/** The date in Sweden at a moment. */
export function dateAt(moment: number): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(timeZone).toPlainDate();
}

function windowsOf(hours: FaceHours, channel: Channel, date: Temporal.PlainDate): Window[] {
  return intervalsOn(hours, channel, date)
    .map(({ from, until }) => ({
      opens: momentAt(date, from),
      closes: momentAt(until > from ? date : date.add({ days: 1 }), until),
    }))
    .filter((window) => window.closes > window.opens)
    .sort((a, b) => a.opens - b.opens);
}

/** An exception for the channel goes before one for all; both go before the week. */
function intervalsOn(
  hours: FaceHours,
  channel: Channel,
  date: Temporal.PlainDate,
): readonly Interval[] {
  const day = date.toString();
  const on = (which: HoursException["channel"]) =>
    hours.exceptions.find((e) => e.date === day && e.channel === which);
  const own = on(channel);
  if (own) return own.intervals;
  const all = on("all");
  // A holiday's hours for "all" open no channel that the jour does not have.
  if (all) return isOffered(hours, channel) ? all.intervals : [];
  return hours.week[channel][date.dayOfWeek - 1] ?? [];
}

/**
 * The first moment of that day at which the clocks in Sweden show `time` or later. One rule for both
 * nights of the year: 02:30 in the spring gap is 03:00, 02:30 in the repeated hour is the first one.
 */
export function momentAt(date: Temporal.PlainDate, time: string): number {
  const wanted = date.toPlainDateTime(time);
  const found = wanted.toZonedDateTime(timeZone);
  if (found.toPlainDateTime().equals(wanted)) return found.epochMilliseconds;
  const gap = found.add({ milliseconds: 1 }).getTimeZoneTransition("previous");
  return (gap ?? found).epochMilliseconds;
}
