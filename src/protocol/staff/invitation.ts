import { fromBase64url, toBase64url } from "../bytes.ts";
import { blob, frame, hash, id, key, struct } from "../codec.ts";
import { labelled } from "../labels.ts";
import { LABEL, TYPE } from "./labels.ts";
import { demand, refuse } from "../refusal.ts";
import type { Suite } from "../suite/types.ts";

export const invitationFrame = frame(
  TYPE.invitation,
  struct({ jour: id, id, secret: key, fingerprint: hash, delegateSeed: blob(32) }),
);

/** What stands in the fragment of an invitation's address, which no browser sends to a server. */
export interface Invitation {
  jour: Uint8Array;
  /** 16 bytes; known to the server. */
  id: Uint8Array;
  /** 32 bytes; not known to the server. */
  secret: Uint8Array;
  /** SHA-256 of the jour's first root statement: the newcomer does not have to believe the server about it. */
  fingerprint: Uint8Array;
  /** Founding and demo only: the invited browser may countersign itself. */
  delegateSeed?: Uint8Array;
}

export function encodeInvitation({ delegateSeed, ...rest }: Invitation): string {
  const seed = delegateSeed ?? new Uint8Array(0);
  demand(seed.length % 32 === 0, "bad-key");
  return toBase64url(invitationFrame.encode({ ...rest, delegateSeed: seed }));
}

/** Takes the fragment with or without its `#`. Throws `invitation-unreadable`. */
export function decodeInvitation(fragment: string): Invitation {
  const bytes = fromBase64url(fragment.replace(/^#/, "")) ?? refuse("invitation-unreadable");
  try {
    const { delegateSeed, ...rest } = invitationFrame.decode(bytes);
    demand(delegateSeed.length % 32 === 0, "invitation-unreadable");
    return delegateSeed.length > 0 ? { ...rest, delegateSeed } : rest;
  } catch {
    return refuse("invitation-unreadable");
  }
}

/** `token` is shown to the server once (it keeps the SHA-256); `proof` stays between the two browsers. */
export async function invitationKeys(
  suite: Suite,
  secret: Uint8Array,
): Promise<{ token: Uint8Array; proof: Uint8Array }> {
  const derive = (label: typeof LABEL.invitationToken | typeof LABEL.enrolmentProof) =>
    suite.hkdf(secret, new Uint8Array(0), labelled(label), 32);
  return { token: await derive(LABEL.invitationToken), proof: await derive(LABEL.enrolmentProof) };
}
