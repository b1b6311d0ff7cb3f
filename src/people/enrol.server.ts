import { randomUUID } from "node:crypto";
import type { JourId, TenantTx } from "../platform/database/index.server.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import { verifyEnrolment } from "../protocol/index.ts";
import { hashOf } from "./challenge.server.ts";
import { INVITATION_MS, type Invited, type Opened } from "./contract.ts";
import { uuidBytes } from "../platform/ids.ts";
import { uuidText } from "./bytes.ts";
import { type Deps, monthOf } from "./deps.server.ts";
import {
  findInvitation,
  insertPending,
  type InvitationRow,
  useInvitation,
} from "./members-store.server.ts";
import { type PasskeySite, registrationOptions } from "./passkeys.server.ts";
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
  const member = randomUUID();
  return ok({
    role: found.value.role,
    expiresAt: found.value.expires_at.getTime(),
    member,
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
      const { id, role } = invitation.value;
      // The woman's own signature says which invitation she answers.
      if (uuidText(read.value.invitation) !== id) return fail("enrolment-refused");
      const { identity: identityKey, seal: sealKey } = read.value;
      const now = deps.now();
      const pendingUntil = new Date(now + INVITATION_MS);
      const row = { id: member, name: input.name, role, enrolment: input.enrolment, identityKey };
      const made = await insertPending(tx, { ...row, sealKey, month: monthOf(now), pendingUntil });
      const first = ways[0]?.row;
      if (!made || !first) return undo("enrolment-refused");
      await storeWays(deps, tx, ways, undo);
      await useInvitation(tx, id, member);
      return ok(await opened(deps, tx, first, "enrolment"));
    },
  );
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
