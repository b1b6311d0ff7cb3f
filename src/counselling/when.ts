import { formatDate, formatTime, type Language, timeZone } from "../ui/languages.ts";
import type { TimeView } from "./contract.ts";
import { reminderMessages } from "./messages.reminders.ts";
import { timeMessages } from "./messages.times.ts";

/** "tisdag 1 december kl. 14:00–14:50, hos oss": always Swedish time. */
export function whenInWords({ startsAt, endsAt, place }: TimeView, language: Language): string {
  const t = timeMessages[language];
  const [from, until] = [Date.parse(startsAt), Date.parse(endsAt)];
  const day = formatDate(from, language);
  const when = t.when(day, formatTime(from, language), formatTime(until, language));
  return `${when}, ${t[place]}`;
}

/** A line for the day of it and the day before; otherwise undefined. */
export function soonInWords(
  { startsAt }: Pick<TimeView, "startsAt">,
  language: Language,
  now: number,
): string | undefined {
  const t = reminderMessages[language];
  const at = Date.parse(startsAt);
  if (at <= now) return undefined;
  const time = formatTime(at, language);
  const days = daysBetween(now, at);
  if (days === 0) return t.today(time);
  return days === 1 ? t.tomorrow(time) : undefined;
}

const HOUR = 3_600_000;
/** Their own calendar's day, as 2026-12-01. */
const dayOf = (moment: number): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(moment);
const daysBetween = (from: number, until: number): number =>
  (Date.parse(dayOf(until)) - Date.parse(dayOf(from))) / (24 * HOUR);
