import type { AnnouncedHours } from "../entry.ts";

type Fields = Readonly<Record<string, unknown>>;
type Channel = (typeof CHANNELS)[number];
interface Span {
  readonly from: string;
  readonly until: string;
}

const CHANNELS = ["chat", "phone", "letter", "talk"] as const;
const DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const DATE = /^\d{4}-\d\d-\d\d$/;
const textOf = (value: unknown): string => (typeof value === "string" ? value.trim() : "");

/** Without an offset: a fixed one is wrong half of the year in Sweden, and is not guessed at. */
function timeOf(value: unknown): string | undefined {
  return /^([01]\d|2[0-3]):([0-5]\d)(:\d\d)?$/.exec(textOf(value))?.[0]?.slice(0, 5);
}

function channelOf(value: unknown): Channel | undefined {
  const said = textOf(value).toLowerCase();
  if (said === "voice" || said === "telephone") return "phone";
  return CHANNELS.find((one) => one === said);
}

export interface ReadHours {
  readonly hours: AnnouncedHours;
  /** False where something of it could not be understood. */
  readonly isWhole: boolean;
}

/** Weekly schedules and single dates, as the export writes them and as others do. */
export function hoursOf(schedules: readonly Fields[]): ReadHours {
  const week = new Map<Channel, Span[][]>();
  const exceptions: AnnouncedHours["exceptions"][number][] = [];
  let isWhole = true;
  for (const schedule of schedules) {
    const exception = exceptionOf(schedule);
    const weekly = exception ? undefined : weeklyOf(schedule);
    if (exception) exceptions.push(exception);
    else if (weekly) {
      const days = week.get(weekly.channel) ?? DAYS.map(() => []);
      week.set(weekly.channel, days);
      for (const day of weekly.days) days[day]?.push(weekly.span);
    } else isWhole = false;
  }
  return { hours: { week: Object.fromEntries(week), exceptions }, isWhole };
}

function weeklyOf(schedule: Fields) {
  const channel = channelOf(schedule["attending_type"]);
  const [from, until] = [timeOf(schedule["opens_at"]), timeOf(schedule["closes_at"])];
  // "MO,TH"; a number before a day means the nth of a month, which is no week.
  const days = textOf(schedule["byday"])
    .split(",")
    .map((day) => DAYS.indexOf(day.trim().toUpperCase()));
  const isWeekly = textOf(schedule["freq"]) === "WEEKLY" && (schedule["interval"] ?? 1) === 1;
  const isFit = isWeekly && days.length > 0 && !days.includes(-1);
  if (!isFit || channel === undefined || from === undefined || until === undefined)
    return undefined;
  return { channel, days, span: { from, until } };
}

/** One date on which other hours hold: they stand in its notes, since the format has no place for them. */
function exceptionOf(schedule: Fields): AnnouncedHours["exceptions"][number] | undefined {
  const date = textOf(schedule["valid_from"]);
  const said = textOf(schedule["attending_type"]).toLowerCase();
  const channel = said === "all" ? "all" : channelOf(said);
  const isOne = DATE.test(date) && date === textOf(schedule["valid_to"]);
  if (!isOne || channel === undefined || textOf(schedule["freq"]) !== "") return undefined;
  const notes = textOf(schedule["notes"]);
  if (/^closed/i.test(notes)) return { date, channel, intervals: [] };
  const spans = [...notes.matchAll(/(\d\d:\d\d)-(\d\d:\d\d)/g)].map(
    ([, from = "", until = ""]) => ({
      from,
      until,
    }),
  );
  return spans.length > 0 ? { date, channel, intervals: spans } : undefined;
}
