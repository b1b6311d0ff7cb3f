import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { ShredKey } from "./store.server.ts";

/**
 * AES-256-GCM, laid out as nonce (12) | ciphertext | tag (16). Random nonces are safe for far more
 * frames than one conversation has: NIST SP 800-38D, 8.3, allows 2^32 under one key.
 */
const sizes = { nonce: 12, tag: 16 } as const;

export function wrap(key: ShredKey, aad: Uint8Array, plaintext: Uint8Array): Uint8Array {
  const nonce = freshNonce();
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  cipher.setAAD(aad);
  return Buffer.concat([nonce, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
}

let pool = Buffer.alloc(0);

/** Drawn many at a time: asking the system for each costs as much as the encryption itself. */
function freshNonce(): Buffer {
  if (pool.length < sizes.nonce) pool = randomBytes(sizes.nonce * 256);
  const nonce = pool.subarray(0, sizes.nonce);
  pool = pool.subarray(sizes.nonce);
  return nonce;
}

/** Undefined when the bytes are not what this key once wrapped beside this `aad`. */
export function unwrap(
  key: ShredKey,
  aad: Uint8Array,
  wrapped: Uint8Array,
): Uint8Array | undefined {
  if (wrapped.length < sizes.nonce + sizes.tag) return undefined;
  const decipher = createDecipheriv("aes-256-gcm", key, wrapped.subarray(0, sizes.nonce), {
    authTagLength: sizes.tag,
  });
  decipher.setAAD(aad);
  decipher.setAuthTag(wrapped.subarray(wrapped.length - sizes.tag));
  try {
    const body = wrapped.subarray(sizes.nonce, wrapped.length - sizes.tag);
    return Buffer.concat([decipher.update(body), decipher.final()]);
  } catch {
    return undefined;
  }
}
