import { hkdf } from "@noble/hashes/hkdf.js";
import { hmac } from "@noble/hashes/hmac.js";
import { sha256, sha512 } from "@noble/hashes/sha2.js";
import { concat, equal, hex, utf8 } from "../../bytes.ts";
import { LABEL } from "../../labels.ts";
import { createSuite } from "../../suite/create.ts";
import type { Kem, SignatureScheme, Suite } from "../../suite/types.ts";
import { XWING } from "../../suite/xwing.ts";
import { demand } from "../../refusal.ts";

/** What one tab's building blocks were asked to do: from this the invariants are read. */
export interface Watch {
  /** Epoch secrets that this tab has held, in hex. */
  readonly secrets: Set<string>;
  /** Keys to which it has sealed. */
  readonly sealedTo: Set<string>;
  /** Called for each AES-GCM encryption. */
  readonly onSeal: (key: string, nonce: string, secret: string | undefined) => void;
  /** Which epoch secret a message key came from. */
  readonly keys: Map<string, string>;
}

const base = await createSuite();

/** Dice that fall the same way for the same seed: a failed history fails again. */
export function dice(seed: number): (length: number) => Uint8Array {
  // xorshift32; nothing here has to be secret.
  let state = seed || 1;
  return (length) =>
    Uint8Array.from({ length }, () => {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      return state & 255;
    });
}

// Signatures and sealed boxes as they should be: whoever lacks the seed can do nothing. Histories are about what is
// made of them, and the real ones (which have tests of their own) would be most of their time.
const OURS = utf8("nobody outside of this file can calculate with it");

const idealSignatures: SignatureScheme = {
  publicKey: async (seed) => sha256(concat(utf8("sign"), seed)),
  sign: async (seed, text) => tagged(sha256(concat(utf8("sign"), seed)), text),
  verify: async (key, text, signature) => equal(signature, tagged(key, text)),
};
const tagged = (key: Uint8Array, text: Uint8Array): Uint8Array =>
  sha512(concat(OURS, key, sha256(text)));

const wide = (key: Uint8Array, length: number): Uint8Array =>
  concat(key, new Uint8Array(length - key.length));

const idealKem = (random: (length: number) => Uint8Array): Kem => {
  const publicKey = (seed: Uint8Array): Uint8Array => sha256(concat(utf8("seal"), seed));
  const shared = (key: Uint8Array, enc: Uint8Array): Uint8Array => sha256(concat(OURS, key, enc));
  return {
    publicKey: async (seed) => wide(publicKey(seed), XWING.key),
    async encapsulate(key) {
      demand(key.length === XWING.key, "bad-key");
      const enc = random(32);
      return { enc: wide(enc, XWING.enc), shared: shared(key.slice(0, 32), enc) };
    },
    async decapsulate(seed, enc) {
      demand(enc.length === XWING.enc, "cannot-open");
      return shared(publicKey(seed), enc.slice(0, 32));
    },
  };
};

const quick = {
  sha256: async (data: Uint8Array) => sha256(data),
  hmac: async (key: Uint8Array, data: Uint8Array) => hmac(sha256, key, data),
  hkdf: async (ikm: Uint8Array, salt: Uint8Array, info: Uint8Array, length: number) =>
    hkdf(sha256, ikm, salt, info, length),
};

/** `real`: the very building blocks of the browser, with nothing of the above but the dice. */
export function suiteFor(seed: number, real: boolean): Suite {
  const random = dice(seed);
  if (real) return { ...base, random };
  return { ...base, ...quick, random, ed25519: idealSignatures, xwing: idealKem(random) };
}

/** Whether these bytes begin with that label. */
export const startsWith = (info: Uint8Array, label: string): boolean =>
  hex(info.subarray(0, label.length + 1)) === hex(concat(utf8(label), new Uint8Array(1)));

/** The same suite, told on. */
export function watched(suite: Suite, watch: Watch): Suite {
  return {
    ...suite,
    async hkdf(ikm, salt, info, length) {
      const out = await suite.hkdf(ikm, salt, info, length);
      const isKey = startsWith(info, LABEL.messageKey);
      if (isKey || startsWith(info, LABEL.epochTag)) watch.secrets.add(hex(ikm));
      if (isKey) watch.keys.set(hex(out), hex(ikm));
      return out;
    },
    aesSeal(key, nonce, aad, clear) {
      watch.onSeal(hex(key), hex(nonce), watch.keys.get(hex(key)));
      return suite.aesSeal(key, nonce, aad, clear);
    },
    xwing: {
      ...suite.xwing,
      encapsulate(key) {
        watch.sealedTo.add(hex(key));
        return suite.xwing.encapsulate(key);
      },
    },
  };
}
