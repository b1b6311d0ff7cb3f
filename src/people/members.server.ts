import type { JourId } from "../platform/database/index.server.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import { hashOf } from "./challenge.server.ts";
import { INVITATION_MS, type MemberRole, type MembersView, type Mine } from "./contract.ts";
import type { Deps } from "./deps.server.ts";
import {
  allMembers,
  deleteInvitation,
  deletePending,
  findMember,
  insertInvitation,
  openInvitations,
  renameMember,
  sweepMembers,
} from "./members-store.server.ts";
import { type PasskeySite, registrationOptions } from "./passkeys.server.ts";
import { presentMembers, presentMine } from "./present.server.ts";
import { allRecoveries, deleteRecovery } from "./recovery/store.server.ts";
import { deleteSession, sessionsOf } from "./sessions-store.server.ts";
import { allOrNothing } from "./undone.server.ts";
import { checkWay, type PostedWay, removeWay, storeWays, type WayCode } from "./ways.server.ts";
import { rewrap, waysOf } from "./ways-store.server.ts";

export function membersOf(deps: Deps, jour: JourId): Promise<MembersView> {
  const now = new Date(deps.now());
  return deps.database.tenant(jour, async (tx) => {
    await sweepMembers(tx, now);
    const rows = await allMembers(tx);
    return presentMembers(rows, await openInvitations(tx, now), await allRecoveries(tx));
  });
}

export interface InvitationInput {
  readonly id: string;
  readonly token: Uint8Array;
  readonly role: MemberRole;
  readonly recovers?: string | undefined;
}

/** `madeBy` is null for the founding and for the demo. */
export function invite(
  deps: Deps,
  jour: JourId,
  input: InvitationInput,
  madeBy: string | null,
): Promise<Result<{ expiresAt: number }, "changed-meanwhile" | "not-found">> {
  const expiresAt = new Date(deps.now() + INVITATION_MS);
  const { id, recovers = null } = input;
  return deps.database.tenant(jour, async (tx) => {
    const whom = recovers === null ? undefined : await findMember(tx, recovers);
    if (recovers !== null && whom?.status !== "active") return fail("not-found");
    const role = whom?.role ?? input.role;
    const row = { id, role, tokenHash: hashOf(input.token), madeBy, expiresAt, recovers };
    const made = await insertInvitation(tx, row);
    return made ? ok({ expiresAt: expiresAt.getTime() }) : fail("changed-meanwhile");
  });
}

export const withdraw = (
  deps: Deps,
  jour: JourId,
  id: string,
): Promise<Result<null, "not-found">> =>
  deps.database.tenant(jour, async (tx) =>
    (await deleteInvitation(tx, id)) ? ok(null) : fail("not-found"),
  );

/** Says no to an enrolment that waits: its digits did not agree, or nobody asked for it. */
export const decline = (deps: Deps, jour: JourId, id: string): Promise<Result<null, "not-found">> =>
  deps.database.tenant(jour, async (tx) =>
    (await deleteRecovery(tx, id)) || (await deletePending(tx, id)) ? ok(null) : fail("not-found"),
  );

export function mineOf(
  deps: Deps,
  jour: JourId,
  member: string,
  session: string,
): Promise<Result<Mine, "not-found">> {
  return deps.database.tenant(jour, async (tx) => {
    const row = await findMember(tx, member);
    if (!row) return fail("not-found");
    const sessions = await sessionsOf(tx, member, new Date(deps.now()));
    return ok(presentMine(row, await waysOf(tx, member), sessions, session));
  });
}

/** What her own page shows, for her to take along. */
export async function everythingOf(deps: Deps, jour: JourId, member: string): Promise<unknown> {
  const mine = await mineOf(deps, jour, member, "");
  return mine.ok ? mine.value : null;
}

export const rename = (deps: Deps, jour: JourId, member: string, name: string): Promise<void> =>
  deps.database.tenant(jour, (tx) => renameMember(tx, member, name));

export async function newPasskeyOptions(
  deps: Deps,
  jour: JourId,
  site: PasskeySite,
  member: string,
): Promise<unknown> {
  const known = await deps.database.tenant(jour, (tx) => waysOf(tx, member));
  return registrationOptions(deps.challenges, site, member, known);
}

export async function addWay(
  deps: Deps,
  jour: JourId,
  site: PasskeySite,
  member: string,
  posted: PostedWay,
): Promise<Result<undefined, WayCode>> {
  const checked = await checkWay(deps, site, member, posted);
  if (!checked.ok) return checked;
  return allOrNothing<Result<undefined, never>, WayCode>(deps.database, jour, async (tx, undo) => {
    await storeWays(deps, tx, [checked.value], undo);
    return ok();
  });
}

export const forgetWay = (
  deps: Deps,
  jour: JourId,
  member: string,
  id: string,
): Promise<Result<undefined, "not-found" | "last-way-in">> =>
  deps.database.tenant(jour, (tx) => removeWay(tx, member, id));

export const rewrapWay = (
  deps: Deps,
  jour: JourId,
  member: string,
  { id, sealed }: { readonly id: string; readonly sealed: Uint8Array },
): Promise<Result<null, "not-found">> =>
  deps.database.tenant(jour, async (tx) =>
    (await rewrap(tx, member, id, sealed)) ? ok(null) : fail("not-found"),
  );

export async function endSession(
  deps: Deps,
  jour: JourId,
  member: string,
  id: string,
): Promise<Result<null, "not-found">> {
  const ended = await deps.database.tenant(jour, (tx) => deleteSession(tx, member, id));
  if (!ended) return fail("not-found");
  deps.signedOut(jour, id);
  return ok(null);
}
