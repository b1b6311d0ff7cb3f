import { readPictureAddress } from "../../media/index.ts";
import { formerAddress } from "../former/address.ts";
import { FOLDERS } from "../kinds.ts";
import type { Known } from "./known.ts";
import { isLinkAddress } from "./links.ts";
import type { Node } from "./parse.ts";

export type Hint =
  | {
      readonly kind:
        | "link-refused"
        | "link-lost"
        | "link-unpublished"
        | "link-face"
        | "link-empty"
        | "alt-missing";
      readonly address: string;
    }
  | { readonly kind: "summary-missing" };

const ours = new RegExp(
  String.raw`^(?:/sprak/[a-z]{2})?/(?:${FOLDERS.join("|")})/([^/]+)(?:/lattlast)?$`,
);

/**
 * What an editor should look at, in a text that stands on `face`, or without one on all of them. No other site is
 * asked: nobody outside learns what is being written.
 */
export function checkText(
  nodes: readonly Node[],
  source: string,
  known: Known,
  face: string | null = null,
): Hint[] {
  return [...refused(source), ...inside(nodes, known, face)];
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

function inside(nodes: readonly Node[], known: Known, face: string | null): Hint[] {
  return nodes.flatMap((node): Hint[] => {
    if (typeof node === "string") return [];
    if (node.tag === "picture")
      return node.alt.trim() === "" ? [{ kind: "alt-missing", address: node.id }] : [];
    const own = node.tag === "a" ? linkHints(node.href ?? "", node.children, known, face) : [];
    return [...own, ...inside(node.children, known, face)];
  });
}

/** Whether a picture of the text says nothing to those who do not see it. */
export const lacksWords = (nodes: readonly Node[]): boolean =>
  nodes.some((node) => {
    if (typeof node === "string") return false;
    return node.tag === "picture" ? node.alt.trim() === "" : lacksWords(node.children);
  });

function linkHints(
  address: string,
  children: readonly Node[],
  known: Known,
  face: string | null,
): Hint[] {
  const kind = address.startsWith("/") ? wrongWithin(address, known, face) : undefined;
  return [
    ...(children.some(hasText) ? [] : [{ kind: "link-empty", address } as const]),
    ...(kind ? [{ kind, address } as const] : []),
  ];
}

/** What is wrong with an address of this site, if anything. */
function wrongWithin(address: string, known: Known, face: string | null) {
  const [whole = "", path = "", search = ""] = /^([^?#]*)(\?[^#]*)?/.exec(address) ?? [];
  if (known.leads.has(formerAddress(path, search) ?? whole)) return undefined;
  if (known.leads.has(formerAddress(path, "") ?? whole)) return undefined;
  const slug = ours.exec(path)?.[1];
  if (slug === undefined) return known.isOwn(path) ? undefined : "link-lost";
  const page = known.pages.get(slug);
  if (!page) return "link-lost";
  if (!page.isPublished) return "link-unpublished";
  const on = face === null ? known.faces : [face];
  const isThere = page.face === null || on.every((one) => one === page.face);
  return isThere ? undefined : "link-face";
}

function hasText(node: Node): boolean {
  if (typeof node === "string") return node.trim() !== "";
  return node.tag === "picture" ? node.alt !== "" : node.children.some(hasText);
}
