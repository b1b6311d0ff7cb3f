import type { PatternDraft } from "../planning/index.ts";

const shift = { kind: "phone", needed: 2, atLeast: [], onRedDays: true, lastOn: null } as const;

/**
 * What comes again at the made-up Mira, from the first of a month on. Its chat has no shifts: there it
 * opens for whoever goes on duty, at any hour at which somebody tries the demonstration.
 */
export const demoPatterns = (face: string, firstOn: string): readonly PatternDraft[] => [
  {
    ...{ ...shift, face, firstOn, title: "Telefonen, kväll", weekdays: [2, 4], every: 1 },
    ...{ starts: "18:00", ends: "21:00", days: 0 },
  },
  {
    ...{ ...shift, face, firstOn, title: "Telefonen, lördag", weekdays: [6], every: 1 },
    ...{ starts: "16:00", ends: "18:00", days: 0, onRedDays: false },
  },
  {
    ...{ ...shift, kind: "oncall", face: null, firstOn, title: "Bakjour", weekdays: [7], every: 1 },
    ...{ starts: "12:00", ends: "12:00", days: 7, needed: 1, atLeast: ["experienced"] },
  },
  {
    ...{ ...shift, kind: "supervision", face: null, firstOn, title: "Handledning", weekdays: [3] },
    ...{ every: 4, starts: "18:30", ends: "20:00", days: 0, needed: 8, onRedDays: false },
  },
];

/** This month and the next, as 2026-12, in Sweden. */
export function demoMonths(now: number): readonly [string, string] {
  const zone = { timeZone: "Europe/Stockholm" } as const;
  const today = new Intl.DateTimeFormat("sv-SE", zone).format(now);
  const [year = 0, month = 1] = today.split("-").map(Number);
  return [today.slice(0, 7), new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 7)];
}
