import { fail, ok, type Result } from "../platform/result.ts";
import {
  attempt,
  comparisonDigits,
  createIdentity,
  decodeInvitation,
  deriveRecovery,
  type Identity,
  type Invitation,
  invitationKeys,
  makeEnrolment,
  newRecoveryCode,
  publicIdentity,
  type Pins,
  pinsOfRoot,
  Refusal,
  toBase64url,
  verifyEnrolment,
  wrapIdentity,
} from "../protocol/index.ts";
import { readLog } from "../protocol/trust/log.ts";
import { uuidBytes } from "../platform/ids.ts";
import { bytesOf, sameBytes } from "./bytes.ts";
import {
  type Invited,
  type MemberRole,
  type NewWay,
  type Opened,
  peoplePaths,
} from "./contract.ts";
import { makePasskey } from "./passkey.browser.ts";
import { passphraseKeys } from "./passphrase.browser.ts";
import { firstRoot, newMember, type Signer } from "./publication.ts";
import type { Staff } from "./staff.browser.ts";
import { countersignSelf, type CurrentTrust } from "./trust.browser.ts";

/** An invitation as this browser holds it, and what the server says of it. */
export interface Guest {
  readonly invitation: Invitation;
  readonly token: Uint8Array;
  readonly role: MemberRole;
  readonly expiresAt: number;
  /** Her name, where she comes back with new keys. */
  readonly returning: string | null;
}

/** Looks at the address's fragment. `foreign-invitation`: it belongs to another jour. */
export async function readInvitation(staff: Staff, fragment: string): Promise<Result<Guest>> {
  const read = await attempt(() => decodeInvitation(fragment));
  if (!read.ok) return read;
  const invitation = read.value;
  if (!sameBytes(invitation.jour, staff.jour)) return fail("foreign-invitation");
  const { token } = await invitationKeys(staff.suite, invitation.secret);
  const seen = await look(staff, token);
  if (!seen.ok) return seen;
  const { role, expiresAt, returning } = seen.value;
  return ok({ invitation, token, role, expiresAt, returning });
}

const look = (staff: Staff, token: Uint8Array): Promise<Result<Invited>> =>
  staff.api.post<Invited>(peoplePaths.invited, { token: toBase64url(token) });

/** How she wants to open her identity from now on. */
export type Choice =
  | { readonly kind: "passkey"; readonly label: string }
  | { readonly kind: "passphrase"; readonly signInName: string; readonly passphrase: string };

export interface Enrolled {
  readonly opened: Opened;
  readonly identity: Identity;
  readonly recoveryCode: string;
  /** Of a founder: the jour's first root statement, which nobody else has seen yet. */
  readonly first: Uint8Array | undefined;
}

/** Makes her identity in this browser, wraps it twice, and hands in what the server may have. */
export async function enrol(
  staff: Staff,
  guest: Guest,
  name: string,
  choice: Choice,
): Promise<Result<Enrolled>> {
  const seen = await look(staff, guest.token);
  if (!seen.ok) return seen;
  const member = uuidBytes(seen.value.member);
  const identity = createIdentity(staff.suite);
  const first = await founding(staff, guest, identity);
  staff.fingerprint = first ? await staff.suite.sha256(first) : guest.invitation.fingerprint;
  const way = await makeWay(staff, { choice, name, member, identity, passkey: seen.value.passkey });
  if (!way.ok) return way;
  const recoveryCode = newRecoveryCode(staff.suite);
  const recovery = await recoveryWay(staff, recoveryCode, member, identity);
  const enrolment = await makeEnrolment(staff.suite, guest.invitation, member, identity);
  const answer = await staff.api.post<Opened>(peoplePaths.enrol, {
    token: toBase64url(guest.token),
    name,
    enrolment: toBase64url(enrolment),
    ways: [way.value, recovery],
  });
  if (!answer.ok) return answer;
  return ok({ opened: answer.value, identity, recoveryCode, first });
}

/** A founder's browser makes the root before her wraps, so that these can name it. */
const founding = async (
  { suite, jour }: Staff,
  { invitation }: Guest,
  { sign }: Identity,
): Promise<Uint8Array | undefined> =>
  isFounding(invitation) ? firstRoot(suite, jour, sign, Date.now()) : undefined;

/** What a new wrap of hers says of the jour. */
const pinsFor = ({ pins, fingerprint }: Staff): Pins | undefined =>
  pins ?? (fingerprint && pinsOfRoot(fingerprint));

export interface WayInput {
  readonly choice: Choice;
  /** Her name, as the passkey's chooser shows it. */
  readonly name: string;
  readonly member: Uint8Array;
  readonly identity: Identity;
  /** The server's options for a new passkey. */
  readonly passkey: unknown;
}

export async function makeWay(staff: Staff, input: WayInput): Promise<Result<NewWay>> {
  const { choice, member, identity } = input;
  if (choice.kind === "passkey") {
    const made = await makePasskey(input.passkey, input.name);
    if (!made.ok) return made;
    const { secret, registration } = made.value;
    const sealed = await wrapIdentity(
      staff.suite,
      { kind: "passkey", secret, member },
      identity,
      pinsFor(staff),
    );
    secret.fill(0);
    const { label } = choice;
    return ok({ kind: "passkey", label, sealed: toBase64url(sealed), registration });
  }
  const { host } = staff.entrance;
  const { signInName, passphrase } = choice;
  const keys = await passphraseKeys(staff.suite, { host, name: signInName, passphrase });
  if (!keys.ok) return keys;
  const { lookup, auth, wrap: secret } = keys.value;
  const sealed = await wrapIdentity(
    staff.suite,
    { kind: "passphrase", secret, member },
    identity,
    pinsFor(staff),
  );
  const found = { lookup: toBase64url(lookup), auth: toBase64url(auth) };
  return ok({ kind: "passphrase", ...found, sealed: toBase64url(sealed) });
}

export async function recoveryWay(
  staff: Staff,
  code: string,
  member: Uint8Array,
  identity: Identity,
): Promise<NewWay> {
  const { lookup, wrap: secret } = await deriveRecovery(staff.suite, code);
  const sealed = await wrapIdentity(
    staff.suite,
    { kind: "recovery", secret, member },
    identity,
    pinsFor(staff),
  );
  return { kind: "recovery", lookup: toBase64url(lookup), sealed: toBase64url(sealed) };
}

/** All zeros: this invitation founds the jour, and this browser makes her root. */
const isFounding = ({ fingerprint }: Invitation): boolean =>
  fingerprint.every((byte) => byte === 0);

/** Founding and demo only: an ordinary invitation waits for a coordinator. */
export const countersignsItself = ({ invitation }: Guest): boolean =>
  isFounding(invitation) || invitation.delegateSeed !== undefined;

export async function countersignGuest(
  staff: Staff,
  guest: Guest,
  { opened, identity, first }: Enrolled,
): Promise<Result<unknown>> {
  const keys = await publicIdentity(staff.suite, identity);
  return countersignSelf(staff, guest.token, async (current) => {
    await expectRoot(staff, guest, current);
    const id = uuidBytes(opened.member);
    const line = newMember({ id, role: guest.role, ...keys }, Date.now());
    return {
      ...(await guestSigner(staff, guest, identity, current)),
      ...(first && { first }),
      // Asked a second time after a lost answer, she stands there already.
      members: (before) =>
        before.some((one) => sameBytes(one.id, id)) ? before : [...before, line],
    };
  });
}

/** What the link says of the jour's root goes before what the server says. */
async function expectRoot(
  staff: Staff,
  { invitation }: Guest,
  { log }: CurrentTrust,
): Promise<void> {
  if (isFounding(invitation)) return;
  const [first] = log;
  const fits = first && sameBytes(await staff.suite.sha256(first), invitation.fingerprint);
  if (!fits) throw new Refusal("root-fingerprint-mismatch");
}

async function guestSigner(
  staff: Staff,
  { invitation, role }: Guest,
  { sign }: Identity,
  { log }: CurrentTrust,
): Promise<{ signer: Signer; custodian?: Uint8Array }> {
  const seed = invitation.delegateSeed;
  if (!seed) return { signer: { delegate: sign, root: sign } };
  const key = await staff.suite.ed25519.publicKey(seed);
  const { root } = await readLog(staff.suite, log, staff.jour);
  const isRoot = root?.keys.some((one) => sameBytes(one, key)) ?? false;
  if (!isRoot) return { signer: { delegate: seed } };
  return role === "coordinator"
    ? { signer: { delegate: sign, root: seed }, custodian: sign }
    : { signer: { delegate: seed, root: seed } };
}

/**
 * What both read aloud: over her keys, the invitation and the jour's root. If the server had put
 * another's keys in place of hers, or another root before her, the digits would differ.
 */
export async function digitsOf(
  staff: Staff,
  enrolment: Uint8Array,
  fingerprint: Uint8Array,
): Promise<string[]> {
  const read = await verifyEnrolment(staff.suite, enrolment, { jour: staff.jour });
  if (!read.ok) throw new Refusal(read.code);
  return comparisonDigits(staff.suite, read.value, fingerprint);
}

export const pendingEnrolment = (opened: Opened): Uint8Array | undefined =>
  opened.pending === null ? undefined : bytesOf(opened.pending);
