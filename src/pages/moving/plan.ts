import { decodeHtml } from "./decode.ts";
import { contentOf, type Facts, factsOf } from "./facts.ts";
import { type HtmlElement, readHtml } from "./html.ts";
import { Leftovers } from "./left.ts";
import { Blocks } from "./blocks.ts";
import { hostsOf, tellingOf } from "./leads.ts";
import { isLitter, safePath } from "./paths.ts";
import type { Nodes } from "./write.ts";

/** A file as it was chosen or found: read only when it is wanted. */
export interface OldFile {
  readonly path: string;
  readonly size: number;
  read(): Promise<Uint8Array>;
}

export interface PlannedPage extends Facts {
  /** The file within the folder. */
  readonly path: string;
  /** Links and pictures still lead to files: `page:…`, `picture:…`. */
  readonly blocks: readonly Nodes[];
  /** The documents that it leads to, which do not come along. */
  readonly documents: readonly string[];
}

/** What an old site would become: nothing is stored yet. */
export interface Plan {
  readonly pages: readonly PlannedPage[];
  /** The pictures that the pages show, with the first words that describe each. */
  readonly pictures: ReadonlyMap<string, { readonly file: OldFile; readonly alt: string }>;
  readonly left: Leftovers;
}

const MAX_FILES = 5000;
export const MAX_PAGES = 300;
const MAX_HTML_BYTES = 1024 * 1024;
const isPage = (path: string): boolean => /\.(?:x?html?|shtml|php|aspx?)$/i.test(path);
const isDocument = (path: string): boolean =>
  /\.(?:pdf|docx?|odt|rtf|xlsx?|ods|pptx?|odp)$/i.test(path);
const isPicture = (path: string): boolean => /\.(?:jpe?g|png|gif|webp|avif)$/i.test(path);

/** Reads the whole folder; `breathe` is called after each page, so that a browser can go on drawing. */
export async function planSite(
  given: readonly OldFile[],
  breathe: (done: number, of: number) => Promise<void>,
): Promise<Plan> {
  const left = new Leftovers();
  const { files, documents, top } = sorted(given, left);
  const read = new Map<string, HtmlElement>();
  const named = [...files].filter(([path]) => isPage(path));
  for (const [at, [path, file]] of named.entries()) {
    const page = at < MAX_PAGES ? await pageIn(path, file, left) : undefined;
    if (at >= MAX_PAGES) left.add(path, "too-many");
    if (page) read.set(path, page);
    await breathe(at + 1, named.length);
  }
  const pictures = new Map<string, { file: OldFile; alt: string }>();
  const hosts = hostsOf(read.values(), top);
  const pages: PlannedPage[] = [];
  for (const [path, page] of read) {
    const content = contentOf(page);
    const facts = factsOf(path, page, content);
    const led = new Set<string>();
    const site = {
      path,
      content,
      facts,
      files,
      documents,
      led,
      pages: read,
      hosts,
      pictures,
      left,
    };
    const tell = tellingOf(site);
    const blocks = new Blocks(tell, content.tagName !== "body").of(content);
    if (blocks.length === 0) left.add(path, "empty");
    else pages.push({ ...facts, path, blocks, documents: [...led] });
    await breathe(named.length, named.length);
  }
  return { pages: apart(pages), pictures, left };
}

/** Files by their place in the site; what is no page and no picture is told. */
function sorted(given: readonly OldFile[], left: Leftovers) {
  const safe = new Map<string, OldFile>();
  for (const [at, file] of given.entries()) {
    const path = safePath(file.path);
    if (path === undefined) left.add(file.path.replaceAll(/\p{C}/gu, "?"), "path-refused");
    else if (isLitter(path)) continue;
    else if (at >= MAX_FILES) left.add(path, "too-many");
    else safe.set(path, file);
  }
  const top = commonTop([...safe.keys()]);
  const files = new Map<string, OldFile>();
  const documents = new Map<string, OldFile>();
  for (const [path, file] of safe) {
    const inner = path.slice(top === "" ? 0 : top.length + 1);
    if (isPage(inner) || isPicture(inner)) files.set(inner, file);
    else left.add(inner, "file-left");
    if (isDocument(inner)) documents.set(inner, file);
  }
  return { files, documents, top };
}

/** A chosen folder, and most archives, put everything below one name. */
function commonTop(paths: readonly string[]): string {
  const [first = ""] = paths;
  const top = first.includes("/") ? (first.split("/")[0] ?? "") : "";
  return top !== "" && paths.every((path) => path.startsWith(`${top}/`)) ? top : "";
}

async function pageIn(
  path: string,
  file: OldFile,
  left: Leftovers,
): Promise<HtmlElement | undefined> {
  if (file.size > MAX_HTML_BYTES) {
    left.add(path, "file-too-large");
    return undefined;
  }
  const bytes = await file.read().catch(() => undefined);
  const decoded = bytes && bytes.length <= MAX_HTML_BYTES ? decodeHtml(bytes) : undefined;
  const page = decoded && readHtml(decoded.text);
  if (!page) left.add(path, "unreadable");
  if (decoded?.lost) left.add(path, "letters-lost");
  return page;
}

/** No two pages have the same address. */
function apart(pages: readonly PlannedPage[]): PlannedPage[] {
  const taken = new Set<string>();
  return pages.map((page) => ({ ...page, slug: freeSlug(page.slug, taken) }));
}

export function freeSlug(slug: string, taken: Set<string>): string {
  let free = slug;
  for (let number = 2; taken.has(free); number++)
    free = `${slug.slice(0, 74).replace(/-$/, "")}-${number}`;
  taken.add(free);
  return free;
}
