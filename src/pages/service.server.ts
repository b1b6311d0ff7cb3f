import { randomUUID } from "node:crypto";
import type { Database, JourId, TenantTx } from "../platform/database/index.server.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import type { PageSettings, PageText } from "./contract.ts";
import { dayAhead, dayOf, dayOfPublished, momentOf } from "./days.server.ts";
import { isDated, type TextLanguage } from "./kinds.ts";
import { mayBeShown } from "./check.server.ts";
import { ahead, liveVersion } from "./live.ts";
import { isSeenByTwo } from "./review.server.ts";
import * as drafts from "./draft-store.server.ts";
import * as store from "./store.server.ts";
import { lacksWords } from "./text/check.ts";
import { parseMarkdown } from "./text/parse.ts";

/** Which text is meant. */
export interface TextPlace {
  readonly page: string;
  readonly language: TextLanguage;
}

export interface NewPage extends PageSettings {
  readonly language: TextLanguage;
  readonly text: PageText;
}

type Made = Result<{ page: string }, "address-taken" | "not-found">;

/** A page with its first version, which nobody sees until it is published. */
export async function makePage(
  tx: TenantTx,
  { language, text, ...settings }: NewPage,
  member: string | null,
): Promise<Made> {
  if (settings.face !== null && !(await store.isFace(tx, settings.face))) return fail("not-found");
  const page = randomUUID();
  await store.insertPage(tx, page, settings);
  if (!(await store.takeAddress(tx, page, settings.slug))) {
    await store.deletePage(tx, page);
    return fail("address-taken");
  }
  await store.insertVersion(tx, { page, language, version: 1, text, member });
  return ok({ page });
}

interface Change {
  readonly page: string;
  /** Of its settings, as she saw them. */
  readonly version: number;
  readonly settings: PageSettings;
  readonly now: number;
}

/** Another place, kind or address; the old address goes on leading here. */
export function changeSettings(
  database: Database,
  jour: JourId,
  { page, version, settings, now }: Change,
): Promise<Result<{ version: number }, "not-found" | "changed-meanwhile" | "address-taken">> {
  return database.tenant(jour, async (tx) => {
    const held = await store.holdPage(tx, page);
    if (!held) return fail("not-found");
    if (held.version !== version) return fail("changed-meanwhile");
    if (settings.face !== null && !(await store.isFace(tx, settings.face)))
      return fail("not-found");
    if (!(await store.takeAddress(tx, page, settings.slug))) return fail("address-taken");
    const dated = settings.dated ?? (await dayOfPublished(tx, held, settings.kind, now));
    await store.updatePage(tx, page, { ...settings, dated });
    return ok({ version: version + 1 });
  });
}

interface Written {
  /** The version that she wrote upon. */
  readonly after: number;
  readonly text: PageText;
  readonly member: string | null;
  /** Of a translation: the Swedish version that she says it follows; unsaid, what it followed before. */
  readonly follows?: number | null | undefined;
}

type Saved = Result<{ version: number }, "not-found" | "changed-meanwhile">;

/** Every save is a version. Whoever wrote upon an older one is told; hers stays with her as a draft. */
export const saveText = (
  database: Database,
  jour: JourId,
  place: TextPlace,
  written: Written,
): Promise<Saved> => database.tenant(jour, (tx) => saveIn(tx, place, written));

/** Inside a transaction, for the demo too, whose texts no member wrote. */
export async function saveIn(
  tx: TenantTx,
  { page, language }: TextPlace,
  { after, text, member, follows }: Written,
): Promise<Saved> {
  if (!(await store.holdPage(tx, page))) return fail("not-found");
  const standing = await store.holdText(tx, page, language);
  if ((standing?.latest ?? 0) !== after) {
    if (member !== null)
      await drafts.putDraft(tx, page, language, member, draftOf(after, text, follows));
    return fail("changed-meanwhile", { latest: standing?.latest ?? 0 });
  }
  const version = after + 1;
  const said = await followedIn(tx, { page, language }, after, follows);
  await store.insertVersion(tx, { page, language, version, text, member, follows: said });
  if (member !== null) await drafts.deleteDraft(tx, page, language, member);
  return ok({ version });
}

/** What was said of it, or what the version before it held. Swedish follows nothing, and nobody what is not there. */
async function followedIn(
  tx: TenantTx,
  { page, language }: TextPlace,
  after: number,
  said: number | null | undefined,
): Promise<number | null> {
  const swedish = language === "sv" ? undefined : await store.holdText(tx, page, "sv");
  const follows = said === undefined ? await store.followedBy(tx, page, language, after) : said;
  return swedish && follows !== null ? Math.min(follows, swedish.latest) : null;
}

export const draftOf = (
  basedOn: number,
  text: PageText,
  follows?: number | null,
): drafts.DraftRow => ({ basedOn, content: JSON.stringify({ ...text, follows }) });

type Published<C extends string = never> = Result<undefined, "not-found" | "bad-time" | C>;

interface Publishing {
  readonly version: number;
  /** On the clock of Sweden; null is now. */
  readonly at: string | null;
  readonly now: number;
  /** Who publishes. */
  readonly member: string;
}

/** Now, or at a time on the clock of Sweden. What was published stays so until then. */
export function publishText(
  database: Database,
  jour: JourId,
  { page, language }: TextPlace,
  { version, at, now, member }: Publishing,
): Promise<Published<"second-eyes-missing" | "not-checked" | "alt-missing">> {
  const moment = at === null ? null : momentOf(at);
  if (moment === undefined) return Promise.resolve(fail("bad-time"));
  return database.tenant(jour, async (tx) => {
    // Held first: nobody says yes, or takes the rule away, in between.
    if (!(await store.holdPage(tx, page))) return fail("not-found");
    if (!(await isSeenByTwo(tx, { page, language }, version, member)))
      return fail("second-eyes-missing");
    if (!(await mayBeShown(tx, { page, language }, version))) return fail("not-checked");
    const text = await store.findVersion(tx, page, language, version);
    if (text && lacksWords(parseMarkdown(text.body))) return fail("alt-missing");
    return publishIn(tx, { page, language }, version, moment, now);
  });
}

/** Inside a transaction, for the demo too. */
export async function publishIn(
  tx: TenantTx,
  { page, language }: TextPlace,
  version: number,
  moment: number | null,
  now: number,
): Promise<Published> {
  const held = await store.holdPage(tx, page);
  const standing = held && (await store.holdText(tx, page, language));
  if (!held || !standing || version > standing.latest) return fail("not-found");
  const isLater = moment !== null && moment > now;
  await store.setStanding(tx, page, language, {
    published: isLater ? liveVersion(standing, now) : version,
    scheduled: isLater ? version : null,
    scheduledAt: isLater ? moment : null,
  });
  if (isDated(held.kind))
    await store.dateIfUndated(tx, page, dayOf(isLater ? moment : now), dayAhead(standing, now));
  return ok();
}

/** Taken back: nobody sees the text any more, and nothing is to come. */
export function withdrawText(
  database: Database,
  jour: JourId,
  { page, language }: TextPlace,
  now: number,
): Promise<Result<undefined, "not-found">> {
  return database.tenant(jour, async (tx) => {
    const held = await store.holdPage(tx, page);
    const standing = held && (await store.holdText(tx, page, language));
    if (!standing) return fail("not-found");
    const nothing = { published: null, scheduled: null, scheduledAt: null };
    await store.setStanding(tx, page, language, nothing);
    await store.dateIfUndated(tx, page, null, dayAhead(standing, now));
    return ok();
  });
}

/** What was to come does not come; what is read stays as it is. */
export function callOff(
  database: Database,
  jour: JourId,
  { page, language }: TextPlace,
  now: number,
): Promise<Result<undefined, "not-found" | "changed-meanwhile">> {
  return database.tenant(jour, async (tx) => {
    const held = await store.holdPage(tx, page);
    const standing = held && (await store.holdText(tx, page, language));
    if (!standing) return fail("not-found");
    // Its time has come while she looked: it is read by now.
    if (!ahead(standing, now)) return fail("changed-meanwhile");
    const { published } = standing;
    await store.setStanding(tx, page, language, { published, scheduled: null, scheduledAt: null });
    await store.dateIfUndated(tx, page, null, dayAhead(standing, now));
    return ok();
  });
}
