// iCalendar (RFC 5545), as much of it as a feed of busy times needs. Moments are in UTC, so that no
// reader has to know when the clocks change in Sweden.

export interface CalendarEvent {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly startsAt: number;
  readonly endsAt: number;
  readonly isTaken: boolean;
}

/** Neutral on purpose: calendars lie on phones, and are shared with families and employers. */
const TITLES = { taken: "Upptagen", free: "Ledig" } as const;

export function writeCalendar(events: readonly CalendarEvent[], now: number): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//calendar//1//SV",
    "METHOD:PUBLISH",
    ...events.flatMap((event) => eventLines(event, now)),
    "END:VCALENDAR",
  ];
  // No line holds what a person has written, and none is longer than 75 octets: nothing to escape or fold.
  return lines.map((line) => `${line}\r\n`).join("");
}

const eventLines = ({ id, startsAt, endsAt, isTaken }: CalendarEvent, now: number): string[] => [
  "BEGIN:VEVENT",
  `UID:${id}`,
  `DTSTAMP:${utc(now)}`,
  `DTSTART:${utc(startsAt)}`,
  `DTEND:${utc(endsAt)}`,
  `SUMMARY:${isTaken ? TITLES.taken : TITLES.free}`,
  `TRANSP:${isTaken ? "OPAQUE" : "TRANSPARENT"}`,
  "CLASS:PRIVATE",
  "END:VEVENT",
];

/** 20261121T130000Z */
const utc = (moment: number): string =>
  new Date(moment).toISOString().replaceAll(/[-:]|\.\d{3}/g, "");
