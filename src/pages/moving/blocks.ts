import type { DefaultTreeAdapterTypes as Tree } from "parse5";
import { attribute, cleaned, type HtmlElement, type HtmlNode, isElement } from "./html.ts";
import type { Sort } from "./left.ts";
import { inlineOf, type Look, plain, type Run, tidied } from "./runs.ts";
import { isTable, rowsOf, staysBehind } from "./sieve.ts";
import type { Nodes } from "./write.ts";

/** How the elements of a page become those of ours. */
export interface Telling {
  /** What stayed behind. */
  readonly left: (what: Sort, detail?: string) => void;
  /** Where a link may lead; empty where it cannot lead anywhere. */
  readonly link: (address: string) => string;
  /** What stands for a picture; undefined of one that is not here. */
  readonly picture: (
    element: HtmlElement,
  ) => { readonly url: string; readonly alt: string } | undefined;
  /** The heading that has become the title of the page, and so is not said twice. */
  readonly title: HtmlElement | undefined;
}

const HEADING = /^h[1-6]$/;
const BLOCKS = new Set(
  "address article blockquote center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main menu ol p pre section summary table tbody td tfoot th thead tr ul body".split(
    " ",
  ),
);
/** Our own reader goes ten levels deep; a list takes two. */
const MAX_NESTING = 3;

export class Blocks {
  readonly #tell: Telling;
  readonly #isInside: boolean;

  constructor(tell: Telling, isInside: boolean) {
    this.#tell = tell;
    this.#isInside = isInside;
  }

  of(parent: HtmlElement, nesting = 0, look = plain): Nodes[] {
    return this.#flow(parent.childNodes, nesting, look);
  }

  #flow(nodes: readonly HtmlNode[], nesting: number, look: Look): Nodes[] {
    const made: Nodes[] = [];
    let runs: Run[] = [];
    const flush = (): void => {
      made.push(...paragraphs(runs));
      runs = [];
    };
    for (const node of nodes) {
      if (!isElement(node) || !this.#holdsBlock(node)) {
        this.#inline(node, look, runs);
        continue;
      }
      flush();
      made.push(...this.#block(node, nesting, look));
    }
    flush();
    return made;
  }

  /** A link or a bold word around whole blocks is found in old pages too. */
  #holdsBlock(element: HtmlElement): boolean {
    if (BLOCKS.has(element.tagName)) return true;
    if (staysBehind(element, this.#isInside) !== undefined) return false;
    return element.childNodes.some((child) => isElement(child) && this.#holdsBlock(child));
  }

  #block(element: HtmlElement, nesting: number, look: Look): Nodes[] {
    const { tagName } = element;
    if (element === this.#tell.title || this.#leaves(element)) return [];
    if (HEADING.test(tagName)) return this.#heading(element);
    if (tagName === "hr") return [{ type: "thematicBreak" }];
    if (tagName === "pre") return codeOf(element);
    if (tagName === "table") return this.#table(element, nesting);
    if (tagName === "ul" || tagName === "ol" || tagName === "menu" || tagName === "dir")
      return this.#list(element, nesting);
    const own = this.#lookOf(element, look);
    if (tagName === "dt" || tagName === "summary" || tagName === "legend")
      return this.#flow(element.childNodes, nesting, { ...own, strong: true });
    if (tagName !== "blockquote" || nesting >= MAX_NESTING)
      return this.#flow(element.childNodes, nesting, own);
    const children = this.#flow(element.childNodes, nesting + 1, own);
    return children.length === 0 ? [] : [{ type: "blockquote", children } as Nodes];
  }

  #leaves(element: HtmlElement): boolean {
    const sort = staysBehind(element, this.#isInside);
    if (sort === undefined) return false;
    const address =
      attribute(element, "src") || attribute(element, "data") || attribute(element, "action");
    if (sort !== "silent") this.#tell.left(sort, address);
    return true;
  }

  #heading(element: HtmlElement): Nodes[] {
    const depth = Math.min(4, Math.max(2, Number(element.tagName.slice(1))));
    const runs = tidied(this.#runsOf(element, plain)).filter(({ kind }) => kind !== "break");
    const words = runs.filter(({ kind }) => kind === "text").map((run) => bare(run));
    const pictures = runs.filter(({ kind }) => kind === "picture");
    const made: Nodes[] =
      words.length === 0
        ? []
        : [{ type: "heading", depth, children: inlineOf(tidied(words)) } as Nodes];
    return [...made, ...paragraphs(pictures)];
  }

  #list(element: HtmlElement, nesting: number): Nodes[] {
    if (nesting >= MAX_NESTING) return this.#flow(element.childNodes, nesting, plain);
    const items = element.childNodes.filter(isElement).flatMap((item) => {
      if (this.#leaves(item)) return [];
      const children = this.#flow(
        item.tagName === "li" ? item.childNodes : [item],
        nesting + 1,
        plain,
      );
      return children.length === 0 ? [] : [{ type: "listItem", spread: false, children }];
    });
    if (items.length === 0) return [];
    const ordered = element.tagName === "ol";
    const start = ordered
      ? Math.min(9999, Math.max(0, Math.trunc(Number(attribute(element, "start") || 1)) || 1))
      : null;
    return [{ type: "list", ordered, start, spread: false, children: items } as Nodes];
  }

  #table(element: HtmlElement, nesting: number): Nodes[] {
    if (nesting > 0 || !isTable(element)) {
      if (nesting === 0) this.#tell.left("layout-table");
      return this.#flow(element.childNodes, nesting, plain);
    }
    const rows = rowsOf(element).map((cells) => ({
      type: "tableRow",
      children: cells.map((cell) => ({ type: "tableCell", children: this.#cell(cell) })),
    }));
    return rows.length === 0 ? [] : [{ type: "table", children: rows } as Nodes];
  }

  #cell(element: HtmlElement): Nodes[] {
    const runs = this.#runsOf(element, plain).map((run): Run => {
      if (run.kind === "text") return { ...run, look: { ...run.look, code: false } };
      return run.kind === "break" ? { kind: "text", text: " ", look: plain } : run;
    });
    return inlineOf(tidied(runs));
  }

  #runsOf(element: HtmlElement, look: Look): Run[] {
    const runs: Run[] = [];
    for (const child of element.childNodes) this.#inline(child, look, runs);
    return runs;
  }

  #inline(node: HtmlNode, look: Look, runs: Run[]): void {
    if (node.nodeName === "#text") {
      const text = cleaned((node as Tree.TextNode).value);
      if (text !== "") runs.push({ kind: "text", text, look });
      return;
    }
    if (!isElement(node) || node === this.#tell.title || this.#leaves(node)) return;
    if (node.tagName === "br") runs.push({ kind: "break" });
    else if (node.tagName === "img") this.#picture(node, runs);
    else {
      const own = this.#lookOf(node, look);
      if (BLOCKS.has(node.tagName)) runs.push({ kind: "text", text: " ", look: plain });
      for (const child of node.childNodes) this.#inline(child, own, runs);
      if (BLOCKS.has(node.tagName)) runs.push({ kind: "text", text: " ", look: plain });
    }
  }

  #picture(element: HtmlElement, runs: Run[]): void {
    const found = this.#tell.picture(element);
    if (found) runs.push({ kind: "picture", ...found });
  }

  #lookOf(element: HtmlElement, look: Look): Look {
    const { tagName } = element;
    if (tagName === "strong" || tagName === "b") return { ...look, strong: true };
    if (tagName === "em" || tagName === "i" || tagName === "cite") return { ...look, em: true };
    if (tagName === "code" || tagName === "kbd" || tagName === "samp")
      return { ...look, code: true };
    if (tagName !== "a") return look;
    const address = attribute(element, "href");
    const link = address === "" ? "" : this.#tell.link(address);
    return link === "" ? look : { ...look, link };
  }
}

/** A heading is bold already. */
const bare = (run: Run): Run =>
  run.kind === "text" ? { ...run, look: { ...plain, link: run.look.link } } : run;

function codeOf(element: HtmlElement): Nodes[] {
  const value = rawOf(element)
    .replaceAll("\r\n", "\n")
    .replace(/^\n|\s+$/g, "");
  return value === "" ? [] : [{ type: "code", value }];
}

function rawOf(element: HtmlElement): string {
  return element.childNodes
    .map((child) => {
      if (child.nodeName === "#text") return (child as Tree.TextNode).value;
      if (!isElement(child) || /^(?:script|style)$/.test(child.tagName)) return "";
      return child.tagName === "br" ? "\n" : rawOf(child);
    })
    .join("");
}

/** A picture at the edge of a paragraph stands by itself; two empty lines end a paragraph. */
function paragraphs(runs: readonly Run[]): Nodes[] {
  const made: Nodes[] = [];
  let open: Run[] = [];
  const close = (): void => {
    const children = inlineOf(tidied(open));
    if (children.length > 0) made.push({ type: "paragraph", children } as Nodes);
    open = [];
  };
  for (const [at, run] of runs.entries()) {
    const next = runs[at + 1];
    if (
      run.kind === "picture" &&
      (isBlank(open) || runs.slice(at + 1).every((one) => isBlank([one])))
    ) {
      close();
      open.push(run);
      close();
    } else if (run.kind === "break" && next?.kind === "break") close();
    else open.push(run);
  }
  close();
  return made;
}

const isBlank = (runs: readonly Run[]): boolean =>
  runs.every((run) => run.kind === "break" || (run.kind === "text" && run.text.trim() === ""));
