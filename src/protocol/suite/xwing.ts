import { sha3_256, shake256 } from "@noble/hashes/sha3.js";
import { ml_kem768 } from "@noble/post-quantum/ml-kem.js";
import { concat, utf8 } from "../bytes.ts";
import { demand, Refusal, refuse } from "../refusal.ts";
import type { DiffieHellman, Kem } from "./types.ts";

/** Lengths in bytes, draft-connolly-cfrg-xwing-kem. */
export const XWING = { key: 1216, enc: 1120, seed: 32 } as const;
const ML_KEY = 1184;
const ML_ENC = 1088;

/** X-Wing over noble's ML-KEM-768 and the given X25519; noble's own `hybrid.js` would bring P-256 and P-384. */
export function xwing(x25519: DiffieHellman, random: (length: number) => Uint8Array) {
  function expand(seed: Uint8Array) {
    demand(seed.length === XWING.seed, "bad-key");
    const wide = shake256(seed, { dkLen: 96 });
    return { ml: ml_kem768.keygen(wide.subarray(0, 64)), x: wide.slice(64) };
  }

  const combine = (ml: Uint8Array, x: Uint8Array, enc: Uint8Array, key: Uint8Array): Uint8Array =>
    sha3_256(concat(ml, x, enc, key, utf8("\\.//^\\")));

  /** `coins` are fixed only by test vectors. */
  async function encapsulate(key: Uint8Array, coins = random(64)) {
    const theirs = key.subarray(ML_KEY);
    const secret = coins.slice(32);
    const [ml, x, enc] = await guarded(async () =>
      Promise.all([
        ml_kem768.encapsulate(key.subarray(0, ML_KEY), coins.slice(0, 32)),
        x25519.shared(secret, theirs),
        x25519.publicKey(secret),
      ]),
    );
    return { enc: concat(ml.cipherText, enc), shared: combine(ml.sharedSecret, x, enc, theirs) };
  }

  async function decapsulate(seed: Uint8Array, enc: Uint8Array) {
    demand(enc.length === XWING.enc, "cannot-open");
    const { ml, x } = expand(seed);
    const theirs = enc.subarray(ML_ENC);
    const shared = await guarded(() => x25519.shared(x, theirs));
    const mine = await x25519.publicKey(x);
    return combine(ml_kem768.decapsulate(enc.slice(0, ML_ENC), ml.secretKey), shared, theirs, mine);
  }

  return {
    async publicKey(seed: Uint8Array) {
      const { ml, x } = expand(seed);
      return concat(ml.publicKey, await x25519.publicKey(x));
    },
    encapsulate,
    decapsulate,
  } satisfies Kem;
}

// Keys of small order and unreduced ML-KEM keys make the libraries throw: they are the sender's fault, not ours.
async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    return refuse("bad-key");
  }
}
