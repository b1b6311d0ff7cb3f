import { equal } from "../bytes.ts";
import type { Plain } from "../bytes.ts";
import { fixed, frame, hash, key, struct, u32be } from "../codec.ts";
import { TYPE } from "./labels.ts";
import { attempt, demand } from "../refusal.ts";
import type { Outcome } from "../refusal.ts";
import type { VerifiedTrust } from "../trust/types.ts";
import type { Identity } from "./identity.ts";

/** What a member's browser has seen of the jour, kept inside her wrap: a fresh browser holds the server to it. */
export interface Pins {
  fingerprint: Uint8Array;
  /** How many entries the log had, and the SHA-256 of the last of them; 0 and zeros before she saw it. */
  entries: number;
  head: Uint8Array;
  /** The directory's. */
  version: number;
}

/** The identity with its pins. Wraps from before hold an identity object. */
export const pinnedFrame = frame(
  TYPE.pinned,
  struct({
    sign: key,
    seal: fixed(32),
    fingerprint: hash,
    entries: u32be,
    head: hash,
    version: u32be,
  }),
);

export const encodePinned = ({ sign, seal }: Identity, pins: Pins): Plain =>
  pinnedFrame.encode({ sign, seal, ...pins });

type Seen = Pick<VerifiedTrust, "fingerprint" | "heads" | "version">;

/** The jour is the one that she knows, and nothing of what she has seen was taken back. */
export const heldTo = (pins: Pins, seen: Seen): Promise<Outcome<true>> =>
  attempt((): true => {
    demand(equal(seen.fingerprint, pins.fingerprint), "root-fingerprint-mismatch");
    demand(seen.heads.length >= pins.entries, "log-rolled-back");
    const there = seen.heads[pins.entries - 1] ?? pins.head;
    demand(equal(there, pins.head), "log-fork");
    demand(seen.version >= pins.version, "directory-rolled-back");
    return true;
  });

/** Only the root is known: from an invitation, or because this browser has made it. */
export const pinsOfRoot = (fingerprint: Uint8Array): Pins => ({
  fingerprint,
  entries: 0,
  head: new Uint8Array(32),
  version: 0,
});

export const pinsOf = ({ fingerprint, heads, version }: Seen): Pins => ({
  fingerprint,
  entries: heads.length,
  head: heads.at(-1) ?? fingerprint,
  version,
});
