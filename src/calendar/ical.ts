// iCalendar (RFC 5545), as much of it as a feed of busy times and a single appointment need. Moments are in UTC, so that no
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

/** What two sides have agreed upon, for a mail. The same id with a higher sequence changes or cancels it. */
export interface Appointment {
  readonly id: string;
  readonly sequence: number;
  /** Milliseconds since 1970. */
  readonly startsAt: number;
  readonly endsAt: number;
  readonly title: string;
  readonly place: string;
  readonly isCancelled: boolean;
}

export function writeAppointment(one: Appointment, now: number): string {
  const { id, sequence, startsAt, endsAt, title, place, isCancelled } = one;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//calendar//1//SV",
    `METHOD:${isCancelled ? "CANCEL" : "PUBLISH"}`,
    "BEGIN:VEVENT",
    `UID:${id}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${utc(now)}`,
    `DTSTART:${utc(startsAt)}`,
    `DTEND:${utc(endsAt)}`,
    `SUMMARY:${escaped(title)}`,
    ...(place === "" ? [] : [`LOCATION:${escaped(place)}`]),
    `STATUS:${isCancelled ? "CANCELLED" : "CONFIRMED"}`,
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** Section 3.3.11: what a person has written cannot begin a line of its own. */
const escaped = (text: string): string =>
  text
    .replaceAll(/[\\;,]/g, "\\$&")
    .replaceAll(/\r\n|[\r\n]/g, "\\n")
    .replaceAll(/\p{Cc}/gu, " ");

/** Section 3.1: at most 75 octets in a line, and no letter taken apart. */
function folded(line: string): string {
  const parts = [""];
  let octets = 0;
  for (const letter of line) {
    const size = new TextEncoder().encode(letter).length;
    if (octets + size > 74) {
      parts.push("");
      octets = 1;
    }
    parts[parts.length - 1] += letter;
    octets += size;
  }
  return parts.join("\r\n ");
}

/** 20261121T130000Z */
const utc = (moment: number): string =>
  new Date(moment).toISOString().replaceAll(/[-:]|\.\d{3}/g, "");
