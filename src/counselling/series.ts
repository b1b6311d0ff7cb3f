import { Temporal } from "temporal-polyfill";
import { timeZone } from "../ui/languages.ts";

export interface Span {
  /** Milliseconds since 1970. */
  readonly startsAt: number;
  readonly endsAt: number;
}

/**
 * The same time of the wall clock, week after week, also across the nights when the clocks change:
 * 14:00 stays 14:00. `first` is Swedish time, as 2026-10-20T14:00.
 */
export function seriesOf(first: string, weeks: number, minutes: number): Span[] {
  const start = Temporal.PlainDateTime.from(first);
  return Array.from({ length: weeks }, (_, week) => {
    const begins = start.add({ weeks: week }).toZonedDateTime(timeZone);
    return {
      startsAt: begins.epochMilliseconds,
      endsAt: begins.add({ minutes }).epochMilliseconds,
    };
  });
}

/** The Swedish day of a moment, so many days later. */
export const dayAfter = (moment: number, days: number): string =>
  Temporal.Instant.fromEpochMilliseconds(moment)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .add({ days })
    .toString();
