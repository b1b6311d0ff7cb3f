import { dayOf } from "../calendar/index.server.ts";
import type { JourId, TenantTx } from "../platform/database/index.server.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import type { Person } from "./contract.ts";
import type { MeetingText, Motion } from "./meeting-contract.ts";
import { mayMove } from "./meeting-policy.ts";
import type { AssociationDeps } from "./deps.server.ts";
import { allMeetings, allPresence } from "./meeting-store.server.ts";
import { attend, type SealedMeeting } from "./meetings.server.ts";
import { motionViews } from "./present.server.ts";
import { motionsBy } from "./own-store.server.ts";
import { dayAfterYear } from "./policy.ts";
import { forgetMember, keepPart } from "./register.server.ts";
import { hashOf, openPart, type SealedMember } from "./sealed.server.ts";
import { memberByKey, type MemberRow, updateMember } from "./store.server.ts";

// What a member does herself, by the key of her page.

export interface Herself {
  readonly row: MemberRow;
  readonly part: SealedMember;
}

const DAY_MS = 86_400_000;
const isKey = (text: string): boolean => /^[\w-]{22}$/.test(text);

/** Undefined when the key opens nothing (any more). */
export async function herself(
  { seal }: Pick<AssociationDeps, "seal">,
  tx: TenantTx,
  key: string,
): Promise<Herself | undefined> {
  const row = isKey(key) ? await memberByKey(tx, hashOf(key)) : undefined;
  const part = row && openPart<SealedMember>(seal, tx.jour, row);
  return row && part && { row, part };
}

export interface HerMeeting extends MeetingText {
  readonly id: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly isOpen: boolean;
  readonly isPresent: boolean;
  /** Whether she may write motions now. */
  readonly mayMove: boolean;
  readonly motions: readonly Motion[];
}

/** What she is called to, until a day after its end. */
export async function herMeetings(
  { seal, now }: Pick<AssociationDeps, "seal" | "now">,
  tx: TenantTx,
  { row }: Herself,
): Promise<HerMeeting[]> {
  const here = (await allPresence(tx)).filter(({ member }) => member === row.id);
  const motions = await motionsBy(tx, row.id);
  const shown = (await allMeetings(tx)).filter(
    ({ stage, endsAt }) =>
      stage === "open" || (stage === "called" && endsAt.getTime() > now() - DAY_MS),
  );
  return shown.flatMap((meeting) => {
    const part = openPart<SealedMeeting>(seal, tx.jour, meeting);
    if (!part) return [];
    const { title, place, agenda, motionsUntil = null } = part;
    const { id, startsAt, endsAt, stage } = meeting;
    return {
      ...{ id, title, place, agenda, motionsUntil, isOpen: stage === "open" },
      mayMove: mayMove(stage, motionsUntil, dayOf(now())),
      motions: motionViews(
        { seal },
        tx.jour,
        motions.filter((one) => one.meeting === id),
      ),
      ...{ startsAt: startsAt.getTime(), endsAt: endsAt.getTime() },
      isPresent: here.some((one) => one.meeting === id),
    };
  });
}

/** She is there; the vote is as the rule has it, and what the secretary has said stays. */
export const noteHerself = (
  deps: AssociationDeps,
  jour: JourId,
  key: string,
  meeting: string,
): Promise<Result<undefined, "not-found" | "closed">> =>
  deps.database.tenant<Result<undefined, "not-found" | "closed">>(jour, async (tx) => {
    const found = await herself(deps, tx, key);
    if (!found) return fail("not-found");
    const member = found.row.id;
    const here = (await allPresence(tx)).some(
      (one) => one.meeting === meeting && one.member === member,
    );
    if (here) return ok();
    const ticked = { meeting, member, isPresent: true, hasVote: null };
    return attend(tx, { ...ticked, part: found.part, byHerself: true });
  });

type Done = Result<undefined, "not-found">;

export const correct = (
  deps: AssociationDeps,
  jour: JourId,
  key: string,
  person: Person,
): Promise<Done> =>
  deps.database.tenant<Done>(jour, async (tx) => {
    const found = await herself(deps, tx, key);
    if (!found) return fail("not-found");
    await keepPart(deps, tx, found.row, { ...found.part, person });
    return ok();
  });

/** At once all of it is deleted; else on the day after the year, which she may take back until then. */
export const leave = (
  deps: AssociationDeps,
  jour: JourId,
  key: string,
  when: "now" | "year-end" | "stay",
): Promise<Done> =>
  deps.database.tenant<Done>(jour, async (tx) => {
    const found = await herself(deps, tx, key);
    if (!found) return fail("not-found");
    if (when === "now") await forgetMember(deps, tx, found.row.id);
    else {
      const deleteOn = when === "stay" ? null : dayAfterYear(dayOf(deps.now()));
      await updateMember(tx, { ...found.row, deleteOn });
    }
    return ok();
  });
