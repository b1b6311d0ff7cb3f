import { formatDate, formatTime, type Language, timeZone } from "../ui/languages.ts";

export const dayInWords = (day: string, language: Language): string =>
  formatDate(Date.parse(`${day}T12:00Z`), language, true);

export const spanInWords = (startsAt: number, endsAt: number, language: Language): string =>
  `${formatDate(startsAt, language, true)} ${formatTime(startsAt, language)}–${formatTime(endsAt, language)}`;

// sv-SE writes a moment as 2026-11-30 13:00.
const swedish = new Intl.DateTimeFormat("sv-SE", {
  ...{ timeZone, year: "numeric", month: "2-digit", day: "2-digit" },
  ...{ hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
});

/** As a field for day and time has it: 2026-11-30T13:00, on the clock of Sweden. */
export const localOf = (iso: string): string =>
  swedish.format(Date.parse(iso)).replace(" ", "T").slice(0, 16);
