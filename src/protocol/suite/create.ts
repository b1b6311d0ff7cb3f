import { equal, fromHex, plain } from "../bytes.ts";
import { refuse } from "../refusal.ts";
import * as native from "./native.ts";
import { isHonest } from "./points.ts";
import type { DiffieHellman, SignatureScheme, Suite } from "./types.ts";
import { xwing } from "./xwing.ts";

const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));

const sha256 = async (data: Uint8Array): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", plain(data)));

async function hkdf(
  ikm: Uint8Array,
  salt: Uint8Array,
  info: Uint8Array,
  length: number,
): Promise<Uint8Array> {
  const base = await crypto.subtle.importKey("raw", plain(ikm), "HKDF", false, ["deriveBits"]);
  const how = { name: "HKDF", hash: "SHA-256", salt: plain(salt), info: plain(info) };
  return new Uint8Array(await crypto.subtle.deriveBits(how, base, length * 8));
}

async function hmac(secret: Uint8Array, data: Uint8Array): Promise<Uint8Array> {
  // WebCrypto refuses an empty key; HMAC pads with zeros, so these are the same key.
  const bytes = secret.length === 0 ? new Uint8Array(32) : plain(secret);
  const imported = await crypto.subtle.importKey(
    "raw",
    bytes,
    { name: "HMAC", hash: "SHA-256" },
    false,
    ["sign"],
  );
  return new Uint8Array(await crypto.subtle.sign("HMAC", imported, plain(data)));
}

const aesKey = (key: Uint8Array, use: "encrypt" | "decrypt") =>
  crypto.subtle.importKey("raw", plain(key), "AES-GCM", false, [use]);

const gcm = (nonce: Uint8Array, aad: Uint8Array) => ({
  name: "AES-GCM",
  iv: plain(nonce),
  additionalData: plain(aad),
});

async function aesSeal(
  key: Uint8Array,
  nonce: Uint8Array,
  aad: Uint8Array,
  clear: Uint8Array,
): Promise<Uint8Array> {
  return new Uint8Array(
    await crypto.subtle.encrypt(gcm(nonce, aad), await aesKey(key, "encrypt"), plain(clear)),
  );
}

async function aesOpen(
  key: Uint8Array,
  nonce: Uint8Array,
  aad: Uint8Array,
  sealed: Uint8Array,
): Promise<Uint8Array> {
  try {
    return new Uint8Array(
      await crypto.subtle.decrypt(gcm(nonce, aad), await aesKey(key, "decrypt"), plain(sealed)),
    );
  } catch {
    return refuse("cannot-open");
  }
}

// Thirty-two bytes of 7 and the public keys that belong to them, by @noble/curves.
const SEED = new Uint8Array(32).fill(7);
const ED_KEY = fromHex("ea4a6c63e29c520abef5507b132ec5f9954776aebebe7b92421eea691446d22c");
const X_KEY = fromHex("13be4feaeaf204c7fd3358fc9c00721881d174278128227ec674f37f7fe97b6d");

async function works(probe: () => Promise<boolean>): Promise<boolean> {
  try {
    return await probe();
  } catch {
    return false;
  }
}

// A browser may know the name and fail at the rest: only the right answers count.
const signs = ({ publicKey, sign, verify }: SignatureScheme) =>
  works(
    async () =>
      equal(await publicKey(SEED), ED_KEY) && verify(ED_KEY, SEED, await sign(SEED, SEED)),
  );

const agrees = ({ publicKey, shared }: DiffieHellman) =>
  works(async () => equal(await publicKey(SEED), X_KEY) && equal(await shared(SEED, BASE), X_KEY));
const BASE = new Uint8Array(32).fill(9, 0, 1);

/** Keys that are no points and signatures that are no signatures are simply not valid. */
const forgiving = (scheme: SignatureScheme): SignatureScheme => ({
  ...scheme,
  verify: (key, message, signature) =>
    works(async () => isHonest(key) && scheme.verify(key, message, signature)),
});

/** `native: false` takes the browser's own curves away, as on old phones; the answers are the same. */
export async function createSuite(options: { native?: boolean } = {}): Promise<Suite> {
  const wanted = options.native !== false;
  const [ed, x] = await Promise.all([
    wanted && signs(native.ed25519),
    wanted && agrees(native.x25519),
  ]);
  const own = ed && x ? undefined : await import("./curves.ts");
  const signatures = ed || !own ? native.ed25519 : own.ed25519;
  const agreement = x || !own ? native.x25519 : own.x25519;
  return {
    random,
    sha256,
    hkdf,
    hmac,
    aesSeal,
    aesOpen,
    ed25519: forgiving(signatures),
    xwing: xwing(agreement, random),
  };
}
