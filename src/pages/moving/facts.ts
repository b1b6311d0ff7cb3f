import type { Kind, TextLanguage } from "../kinds.ts";
import { slugOf } from "../text/parse.ts";
import { attribute, find, type HtmlElement, below, wordsOf } from "./html.ts";

/** What a page says of itself, apart from its text. All of it is a guess that the editor may change. */
export interface Facts {
  readonly title: string;
  readonly summary: string;
  readonly dated: string | null;
  readonly kind: Kind;
  readonly language: Extract<TextLanguage, "sv" | "en">;
  readonly slug: string;
}

export function factsOf(path: string, page: HtmlElement, content: HtmlElement): Facts {
  const dated = dateOf(path, page, content);
  const title = titleOf(path, page, content);
  const kind = kindOf(path, page, dated);
  return {
    ...{ title, kind },
    summary: metaOf(page, "description", "og:description").slice(0, 600),
    dated: kind === "news" || kind === "report" ? dated : null,
    language: /^en\b/i.test(attribute(page, "lang")) ? "en" : "sv",
    slug: slugFrom(path, title),
  };
}

/** The page's own text, without what stands on every page of the site. */
export function contentOf(page: HtmlElement): HtmlElement {
  const body = find(page, ({ tagName }) => tagName === "body") ?? page;
  const main = find(body, (one) => one.tagName === "main" || attribute(one, "role") === "main");
  if (main) return main;
  const articles = [...below(body)].filter(({ tagName }) => tagName === "article");
  const [only] = articles;
  if (only && articles.length === 1) return only;
  const named = /^(?:main-?content|page-?content|content|innehall|innehåll|huvudinnehall)$/i;
  return find(body, (one) => named.test(attribute(one, "id"))) ?? body;
}

const isHeading = ({ tagName }: HtmlElement): boolean => tagName === "h1";

function titleOf(path: string, page: HtmlElement, content: HtmlElement): string {
  const first = find(content, isHeading) ?? find(page, isHeading);
  const own = first ? wordsOf(first) : "";
  if (own !== "") return own.slice(0, 160);
  const named = find(page, ({ tagName }) => tagName === "title");
  // "Om oss – Kvinnojouren Vide": the name of the site comes last.
  const [said = ""] = (named ? wordsOf(named) : "").split(/\s[|–—»·]\s|\s-\s/);
  return (said.trim() || nameOf(path)).slice(0, 160);
}

/** Of "om-oss/index.html" the folder tells, of "kontakt.html" the file. */
function nameOf(path: string): string {
  const parts = path.replace(/\.(?:x?html?|shtml|php|aspx?)$/i, "").split("/");
  const last = parts.pop() ?? "";
  const own = /^(?:index|default|start)$/i.test(last) ? (parts.pop() ?? "start") : last;
  return own.replaceAll(/[-_]+/g, " ").trim() || "sida";
}

function slugFrom(path: string, title: string): string {
  const name = nameOf(path).replace(/^\d{4} \d\d (?:\d\d )?/, "");
  const slug = slugOf(/\p{L}/u.test(name) && !/[?=&]/.test(name) ? name : title);
  return slug || slugOf(title) || "sida";
}

function metaOf(page: HtmlElement, ...names: readonly string[]): string {
  for (const name of names) {
    const isIt = (one: HtmlElement): boolean =>
      one.tagName === "meta" &&
      [attribute(one, "name"), attribute(one, "property"), attribute(one, "itemprop")].some(
        (own) => own.toLowerCase() === name,
      );
    const found = find(page, isIt);
    const said = found ? attribute(found, "content").replaceAll(/\s+/g, " ") : "";
    if (said !== "") return said;
  }
  return "";
}

const DATE_NAMES = [
  ...["article:published_time", "datepublished", "dc.date", "dcterms.created", "dc.date.created"],
  ...["date", "pubdate", "og:published_time"],
];

/** What the page says it is from, else what the name of its file says. */
function dateOf(path: string, page: HtmlElement, content: HtmlElement): string | null {
  const meta = dayIn(metaOf(page, ...DATE_NAMES));
  if (meta) return meta;
  const time = find(content, ({ tagName }) => tagName === "time");
  const told = time && (dayIn(attribute(time, "datetime")) ?? dayIn(wordsOf(time)));
  if (told) return told;
  const [, year, month, day] =
    /(?:^|\D)((?:19|20)\d\d)[-_/]?(\d\d)[-_/]?(\d\d)(?=\D|$)/.exec(path) ?? [];
  return dayOf(year, month, day) ?? dayIn(wordsOf(content).slice(0, 240), true);
}

const MONTHS =
  "januari februari mars april maj juni juli augusti september oktober november december".split(
    " ",
  );

/** A day as ISO writes it, or in Swedish words; `published`: only where it says that it is that. */
function dayIn(text: string, published = false): string | null {
  if (!published) {
    const [, year, month, day] = /^((?:19|20)\d\d)-(\d\d)-(\d\d)/.exec(text) ?? [];
    const told = dayOf(year, month, day);
    if (told) return told;
  }
  const before = published ? "(?:publicera[dt]|skrive[nt]|datum|den)\\W{1,3}(?:den )?" : "";
  const form = new RegExp(
    `${before}\\b(\\d{1,2})(?::e)? (${MONTHS.join("|")}) ((?:19|20)\\d\\d)`,
    "i",
  );
  const [, day, month = "", year] = form.exec(text) ?? [];
  const number = MONTHS.indexOf(month.toLowerCase()) + 1;
  return dayOf(year, String(number).padStart(2, "0"), day?.padStart(2, "0"));
}

/** null for what is no day, such as the 31st of February. */
function dayOf(year = "", month = "", day = ""): string | null {
  const written = `${year}-${month}-${day}`;
  const read = new Date(`${written}T12:00Z`);
  const isDay = !Number.isNaN(read.getTime()) && read.toISOString().startsWith(written);
  return isDay ? written : null;
}

const kinds: readonly (readonly [RegExp, Kind])[] = [
  [/tillganglighet|tillgänglighet|accessibility/, "accessibility"],
  [/rapport|report/, "report"],
  [/om-oss|om_oss|omoss|about/, "about"],
  [/anhorig|anhörig|narstaende|närstående|vän-|relative/, "relative"],
  [/socialtjanst|socialtjänst|myndighet|social-services/, "social-services"],
  [/skyddat-boende|skyddatboende|shelter/, "shelter"],
  [/rensa|spår|spar-/, "traces"],
];

function kindOf(path: string, page: HtmlElement, dated: string | null): Kind {
  const name = path.toLowerCase().normalize("NFC");
  if (/nyhet|news|aktuellt|blogg?|press|\/20\d\d\//.test(`/${name}`)) return "news";
  for (const [pattern, kind] of kinds) if (pattern.test(name)) return kind;
  const isArticle = /article|blogposting/i.test(metaOf(page, "og:type"));
  return isArticle && dated !== null ? "news" : "guide";
}
