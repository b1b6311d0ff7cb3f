import { timeZone } from "../ui/languages.ts";

const day = new Intl.DateTimeFormat("sv-SE", { timeZone });

/** The day in Sweden, such as 2026-12-24. */
export const dayOf = (moment: number): string => day.format(moment);
export const monthOf = (moment: number): string => dayOf(moment).slice(0, 7);

/** This one first, then those before it. */
export function monthsBefore(moment: number, count: number): string[] {
  const [year = 0, month = 1] = monthOf(moment).split("-").map(Number);
  return Array.from({ length: count }, (_, back) =>
    new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7),
  );
}

export const dayAfter = (from: string, days: number): string =>
  new Date(Date.parse(`${from}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
