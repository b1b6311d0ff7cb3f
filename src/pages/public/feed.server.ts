import { createHash } from "node:crypto";
import { inLanguage, type Language, languages } from "../../ui/languages.ts";
import { ARCHIVES, archived, isDated, pathOf } from "../kinds.ts";
import { type Index, listed, type LiveText } from "../reading.server.ts";

const MAX_ENTRIES = 30;

/** What may stand in XML at all, with its signs written out. */
function xml(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** News and reports in Swedish, as Atom (RFC 4287). `origin` has no slash at its end. */
export function atomFeed({ sign, texts }: Index, origin: string): string {
  const dated = listed(texts, "sv").filter(({ kind }) => isDated(kind));
  const entries = dated.slice(0, MAX_ENTRIES);
  const newest = Math.max(0, ...entries.map((text) => moments(text).updated));
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="sv">',
    `<id>${xml(`${origin}/nyheter`)}</id>`,
    `<title>${xml(sign.face.name)}</title>`,
    `<updated>${new Date(newest).toISOString()}</updated>`,
    `<link rel="self" type="application/atom+xml" href="${xml(`${origin}/nyheter.atom`)}"/>`,
    `<link rel="alternate" type="text/html" href="${xml(`${origin}/nyheter`)}"/>`,
    `<author><name>${xml(sign.face.name)}</name></author>`,
    ...entries.map((text) => entry(text, origin)),
    "</feed>",
    "",
  ].join("\n");
}

const HALF_A_DAY = 43_200_000;

/** It bears a day and no hour: noon, or when it became what is read, if that was earlier that day. Never changed before it was published. */
function moments({ dated, since }: LiveText): { published: number; updated: number } {
  const day = Date.parse(`${dated ?? "1970-01-01"}T00:00:00Z`);
  const updated = Math.max(since, day);
  return { updated, published: Math.min(day + HALF_A_DAY, updated) };
}

function entry(text: LiveText, origin: string): string {
  const { published, updated } = moments(text);
  const language = text.language === "en" ? ' xml:lang="en"' : "";
  return [
    `<entry${language}>`,
    `<id>${idOf(text.page)}</id>`,
    `<title>${xml(text.title)}</title>`,
    `<published>${new Date(published).toISOString()}</published>`,
    `<updated>${new Date(updated).toISOString()}</updated>`,
    `<link rel="alternate" type="text/html" href="${xml(origin + pathOf(text))}"/>`,
    `<summary>${xml(text.summary === "" ? text.title : text.summary)}</summary>`,
    "</entry>",
  ].join("\n");
}

/** Stays when the address changes; the page's own number is nobody's business outside. */
function idOf(page: string): string {
  const hex = createHash("sha256").update(page).digest("hex");
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`];
  return `urn:uuid:${[...parts, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join("-")}`;
}

interface Found {
  readonly path: string;
  readonly languages: readonly Language[];
}

/** Every page for search engines (sitemaps.org 0.9), each language of it beside the others; easy texts by themselves. */
export function sitemap({ texts }: Index, origin: string): string {
  const isHere = (kind: string): boolean => texts.some((text) => text.kind === kind);
  const lists = archived.filter((kind) => kind === "news" || isHere(kind));
  const found: readonly Found[] = [
    ...["/", "/sidor", ...lists.map((kind) => ARCHIVES[kind])].map((path) => ({ path, languages })),
    ...listed(texts, "sv").map((page) => {
      const own = texts.filter((text) => text.page === page.page).map(({ language }) => language);
      return { path: pathOf(page), languages: languages.filter((one) => own.includes(one)) };
    }),
    ...texts
      .filter(({ language }) => language === "sv-easy")
      .map((text) => ({ path: `${pathOf(text)}/lattlast`, languages: ["sv"] as const })),
  ];
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...found.flatMap((one) => one.languages.map((language) => place(one, language, origin))),
    "</urlset>",
    "",
  ].join("\n");
}

function place({ path, languages: all }: Found, language: Language, origin: string): string {
  const at = (one: Language): string => xml(`${origin}${path}${inLanguage(one)}`);
  const others = all.map(
    (one) => `<xhtml:link rel="alternate" hreflang="${one}" href="${at(one)}"/>`,
  );
  return `<url><loc>${at(language)}</loc>${all.length > 1 ? others.join("") : ""}</url>`;
}
