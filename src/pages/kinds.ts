/** What sorts of pages there are, in the order in which the site lists them. */
export const KINDS = [
  ...["emergency", "guide", "relative", "social-services", "kvinnojour", "shelter", "about"],
  ...["traces", "accessibility", "news", "report"],
] as const satisfies readonly Kind[];
export type Kind =
  | ("emergency" | "guide" | "relative" | "social-services" | "kvinnojour" | "shelter")
  | ("about" | "traces" | "accessibility" | "news" | "report");

/** The languages of texts: those of the site, and easy-read Swedish beside them. */
export const TEXT_LANGUAGES = ["sv", "en", "sv-easy"] as const;
export type TextLanguage = (typeof TEXT_LANGUAGES)[number];

export const isDated = (kind: Kind): boolean => kind === "news" || kind === "report";

const folders: Partial<Record<Kind, string>> = { news: "nyheter", report: "rapporter" };

/** The address of a page on the hosts of its jour. */
export function pathOf({ kind, slug }: { readonly kind: Kind; readonly slug: string }): string {
  return `/${folders[kind] ?? "sidor"}/${slug}`;
}

export const FOLDERS = ["sidor", "nyheter", "rapporter"] as const;
