import { fixed, frame, id, key, struct } from "../codec.ts";
import { LABEL, TYPE } from "./labels.ts";
import { attempt, demand } from "../refusal.ts";
import type { Outcome } from "../refusal.ts";
import { signed } from "../signed.ts";
import type { Suite } from "../suite/types.ts";
import { equal } from "../bytes.ts";

/** A member's two seeds: who she is, and what can be sealed to her. Clear only in her own browser. */
export interface Identity {
  sign: Uint8Array;
  seal: Uint8Array;
}

export interface PublicIdentity {
  /** Ed25519. */
  identity: Uint8Array;
  /** X-Wing, 1216 bytes. */
  seal: Uint8Array;
  /** SHA-256 of `seal`, as the directory has it. */
  sealKeyHash: Uint8Array;
}

/** What is wrapped. */
export const identityFrame = frame(TYPE.identity, struct({ sign: key, seal: fixed(32) }));

/** Fresh random seeds: nothing that she remembers or holds can be turned into them. */
export const createIdentity = (suite: Suite): Identity => ({
  sign: suite.random(32),
  seal: suite.random(32),
});

export async function publicIdentity(
  suite: Suite,
  { sign, seal }: Identity,
): Promise<PublicIdentity> {
  const sealKey = await suite.xwing.publicKey(seal);
  return {
    identity: await suite.ed25519.publicKey(sign),
    seal: sealKey,
    sealKeyHash: await suite.sha256(sealKey),
  };
}

export const challenge = signed(
  TYPE.challenge,
  LABEL.challenge,
  struct({ jour: id, member: id, challenge: key }),
);

export interface Challenge {
  jour: Uint8Array;
  member: Uint8Array;
  /** 32 random bytes of the server's, used once. */
  challenge: Uint8Array;
}

/** Signing in: the server's random bytes, signed with the identity key. */
export const answerChallenge = (
  suite: Suite,
  signSeed: Uint8Array,
  value: Challenge,
): Promise<Uint8Array> => challenge.make(suite, signSeed, value);

export const verifyChallenge = (
  suite: Suite,
  answer: Uint8Array,
  identity: Uint8Array,
  expected: Challenge,
): Promise<Outcome<true>> =>
  attempt(async (): Promise<true> => {
    const given = await challenge.open(suite, identity, answer);
    demand(equal(given.jour, expected.jour), "foreign-jour");
    demand(equal(given.member, expected.member), "bad-signature");
    demand(equal(given.challenge, expected.challenge), "replayed");
    return true;
  });
