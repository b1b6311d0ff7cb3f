import { sha256 } from "@noble/hashes/sha2.js";
import { concat, fromBase64url, hex, u32, utf8 } from "../bytes.ts";
import { comparisonDigits, makeEnrolment } from "../staff/enrolment.ts";
import { answerChallenge, identityFrame, publicIdentity } from "../staff/identity.ts";
import { encodeInvitation } from "../staff/invitation.ts";
import { deriveRecovery, newRecoveryCode } from "../staff/recovery.ts";
import { splitPassphrase } from "../staff/passphrase.ts";
import { wrapDutySeed, wrapIdentity } from "../staff/wrap.ts";
import { createSuite } from "../suite/create.ts";
import { x25519 } from "../suite/curves.ts";
import type { Suite } from "../suite/types.ts";
import { xwing } from "../suite/xwing.ts";
import { bytes, createWorld } from "../testing/world.ts";
import type { World } from "../testing/world.ts";
import { converse } from "./converse.ts";
import { readers } from "./readers.ts";

export interface ObjectVector {
  kind: string;
  bytes: string;
  /** Ed25519 key that must have signed; absent where the object is not signed, or names its signers itself. */
  signer?: string;
  /** What a reader must find; absent where the bytes must be refused. */
  fields?: unknown;
  refused?: string;
  why?: string;
}

/** The building blocks with dice that fall the same way each time: for vectors only. */
export async function fixedSuite(name: string): Promise<Suite> {
  let drawn = 0;
  const random = (length: number): Uint8Array => {
    const blocks = Array.from({ length: Math.ceil(length / 32) }, () =>
      sha256(concat(utf8(name), u32(drawn++))),
    );
    return concat(...blocks).slice(0, length);
  };
  return { ...(await createSuite()), random, xwing: xwing(x25519, random) };
}

export const readable = (value: unknown): unknown => {
  if (value instanceof Uint8Array) return hex(value);
  if (Array.isArray(value)) return value.map(readable);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, readable(inner)]));
};

async function staff(
  world: World,
): Promise<{ objects: [string, Uint8Array, Uint8Array?][]; derived: unknown }> {
  const { suite, jour } = world;
  const member = bytes(0x31, 16);
  const identity = { sign: bytes(0x31), seal: bytes(0x3a) };
  const keys = await publicIdentity(suite, identity);
  const invitation = { jour, id: bytes(0xd1, 16), secret: bytes(0xd2), fingerprint: bytes(0xd3) };
  const founding = { ...invitation, delegateSeed: bytes(0x21) };
  const code = newRecoveryCode(suite);
  const recovery = await deriveRecovery(suite, code);
  const stretched = bytes(0x64, 64);
  const passphrase = await splitPassphrase(suite, stretched);
  const delegate = await suite.ed25519.publicKey(world.delegate);
  const under = (kind: "passkey" | "recovery" | "passphrase", secret: Uint8Array) =>
    wrapIdentity(suite, { kind, secret, member }, identity);
  return {
    objects: [
      ["identity", identityFrame.encode(identity)],
      ["invitation", fromBase64url(encodeInvitation(invitation)) ?? bytes(0)],
      ["invitation", fromBase64url(encodeInvitation(founding)) ?? bytes(0)],
      ["enrolment", await makeEnrolment(suite, invitation, member, identity), keys.identity],
      [
        "challenge",
        await answerChallenge(suite, identity.sign, { jour, member, challenge: bytes(0xe1) }),
        keys.identity,
      ],
      ["wrap", await under("passkey", bytes(0x71))],
      ["wrap", await under("recovery", recovery.wrap)],
      ["wrap", await under("passphrase", passphrase.wrap)],
      ["wrap", await wrapDutySeed(suite, identity, member, bytes(0x72))],
    ],
    derived: {
      member,
      passkeyPrf: bytes(0x71),
      dutySeed: bytes(0x72),
      recovery: { code, ...recovery },
      passphrase: { stretched, ...passphrase },
      comparison: await comparisonDigits(suite, { ...keys, invitation: invitation.id }, delegate),
    },
  };
}

async function trust(world: World): Promise<[string, Uint8Array, Uint8Array?][]> {
  const { suite, log } = world;
  const anna = await world.member("anna");
  const delegate = await suite.ed25519.publicKey(world.delegate);
  const { bytes: duty } = await world.duty("anna");
  const directory = world.trust.directory;
  await world.revoke(bytes(0x29));
  const [root = bytes(0), named = bytes(0), revocation = bytes(0)] = log;
  return [
    ["root", root],
    ["delegate", named],
    ["revocation", revocation],
    ["directory", directory, delegate],
    ["duty", duty, anna.identity],
  ];
}

async function describe(
  suite: Suite,
  kind: string,
  given: Uint8Array,
  signer?: Uint8Array,
): Promise<ObjectVector[]> {
  const fields = readable(await readers[kind]?.(suite, given, signer ?? bytes(0)));
  const who = signer && { signer: hex(signer) };
  const refuse = (
    why: string,
    refused: string,
    change: (copy: Uint8Array) => Uint8Array,
  ): ObjectVector => ({
    kind,
    bytes: hex(change(given.slice())),
    ...who,
    refused,
    why,
  });
  const set = (at: number, value: number) => (copy: Uint8Array) => copy.fill(value, at, at + 1);
  const last = given.length - 1;
  const negative = [
    refuse("another version", "unknown-version", set(0, 2)),
    refuse("another type", "wrong-type", set(1, 0x7f)),
    refuse("a byte too many", "trailing-bytes", (copy) => concat(copy, new Uint8Array(1))),
    refuse("a byte too few", "malformed", (copy) => copy.slice(0, -1)),
  ];
  const forged = refuse(
    "a bit of the signature",
    "bad-signature",
    set(last, (given[last] ?? 0) ^ 1),
  );
  const entry = ["root", "delegate", "revocation"].includes(kind);
  return [
    { kind, bytes: hex(given), ...who, fields },
    ...negative,
    ...(signer || entry ? [forged] : []),
  ];
}

/** Everything in `own.json`, made again from nothing. */
export async function makeVectors(): Promise<unknown> {
  const suite = await fixedSuite("objects");
  const world = await createWorld({ suite });
  const { objects, derived } = await staff(world);
  const conversation = await converse(
    await createWorld({ suite: await fixedSuite("conversation") }),
  );
  const all = [...(await trust(world)), ...objects, ...conversation.objects];
  const described = await Promise.all(
    all.map(([kind, given, signer]) => describe(suite, kind, given, signer)),
  );
  return readable({ objects: described.flat(), derived, conversation: conversation.story });
}
