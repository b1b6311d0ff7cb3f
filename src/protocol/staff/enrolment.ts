import { concat, equal } from "../bytes.ts";
import type { Plain } from "../bytes.ts";
import { fixed, hash, id, key, struct } from "../codec.ts";
import type { Of } from "../codec.ts";
import { labelled } from "../labels.ts";
import { LABEL, TYPE } from "./labels.ts";
import { attempt, demand } from "../refusal.ts";
import type { Outcome } from "../refusal.ts";
import { signed } from "../signed.ts";
import type { Suite } from "../suite/types.ts";
import { XWING } from "../suite/xwing.ts";
import type { Identity, PublicIdentity } from "./identity.ts";
import { spoken } from "./digits.ts";
import { publicIdentity } from "./identity.ts";
import { invitationKeys } from "./invitation.ts";
import type { Invitation } from "./invitation.ts";

const claim = { jour: id, invitation: id, member: id, identity: key, seal: fixed(XWING.key) };
const claimBody = struct(claim);
export const enrolment = signed(TYPE.enrolment, LABEL.enrolment, struct({ ...claim, proof: hash }));

const proofOf = (
  suite: Suite,
  proofKey: Uint8Array,
  value: Of<typeof claimBody>,
): Promise<Uint8Array> =>
  suite.hmac(proofKey, labelled(LABEL.enrolmentProof, claimBody.put(value)));

/** The invited browser's new identity, signed with it and bound to the invitation's secret. */
export async function makeEnrolment(
  suite: Suite,
  { jour, id: invitation, secret }: Invitation,
  member: Uint8Array,
  identity: Identity,
): Promise<Plain> {
  const keys = await publicIdentity(suite, identity);
  const value = { jour, invitation, member, identity: keys.identity, seal: keys.seal };
  const { proof } = await invitationKeys(suite, secret);
  return enrolment.make(suite, identity.sign, {
    ...value,
    proof: await proofOf(suite, proof, value),
  });
}

export interface VerifiedEnrolment extends PublicIdentity {
  invitation: Uint8Array;
  member: Uint8Array;
}

/** With the invitation's secret (in the browser that made it) the proof is checked too; the server cannot. */
export const verifyEnrolment = (
  suite: Suite,
  bytes: Uint8Array,
  checks: { jour: Uint8Array; secret?: Uint8Array },
): Promise<Outcome<VerifiedEnrolment>> =>
  attempt(async () => {
    const { identity: signer } = enrolment.peek(bytes);
    const { proof, ...value } = await enrolment.open(suite, signer, bytes);
    demand(equal(value.jour, checks.jour), "foreign-jour");
    if (checks.secret) {
      const keys = await invitationKeys(suite, checks.secret);
      demand(equal(proof, await proofOf(suite, keys.proof, value)), "invitation-proof-wrong");
    }
    const { identity, seal, invitation, member } = value;
    return { identity, seal, invitation, member, sealKeyHash: await suite.sha256(seal) };
  });

/**
 * Six groups of five digits that both read aloud: over the newcomer's keys and the jour's root. About 99 bits, so
 * that nobody can search for other keys with the same digits (six words of 256 would be 48).
 */
export async function comparisonDigits(
  suite: Suite,
  {
    identity,
    sealKeyHash,
    invitation,
  }: Pick<VerifiedEnrolment, "identity" | "sealKeyHash" | "invitation">,
  fingerprint: Uint8Array,
): Promise<string[]> {
  const data = concat(invitation, identity, sealKeyHash, fingerprint);
  return spoken(suite, LABEL.comparison, data);
}
