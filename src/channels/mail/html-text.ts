// The readable text of an HTML mail. Tags fall away: nothing of it is ever drawn, fetched or run. One pass
// from front to back, whatever it is given.

/** Whose content is no text. */
const SILENT = new Set(["script", "style", "head", "title", "template", "svg", "math", "object"]);
const BREAKS = new Set(
  "address article blockquote body br center dd div dl dt figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tr ul".split(
    " ",
  ),
);
const ENTITIES: Readonly<Record<string, string>> = {
  ...{ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " ", shy: "" },
  ...{ aring: "å", auml: "ä", ouml: "ö", Aring: "Å", Auml: "Ä", Ouml: "Ö", eacute: "é" },
  ...{ ndash: "–", mdash: "—", hellip: "…", bull: "•", copy: "©", euro: "€", sect: "§" },
  ...{ lsquo: "‘", rsquo: "’", ldquo: "“", rdquo: "”", laquo: "«", raquo: "»", zwnj: "", zwj: "" },
};

function decode(text: string): string {
  return text.replaceAll(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,10});/gi, (whole, name: string) => {
    if (!name.startsWith("#")) return ENTITIES[name] ?? whole;
    const hex = name[1] === "x" || name[1] === "X";
    const code = hex ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    const isCharacter = code >= 32 && code <= 0x10_ffff && (code < 0xd800 || code > 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : " ";
  });
}

/** Capitals of ASCII alone: every place stays where it was. */
const lower = (text: string): string => text.replaceAll(/[A-Z]+/g, (part) => part.toLowerCase());

/** Where a tag ends, quotes minded; the length of the text when it never does. */
function endOfTag(html: string, from: number): number {
  let quote = "";
  for (let at = from; at < html.length; at++) {
    const sign = html[at] ?? "";
    if (quote !== "") quote = sign === quote ? "" : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === ">") return at;
  }
  return html.length;
}

function attribute(tag: string, name: string): string {
  const found = new RegExp(
    `\\s${name}\\s{0,9}=\\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\\s>]*))`,
    "i",
  ).exec(tag);
  return decode(found?.[1] ?? found?.[2] ?? found?.[3] ?? "").trim();
}

class Writer {
  readonly #parts: string[] = [];
  #link = "";
  #linkFrom = 0;

  text(html: string): void {
    const said = decode(html).replaceAll(/[ \t\r\n\f]+/g, " ");
    if (said !== "") this.#parts.push(said);
  }

  tag(name: string, closes: boolean, whole: string): void {
    if (name === "a") return closes ? this.#endLink() : this.#beginLink(attribute(whole, "href"));
    if (name === "img" && !closes) {
      const alt = attribute(whole, "alt");
      if (alt !== "") this.#parts.push(` [${alt}] `);
    }
    if (name === "li" && !closes) this.#parts.push("\n• ");
    else if (name === "td" || name === "th") this.#parts.push(" ");
    else if (BREAKS.has(name)) this.#parts.push(name === "p" ? "\n\n" : "\n");
  }

  #beginLink(href: string): void {
    this.#link = href;
    this.#linkFrom = this.#parts.length;
  }

  /** Where a link leads is said in words: what is written on it may be something else. */
  #endLink(): void {
    const href = this.#link;
    if (href === "") return;
    this.#link = "";
    const shown = this.#parts.slice(this.#linkFrom).join("").trim();
    if (/^(https?|mailto|tel):/i.test(href) && !href.endsWith(shown))
      this.#parts.push(` (${href})`);
    else if (/^(https?|mailto|tel):/i.test(href) && shown === "") this.#parts.push(href);
  }

  done(): string {
    const lines = this.#parts.join("").split("\n");
    const tidy = lines.map((line) => line.replaceAll(/ {2,}/g, " ").trim()).join("\n");
    return tidy.replaceAll(/\n{3,}/g, "\n\n").trim();
  }
}

/** What may follow a "<" that begins a tag. */
const BEGINS = /[a-z/!?]/;

/** Where the next tag begins; negative when no more do. */
function nextTag(small: string, from: number): number {
  let at = small.indexOf("<", from);
  while (at >= 0 && !BEGINS.test(small[at + 1] ?? "")) at = small.indexOf("<", at + 1);
  return at;
}

export function textOfHtml(html: string): string {
  const small = lower(html);
  const out = new Writer();
  let at = 0;
  while (at < html.length) {
    const open = nextTag(small, at);
    if (open < 0) break;
    out.text(html.slice(at, open));
    if (small.startsWith("<!--", open)) {
      const end = html.indexOf("-->", open + 4);
      at = end < 0 ? html.length : end + 3;
      continue;
    }
    const [, slash = "", tag = ""] =
      /^<(\/?)([a-z0-9:!?-]{0,30})/.exec(small.slice(open, open + 40)) ?? [];
    const end = endOfTag(html, open + 1);
    at = end + 1;
    out.tag(tag, slash === "/", html.slice(open, end));
    if (slash === "/" || !SILENT.has(tag)) continue;
    const close = small.indexOf(`</${tag}`, at);
    at = close < 0 ? html.length : endOfTag(html, close) + 1;
  }
  if (at < html.length) out.text(html.slice(at));
  return out.done();
}
