import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { TenantTx } from "../platform/database/index.server.ts";
import { spendChallenge } from "./sessions-store.server.ts";

/** What a challenge may be answered for; one made for one purpose never serves another. */
export type Purpose = "sign-in-passkey" | "register-passkey" | "identity";

export interface Challenges {
  make(jour: string, purpose: Purpose, subject?: string): Uint8Array;
  /** True for a challenge of ours that is neither too old nor meant for something else. */
  isOurs(challenge: Uint8Array, jour: string, purpose: Purpose, subject?: string): boolean;
  /** True the first time only. Ask when all else about the answer was right. */
  spend(tx: TenantTx, challenge: Uint8Array): Promise<boolean>;
}

const LIVES_MS = 5 * 60_000;
const NONCE = 12;
const HEAD = NONCE + 4;

/**
 * Nothing is stored when a challenge is made, so that strangers who ask for a million of them fill
 * nothing. It carries its own end and a MAC; only answered ones are remembered, till that end.
 */
export function createChallenges(secret: string | undefined, now: () => number): Challenges {
  // Without a configured secret there is one process, and it may forget its key when it ends.
  const key = secret ?? randomBytes(32);
  const mac = (head: Uint8Array, ...bound: string[]): Buffer =>
    createHmac("sha256", key)
      .update(JSON.stringify(["lykta challenge", ...bound]))
      .update(head)
      .digest()
      .subarray(0, 16);
  return {
    make(jour, purpose, subject = "") {
      const head = Buffer.alloc(HEAD);
      randomBytes(NONCE).copy(head);
      head.writeUInt32BE(Math.ceil((now() + LIVES_MS) / 1000), NONCE);
      return new Uint8Array(Buffer.concat([head, mac(head, jour, purpose, subject)]));
    },
    isOurs(challenge, jour, purpose, subject = "") {
      if (challenge.length !== HEAD + 16) return false;
      const head = Buffer.from(challenge.subarray(0, HEAD));
      const right = mac(head, jour, purpose, subject);
      return timingSafeEqual(challenge.subarray(HEAD), right) && endOf(head) > now();
    },
    spend: (tx, challenge) =>
      spendChallenge(
        tx,
        hashOf(challenge),
        new Date(endOf(Buffer.from(challenge))),
        new Date(now()),
      ),
  };
}

const endOf = (challenge: Buffer): number => challenge.readUInt32BE(NONCE) * 1000;

/** SHA-256: what is kept of tokens and of everything else that need not be read again. */
export const hashOf = (secret: Uint8Array): Buffer => createHash("sha256").update(secret).digest();
