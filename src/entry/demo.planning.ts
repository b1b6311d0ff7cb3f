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

const colleague = (
  name: string,
  standing: "experienced" | "newcomer" | "shadowing",
  ...knows: readonly string[]
) => ({ name, standing, knows });

/** Nobody has these names at a jour that we know of; their keys are thrown away when they are made. */
export const demoColleagues = [
  colleague("Berit Lind", "experienced", "skill:juridik"),
  colleague("Samira Haddad", "experienced", "language:arabiska"),
  colleague("Ingrid Almqvist", "experienced"),
  colleague("Aino Virtanen", "experienced", "language:finska"),
  colleague("Karin Sandell", "experienced"),
  colleague("Elsa Nyberg", "newcomer"),
  colleague("Hodan Farah", "newcomer", "language:somaliska"),
  colleague("Moa Åkerlund", "shadowing"),
] as const;

/** Told in our own words, after what jours commonly promise. */
export const demoPledge = [
  "Jag berättar inte för någon utanför jouren vem som har hört av sig hit eller vad hon har sagt. Det gäller också min familj och mina vänner, och det gäller när jag har slutat.",
  "Jag antecknar inget som kan peka ut någon, och jag tar inte med mig något hem.",
  "Jag pratar av mig med kollegor på jouren och på handledningen, aldrig någon annanstans.",
  "Den som hör av sig får veta var tystnaden slutar: om ett barn far illa eller någons liv är i fara kan vi behöva ringa, och då säger vi det till henne först när det går.",
  "Jag vet att löftet gäller även om ingen annan påminner mig om det.",
].join("\n\n");
