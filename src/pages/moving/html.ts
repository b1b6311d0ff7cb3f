import { defaultTreeAdapter, type DefaultTreeAdapterTypes as Tree, parse } from "parse5";

export type HtmlElement = Tree.Element;
export type HtmlNode = Tree.ChildNode;

/** More than any page that a person has made; what a prepared one makes out of little ends here. */
const MAX_ELEMENTS = 40_000;
const MAX_DEPTH = 256;

/** A page as browsers would read it: nothing of it runs, and nothing is fetched. undefined of one that is too deep. */
export function readHtml(text: string): HtmlElement | undefined {
  try {
    const { childNodes } = parse(text, { scriptingEnabled: false, treeAdapter: bounded() });
    return childNodes.filter(isElement).find(({ tagName }) => tagName === "html");
  } catch (error) {
    if (error instanceof TooMuch) return undefined;
    throw error;
  }
}

class TooMuch extends Error {}

/** Formatting that is left open is opened anew in every paragraph: a few bytes can ask for millions of elements. */
function bounded(): typeof defaultTreeAdapter {
  const depths = new WeakMap<object, number>();
  let count = 0;
  const put = (parent: object, child: object): void => {
    const depth = (depths.get(parent) ?? 0) + 1;
    if (depth > MAX_DEPTH) throw new TooMuch();
    depths.set(child, depth);
  };
  return {
    ...defaultTreeAdapter,
    createElement(...made) {
      if (++count > MAX_ELEMENTS) throw new TooMuch();
      return defaultTreeAdapter.createElement(...made);
    },
    appendChild(parent, child) {
      put(parent, child);
      defaultTreeAdapter.appendChild(parent, child);
    },
    insertBefore(parent, child, before) {
      put(parent, child);
      defaultTreeAdapter.insertBefore(parent, child, before);
    },
  };
}

export const isElement = (node: HtmlNode): node is HtmlElement => "tagName" in node;

export const attribute = (element: HtmlElement, name: string): string =>
  element.attrs.find((one) => one.name === name)?.value.trim() ?? "";

/** All elements below, in the order of the page. */
export function* below(element: HtmlElement): Generator<HtmlElement> {
  for (const child of element.childNodes)
    if (isElement(child)) {
      yield child;
      yield* below(child);
    }
}

export function find(
  element: HtmlElement,
  is: (one: HtmlElement) => boolean,
): HtmlElement | undefined {
  for (const one of below(element)) if (is(one)) return one;
  return undefined;
}

/** Its words, white space as a reader sees it. */
export function wordsOf(element: HtmlElement): string {
  const said = (node: HtmlNode): string => {
    if (node.nodeName === "#text") return (node as Tree.TextNode).value;
    if (!isElement(node) || /^(?:script|style|template|noscript)$/.test(node.tagName)) return "";
    const inner = node.childNodes.map(said).join("");
    return /^(?:p|div|h\d|li|br|td|th|tr)$/.test(node.tagName) ? ` ${inner} ` : inner;
  };
  return cleaned(said(element)).trim();
}

/** One space for any run of them; signs that nobody sees, or that turn the writing around, fall away. */
export const cleaned = (text: string): string =>
  text
    .replaceAll(/[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g, "")
    .replaceAll(/[\s\u00A0\p{Cc}]+/gu, " ");
