import { fail, ok, type Result } from "../platform/result.ts";
import {
  type DirectoryMember,
  encodeInvitation,
  fromBase64url,
  invitationKeys,
  toBase64url,
  verifyEnrolment,
  type VerifiedTrust,
} from "../protocol/index.ts";
import { uuidBytes } from "../platform/ids.ts";
import { CHOOSABLE_TEAMS, type ChoosableTeam } from "../platform/permissions.ts";
import { sameBytes } from "./bytes.ts";
import {
  type MemberRole,
  type MembersView,
  type NewInvitation,
  peoplePaths as paths,
} from "./contract.ts";
import { digitsOf } from "./enrol.browser.ts";
import { newMember } from "./publication.ts";
import type { Staff } from "./staff.browser.ts";
import { amend, checkTrust } from "./trust.browser.ts";

export interface MadeInvitation {
  readonly url: string;
  readonly role: MemberRole;
  readonly expiresAt: number;
}

/** The secret is made here and stands only in the link: the server learns a hash of what follows from it. */
export async function makeInvitation(
  staff: Staff,
  role: MemberRole,
  /** The member who has lost all her devices. */
  recovers?: string,
): Promise<Result<MadeInvitation>> {
  const trust = await checkTrust(staff);
  if (!trust.ok) return trust;
  const id = crypto.randomUUID();
  const secret = staff.suite.random(32);
  const { token } = await invitationKeys(staff.suite, secret);
  const whom = recovers === undefined ? {} : { recovers };
  const body: NewInvitation = { id, token: toBase64url(token), role, ...whom };
  const made = await staff.api.post<{ expiresAt: number }>(paths.invitations, body);
  if (!made.ok) return made;
  secrets.set(id, secret);
  const { fingerprint } = trust.value;
  const fragment = encodeInvitation({ jour: staff.jour, id: uuidBytes(id), secret, fingerprint });
  const url = `${location.origin}/desk/#i=${fragment}`;
  return ok({ url, role, expiresAt: made.value.expiresAt });
}

/** Secrets of links that this page has made: with one at hand the enrolment's own proof is checked too. */
const secrets = new Map<string, Uint8Array>();

type Pending = MembersView["pending"][number];

export interface PendingDigits {
  readonly pending: Pending;
  readonly digits: readonly string[];
}

export async function digitsOfPending(
  staff: Staff,
  trust: VerifiedTrust,
  pending: Pending,
): Promise<PendingDigits> {
  const enrolment = fromBase64url(pending.enrolment) ?? new Uint8Array(0);
  return { pending, digits: await digitsOf(staff, enrolment, trust.fingerprint) };
}

/** Countersigns her: the keys come from her own enrolment, the one that the digits were made of. */
export async function letIn(
  staff: Staff,
  pending: Pending,
  teams: readonly string[],
): Promise<Result<unknown>> {
  const bytes = fromBase64url(pending.enrolment) ?? new Uint8Array(0);
  const read = await verifyEnrolment(staff.suite, bytes, { jour: staff.jour });
  if (!read.ok) return fail(read.code);
  const { identity, sealKeyHash, member } = read.value;
  if (!sameBytes(member, uuidBytes(pending.id))) return fail("enrolment-refused");
  const proven = await provenBy(staff, bytes, read.value.invitation);
  if (!proven.ok) return proven;
  const line = newMember(
    { id: member, role: pending.role, identity, sealKeyHash },
    Date.now(),
    teams,
  );
  if (pending.returns) return takeBack(staff, line);
  return amend(staff, () => ({
    members: (before) =>
      before.some((one) => sameBytes(one.id, member)) ? before : [...before, line],
  }));
}

/** New keys in the place of the old ones, which lose with that whatever they were good for. */
function takeBack(staff: Staff, line: DirectoryMember): Promise<Result<unknown>> {
  const isHer = (one: DirectoryMember): boolean => sameBytes(one.id, line.id);
  return amend(staff, async (signer) => {
    const trust = await checkTrust(staff);
    const old = trust.ok ? trust.value.members.find(isHer) : undefined;
    const isGone = signer.root && old && !sameBytes(old.identity, line.identity);
    return {
      members: (before) =>
        before.map((one) =>
          isHer(one)
            ? {
                ...one,
                identity: line.identity,
                sealKeyHash: line.sealKeyHash,
                validFrom: line.validFrom,
              }
            : one,
        ),
      revoke: isGone ? [old.identity] : [],
    };
  });
}

async function provenBy(
  staff: Staff,
  enrolment: Uint8Array,
  invitation: Uint8Array,
): Promise<Result<unknown>> {
  const made = [...secrets].find(([id]) => sameBytes(uuidBytes(id), invitation));
  if (!made) return ok(null);
  return verifyEnrolment(staff.suite, enrolment, { jour: staff.jour, secret: made[1] });
}

/** In which teams she is from now on. Teams that this desk does not know stay as they are. */
export function chooseTeams(
  staff: Staff,
  id: string,
  teams: readonly ChoosableTeam[],
): Promise<Result<unknown>> {
  const member = uuidBytes(id);
  const known: readonly string[] = CHOOSABLE_TEAMS;
  return amend(staff, () => ({
    members: (before) =>
      before.map((one) =>
        sameBytes(one.id, member)
          ? { ...one, teams: [...one.teams.filter((team) => !known.includes(team)), ...teams] }
          : one,
      ),
  }));
}

/** Out of the directory, and, where a key of the root is at hand, her own word revoked with it. */
export function removeMember(staff: Staff, id: string): Promise<Result<unknown>> {
  const member = uuidBytes(id);
  return amend(staff, async (signer) => {
    const trust = await checkTrust(staff);
    const line = trust.ok
      ? trust.value.members.find((one) => sameBytes(one.id, member))
      : undefined;
    return {
      members: (before) => before.filter((one) => !sameBytes(one.id, member)),
      // Out of the root too, where she was in it.
      revoke: signer.root && line ? [line.identity] : [],
    };
  });
}
