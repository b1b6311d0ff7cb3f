import { fromBase64url } from "../bytes.ts";
import { refuse } from "../refusal.ts";
import { comparisonDigits, enrolment, makeEnrolment, verifyEnrolment } from "../staff/enrolment.ts";
import { answerChallenge, identityFrame, publicIdentity } from "../staff/identity.ts";
import type { Identity } from "../staff/identity.ts";
import { decodeInvitation, encodeInvitation, invitationKeys } from "../staff/invitation.ts";
import { splitPassphrase } from "../staff/passphrase.ts";
import { deriveRecovery, newRecoveryCode, readRecoveryCode } from "../staff/recovery.ts";
import { unwrapIdentity, wrapDutySeed, wrapIdentity } from "../staff/wrap.ts";
import type { WrapUnder } from "../staff/wrap.ts";
import type { Suite } from "../suite/types.ts";
import { bytes } from "../testing/world.ts";
import type { World } from "../testing/world.ts";
import { refusedBy } from "./blocks.ts";

const member = bytes(0x31, 16);
const identity: Identity = { sign: bytes(0x31), seal: bytes(0x3a) };
const salt = bytes(0x5a, 16);
const PASSPHRASE = { composed: "gåsen går på isen", typed: "ga\u030asen ga\u030ar pa\u030a isen" };

/** Argon2id, which brings WebAssembly: from whoever asks. */
export type Stretch = (passphrase: string, salt: Uint8Array) => Promise<Uint8Array>;

type Described = [string, Uint8Array, Uint8Array?];

/** Objects of members, with all that opens them. */
export async function people({ suite, jour, log }: World, stretch: Stretch) {
  const keys = await publicIdentity(suite, identity);
  const fingerprint = await suite.sha256(log[0] ?? bytes(0));
  const invited = await inviting(suite, { jour, fingerprint });
  const secrets = await remembered(suite, stretch);
  const wraps = await wrapped(suite, secrets.recovery.wrap, secrets.passphrase.wrap);
  const answer = { jour, member, challenge: bytes(0xe1) };
  const compared = { invitation: invited.id, ...keys };
  const objects: Described[] = [
    ["identity", identityFrame.encode(identity)],
    ...invited.fragments.map((one): Described => ["invitation", fromBase64url(one) ?? bytes(0)]),
    ["enrolment", invited.claim, keys.identity],
    ["challenge", await answerChallenge(suite, identity.sign, answer), keys.identity],
    ...wraps.map(({ wrap }): Described => ["wrap", wrap]),
  ];
  const { claim, ...invitation } = invited;
  const { identity: key, sealKeyHash } = keys;
  const digits = await comparisonDigits(suite, compared, fingerprint);
  return {
    objects,
    derived: {
      identity: { signSeed: identity.sign, sealSeed: identity.seal, ...keys },
      wraps: [...wraps, ...(await unopened(suite, wraps[0]?.wrap ?? bytes(0)))],
      ...secrets,
      invitation,
      enrolments: await enrolments(suite, jour, claim),
      comparison: { invitation: invited.id, identity: key, sealKeyHash, fingerprint, digits },
    },
  };
}

async function inviting(suite: Suite, where: { jour: Uint8Array; fingerprint: Uint8Array }) {
  const invitation = { ...where, id: bytes(0xd1, 16), secret: bytes(0xd2) };
  const founding = { ...invitation, delegateSeed: bytes(0x21) };
  const fragments = [invitation, founding].map(encodeInvitation);
  return {
    ...founding,
    fragments,
    ...(await invitationKeys(suite, invitation.secret)),
    refused: await unreadable(fragments),
    claim: await makeEnrolment(suite, invitation, member, identity),
  };
}

/** What is written on paper, and what is kept in mind. */
async function remembered(suite: Suite, stretch: Stretch) {
  const code = newRecoveryCode(suite);
  const stretched = await stretch(PASSPHRASE.typed, salt);
  return {
    recovery: { code, ...(await deriveRecovery(suite, code)), ...(await typed(code)) },
    passphrase: { ...PASSPHRASE, salt, stretched, ...(await splitPassphrase(suite, stretched)) },
  };
}

const passkey: WrapUnder = { kind: "passkey", secret: bytes(0x71), member };

async function wrapped(suite: Suite, recovery: Uint8Array, passphrase: Uint8Array) {
  const under: WrapUnder[] = [
    passkey,
    { kind: "recovery", secret: recovery, member },
    { kind: "passphrase", secret: passphrase, member },
  ];
  const wraps = [];
  for (const { secret, ...one } of under) {
    const wrap = await wrapIdentity(suite, { secret, ...one }, identity);
    wraps.push({ wrap, secret, member, identity: [identity.sign, identity.seal] });
  }
  const duty = await wrapDutySeed(suite, identity, member, bytes(0x72));
  return [...wraps, { wrap: duty, secret: identity.sign, member, seed: bytes(0x72) }];
}

/** One wrap, and what does not open it. */
async function unopened(suite: Suite, wrap: Uint8Array) {
  const wrong: [string, WrapUnder][] = [
    ["another secret", { ...passkey, secret: bytes(0x70) }],
    ["another member's row", { ...passkey, member: bytes(0x32, 16) }],
  ];
  return Promise.all(
    wrong.map(async ([why, under]) => {
      const work = () => unwrapIdentity(suite, under, wrap);
      const { secret, member: row } = under;
      return { why, wrap, secret, member: row, refused: await refusedBy(work, "cannot-open") };
    }),
  );
}

async function typed(code: string) {
  const same = [code.toLowerCase(), code.replaceAll("-", " "), ` ${code.replaceAll("-", "")} `].map(
    (one) => one.replace("0", "o").replace("1", "l"),
  );
  const [first = "", second = ""] = code.replaceAll("-", "");
  const other = first === "7" ? "8" : "7";
  const wrong = [
    other + code.slice(1),
    second + first + code.slice(2),
    code.slice(0, -1),
    `${code}0`,
    `U${code.slice(1)}`,
  ];
  for (const one of same)
    if (readRecoveryCode(one) !== code) throw new Error(`${one} is not ${code}`);
  for (const one of wrong)
    await refusedBy(async () => readRecoveryCode(one), "wrong-recovery-code");
  return { typed: same, refused: wrong };
}

async function unreadable([fragment = ""]: string[]): Promise<string[]> {
  const wrong = [`${fragment}A`, `${fragment}=`, fragment.slice(0, -4), fragment.replace(/./, "+")];
  for (const one of wrong)
    await refusedBy(async () => decodeInvitation(one), "invitation-unreadable");
  return wrong;
}

/** What the browser that made the invitation finds, which knows its secret. */
async function enrolments(suite: Suite, jour: Uint8Array, claim: Uint8Array) {
  const body = enrolment.peek(claim);
  const unproven = await enrolment.make(suite, identity.sign, { ...body, proof: bytes(1) });
  const open = (bytesOf: Uint8Array, where: Uint8Array) => async () => {
    const outcome = await verifyEnrolment(suite, bytesOf, { jour: where, secret: bytes(0xd2) });
    if (!outcome.ok) refuse(outcome.code);
  };
  const [elsewhere, secret] = [bytes(0xa9, 16), bytes(0xd2)];
  return [
    { why: "as it should be", enrolment: claim, jour, secret },
    {
      why: "by somebody who does not know the secret",
      enrolment: unproven,
      jour,
      secret,
      refused: await refusedBy(open(unproven, jour), "invitation-proof-wrong"),
    },
    {
      why: "for another jour",
      enrolment: claim,
      jour: elsewhere,
      secret,
      refused: await refusedBy(open(claim, elsewhere), "foreign-jour"),
    },
  ];
}
