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

/** The languages of texts: those of the site, and easy-read Swedish beside them. */
export const TEXT_LANGUAGES = ["sv", "en", "sv-easy"] as const;
export type TextLanguage = (typeof TEXT_LANGUAGES)[number];

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

export const FOLDERS = ["sidor", "nyheter", "rapporter", "remissvar"] as const;
