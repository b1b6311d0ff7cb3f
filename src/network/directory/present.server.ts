import { formatDate, type Language } from "../../ui/languages.ts";
import { type County, counties, municipalities } from "../municipalities.ts";
import type { AnnouncedHours, Entry } from "../entry.ts";
import { languageName } from "../language-names.ts";
import type { DirectoryFace } from "../store.server.ts";
import { CHANNELS_WITH_HOURS, type DirectoryFile } from "./match.ts";
import { directoryMessages } from "./messages.ts";
import { isOffered } from "./open.ts";

/** A face that has told the directory what it asks for. */
export type ToldFace = DirectoryFace & { readonly entry: Entry };

export const toldOnly = (faces: readonly DirectoryFace[]): ToldFace[] =>
  faces.filter((face): face is ToldFace => face.entry !== null);

/** Where a face's pages begin, for whoever stands on the federation's: `//vide.example:8080/`, or a guest's own address. */
export const addressOf = ({ host, url }: Pick<DirectoryFace, "host" | "url">, port: string) =>
  url ?? `//${host}${port}/`;

const DAY_MS = 86_400_000;
const DAYS_TOLD = 21;

/** The file that every browser fetches, whatever is searched for in it. `now` moves it on once a day. */
export function directoryFile(faces: readonly DirectoryFace[], now: number): DirectoryFile {
  return {
    municipalities: municipalities.map(({ code, name }) => [code, name]),
    jours: toldOnly(faces).map(({ faceId, name, entry }) => ({
      ...{ id: faceId, name, doors: entry.doors },
      ...{ municipalities: entry.municipalities, elsewhere: entry.elsewhere },
      hours: nearHours(entry.hours, now),
    })),
  };
}

const dayAt = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

/** Of the exceptions, only those that matter to whoever looks today; of the channels, those there are. */
function nearHours(hours: AnnouncedHours, now: number): AnnouncedHours {
  const first = dayAt(now - 2 * DAY_MS);
  const last = dayAt(now + DAYS_TOLD * DAY_MS);
  return {
    week: Object.fromEntries(
      Object.entries(hours.week).filter(([, week]) => week.some((day) => day.length > 0)),
    ),
    exceptions: hours.exceptions.filter(({ date }) => date >= first && date <= last),
  };
}

/** Every county with the faces that are there for it, and those that have named none. */
export function byCounty(faces: readonly DirectoryFace[]) {
  const told = toldOnly(faces);
  const inCounty = ({ code }: County) =>
    told.filter(({ entry }) => entry.municipalities.some((one) => one.startsWith(code)));
  return {
    counties: counties.map((county) => ({ county, faces: inCounty(county) })),
    nowhere: told.filter(({ entry }) => entry.municipalities.length === 0),
  };
}

export function receivesInWords(
  { receives, ages }: Pick<Entry, "receives" | "ages">,
  language: Language,
): string {
  const say = directoryMessages[language];
  const women = receives === "women";
  if (ages.until === null) return (women ? say.receivesWomen : say.receivesAll)(ages.from);
  return (women ? say.receivesWomenBetween : say.receivesAllBetween)(ages.from, ages.until);
}

/** "svenska, engelska och arabiska", in the language of the page. */
export function languagesInWords(tags: readonly string[], language: Language): string {
  return new Intl.ListFormat(language).format(tags.map((tag) => languageName(tag, language)));
}

/** One line for each channel: "Chatt: mån, ons 18–20; tors 13–15 och 18–21". */
export function weekInWords(hours: AnnouncedHours, language: Language): string[] {
  const say = directoryMessages[language];
  const and = new Intl.ListFormat(language);
  return CHANNELS_WITH_HOURS.filter((channel) => isOffered(hours, channel)).map((channel) => {
    const days = new Map<string, number[]>();
    for (const [index, day] of (hours.week[channel] ?? []).entries()) {
      const text = and.format(day.map(({ from, until }) => `${short(from)}–${short(until)}`));
      if (text !== "") days.set(text, [...(days.get(text) ?? []), index]);
    }
    const parts = [...days].map(([text, on]) => `${daysInWords(on, language)} ${text}`);
    return `${say[channel]}: ${parts.length > 0 ? parts.join("; ") : say.otherHours}`;
  });
}

const short = (time: string): string => time.replace(/^0(\d)/, "$1").replace(":00", "");

/** Four days in a row or more become "mån–tors". */
function daysInWords(days: readonly number[], language: Language): string {
  const [first = 0] = days;
  const last = days.at(-1) ?? first;
  const isRow = days.length > 2 && last - first === days.length - 1;
  if (isRow) return `${dayName(first, language)}–${dayName(last, language)}`;
  return days.map((day) => dayName(day, language)).join(", ");
}

/** The first days of 2024 are a week from its Monday. */
function dayName(index: number, language: Language): string {
  const noon = Date.UTC(2024, 0, 1 + index, 12);
  const word = formatDate(noon, language).split(" ")[0] ?? "";
  return language === "sv" ? word.replace(/dag$/, "") : word.slice(0, 3);
}
