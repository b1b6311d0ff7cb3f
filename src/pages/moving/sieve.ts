import { attribute, type HtmlElement, below, wordsOf } from "./html.ts";
import type { Sort } from "./left.ts";

/** Elements that never come along, and under which heading the report tells so. */
const SORTS: Readonly<Record<string, Sort>> = {
  ...{ script: "script", noscript: "script", template: "script" },
  ...{ style: "style", link: "style" },
  ...{ iframe: "embedded", frame: "embedded", object: "embedded", embed: "embedded" },
  ...{ applet: "embedded", portal: "embedded", frameset: "embedded" },
  ...{ video: "sound", audio: "sound", bgsound: "sound" },
  ...{ svg: "drawing", math: "drawing", canvas: "drawing", map: "drawing" },
  ...{ input: "form", select: "form", textarea: "form", button: "form", dialog: "hidden" },
  ...{ nav: "around", aside: "around" },
};
const SILENT = new Set(["head", "title", "meta", "base", "wbr", "source", "track", "col", "area"]);
const LITTLE_FORM = 600;

/** What is to be said of an element that stays behind; `silent` where nobody would miss it. */
export function staysBehind(element: HtmlElement, isInside: boolean): Sort | "silent" | undefined {
  const { tagName } = element;
  if (SILENT.has(tagName)) return "silent";
  const sort = Object.hasOwn(SORTS, tagName) ? SORTS[tagName] : undefined;
  if (sort !== undefined) return sort;
  if (tagName === "form") return isWholePage(element) ? undefined : "form";
  if (isHidden(element)) return "hidden";
  return isAround(element, isInside) ? "around" : undefined;
}

/** Old systems put a whole page into one form: its text is no form. */
function isWholePage(form: HtmlElement): boolean {
  for (const { tagName } of below(form)) if (/^(?:h[1-3]|main|article)$/.test(tagName)) return true;
  return wordsOf(form).length > LITTLE_FORM;
}

function isHidden(element: HtmlElement): boolean {
  if (element.attrs.some(({ name }) => name === "hidden")) return true;
  return /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attribute(element, "style"));
}

const AROUND_ROLES = /^(?:navigation|banner|contentinfo|search|complementary|menu|menubar)$/;
const AROUND_NAMES =
  /(?:^|[\s_-])(?:nav|navbar|navigation|menu|meny|sidebar|breadcrumbs?|cookies?|footer|sidfot|sidhuvud|masthead|skip-link|share|sharing)(?:$|[\s_-])/i;

/** What stands on every page of a site. Within an article a header or a footer is the article's own. */
function isAround(element: HtmlElement, isInside: boolean): boolean {
  if (AROUND_ROLES.test(attribute(element, "role"))) return true;
  if (isInside) return false;
  if (element.tagName === "header" || element.tagName === "footer") return true;
  if (!/^(?:div|section|ul|table|td|p)$/.test(element.tagName)) return false;
  return (
    AROUND_NAMES.test(attribute(element, "id")) || AROUND_NAMES.test(attribute(element, "class"))
  );
}

/** A table that says something, and not one that holds the page together. */
export function isTable(table: HtmlElement): boolean {
  let rows = 0;
  let heads = 0;
  for (const { tagName } of below(table)) {
    if (tagName === "tr") rows++;
    else if (tagName === "th") heads++;
    else if (/^(?:table|h\d|ul|ol|div|p|form|img|blockquote)$/.test(tagName) && heads === 0)
      return false;
    else if (tagName === "table") return false;
  }
  return rows > 1;
}

/** Rows of cells; what spans several cells stands in the first. */
export function rowsOf(table: HtmlElement): HtmlElement[][] {
  return [...below(table)]
    .filter(({ tagName }) => tagName === "tr")
    .map((row) => [...below(row)].filter(({ tagName }) => tagName === "td" || tagName === "th"))
    .filter((cells) => cells.length > 0);
}
