import { readPictureAddress } from "../../media/index.ts";
import { isLinkAddress } from "./links.ts";
import type { Node } from "./parse.ts";

export type Hint =
  | {
      readonly kind:
        | "link-refused"
        | "link-lost"
        | "link-unpublished"
        | "link-empty"
        | "alt-missing";
      readonly address: string;
    }
  | { readonly kind: "summary-missing" };

/** What the site has, by address; true where it is published. */
export type KnownPaths = ReadonlyMap<string, boolean>;

const ours = /^\/(sidor|nyheter|rapporter)\/([^/?#]+)/;

/** What an editor should look at. No other site is asked: nobody outside learns what is being written. */
export function checkText(nodes: readonly Node[], source: string, known: KnownPaths): Hint[] {
  return [...refused(source), ...inside(nodes, known)];
}

/** How far behind an address its end is looked for. */
const MAX_TITLE = 300;

/** A link that was meant and is none stays as it was written, so the source tells. */
function refused(source: string): Hint[] {
  // Every repetition is bounded, and none is followed by what could be missing: no text makes it slow.
  const found = source.matchAll(/!?\[[^[\]\n]{0,400}\]\([ \t]{0,20}<?([^)\s>]{0,2000})/g);
  return [...found].flatMap(({ 0: whole, 1: address = "", index }): Hint[] => {
    const end = index + whole.length;
    if (!/^[^)\n]*\)/.test(source.slice(end, end + MAX_TITLE))) return [];
    const isFine = whole.startsWith("!")
      ? readPictureAddress(address) !== undefined
      : isLinkAddress(address);
    return isFine ? [] : [{ kind: "link-refused", address: address.slice(0, 80) }];
  });
}

function inside(nodes: readonly Node[], known: KnownPaths): Hint[] {
  return nodes.flatMap((node): Hint[] => {
    if (typeof node === "string") return [];
    if (node.tag === "picture")
      return node.alt.trim() === "" ? [{ kind: "alt-missing", address: node.id }] : [];
    const own = node.tag === "a" ? linkHints(node.href ?? "", node.children, known) : [];
    return [...own, ...inside(node.children, known)];
  });
}

function linkHints(address: string, children: readonly Node[], known: KnownPaths): Hint[] {
  const hints: Hint[] = [];
  if (!children.some(hasText)) hints.push({ kind: "link-empty", address });
  const [path] = ours.exec(address) ?? [];
  if (path === undefined) return hints;
  const isPublished = known.get(path);
  if (isPublished === undefined) hints.push({ kind: "link-lost", address });
  else if (!isPublished) hints.push({ kind: "link-unpublished", address });
  return hints;
}

function hasText(node: Node): boolean {
  if (typeof node === "string") return node.trim() !== "";
  return node.tag === "picture" ? node.alt !== "" : node.children.some(hasText);
}
