import { getPublicKeyAsync, signAsync, verifyAsync } from "@noble/ed25519";
import { pow } from "@noble/curves/abstract/modular.js";
import { montgomery } from "@noble/curves/abstract/montgomery.js";
import type { DiffieHellman, SignatureScheme } from "./types.ts";

// `@noble/curves/ed25519.js` would bring Ristretto, FROST and hashing to curves: 14 KB for what is 6 KB here.
const P = 2n ** 255n - 19n;

const curve = /* @__PURE__ */ montgomery({
  P,
  type: "x25519",
  powPminus2: (x) => pow(x, P - 2n, P),
  // RFC 7748, section 5.
  adjustScalarBytes(scalar: Uint8Array) {
    scalar[0] = (scalar[0] ?? 0) & 248;
    scalar[31] = ((scalar[31] ?? 0) & 127) | 64;
    return scalar;
  },
});

export const x25519: DiffieHellman = {
  publicKey: async (secret) => curve.getPublicKey(secret),
  shared: async (secret, key) => curve.getSharedSecret(secret, key),
};

export const ed25519: SignatureScheme = {
  publicKey: getPublicKeyAsync,
  sign: (seed, message) => signAsync(message, seed),
  // RFC 8032, not ZIP 215: encodings that the browsers refuse are refused here too.
  verify: (key, message, signature) => verifyAsync(signature, message, key, { zip215: false }),
};
