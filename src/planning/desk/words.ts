import { formatDate, formatTime, type Language } from "../../ui/languages.ts";
import type { Lack, ShiftView } from "../contract.ts";
import { hasRoles } from "../rules.ts";
import { calendarMessages } from "../messages.calendar.ts";

/** "torsdag 3 december 18:00–21:00"; a week on call says both days. */
export function whenOf(
  { startsAt, endsAt }: Pick<ShiftView, "startsAt" | "endsAt">,
  language: Language,
): string {
  return `${formatDate(startsAt, language)} ${hoursOf({ startsAt, endsAt }, language)}`;
}

export function hoursOf(
  { startsAt, endsAt }: Pick<ShiftView, "startsAt" | "endsAt">,
  language: Language,
): string {
  const [from, until] = [formatTime(startsAt, language), formatTime(endsAt, language)];
  const isLong = endsAt - startsAt > 26 * 3_600_000;
  return isLong ? `${from} – ${formatDate(endsAt, language)} ${until}` : `${from}–${until}`;
}

/** "talar arabiska": languages by the name that they have in hers. */
export function qualityIn(quality: string, language: Language): string {
  const t = calendarMessages[language];
  const [kind = "", what = ""] = quality.split(":");
  if (kind === "coordinator") return t.coordinatorIs;
  if (kind === "experienced") return t.experiencedIs;
  return kind === "language" ? t.speaks(what) : t.knows(what);
}

/** What is missing besides people, who are counted. */
export function lackIn(lack: Lack, language: Language): string | undefined {
  const t = calendarMessages[language];
  if (lack === "people") return undefined;
  if (lack === "experienced") return t.lackExperienced;
  return t.lackQuality(qualityIn(lack.slice("quality:".length), language));
}

export const emptyOf = (shift: ShiftView): number =>
  shift.calledOff
    ? 0
    : Math.max(0, shift.needed - shift.places.filter(({ place }) => place === "on").length);

/** Meetings have seats, shifts have places that must be filled. */
export const isMeeting = ({ kind }: Pick<ShiftView, "kind">): boolean => !hasRoles(kind);

/** As she writes them, one a line, and as they are kept: "språk arabiska" is language:arabiska. */
export const knowsFrom = (text: string): string[] =>
  text
    .split(/[\n,]/)
    .map((line) => line.trim().toLowerCase())
    .filter((line) => line !== "")
    .map((line) => {
      const spoken = /^(?:språk|language):?\s+(.+)$/.exec(line)?.[1];
      const name = (spoken ?? line).replaceAll(/[^\p{L}\d]+/gu, "-").slice(0, 20);
      return spoken === undefined ? `skill:${name}` : `language:${name}`;
    });

export const knowsIn = (knows: readonly string[]): string =>
  knows.map((one) => one.replace(/^language:/, "språk ").replace(/^skill:/, "")).join("\n");
