import { timeZone } from "../../ui/languages.ts";
import type { AnnouncedHours } from "../entry.ts";

// What the announced hours say, small enough for the page of whoever searches. The rules are those of
// site/hours.ts, against which a test holds them over random weeks and both changes of the clock.

export type Announced =
  /** `until` is null when no closing comes within eight days. Epoch milliseconds, as everywhere here. */
  | { readonly open: true; readonly until: number | null }
  /** `opensAt` is null when nothing is announced for two weeks. */
  | { readonly open: false; readonly opensAt: number | null };

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const DAYS_AHEAD = 14;

const clock = new Intl.DateTimeFormat("sv-SE", {
  ...{ timeZone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit" },
  ...{ hour: "2-digit", minute: "2-digit" },
});

/** "2026-11-26 18:32" as the clocks in Sweden show it. */
const wallAt = (moment: number): string => clock.format(moment);

/** The date `days` after another, both "YYYY-MM-DD". */
const dayAfter = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);

const moments = new Map<string, number>();

/**
 * The first moment of that day at which the clocks in Sweden show `time` or later. The zone is one or
 * two hours ahead of UTC, and its clocks change at 01:00 UTC: a time that is skipped begins there.
 */
function momentAt(date: string, time: string): number {
  const wanted = `${date} ${time}`;
  const known = moments.get(wanted);
  if (known !== undefined) return known;
  const atUtc = Date.parse(`${date}T${time}Z`);
  const found = [atUtc - 2 * HOUR_MS, atUtc - HOUR_MS].find((one) => wallAt(one) === wanted);
  const moment = found ?? Date.parse(`${date}T01:00Z`);
  moments.set(wanted, moment);
  return moment;
}

export function isOffered({ week, exceptions }: AnnouncedHours, channel: string): boolean {
  const inWeek = week[channel]?.some((day) => day.length > 0);
  return inWeek || exceptions.some((one) => one.channel === channel && one.intervals.length > 0);
}

/** An exception for the channel goes before one for all; both go before the week. */
function intervalsOn(hours: AnnouncedHours, channel: string, date: string) {
  const on = (which: string) =>
    hours.exceptions.find((one) => one.date === date && one.channel === which)?.intervals;
  const weekday = (new Date(date).getUTCDay() + 6) % 7;
  return (
    on(channel) ??
    (isOffered(hours, channel) ? on("all") : []) ??
    hours.week[channel]?.[weekday] ??
    []
  );
}

function windowsOn(hours: AnnouncedHours, channel: string, date: string) {
  return intervalsOn(hours, channel, date)
    .map(({ from, until }) => ({
      opens: momentAt(date, from),
      closes: momentAt(until > from ? date : dayAfter(date, 1), until),
    }))
    .filter(({ opens, closes }) => closes > opens)
    .sort((a, b) => a.opens - b.opens);
}

/** What the hours of one channel say at `now`. They say nothing of whether anybody is there. */
export function announcedAt(hours: AnnouncedHours, channel: string, now: number): Announced {
  const today = wallAt(now).slice(0, 10);
  let closes: number | undefined;
  // An interval of yesterday may reach over midnight into now.
  for (let day = -1; day <= DAYS_AHEAD; day++) {
    const date = dayAfter(today, day);
    for (const next of windowsOn(hours, channel, date)) {
      if (next.closes <= now) continue;
      if (closes === undefined && next.opens > now) return { open: false, opensAt: next.opens };
      if (closes !== undefined && next.opens > closes) return { open: true, until: closes };
      closes = Math.max(closes ?? 0, next.closes);
    }
    if (closes !== undefined && closes > now + 8 * DAY_MS) return { open: true, until: null };
  }
  return closes === undefined ? { open: false, opensAt: null } : { open: true, until: closes };
}
