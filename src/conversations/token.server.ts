import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

// A seeker's token names her conversation and proves that it is hers. The server keeps a hash of it,
// within the wrapped log; the desk's ticket has a prefix of its own.

const SECRET_BYTES = 24;

export interface SeekerToken {
  readonly conversation: string;
  readonly hash: string;
}

const hashOf = (secret: Uint8Array): Buffer => createHash("sha256").update(secret).digest();

/** The secret half; the token is complete when the conversation has its number. */
export function newSeekerSecret(): {
  readonly hash: string;
  tokenFor(conversation: string): string;
} {
  const secret = randomBytes(SECRET_BYTES);
  return {
    hash: hashOf(secret).toString("base64url"),
    tokenFor: (conversation) => `s.${conversation}.${secret.toString("base64url")}`,
  };
}

export function readSeekerToken(token: string): SeekerToken | undefined {
  const match = /^s\.([A-Za-z0-9_-]{21}[AQgw])\.([A-Za-z0-9_-]{32})$/.exec(token);
  if (!match?.[1] || !match[2]) return undefined;
  const hash = hashOf(Buffer.from(match[2], "base64url")).toString("base64url");
  return { conversation: match[1], hash };
}

export function isSameHash(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

const TICKET_BYTES = 32;

export function newTicket(): { readonly ticket: string; readonly hash: Buffer } {
  const secret = randomBytes(TICKET_BYTES);
  return { ticket: `d.${secret.toString("base64url")}`, hash: hashOf(secret) };
}

/** The hash of a ticket's secret; undefined for what cannot be a ticket. */
export function readTicket(token: string): Buffer | undefined {
  const match = /^d\.([A-Za-z0-9_-]{43})$/.exec(token);
  return match?.[1] === undefined ? undefined : hashOf(Buffer.from(match[1], "base64url"));
}
