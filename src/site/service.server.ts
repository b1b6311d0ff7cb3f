import {
  type AgreedFace,
  agreedFaces,
  nearbyFaces,
  publishListing,
  untoldJours,
} from "../network/index.server.ts";
import type { Database, FaceId, JourId, TenantTx } from "../platform/database/index.server.ts";
import type { HostView } from "../platform/http/index.server.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import type { Language } from "../ui/languages.ts";
import { defaultExitUrl } from "../ui/page.server.tsx";
import type { FaceContent, HoursContent } from "./contract.ts";
import { claimHours, replaceHours } from "./hours-store.server.ts";
import { announced, type Announcement, dateAt } from "./hours.ts";
import { DOORS, type FaceHours } from "./names.ts";
import type { FaceSign } from "./views.ts";
import { type FaceSight, type Permit, presentPermit, presentSign } from "./present.server.ts";
import * as store from "./store.server.ts";

/** Asked of the other rooms: how many are on duty for a face's chat now, and whether letters are taken. */
export type OnDuty = (
  jour: JourId,
  face: FaceId,
) => Promise<{
  readonly chat: number;
  /** An opening of the chat that was announced for today; null or absent where the hours tell it. */
  readonly chatOpensAt?: number | null;
  /** How many answer its telephone now; absent while that is not known, and the hours decide. */
  readonly phone?: number | undefined;
  /** Within what time answers usually come, in words; absent while no letter can be taken. */
  readonly letters?: Readonly<Record<Language, string>> | undefined;
  /** The same for requests to the counselling service. */
  readonly talks?: Readonly<Record<Language, string>> | undefined;
  /** The page where the jour looks for volunteers; absent while it has nothing to say. */
  readonly volunteers?: string | undefined;
  /** The page for whoever writes about something other than support; absent where there is none. */
  readonly office?: string | undefined;
}>;

/** Asked of the other rooms: whether the chat of a face of another jour is open at this moment. */
export type ChatNow = (jour: JourId, face: FaceId) => Promise<boolean>;

/** What a page asks of the other rooms. */
export interface Rooms {
  readonly onDuty: OnDuty;
  /** Absent where no other jour is ever offered. */
  readonly chatNow?: ChatNow | undefined;
}

/** Where a page is asked for. */
export interface Place {
  readonly jour: NonNullable<HostView["jour"]>;
  readonly faceId: string | null;
}

/** Gathers what a face's pages show; undefined when the jour has no face yet. */
export async function sightOf(
  database: Database,
  { onDuty, chatNow }: Rooms,
  { jour, faceId }: Place,
  now: number,
): Promise<FaceSight | undefined> {
  const found = await database.tenant(jour.id, async (tx) => {
    const record = await (faceId === null ? store.firstFace(tx) : store.findFace(tx, faceId));
    if (!record) return undefined;
    const { kind, content } = record;
    const { municipalities } = content.reach;
    const listed = await nearbyFaces(tx, kind, municipalities);
    const agreed = chatNow ? await agreedFaces(tx, municipalities) : [];
    const standing = await store.standingPages(tx, record.id);
    return { record, standing, siblings: await store.siblings(tx), listed, agreed };
  });
  if (!found) return undefined;
  const duty = await onDuty(jour.id, found.record.id);
  const { chat, chatOpensAt = null, phone, letters, talks, volunteers, office } = duty;
  const ways = { letters, talks, volunteers, office };
  const said = { onDuty: chat, chatOpensAt, phoneOnDuty: phone, ...ways };
  const { agreed, ...sight } = found;
  // Also while her own chat is open: whoever waits there may find it full.
  const offered = chatNow ? await openOf(agreed, chatNow) : [];
  return { ...sight, ...said, offered, jour, now, demo: jour.demo };
}

const MOST_OFFERED = 12;

/** Of those with whom the jour has agreed, the ones whose chat is open now. Some at a time are asked, until enough are open. */
async function openOf(agreed: readonly AgreedFace[], chatNow: ChatNow): Promise<AgreedFace[]> {
  const found: AgreedFace[] = [];
  for (let from = 0; from < agreed.length && found.length < MOST_OFFERED; from += MOST_OFFERED) {
    const some = agreed.slice(from, from + MOST_OFFERED);
    const open = await Promise.all(
      some.map(({ jourId, faceId }) => chatNow(jourId as JourId, faceId as FaceId)),
    );
    found.push(...some.filter((_, index) => open[index]));
  }
  return found.slice(0, MOST_OFFERED);
}

/** What the hours of a face's telephone announce now. */
export async function phoneAnnounced(
  database: Database,
  jour: JourId,
  face: string,
  now: number,
): Promise<Announcement> {
  const record = await database.tenant(jour, (tx) => store.findFace(tx, face));
  return record ? announced(record.hours, "phone", now) : { open: false, opensAt: null };
}

interface FaceFacts {
  readonly id: string;
  readonly name: string;
  readonly phone: string | null;
  /** How it is with its shelter, where it shows that. */
  readonly permit?: Permit;
}

/** The faces of a jour, in their order, with the numbers that stand on them. */
export async function facesOf(database: Database, jour: JourId): Promise<FaceFacts[]> {
  const faces = await database.tenant(jour, store.allFaces);
  return faces.map(({ id, content }) => {
    const permit = presentPermit(content);
    return { id, name: content.name, phone: content.phone, ...(permit && { permit }) };
  });
}

/** The host name of the jour itself, where its desk and its first face are. */
export const hostOf = (database: Database, jour: JourId): Promise<string | undefined> =>
  database.shared((tx) => store.primaryHost(tx, jour));

/** For pages of other rooms that stand on a face's host; undefined when the jour has no face yet. */
export async function signOf(
  database: Database,
  { jour, faceId }: Pick<HostView, "jour" | "faceId">,
  language: Language,
): Promise<FaceSign | undefined> {
  if (!jour) return undefined;
  if (jour.federation)
    return database.tenant(jour.id, async (tx) => ({
      ...federationSign(jour, language),
      standing: await store.standingPages(tx, jour.id),
    }));
  return database.tenant(jour.id, async (tx) => {
    const record = await (faceId === null ? store.firstFace(tx) : store.findFace(tx, faceId));
    if (!record) return undefined;
    const standing = await store.standingPages(tx, record.id);
    return { ...presentSign(record, language, jour.demo), standing };
  });
}

/** The federation has no face: its pages stand under its own name, and on the tab under that of the directory. */
const federationSign = (
  { id, slug, name, demo }: NonNullable<HostView["jour"]>,
  language: Language,
): FaceSign => ({
  face: { id, slug, name, kind: "federation", colour: "lantern", tabTitle: "Lykta" },
  ...{ language, exitUrl: defaultExitUrl, demo },
});

export interface FaceDraft extends store.NewFace {
  readonly content: FaceContent;
  readonly hours: FaceHours;
}

/** Adds a face with all its texts and hours; for founding a jour and for the demo. */
export async function createFace(tx: TenantTx, draft: FaceDraft): Promise<void> {
  await store.insertFace(tx, draft, draft.content);
  await replaceHours(tx, draft.id, draft.hours);
  await publish(tx, draft);
}

type Refused = "not-found" | "changed-meanwhile";

/** Saves the texts of a face, unless a colleague has saved since `version` was read. */
export function saveFace(
  database: Database,
  jour: JourId,
  id: string,
  version: number,
  content: FaceContent,
): Promise<Result<{ version: number }, Refused>> {
  return database.tenant(jour, async (tx) => {
    if (!(await store.findFace(tx, id))) return fail("not-found");
    if (!(await store.updateFace(tx, id, version, content))) return fail("changed-meanwhile");
    await publishAgain(tx, id);
    return ok({ version: version + 1 });
  });
}

/** Saves week and exceptions, likewise. Dates that are past are let go. */
export function saveHours(
  database: Database,
  jour: JourId,
  id: string,
  version: number,
  hours: HoursContent,
  now: number,
): Promise<Result<{ version: number }, Refused>> {
  const yesterday = dateAt(now).subtract({ days: 1 }).toString();
  const exceptions = hours.exceptions.filter(({ date }) => date >= yesterday);
  return database.tenant(jour, async (tx) => {
    if (!(await store.findFace(tx, id))) return fail("not-found");
    if (!(await claimHours(tx, id, version))) return fail("changed-meanwhile");
    await replaceHours(tx, id, { week: hours.week, exceptions });
    await publishAgain(tx, id);
    return ok({ version: version + 1 });
  });
}

type Published = Pick<store.FaceRecord, "id" | "kind" | "content" | "hours">;

/** What everybody may know of a face, told to the network: the one place where it is put together. */
async function publish(tx: TenantTx, { id, kind, content, hours }: Published): Promise<void> {
  const { name, place, phone, policy, doors, reach, permit } = content;
  const listing = { faceId: id, kind, name, place, phone };
  await publishListing(tx, listing, {
    ...{ receives: policy.receives, ages: policy.ages },
    doors: DOORS.filter((door) => doors[door].received),
    ...reach,
    permit: permit.status,
    hours,
  });
}

/** Read while the face is held: of two saves at once, of texts and of hours, the second tells both. */
async function publishAgain(tx: TenantTx, id: string): Promise<void> {
  const face = await store.findFace(tx, id);
  if (face) await publish(tx, face);
}

/** Tells the network of those faces that were saved before it asked for all this. */
export async function publishUntold(database: Database): Promise<void> {
  for (const jour of await database.shared(untoldJours)) {
    await database.tenant(jour, async (tx) => {
      for (const face of await store.allFaces(tx)) await publish(tx, face);
    });
  }
}
