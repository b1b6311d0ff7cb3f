import { concat, fromBase64url, fromHex, plain } from "../bytes.ts";
import type { Plain } from "../bytes.ts";
import type { DiffieHellman, SignatureScheme } from "./types.ts";

type Name = "Ed25519" | "X25519";

// RFC 8410: the fixed head of a PKCS #8 document that holds a 32-byte seed.
const HEAD = {
  Ed25519: "302e020100300506032b657004220420",
  X25519: "302e020100300506032b656e04220420",
};

const importSecret = (name: Name, seed: Uint8Array, uses: ("sign" | "deriveBits")[]) =>
  crypto.subtle.importKey("pkcs8", concat(fromHex(HEAD[name]), seed), name, true, uses);

// WebCrypto gives a public key for a private one only by way of JWK.
async function publicKey(name: Name, seed: Uint8Array): Promise<Plain> {
  const secret = await importSecret(name, seed, name === "Ed25519" ? ["sign"] : ["deriveBits"]);
  const { x } = await crypto.subtle.exportKey("jwk", secret);
  const key = fromBase64url(x ?? "");
  if (key?.length !== 32) throw new Error("no public key");
  return key;
}

export const ed25519: SignatureScheme = {
  publicKey: (seed) => publicKey("Ed25519", seed),
  async sign(seed, message) {
    const secret = await importSecret("Ed25519", seed, ["sign"]);
    return new Uint8Array(await crypto.subtle.sign("Ed25519", secret, plain(message)));
  },
  async verify(key, message, signature) {
    const imported = await crypto.subtle.importKey("raw", plain(key), "Ed25519", false, ["verify"]);
    return crypto.subtle.verify("Ed25519", imported, plain(signature), plain(message));
  },
};

export const x25519: DiffieHellman = {
  publicKey: (secret) => publicKey("X25519", secret),
  async shared(secret, key) {
    const mine = await importSecret("X25519", secret, ["deriveBits"]);
    const theirs = await crypto.subtle.importKey("raw", plain(key), "X25519", true, []);
    return new Uint8Array(
      await crypto.subtle.deriveBits({ name: "X25519", public: theirs }, mine, 256),
    );
  },
};
