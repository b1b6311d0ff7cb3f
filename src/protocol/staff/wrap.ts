import type { Plain } from "../bytes.ts";
import { blob, choice, frame, key, struct } from "../codec.ts";
import { labelled } from "../labels.ts";
import { LABEL, TYPE } from "./labels.ts";
import { demand } from "../refusal.ts";
import type { Suite } from "../suite/types.ts";
import { identityFrame } from "./identity.ts";
import type { Identity } from "./identity.ts";
import { encodePinned, pinnedFrame } from "./pins.ts";
import type { Pins } from "./pins.ts";

export type WrapKind = "passkey" | "recovery" | "passphrase" | "duty";

const label = {
  passkey: LABEL.prfWrap,
  recovery: LABEL.recoveryWrap,
  passphrase: LABEL.passphraseWrap,
  duty: LABEL.dutyWrap,
} as const;

export const wrapFrame = frame(
  TYPE.wrap,
  struct({
    kind: choice<WrapKind>(["passkey", "recovery", "passphrase", "duty"]),
    salt: key,
    sealed: blob(256),
  }),
);

export interface WrapUnder {
  kind: WrapKind;
  /** PRF output, `wrap` half of a recovery code or of a stretched passphrase, or the identity's sign seed. */
  secret: Uint8Array;
  /** The member's id: a wrap opens in her own row only. */
  member: Uint8Array;
}

// The salt makes every key new, so that one fixed nonce is used once under each.
const NONCE = new Uint8Array(12);

async function wrapKey(suite: Suite, { kind, secret, member }: WrapUnder, salt: Uint8Array) {
  demand(secret.length >= 32, "bad-key");
  const info = labelled(label[kind], member);
  return { key: await suite.hkdf(secret, salt, info, 32), aad: info };
}

async function wrap(suite: Suite, under: WrapUnder, clear: Uint8Array): Promise<Plain> {
  const salt = suite.random(32);
  const { key: secret, aad } = await wrapKey(suite, under, salt);
  const sealed = await suite.aesSeal(secret, NONCE, aad, clear);
  return wrapFrame.encode({ kind: under.kind, salt, sealed });
}

async function unwrap(suite: Suite, under: WrapUnder, bytes: Uint8Array): Promise<Uint8Array> {
  const { kind, salt, sealed } = wrapFrame.decode(bytes);
  demand(kind === under.kind, "wrong-type");
  const { key: secret, aad } = await wrapKey(suite, under, salt);
  return suite.aesOpen(secret, NONCE, aad, sealed);
}

export const wrapIdentity = (
  suite: Suite,
  under: WrapUnder,
  identity: Identity,
  pins?: Pins,
): Promise<Plain> =>
  wrap(suite, under, pins ? encodePinned(identity, pins) : identityFrame.encode(identity));

/** What lay in a wrap; without pins where it is from before there were any. */
export interface Unwrapped extends Identity {
  pins?: Pins;
}

/** Throws `cannot-open` where secret or row do not fit. */
export async function unwrapIdentity(
  suite: Suite,
  under: WrapUnder,
  bytes: Uint8Array,
): Promise<Unwrapped> {
  const clear = await unwrap(suite, under, bytes);
  if (clear[1] !== TYPE.pinned) return identityFrame.decode(clear);
  const { sign, seal, ...pins } = pinnedFrame.decode(clear);
  return { sign, seal, pins };
}

const byIdentity = (identity: Identity, member: Uint8Array): WrapUnder => ({
  kind: "duty",
  secret: identity.sign,
  member,
});

/** The seed of this shift, kept beside the duty and deleted with it. */
export const wrapDutySeed = (
  suite: Suite,
  identity: Identity,
  member: Uint8Array,
  seed: Uint8Array,
): Promise<Plain> => wrap(suite, byIdentity(identity, member), seed);

export const unwrapDutySeed = (
  suite: Suite,
  identity: Identity,
  member: Uint8Array,
  bytes: Uint8Array,
): Promise<Uint8Array> => unwrap(suite, byIdentity(identity, member), bytes);
