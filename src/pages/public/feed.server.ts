import { createHash } from "node:crypto";
import { isDated, pathOf } from "../kinds.ts";
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
  const newest = Math.max(0, ...entries.map(({ savedAt }) => savedAt));
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

function entry(text: LiveText, origin: string): string {
  const published = new Date(`${text.dated ?? "1970-01-01"}T12:00:00Z`).toISOString();
  const language = text.language === "en" ? ' xml:lang="en"' : "";
  return [
    `<entry${language}>`,
    `<id>${idOf(text.page)}</id>`,
    `<title>${xml(text.title)}</title>`,
    `<published>${published}</published>`,
    `<updated>${new Date(text.savedAt).toISOString()}</updated>`,
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

/** Every page for search engines (sitemaps.org 0.9), with its languages beside each other. */
export function sitemap(index: Index | undefined, origin: string): string {
  const texts = index ? listed(index.texts, "sv") : [];
  const paths = ["/", "/sidor", "/nyheter", ...texts.map(pathOf)];
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...paths.map((path) => `<url><loc>${xml(origin + path)}</loc></url>`),
    "</urlset>",
    "",
  ].join("\n");
}
