import { type AnnouncedHours, type Entry } from "../entry.ts";
import { announcedAt, isOffered } from "./open.ts";

// Runs in the browser of whoever searches: what she looks for leaves it in no form.

/** A face in the file that everybody fetches; what is shown of it stands in the page. */
export interface FileJour extends Pick<Entry, "doors" | "municipalities" | "elsewhere"> {
  readonly id: string;
  readonly name: string;
  readonly hours: AnnouncedHours;
}

/** GET /hitta/jourer.json */
export interface DirectoryFile {
  readonly municipalities: readonly (readonly [code: string, name: string])[];
  readonly jours: readonly FileJour[];
}

export interface Search {
  /** A door, or "" for all. */
  readonly who: string;
  /** In her own municipality, or anywhere but there. */
  readonly where: "home" | "elsewhere";
  /** "" where she has told none. */
  readonly municipality: string;
  readonly openOnly: boolean;
}

export interface Found {
  readonly jour: FileJour;
  readonly isOpen: boolean;
}

export interface Matches {
  /** Those that say that they are there for this municipality. */
  readonly here: readonly Found[];
  /** Others of the same county that receive people from elsewhere. */
  readonly near: readonly Found[];
  /** Elsewhere: all when she asked for that, else a few that are open. */
  readonly away: readonly Found[];
}

const FEW = 5;

/** Case, accents and signs do not matter: "habo" finds both Habo and Håbo. */
export const plain = (text: string): string =>
  text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^\p{L}]+/gu, " ")
    .trim();

/** The name of a municipality, "kommun" behind it or not. */
export const plainTown = (text: string): string => plain(text).replace(/ kommun$/, "");

/** The municipalities that somebody who writes this may mean: those that begin with it first. */
export function suggest(
  municipalities: DirectoryFile["municipalities"],
  written: string,
): DirectoryFile["municipalities"] {
  const wanted = plainTown(written);
  if (wanted === "") return [];
  const exact = written.trim().toLowerCase();
  const rank = (name: string): number => {
    if (name.toLowerCase().startsWith(exact)) return 0;
    if (plain(name).startsWith(wanted)) return 1;
    return plain(name).includes(` ${wanted}`) ? 2 : 3;
  };
  return municipalities
    .map((one) => ({ one, place: rank(one[1]) }))
    .filter(({ place }) => place < 3)
    .sort((a, b) => a.place - b.place || a.one[1].localeCompare(b.one[1], "sv"))
    .slice(0, 8)
    .map(({ one }) => one);
}

export const CHANNELS_WITH_HOURS = ["chat", "phone", "letter", "talk"] as const;

/** Open at every one of these moments, so that a clock that is wrong opens no door. */
export function isOpenAt({ hours }: FileJour, moments: readonly number[]): boolean {
  return CHANNELS_WITH_HOURS.some(
    (channel) =>
      isOffered(hours, channel) &&
      moments.every((moment) => announcedAt(hours, channel, moment).open),
  );
}

export function match(
  jours: readonly FileJour[],
  { who, where, municipality, openOnly }: Search,
  moments: readonly number[],
): Matches {
  const found = jours
    .filter(({ doors }) => who === "" || doors.includes(who))
    .map((jour) => ({ jour, isOpen: isOpenAt(jour, moments) }))
    .filter(({ isOpen }) => isOpen || !openOnly)
    .sort(
      (a, b) => Number(b.isOpen) - Number(a.isOpen) || a.jour.name.localeCompare(b.jour.name, "sv"),
    );
  const isHere = ({ jour }: Found): boolean => jour.municipalities.includes(municipality);
  const elsewhere = found.filter((one) => one.jour.elsewhere && !isHere(one));
  if (where === "elsewhere") return { here: [], near: [], away: elsewhere };
  const county = municipality.slice(0, 2);
  const isNear = ({ jour }: Found): boolean =>
    jour.municipalities.some((code) => code.startsWith(county));
  return {
    here: found.filter(isHere),
    near: elsewhere.filter(isNear),
    away: elsewhere.filter((one) => one.isOpen && !isNear(one)).slice(0, FEW),
  };
}
