import { MAX_PICTURE_BYTES } from "../../media/index.ts";
import { pathOf } from "../kinds.ts";
import type { Result } from "../../platform/result.ts";
import type { FinishedImport, ImportedPage } from "./contract.ts";
import type { Left } from "./left.ts";
import { freeSlug, type OldFile, type Plan, type PlannedPage } from "./plan.ts";
import { type Nodes, written } from "./write.ts";

/** How what is moved in reaches the jour: by her doors from the desk, straight from the command line. */
export interface Ways {
  /** Begins; tells which of these addresses are in use. */
  begin(slugs: readonly string[]): Promise<Result<{ import: string; taken: readonly string[] }>>;
  picture(id: string, file: Uint8Array, alt: string): Promise<Result<{ address: string }>>;
  finish(
    id: string,
    pages: readonly ImportedPage[],
    left: readonly Left[],
  ): Promise<Result<FinishedImport>>;
  undo(id: string): Promise<unknown>;
}

const MAX_BODY = 60_000;
const MAX_FILES = 200;
const PICTURE_FAULTS = ["picture-unreadable", "picture-too-large", "picture-limit"] as const;

/** Pictures first, then all drafts in one step. What fails on the way is taken back whole. */
export async function moveIn(
  { pages, pictures, left }: Plan,
  ways: Ways,
  tell: (done: number, of: number) => void,
): Promise<Result<FinishedImport>> {
  const begun = await ways.begin(pages.map(({ slug }) => slug));
  if (!begun.ok) return begun;
  const { import: id, taken } = begun.value;
  const used = new Set(taken);
  const settled = pages.map((page) => ({ ...page, slug: freeSlug(page.slug, used) }));
  const shown = [...pictures].filter(([path]) => settled.some((page) => shows(page, path)));
  const addresses = new Map<string, string>();
  for (const [at, [path, { file, alt }]] of shown.entries()) {
    tell(at, shown.length);
    const kept = await keep(ways, id, file, alt);
    const fault = PICTURE_FAULTS.find((one) => !kept.ok && one === kept.code);
    if (kept.ok) addresses.set(path, kept.value.address);
    else if (fault) left.add(path, fault);
    else {
      await ways.undo(id);
      return kept;
    }
  }
  const paths = new Map(settled.map((page) => [page.path, pathOf(page)]));
  const made = settled.map((page, at) => imported(page, at, { paths, addresses, left }));
  const finished = await ways.finish(id, made, left.rows);
  if (!finished.ok) await ways.undo(id);
  return finished;
}

async function keep(ways: Ways, id: string, file: OldFile, alt: string) {
  if (file.size > MAX_PICTURE_BYTES) return { ok: false, code: "picture-too-large" } as const;
  const bytes = await file.read().catch(() => undefined);
  if (!bytes) return { ok: false, code: "picture-unreadable" } as const;
  return ways.picture(id, bytes, alt);
}

interface Places {
  readonly paths: ReadonlyMap<string, string>;
  readonly addresses: ReadonlyMap<string, string>;
  readonly left: Plan["left"];
}

function imported(page: PlannedPage, at: number, places: Places): ImportedPage {
  const { kind, slug, dated, language, title, summary } = page;
  const blocks = placed(page.blocks, places);
  const text = {
    title: fit(title),
    summary: fit(summary),
    body: bodyOf(page, blocks, places),
    cover: null,
  };
  const files = filesOf(page, places).slice(0, MAX_FILES);
  return { kind, slug, dated, language, position: Math.min(at, 999), text, file: page.path, files };
}

/** By whose old addresses one comes to this page: pictures that it shows, documents that it led to. */
function filesOf(page: PlannedPage, { addresses }: Places): ImportedPage["files"] {
  const shown = [...addresses].filter(([path]) => shows(page, path));
  return [
    ...shown.map(([file, picture]) => ({ file, picture })),
    ...page.documents.map((file) => ({ file, picture: null })),
  ];
}

const fit = (text: string): string => text.replaceAll(/[\p{Cc}\p{Cs}]/gu, "").trim();

/** As many whole blocks as a page can hold. */
function bodyOf({ path }: PlannedPage, blocks: Nodes[], { left }: Places): string {
  let body = written(blocks);
  if (body.length <= MAX_BODY) return body;
  left.add(path, "text-cut");
  for (let count = blocks.length - 1; body.length > MAX_BODY && count >= 0;) {
    body = written(blocks.slice(0, count));
    count = Math.min(count - 1, Math.floor((count * MAX_BODY) / Math.max(1, body.length)));
  }
  return body;
}

const shows = (page: PlannedPage, picture: string): boolean =>
  page.blocks.some((node) => some(node, (one) => "url" in one && one.url === `picture:${picture}`));

function some(node: Nodes, is: (one: Nodes) => boolean): boolean {
  return is(node) || ("children" in node && node.children.some((child) => some(child, is)));
}

/** Files have become addresses; what has none leaves its words, and a picture nothing. */
function placed(nodes: readonly Nodes[], places: Places): Nodes[] {
  return nodes.flatMap((node): Nodes[] => {
    if (node.type === "image") {
      const url = places.addresses.get(node.url.replace(/^picture:/, ""));
      return url === undefined ? [] : [{ ...node, url }];
    }
    if (!("children" in node)) return [node];
    const children = placed(node.children, places);
    if (children.length === 0 && node.type !== "tableCell") return [];
    if (node.type !== "link" || !node.url.startsWith("page:"))
      return [{ ...node, children } as Nodes];
    const url = places.paths.get(node.url.slice("page:".length));
    return url === undefined ? children : [{ ...node, url, children } as Nodes];
  });
}
