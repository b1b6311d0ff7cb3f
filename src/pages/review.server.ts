import type { Database, JourId, TenantTx } from "../platform/database/index.server.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import type { ReviewView } from "./contract.ts";
import * as reviews from "./review-store.server.ts";
import type { TextPlace } from "./service.server.ts";
import * as store from "./store.server.ts";

type Code = "not-found" | "changed-meanwhile";

/** Asks the colleagues to read the newest version. */
export function askForEyes(
  database: Database,
  jour: JourId,
  place: TextPlace,
  version: number,
  member: string,
): Promise<Result<undefined, Code>> {
  return database.tenant(jour, async (tx) => {
    const refused = await notNewest(tx, place, version);
    if (refused) return fail(refused);
    await reviews.putAsked(tx, { ...place, version, member });
    return ok();
  });
}

/** Says yes to exactly this version, as long as it is the newest; never to her own. */
export function sayYes(
  database: Database,
  jour: JourId,
  place: TextPlace,
  version: number,
  member: string,
): Promise<Result<undefined, Code | "own-text">> {
  return database.tenant(jour, async (tx) => {
    const refused = await notNewest(tx, place, version);
    if (refused) return fail(refused);
    const author = await reviews.authorOf(tx, place.page, place.language, version);
    if (!author) return fail("not-found");
    if (author.member === member) return fail("own-text");
    await reviews.putYes(tx, { ...place, version, member });
    return ok();
  });
}

export async function notNewest(
  tx: TenantTx,
  { page, language }: TextPlace,
  version: number,
): Promise<Code | undefined> {
  const standing = (await store.holdPage(tx, page)) && (await store.holdText(tx, page, language));
  if (!standing) return "not-found";
  return standing.latest === version ? undefined : "changed-meanwhile";
}

/**
 * Whether two have seen this version: the one who saved it, and another who said yes. Of a text that no
 * member wrote, or whose writer has left, whoever publishes it is the second.
 */
export async function isSeenByTwo(
  tx: TenantTx,
  { page, language }: TextPlace,
  version: number,
  publisher: string,
): Promise<boolean> {
  if (!(await reviews.wantsSecondEyes(tx))) return true;
  const review = await reviews.findReview(tx, page, language, version);
  if (!review?.isYes) return false;
  const author = await reviews.authorOf(tx, page, language, version);
  return author?.member !== null || review.saidById !== publisher;
}

export async function reviewView(
  tx: TenantTx,
  { page, language }: TextPlace,
  version: number,
  member: string,
): Promise<ReviewView> {
  const review = await reviews.findReview(tx, page, language, version);
  const author = await reviews.authorOf(tx, page, language, version);
  return {
    askedBy: review?.askedBy ?? null,
    isAsked: review !== undefined,
    isYes: review?.isYes === true,
    saidBy: review?.saidBy ?? null,
    isMine: author?.member === member,
  };
}
