import type { Database, JourId } from "../platform/database/index.server.ts";
import type { HostView } from "../platform/http/index.server.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import { facesOf } from "../site/index.server.ts";
import { type OpenedPage, type PageList, type PageText, type TextEntry } from "./contract.ts";
import { reviewView } from "./review.server.ts";
import { wantsSecondEyes } from "./review-store.server.ts";
import { kindsFor } from "./kinds.ts";
import type { TextPlace } from "./service.server.ts";
import * as drafts from "./draft-store.server.ts";
import * as store from "./store.server.ts";

/** All pages with how their texts stand. */
export async function listPages(
  database: Database,
  { id: jour, federation = false }: NonNullable<HostView["jour"]>,
): Promise<PageList> {
  const { pages, texts, secondEyes } = await database.tenant(jour, async (tx) => ({
    pages: await store.allPages(tx),
    texts: await store.allTexts(tx),
    secondEyes: await wantsSecondEyes(tx),
  }));
  const faces = await facesOf(database, jour);
  return {
    pages: pages.map((page) => {
      const own = texts.filter((text) => text.page === page.id);
      return { ...page, texts: own.map((text) => present(text, own)) };
    }),
    faces: faces.map(({ id, name }) => ({ id, name })),
    secondEyes,
    kinds: kindsFor(federation),
  };
}

function present(text: store.TextRow, all: readonly store.TextRow[]): TextEntry {
  const { language, title, latest, published, scheduled, scheduledAt, follows, review } = text;
  const swedish = all.find((one) => one.language === "sv");
  const isBehind = language !== "sv" && swedish !== undefined && swedish.latest > (follows ?? 0);
  return { language, title, latest, published, scheduled, scheduledAt, isBehind, follows, review };
}

/** One text with all its versions, and what she herself had begun. */
export function openPage(
  database: Database,
  jour: JourId,
  { page, language }: TextPlace,
  member: string,
): Promise<Result<OpenedPage, "not-found">> {
  return database.tenant(jour, async (tx) => {
    if (!(await store.holdPage(tx, page))) return fail("not-found");
    const versions = await store.versionsOf(tx, page, language);
    const newest = versions[0]?.version;
    const text =
      newest === undefined ? undefined : await store.findVersion(tx, page, language, newest);
    const draft = await drafts.findDraft(tx, page, language, member);
    return ok({
      ...(newest !== undefined && text && { saved: { version: newest, text } }),
      ...(draft && { draft: { basedOn: draft.basedOn, text: textOf(draft.content) } }),
      versions,
      ...(newest !== undefined && {
        review: await reviewView(tx, { page, language }, newest, member),
      }),
    });
  });
}

/** What putDraft has written; its shape was checked on the way in. */
const textOf = (content: string): PageText => JSON.parse(content) as PageText;
