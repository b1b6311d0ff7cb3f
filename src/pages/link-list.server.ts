import type { Database, JourId } from "../platform/database/index.server.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import { facesOf } from "../site/index.server.ts";
import type { LinkList, LostLink, TriedLink } from "./contract.ts";
import { ownAddresses } from "./desk-views.server.ts";
import type { TextLanguage } from "./kinds.ts";
import { tryLink } from "./outward.server.ts";
import type { TextPlace } from "./service.server.ts";
import * as store from "./store.server.ts";
import { checkText } from "./text/check.ts";
import { knownOf } from "./text/known.ts";
import { type Node, parseMarkdown } from "./text/parse.ts";

const LOST = ["link-lost", "link-unpublished", "link-face", "link-refused"] as const;
/** What one text may have tried in one go. */
const MAX_LINKS = 40;
const AT_ONCE = 4;

/** All links of the newest texts that lead nowhere within the site; nobody outside is asked. */
export async function listLinks(
  database: Database,
  jour: JourId,
  paths: readonly string[],
  now: number,
): Promise<LinkList> {
  const faces = (await facesOf(database, jour)).map(({ id }) => id);
  const { pages, texts, bodies, own } = await database.tenant(jour, async (tx) => ({
    own: await ownAddresses(tx, paths),
    pages: await store.allPages(tx),
    texts: await store.allTexts(tx),
    bodies: await store.newestBodies(tx),
  }));
  const known = knownOf({ pages, texts, faces, own }, now);
  const faceOf = new Map(pages.map(({ id, face }) => [id, face]));
  const lost: LostLink[] = [];
  const outward: { page: string; language: TextLanguage }[] = [];
  for (const { page, language, body } of bodies) {
    const nodes = parseMarkdown(body);
    for (const hint of checkText(nodes, body, known, faceOf.get(page) ?? null)) {
      const kind = LOST.find((one) => one === hint.kind);
      if (kind && "address" in hint) lost.push({ page, language, kind, address: hint.address });
    }
    if (linksOut(nodes).length > 0) outward.push({ page, language });
  }
  return { lost, outward };
}

function linksOut(nodes: readonly Node[]): string[] {
  const found = nodes.flatMap((node): string[] => {
    if (typeof node === "string" || node.tag === "picture") return [];
    const own = node.elsewhere && node.href !== undefined ? [node.href] : [];
    return [...own, ...linksOut(node.children)];
  });
  return [...new Set(found)];
}

/** At most one text at a time in this process: an editor is patient, and the house answers others. */
let isBusy = false;

/** Tries the links of one text to other sites. Nothing of it is kept. */
export async function tryLinks(
  database: Database,
  jour: JourId,
  { page, language }: TextPlace,
  attempt = tryLink,
): Promise<Result<{ tried: readonly TriedLink[] }, "not-found" | "busy">> {
  const body = await database.tenant(jour, (tx) => store.newestBody(tx, page, language));
  if (body === undefined) return fail("not-found");
  if (isBusy) return fail("busy");
  isBusy = true;
  try {
    const rest = linksOut(parseMarkdown(body)).slice(0, MAX_LINKS);
    const tried: TriedLink[] = [];
    const work = async (): Promise<void> => {
      for (let address = rest.shift(); address !== undefined; address = rest.shift())
        tried.push({ address, ...(await attempt(address)) });
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return ok({ tried });
  } finally {
    isBusy = false;
  }
}
