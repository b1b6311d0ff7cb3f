import { fromBase64url } from "../bytes.ts";
import { stretchPassphrase } from "../passphrase.browser.ts";
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

/** Objects of members, with all that opens them. */
export async function people({ suite, jour, log }: World) {
  const keys = await publicIdentity(suite, identity);
  const fingerprint = await suite.sha256(log[0] ?? bytes(0));
  const invitation = { jour, id: bytes(0xd1, 16), secret: bytes(0xd2), fingerprint };
  const founding = { ...invitation, delegateSeed: bytes(0x21) };
  const fragments = [invitation, founding].map(encodeInvitation);
  const claim = await makeEnrolment(suite, invitation, member, identity);
  const code = newRecoveryCode(suite);
  const recovery = await deriveRecovery(suite, code);
  const stretched = await stretchPassphrase(PASSPHRASE.typed, salt);
  const passphrase = await splitPassphrase(suite, stretched);
  const under = (kind: "passkey" | "recovery" | "passphrase", secret: Uint8Array): WrapUnder => ({
    kind,
    secret,
    member,
  });
  const passkey = under("passkey", bytes(0x71));
  const wrapped = await wrapIdentity(suite, passkey, identity);
  const inside = { identity: [identity.sign, identity.seal] };
  const recoveryWrap = await wrapIdentity(suite, under("recovery", recovery.wrap), identity);
  const passphraseWrap = await wrapIdentity(suite, under("passphrase", passphrase.wrap), identity);
  const dutyWrap = await wrapDutySeed(suite, identity, member, bytes(0x72));
  const wraps = [
    { wrap: wrapped, secret: passkey.secret, ...inside },
    { wrap: recoveryWrap, secret: recovery.wrap, ...inside },
    { wrap: passphraseWrap, secret: passphrase.wrap, ...inside },
    { wrap: dutyWrap, secret: identity.sign, seed: bytes(0x72) },
  ];
  const answer = { jour, member, challenge: bytes(0xe1) };
  const objects: [string, Uint8Array, Uint8Array?][] = [
    ["identity", identityFrame.encode(identity)],
    ...fragments.map((one): [string, Uint8Array] => ["invitation", fromBase64url(one) ?? bytes(0)]),
    ["enrolment", claim, keys.identity],
    ["challenge", await answerChallenge(suite, identity.sign, answer), keys.identity],
    ...wraps.map(({ wrap }): [string, Uint8Array] => ["wrap", wrap]),
  ];
  return {
    objects,
    derived: {
      identity: { signSeed: identity.sign, sealSeed: identity.seal, ...keys },
      wraps: [
        ...wraps.map((one) => ({ ...one, member })),
        ...(await unopened(suite, passkey, wrapped)),
      ],
      recovery: { code, ...recovery, ...(await typed(code)) },
      passphrase: { ...PASSPHRASE, salt, stretched, ...passphrase },
      invitation: {
        ...founding,
        fragments,
        ...(await invitationKeys(suite, invitation.secret)),
        refused: await unreadable(fragments),
      },
      enrolments: await enrolments(suite, jour, claim),
      comparison: {
        invitation: invitation.id,
        identity: keys.identity,
        sealKeyHash: keys.sealKeyHash,
        fingerprint,
        digits: await comparisonDigits(suite, { ...keys, invitation: invitation.id }, fingerprint),
      },
    },
  };
}

/** One wrap, and what does not open it. */
async function unopened(suite: Suite, right: WrapUnder, wrap: Uint8Array) {
  const wrong: [string, WrapUnder][] = [
    ["another secret", { ...right, secret: bytes(0x70) }],
    ["another member's row", { ...right, member: bytes(0x32, 16) }],
  ];
  return Promise.all(
    wrong.map(async ([why, { secret, member: row }]) => {
      const work = () => unwrapIdentity(suite, { ...right, secret, member: row }, wrap);
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
