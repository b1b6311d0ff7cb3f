import MarkdownIt, { type Token } from "markdown-it";
import { isElsewhere } from "../../platform/elsewhere.ts";
import { isAddress } from "./links.ts";
import { type PictureAddress, readPictureAddress } from "../../media/index.ts";

/** All that a page can be made of. What is not here cannot be on a page, whatever somebody writes. */
export const TAGS = [
  ...["p", "h2", "h3", "h4", "ul", "ol", "li", "blockquote", "hr", "pre", "code", "em", "strong"],
  ...["br", "a", "table", "thead", "tbody", "tr", "th", "td"],
] as const;
export type Tag =
  | ("p" | "h2" | "h3" | "h4" | "ul" | "ol" | "li" | "blockquote" | "hr" | "pre" | "code")
  | ("em" | "strong" | "br" | "a" | "table" | "thead" | "tbody" | "tr" | "th" | "td");

export interface Element {
  readonly tag: Tag;
  readonly children: Node[];
  /** Of a link. */
  readonly href?: string;
  /** Of a link to another site. */
  readonly elsewhere?: boolean;
  /** Of a heading, for the list of contents. */
  readonly id?: string;
  /** Of a list that does not begin with one. */
  readonly start?: number;
}

export interface Picture extends PictureAddress {
  readonly tag: "picture";
  readonly alt: string;
  readonly caption: string;
}

export type Node = string | Element | Picture;

/** No HTML at all: what looks like it is text. Ten levels within each other are plenty. */
const markdown = new MarkdownIt("commonmark", { html: false, maxNesting: 10 }).enable("table");
markdown.validateLink = isAddress;

/** The page title is the first heading, so those within the text begin one lower. */
const lower: Readonly<Record<string, Tag>> = {
  ...{ h1: "h2", h2: "h2", h3: "h3", h4: "h4", h5: "h4", h6: "h4" },
};

export function parseMarkdown(text: string): Node[] {
  const root: Node[] = [];
  new Builder(root).addAll(markdown.parse(text, {}));
  return root;
}

class Builder {
  readonly #open: Node[][];
  readonly #ids = new Map<string, number>();

  constructor(root: Node[]) {
    this.#open = [root];
  }

  addAll(tokens: readonly Token[]): void {
    for (const token of tokens) this.#add(token);
  }

  get #here(): Node[] {
    return this.#open.at(-1) ?? [];
  }

  #add(token: Token): void {
    if (token.hidden) return;
    if (token.nesting === -1) {
      const [closed] = [this.#open.pop()];
      if (token.type === "heading_close") this.#name(closed ?? []);
    } else if (token.nesting === 1) {
      const element = elementOf(token);
      this.#here.push(element);
      this.#open.push(element.children);
    } else this.#addLeaf(token);
  }

  #addLeaf(token: Token): void {
    const here = this.#here;
    if (token.type === "inline") this.addAll(token.children ?? []);
    else if (token.type === "softbreak") here.push("\n");
    else if (token.type === "hardbreak") here.push({ tag: "br", children: [] });
    else if (token.type === "hr") here.push({ tag: "hr", children: [] });
    else if (token.type === "code_inline") here.push({ tag: "code", children: [token.content] });
    else if (token.type === "fence" || token.type === "code_block")
      here.push({ tag: "pre", children: [token.content] });
    else if (token.type === "image") here.push(pictureOf(token));
    else here.push(token.content);
  }

  /** The heading that was just closed is the last of those still open above it. */
  #name(content: readonly Node[]): void {
    const heading = this.#here.at(-1);
    if (heading === undefined || typeof heading === "string" || heading.tag === "picture") return;
    const base = slugOf(plainText(content)) || "del";
    const count = (this.#ids.get(base) ?? 0) + 1;
    this.#ids.set(base, count);
    Object.assign(heading, { id: `a-${base}${count === 1 ? "" : `-${count}`}` });
  }
}

function elementOf(token: Token): Element {
  const tag = lower[token.tag] ?? TAGS.find((one) => one === token.tag) ?? "p";
  if (tag === "a") {
    const href = String(token.attrGet("href") ?? "");
    return { tag, children: [], href, elsewhere: isElsewhere(href) };
  }
  const start = tag === "ol" ? Number(token.attrGet("start") ?? 1) : 1;
  return { tag, children: [], ...(start !== 1 && { start }) };
}

function pictureOf(token: Token): Picture | string {
  const address = readPictureAddress(String(token.attrGet("src") ?? ""));
  const alt = wordsIn(token.children ?? []);
  if (!address) return alt;
  return { tag: "picture", ...address, alt, caption: String(token.attrGet("title") ?? "") };
}

/** What describes a picture is words: signs within it are read as elsewhere, and fall away. */
const wordsIn = (tokens: readonly Token[]): string =>
  tokens
    .map(({ type, content, children }) => {
      if (type === "softbreak" || type === "hardbreak") return " ";
      return children ? wordsIn(children) : content;
    })
    .join("");

/** The words alone, a line for each block. */
export function plainText(nodes: readonly Node[]): string {
  const line = /^(?:p|h\d|li|blockquote|pre|tr|hr|td|th)$/;
  return nodes
    .map((node) => {
      if (typeof node === "string") return node;
      if (node.tag === "picture") return "";
      if (node.tag === "br") return "\n";
      const inner = plainText(node.children);
      return line.test(node.tag) ? `${inner}\n` : inner;
    })
    .join("");
}

/** "Så söker du skydd" → "sa-soker-du-skydd": a name for an address. */
export function slugOf(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replaceAll(/[\u0300-\u036f]/g, "")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "")
    .slice(0, 80)
    .replace(/-$/, "");
}
