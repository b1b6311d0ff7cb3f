// The key of one shift: made here, certified by her identity, and sealed to that identity at the
// server, so that a reloaded desk can go on with it (docs/decisions/0005).

import { uuidBytes } from "../platform/ids.ts";
import {
  fromBase64url,
  type Identity,
  makeDuty,
  type Suite,
  toBase64url,
  unwrapDutySeed,
  wrapDutySeed,
} from "../protocol/index.ts";

/** Who sits at the desk, unlocked. Ids are uuids. */
export interface DutyHolder {
  readonly suite: Suite;
  readonly identity: Identity;
  readonly member: string;
  readonly jour: string;
}

export interface ShiftTerms {
  readonly face: string;
  /** What the seeker sees. */
  readonly alias: string;
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly until: number;
}

/** The statement of a shift, both as base64url. With `seed` it goes on under the same key, without one it makes one. */
export async function stateDuty(
  holder: DutyHolder,
  terms: ShiftTerms,
  logEnd: Uint8Array,
  seed: Uint8Array,
): Promise<{ statement: string; sealedSeed: string }> {
  const { suite, identity } = holder;
  const member = uuidBytes(holder.member);
  const statement = await makeDuty(suite, identity.sign, {
    jour: uuidBytes(holder.jour),
    face: uuidBytes(terms.face),
    member,
    key: await suite.ed25519.publicKey(seed),
    alias: terms.alias,
    from: terms.from,
    until: terms.until,
    head: await suite.sha256(logEnd),
  });
  const sealedSeed = await wrapDutySeed(suite, identity, member, seed);
  return { statement: toBase64url(statement), sealedSeed: toBase64url(sealedSeed) };
}

/** Undefined where the seed was sealed to another identity, or altered. */
export async function openDutySeed(
  { suite, identity, member }: DutyHolder,
  sealedSeed: string,
): Promise<Uint8Array | undefined> {
  const sealed = fromBase64url(sealedSeed);
  if (!sealed) return undefined;
  try {
    return await unwrapDutySeed(suite, identity, uuidBytes(member), sealed);
  } catch {
    return undefined;
  }
}
