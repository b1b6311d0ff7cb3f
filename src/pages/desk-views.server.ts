import type { Database, JourId, TenantTx } from "../platform/database/index.server.ts";
import type { HostView } from "../platform/http/index.server.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import { facesOf } from "../site/index.server.ts";
import { findCheck, isDemo } from "./check-store.server.ts";
import type { Begun, OpenedPage, PageList, PageText, TextEntry } from "./contract.ts";
import { reviewView } from "./review.server.ts";
import { wantsSecondEyes } from "./review-store.server.ts";
import { allFormer, allOldFiles } from "./former/store.server.ts";
import { kindsFor } from "./kinds.ts";
import { factsOf } from "./reading.server.ts";
import { oldAddresses } from "./reading-store.server.ts";
import type { TextPlace } from "./service.server.ts";
import * as drafts from "./draft-store.server.ts";
import * as store from "./store.server.ts";
import type { OwnAddresses } from "./text/known.ts";

/** All pages with how their texts stand. */
export async function listPages(
  database: Database,
  { id: jour, federation = false }: NonNullable<HostView["jour"]>,
  paths: readonly string[],
): Promise<PageList> {
  const { pages, texts, secondEyes, showsUnchecked, own } = await database.tenant(
    jour,
    async (tx) => ({
      pages: await store.allPages(tx),
      texts: await store.allTexts(tx),
      secondEyes: await wantsSecondEyes(tx),
      showsUnchecked: await isDemo(tx),
      own: await ownAddresses(tx, paths),
    }),
  );
  const faces = await facesOf(database, jour);
  return {
    pages: pages.map((page) => {
      const all = texts.filter((text) => text.page === page.id);
      return { ...page, texts: all.map((text) => present(text, all)) };
    }),
    ...{ secondEyes, showsUnchecked },
    faces: faces.map((face) => ({ id: face.id, name: face.name, ...factsOf(face) })),
    kinds: kindsFor(federation),
    own,
  };
}

/** What links may lead to beside the pages: the public pages of this host, and what leads on. */
export async function ownAddresses(tx: TenantTx, paths: readonly string[]): Promise<OwnAddresses> {
  const [former, files] = [await allFormer(tx), await allOldFiles(tx)];
  const leads = [...new Set([...former, ...files].map(({ address }) => address))];
  return { paths, leads, old: await oldAddresses(tx) };
}

function present(text: store.TextRow, all: readonly store.TextRow[]): TextEntry {
  const { language, title, latest, published, scheduled, scheduledAt } = text;
  const { follows, review, isChecked } = text;
  const swedish = all.find((one) => one.language === "sv");
  const isBehind = language !== "sv" && swedish !== undefined && swedish.latest > (follows ?? 0);
  const standing = { latest, published, scheduled, scheduledAt };
  return { language, title, ...standing, isBehind, follows, review, isChecked };
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
    const swedish = await store.holdText(tx, page, "sv");
    const check =
      newest === undefined ? undefined : await findCheck(tx, { page, language, version: newest });
    return ok({
      swedish: swedish?.latest ?? null,
      ...(newest !== undefined && text && { saved: { version: newest, text } }),
      ...(draft && { draft: begunOf(draft) }),
      versions,
      ...(newest !== undefined && {
        review: await reviewView(tx, { page, language }, newest, member),
      }),
      ...(check && { check }),
    });
  });
}

/** What putDraft has written; its shape was checked on the way in. */
function begunOf({ basedOn, content }: drafts.DraftRow): Begun {
  const { follows, ...text } = JSON.parse(content) as PageText & Pick<Begun, "follows">;
  return { basedOn, text, follows };
}
