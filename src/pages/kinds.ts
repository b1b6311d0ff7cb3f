import { furtherLanguages, isFurther } from "../ui/further.ts";

/** What sorts of pages there are, in the order in which the site lists them. */
export const KINDS = [
  ...["emergency", "guide", "relative", "social-services", "kvinnojour", "shelter", "position"],
  ...["referral", "group", "about", "traces", "accessibility", "news", "report"],
] as const satisfies readonly Kind[];
export type Kind =
  | ("emergency" | "guide" | "relative" | "social-services" | "kvinnojour" | "shelter")
  | ("about" | "traces" | "accessibility" | "news" | "report")
  | ("position" | "referral" | "group");

/** The voice of a federation: its positions, its answers to referrals, its reference groups. */
const voice: readonly Kind[] = ["position", "referral", "group"];
const ofJours: readonly Kind[] = ["emergency", "relative", "kvinnojour", "shelter"];

/** What a jour writes, and what a federation does. */
export const kindsFor = (federation: boolean): readonly Kind[] =>
  KINDS.filter((kind) => !(federation ? ofJours : voice).includes(kind));

/** The languages of texts: those of the site and easy-read Swedish, which the jour checks herself. */
export const OWN_LANGUAGES = ["sv", "en", "sv-easy"] as const;
export const TEXT_LANGUAGES = [...OWN_LANGUAGES, ...furtherLanguages] as const;
export type TextLanguage = (typeof TEXT_LANGUAGES)[number];

/** For `lang` and `dir`. */
export const tagOf = (language: TextLanguage): string => (language === "sv-easy" ? "sv" : language);

export const isDated = (kind: Kind): boolean =>
  kind === "news" || kind === "report" || kind === "position" || kind === "referral";

const folders: Partial<Record<Kind, string>> = {
  news: "nyheter",
  report: "rapporter",
  referral: "remissvar",
};

/** The address of a page on the hosts of its jour. */
export function pathOf({ kind, slug }: { readonly kind: Kind; readonly slug: string }): string {
  return `/${folders[kind] ?? "sidor"}/${slug}`;
}

/** Where one of its texts is read. */
export function addressOf(
  page: { readonly kind: Kind; readonly slug: string },
  language: TextLanguage,
): string {
  const path = pathOf(page);
  if (isFurther(language)) return `/sprak/${language}${path}`;
  return path + { sv: "", en: "?lang=en", "sv-easy": "/lattlast" }[language];
}

/** What has a list of its own, year by year, and where. */
export const ARCHIVES = {
  ...{ news: "/nyheter", report: "/rapporter" },
  ...{ referral: "/remissvar", position: "/stallningstaganden" },
} as const;
export type Archived = keyof typeof ARCHIVES;
export const archived = ["news", "report", "referral", "position"] as const;
export const isArchived = (kind: Kind): kind is Archived => kind in ARCHIVES;

export const FOLDERS = ["sidor", "nyheter", "rapporter", "remissvar"] as const;
