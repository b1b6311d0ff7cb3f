/** Civil days and months in the time of the jours, as texts: "2026-11-21", "2026-11". */
const format = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Stockholm" });

export const dayOf = (instant: number): string => format.format(instant);
export const monthOf = (day: string): string => day.slice(0, 7);
export const firstOf = (month: string): string => `${month}-01`;

/** The same day so many months later; the last one of a shorter month. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  return iso(
    Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(date, last.getUTCDate())),
  );
}

export function daysAfter(day: string, days: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return iso(Date.UTC(year, month - 1, date + days));
}

const iso = (instant: number): string => new Date(instant).toISOString().slice(0, 10);
