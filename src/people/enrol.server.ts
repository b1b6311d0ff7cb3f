import { randomUUID } from "node:crypto";
import type { JourId, TenantTx } from "../platform/database/index.server.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import { type VerifiedEnrolment, verifyEnrolment } from "../protocol/index.ts";
import { hashOf } from "./challenge.server.ts";
import { INVITATION_MS, type Invited, type Opened } from "./contract.ts";
import { uuidBytes } from "../platform/ids.ts";
import { uuidText } from "./bytes.ts";
import { type Deps, monthOf } from "./deps.server.ts";
import {
  findInvitation,
  findMember,
  insertPending,
  type InvitationRow,
  useInvitation,
} from "./members-store.server.ts";
import { type PasskeySite, registrationOptions } from "./passkeys.server.ts";
import { insertRecovery } from "./recovery/store.server.ts";
import { opened } from "./sign-in.server.ts";
import {
  type PublicationBytes,
  publish,
  type PublishCode,
  type Published,
} from "./trust.server.ts";
import { allOrNothing } from "./undone.server.ts";
import {
  type CheckedWay,
  checkWay,
  type PostedWay,
  storeWays,
  type WayCode,
} from "./ways.server.ts";

type InvitationCode = "invitation-unknown" | "invitation-used" | "invitation-expired";

async function standing(
  deps: Deps,
  tx: TenantTx,
  token: Uint8Array,
  forUpdate = false,
): Promise<Result<InvitationRow, InvitationCode>> {
  const invitation = await findInvitation(tx, hashOf(token), forUpdate);
  if (!invitation) return fail("invitation-unknown");
  if (invitation.used) return fail("invitation-used");
  if (invitation.expires_at.getTime() <= deps.now()) return fail("invitation-expired");
  return ok(invitation);
}

export async function lookAtInvitation(
  deps: Deps,
  jour: JourId,
  site: PasskeySite,
  token: Uint8Array,
): Promise<Result<Invited, InvitationCode>> {
  const found = await deps.database.tenant(jour, (tx) => standing(deps, tx, token));
  if (!found.ok) return found;
  const { recovers } = found.value;
  const member = recovers ?? randomUUID();
  const row =
    recovers === null
      ? undefined
      : await deps.database.tenant(jour, (tx) => findMember(tx, recovers));
  return ok({
    role: found.value.role,
    expiresAt: found.value.expires_at.getTime(),
    member,
    returning: row?.name ?? null,
    passkey: await registrationOptions(deps.challenges, site, member, []),
  });
}

export interface EnrolInput {
  readonly token: Uint8Array;
  readonly name: string;
  readonly enrolment: Uint8Array;
  readonly ways: readonly PostedWay[];
}

export type EnrolCode = InvitationCode | WayCode | "enrolment-refused";

/** Uses the invitation up and keeps the woman's enrolment until a delegate countersigns it. */
export async function enrol(
  deps: Deps,
  jour: JourId,
  site: PasskeySite,
  input: EnrolInput,
): Promise<Result<Opened, EnrolCode>> {
  const read = await verifyEnrolment(deps.suite, input.enrolment, { jour: uuidBytes(jour) });
  if (!read.ok) return fail("enrolment-refused", read.code);
  const member = uuidText(read.value.member);
  const ways: CheckedWay[] = [];
  for (const posted of input.ways) {
    const way = await checkWay(deps, site, member, posted);
    if (!way.ok) return way;
    ways.push(way.value);
  }
  return allOrNothing<Result<Opened, EnrolCode>, EnrolCode>(
    deps.database,
    jour,
    async (tx, undo) => {
      const invitation = await standing(deps, tx, input.token, true);
      if (!invitation.ok) return invitation;
      const { id, recovers } = invitation.value;
      // The woman's own signature says which invitation she answers.
      if (uuidText(read.value.invitation) !== id) return fail("enrolment-refused");
      if (recovers !== null && recovers !== member) return fail("enrolment-refused");
      const hers = ways.map(({ row, challenge }) => ({
        row: { ...row, waiting: recovers !== null },
        challenge,
      }));
      const first = hers[0]?.row;
      const made = await keepEnrolment(deps, tx, invitation.value, input, read.value);
      if (!made || !first) return undo("enrolment-refused");
      await storeWays(deps, tx, hers, undo);
      await useInvitation(tx, id, member);
      return ok(await opened(deps, tx, first, "enrolment"));
    },
  );
}

/** As a newcomer, or beside the row of her who comes back. False where her number or key is taken. */
async function keepEnrolment(
  deps: Deps,
  tx: TenantTx,
  { recovers, role }: InvitationRow,
  { name, enrolment }: EnrolInput,
  { identity: identityKey, seal: sealKey, member }: VerifiedEnrolment,
): Promise<boolean> {
  const now = deps.now();
  const pendingUntil = new Date(now + INVITATION_MS);
  if (recovers === null) {
    const row = { id: uuidText(member), name, role, enrolment, identityKey, sealKey };
    return insertPending(tx, { ...row, month: monthOf(now), pendingUntil });
  }
  const row = await findMember(tx, recovers);
  if (row?.status !== "active" || row.identity_key.equals(identityKey)) return false;
  await insertRecovery(tx, {
    member_id: recovers,
    enrolment: Buffer.from(enrolment),
    identity_key: Buffer.from(identityKey),
    seal_key: Buffer.from(sealKey),
    pending_until: pendingUntil,
  });
  return true;
}

/**
 * She whose invitation holds a delegate's or the root's key (founding, demo) countersigns herself. The
 * signature decides; the token only tells whose enrolment may be added.
 */
export async function countersignSelf(
  deps: Deps,
  jour: JourId,
  token: Uint8Array,
  publication: PublicationBytes,
): Promise<Result<Published, PublishCode | "invitation-unknown">> {
  const used = await deps.database.tenant(jour, (tx) => findInvitation(tx, hashOf(token)));
  if (!used?.used_by || used.expires_at.getTime() <= deps.now()) return fail("invitation-unknown");
  return publish(deps, jour, publication, { kind: "invited", member: used.used_by });
}
