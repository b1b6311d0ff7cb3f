import { formatDate, formatTime, type Language } from "../ui/languages.ts";

const locales = { sv: "sv-SE", en: "en-GB" } as const;

/** "2026-11" as "november 2026". */
export function monthText(month: string, language: Language): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const format = new Intl.DateTimeFormat(locales[language], {
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  return format.format(Date.UTC(year, number - 1, 15));
}

/** "torsdag 2 januari 14:32". */
export const dateTime = (instant: number, language: Language): string =>
  `${formatDate(instant, language)} ${formatTime(instant, language)}`;
