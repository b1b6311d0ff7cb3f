import { dayOf, momentOf, plusMonths } from "../calendar/index.server.ts";
import type { JourId, TenantTx } from "../platform/database/index.server.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import type { Asker, AssociationDeps } from "./deps.server.ts";
import { progressOf } from "./handing.server.ts";
import { type MeetingRow, type PresenceRow } from "./meeting-store.server.ts";
import type { Meeting, MeetingText, Present, WrittenMeeting } from "./meeting-contract.ts";
import { hasVote, mayEdit, mayStep } from "./meeting-policy.ts";
import {
  allCalls,
  allMeetings,
  allPresence,
  deleteMeeting,
  dropPresence,
  forgetPresence,
  insertMeeting,
  meetingOf,
  notePresence,
  updateMeeting,
} from "./meeting-store.server.ts";
import { motionViews } from "./present.server.ts";
import { allAdjusters, allMotions } from "./own-store.server.ts";
import { closePart, openPart, type SealedMember } from "./sealed.server.ts";
import { memberOf, settingsOf } from "./store.server.ts";

/** What of a meeting lies sealed. */
export interface SealedMeeting extends MeetingText {
  readonly counted: Meeting["counted"];
  readonly adjusted: Meeting["adjusted"];
}

const MINUTE = 60_000;
const MOST_MEETINGS = 200;
type Code = "not-found" | "changed-meanwhile" | "gone" | "closed";
type Done = Result<undefined, Code>;

export async function meetings(
  { database, seal, mail }: AssociationDeps,
  { jour }: Asker,
): Promise<Meeting[]> {
  return database.tenant(jour, async (tx) => {
    const [calls, presence] = [await allCalls(tx), await allPresence(tx)];
    const [motions, adjusters] = [await allMotions(tx), await allAdjusters(tx)];
    const progress = progressOf(await mail.standings(tx));
    return (await allMeetings(tx)).map((row) => {
      const isHere = ({ meeting }: { readonly meeting: string }): boolean => meeting === row.id;
      const here = presence.filter(isHere);
      return meetingView(row, openPart<SealedMeeting>(seal, jour, row), {
        present: here.map(presentView),
        calls: progress(calls.filter(isHere)),
        motions: motionViews({ seal }, jour, motions.filter(isHere)),
        adjusters: adjusters.filter(isHere).map(({ member, confirmed }) => ({ member, confirmed })),
      });
    });
  });
}

const presentView = ({ member, hasVote: votes, byHerself }: PresenceRow): Present => ({
  ...{ member, hasVote: votes, byHerself },
});

const unread: SealedMeeting = {
  ...{ title: "", place: "", agenda: [], motionsUntil: null, counted: null, adjusted: null },
};

function meetingView(
  { id, stage, startsAt, endsAt, feeYear, sequence, version }: MeetingRow,
  part: SealedMeeting | undefined,
  more: Pick<Meeting, "present" | "calls" | "motions" | "adjusters">,
): Meeting {
  const { title, place, agenda, counted, adjusted, motionsUntil = null } = part ?? unread;
  return {
    ...{
      id,
      stage,
      feeYear,
      sequence,
      version,
      title,
      place,
      agenda,
      counted,
      adjusted,
      motionsUntil,
      ...more,
    },
    ...{ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() },
    isReadable: part !== undefined,
  };
}

/** Found, not changed meanwhile, readable; what `next` gives is kept. */
export function changeMeeting(
  { database, seal }: Pick<AssociationDeps, "database" | "seal">,
  jour: JourId,
  { id, version }: { readonly id: string; readonly version: number },
  next: (
    tx: TenantTx,
    row: MeetingRow,
    part: SealedMeeting,
  ) => Promise<{ row?: Partial<MeetingRow>; part?: Partial<SealedMeeting> } | "closed">,
): Promise<Done> {
  return database.tenant<Done>(jour, async (tx) => {
    const row = await meetingOf(tx, id);
    if (!row) return fail("not-found");
    if (row.version !== version) return fail("changed-meanwhile");
    const part = openPart<SealedMeeting>(seal, jour, row);
    if (!part) return fail("gone");
    const changed = await next(tx, row, part);
    if (changed === "closed") return fail("closed");
    const sealed = closePart(seal, jour, id, { ...part, ...changed.part });
    await updateMeeting(tx, { ...row, ...changed.row, sealed });
    return ok();
  });
}

/** Planned, or changed; those who were called are told of a change when it is called again. */
export function saveMeeting(
  deps: AssociationDeps,
  { jour }: Asker,
  wished: WrittenMeeting,
): Promise<Result<undefined, Code | "limit-reached">> {
  const { id, version, starts, minutes, feeYear, title, place, agenda, motionsUntil } = wished;
  const at = momentOf(starts);
  const times = { startsAt: new Date(at), endsAt: new Date(at + minutes * MINUTE), feeYear };
  const text = { title, place, agenda, motionsUntil };
  if (version > 0)
    return changeMeeting(deps, jour, wished, async (_, row) =>
      mayEdit(row.stage) ? { row: times, part: text } : "closed",
    );
  const part: SealedMeeting = { ...text, counted: null, adjusted: null };
  const sealed = closePart(deps.seal, jour, id, part);
  const fresh = { stage: "planned", sequence: 0, adjustedOn: null, version: 1 } as const;
  return deps.database.tenant<Result<undefined, Code | "limit-reached">>(jour, async (tx) => {
    if ((await allMeetings(tx)).length >= MOST_MEETINGS) return fail("limit-reached");
    return (await insertMeeting(tx, { id, ...fresh, ...times, sealed }))
      ? ok()
      : fail("changed-meanwhile");
  });
}

export async function dropMeeting(
  { database }: AssociationDeps,
  { jour }: Asker,
  id: string,
): Promise<Result<undefined, "not-found">> {
  return (await database.tenant(jour, (tx) => deleteMeeting(tx, id))) ? ok() : fail("not-found");
}

/** Opens attendance, or closes it and keeps how many were there. */
export const step = (
  deps: AssociationDeps,
  { jour }: Asker,
  {
    to,
    ...wished
  }: { readonly id: string; readonly version: number; readonly to: "open" | "held" },
): Promise<Done> =>
  changeMeeting(deps, jour, wished, async (tx, row) => {
    if (!mayStep(row.stage, to, row.adjustedOn !== null)) return "closed";
    if (to === "open") return { row: { stage: to }, part: { counted: null } };
    const here = (await allPresence(tx)).filter(({ meeting }) => meeting === row.id);
    const votes = here.filter((one) => one.hasVote).length;
    return { row: { stage: to }, part: { counted: { present: here.length, votes } } };
  });

export interface Ticked {
  readonly meeting: string;
  readonly member: string;
  readonly isPresent: boolean;
  /** `null`: as the rule has it. */
  readonly hasVote: boolean | null;
}

/** The secretary's tick; while attendance is open. */
export function tick(
  deps: AssociationDeps,
  { jour }: Asker,
  wished: Ticked,
): Promise<Result<undefined, "not-found" | "closed" | "gone">> {
  type Ticking = Result<undefined, "not-found" | "closed" | "gone">;
  return deps.database.tenant<Ticking>(jour, async (tx) => {
    const member = await memberOf(tx, wished.member);
    if (member?.stage !== "member") return fail("not-found");
    const part = openPart<SealedMember>(deps.seal, jour, member);
    if (!part) return fail("gone");
    return attend(tx, { ...wished, part, byHerself: false });
  });
}

interface Attending extends Ticked {
  readonly part: SealedMember;
  readonly byHerself: boolean;
}

/** The meeting is locked first: nobody comes in while attendance is being closed and counted. */
export async function attend(
  tx: TenantTx,
  { meeting, member, isPresent, hasVote: votes, part, byHerself }: Attending,
): Promise<Result<undefined, "not-found" | "closed">> {
  const row = await meetingOf(tx, meeting);
  if (!row) return fail("not-found");
  if (row.stage !== "open") return fail("closed");
  if (isPresent) {
    const given = votes ?? hasVote(part.fees, row.feeYear);
    await notePresence(tx, { meeting, member, hasVote: given, byHerself });
  } else await dropPresence(tx, meeting, member);
  return ok();
}

/** Forgets who was called and who was there, as many months after the meeting as the jour has set. */
export const forgetOld = async ({ now }: Pick<AssociationDeps, "now">, tx: TenantTx) => {
  const { keepMonths } = await settingsOf(tx);
  const day = plusMonths(dayOf(now()), -keepMonths);
  await forgetPresence(tx, new Date(momentOf(`${day}T00:00`)));
};
