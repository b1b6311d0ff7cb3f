import { Aes256Gcm, CipherSuite, HkdfSha256 } from "@hpke/core";
import { XWing } from "@hpke/hybridkem-x-wing";
import { hkdf } from "@noble/hashes/hkdf.js";
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import sodium from "libsodium-wrappers";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { equal, fromHex, plain, toBase64url, utf8 } from "../bytes.ts";
import { open, seal } from "../hpke.ts";
import { bytes } from "../testing/world.ts";
import { createSuite } from "./create.ts";
import * as curves from "./curves.ts";
import * as native from "./native.ts";
import type { Suite } from "./types.ts";

let suite: Suite;
let old: Suite;
beforeAll(async () => {
  suite = await createSuite();
  old = await createSuite({ native: false });
  await sodium.ready;
});
afterEach(() => vi.restoreAllMocks());

describe("with and without the browser's own curves", () => {
  it("the answers are the same", async () => {
    for (const fill of [0, 1, 0x7f, 0xff]) {
      const seed = bytes(fill);
      const text = utf8(`hej ${fill}`);
      expect(await old.ed25519.publicKey(seed)).toEqual(await suite.ed25519.publicKey(seed));
      expect(await old.ed25519.sign(seed, text)).toEqual(await suite.ed25519.sign(seed, text));
      expect(await old.xwing.publicKey(seed)).toEqual(await suite.xwing.publicKey(seed));
      const { enc, shared } = await old.xwing.encapsulate(await suite.xwing.publicKey(seed));
      expect(await suite.xwing.decapsulate(seed, enc)).toEqual(shared);
      expect(await old.xwing.decapsulate(seed, enc)).toEqual(shared);
    }
  });

  it("a browser that does not know the names still works", async () => {
    const { importKey } = crypto.subtle;
    const asked: string[] = [];
    vi.spyOn(crypto.subtle, "importKey").mockImplementation(async (...given: unknown[]) => {
      const name = String(given[2]);
      asked.push(name);
      if (name === "Ed25519" || name === "X25519")
        throw new DOMException("unknown", "NotSupportedError");
      return Reflect.apply(importKey, crypto.subtle, given);
    });
    const bare = await createSuite();
    asked.length = 0;
    expect(await bare.ed25519.sign(bytes(1), bytes(2))).toEqual(
      await old.ed25519.sign(bytes(1), bytes(2)),
    );
    expect(await bare.xwing.publicKey(bytes(3))).toEqual(await old.xwing.publicKey(bytes(3)));
    expect(asked).toEqual([]);
  });

  it("a browser that answers wrongly is not believed", async () => {
    vi.spyOn(crypto.subtle, "verify").mockResolvedValue(false);
    const bare = await createSuite();
    const signature = await bare.ed25519.sign(bytes(1), bytes(2));
    expect(
      await bare.ed25519.verify(await bare.ed25519.publicKey(bytes(1)), bytes(2), signature),
    ).toBe(true);
  });

  it("nor is one whose keys, signatures or secrets are others", async () => {
    const { exportKey, sign, deriveBits } = crypto.subtle;
    const lies = {
      exportKey: async (...given: unknown[]) => ({
        ...((await Reflect.apply(exportKey, crypto.subtle, given)) as object),
        x: toBase64url(bytes(9)),
      }),
      sign: async (...given: unknown[]) =>
        given[0] === "Ed25519" ? bytes(1, 64) : Reflect.apply(sign, crypto.subtle, given),
      deriveBits: async (...given: unknown[]) =>
        (given[0] as { name: string }).name === "X25519"
          ? bytes(3)
          : Reflect.apply(deriveBits, crypto.subtle, given),
    };
    for (const [name, lie] of Object.entries(lies)) {
      vi.spyOn(crypto.subtle, name as "sign").mockImplementation(lie as never);
      const bare = await createSuite();
      const key = await bare.ed25519.publicKey(bytes(1));
      expect(key, name).toEqual(await old.ed25519.publicKey(bytes(1)));
      const signature = await bare.ed25519.sign(bytes(1), bytes(2));
      expect(await old.ed25519.verify(key, bytes(2), signature), name).toBe(true);
      const sealKey = await bare.xwing.publicKey(bytes(3));
      expect(sealKey, name).toEqual(await old.xwing.publicKey(bytes(3)));
      const { enc, shared } = await bare.xwing.encapsulate(sealKey);
      expect(await old.xwing.decapsulate(bytes(3), enc), name).toEqual(shared);
      vi.restoreAllMocks();
    }
  });

  it("a signature that is wrong, or no signature at all, is refused and nothing throws", async () => {
    for (const one of [suite, old]) {
      const key = await one.ed25519.publicKey(bytes(1));
      const signature = await one.ed25519.sign(bytes(1), bytes(2));
      expect(await one.ed25519.verify(key, bytes(2), signature)).toBe(true);
      expect(await one.ed25519.verify(key, bytes(3), signature)).toBe(false);
      expect(await one.ed25519.verify(bytes(9), bytes(2), signature)).toBe(false);
      expect(await one.ed25519.verify(key, bytes(2), signature.slice(1))).toBe(false);
      expect(await one.ed25519.verify(key.slice(1), bytes(2), signature)).toBe(false);
    }
  });

  it("verifying leaves a key as it was, also one in a Buffer", async () => {
    for (let seed = 0; seed < 16; seed++) {
      const key = Buffer.from(await suite.ed25519.publicKey(bytes(seed)));
      const signature = await suite.ed25519.sign(bytes(seed), bytes(2));
      for (let times = 0; times < 2; times++)
        expect(await suite.ed25519.verify(key, bytes(2), signature)).toBe(true);
    }
  });

  it("no signature is right under an Ed25519 key of small order or an unreduced one", async () => {
    // The base point and the number 1: a signature of every message under the neutral point, and by chance under its kin.
    const anybody = fromHex(`58${"66".repeat(31)}01${"00".repeat(31)}`);
    const y8 = "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a";
    const small = [
      `01${"00".repeat(31)}`,
      `01${"00".repeat(30)}80`,
      `ec${"ff".repeat(30)}7f`,
      "00".repeat(32),
      y8,
      `ee${"ff".repeat(30)}7f`,
      `ed${"ff".repeat(31)}`,
    ].map(fromHex);
    for (const one of [suite, old]) {
      for (const key of small) {
        for (let message = 0; message < 32; message++)
          expect(await one.ed25519.verify(key, bytes(message), anybody)).toBe(false);
      }
    }
  });

  it("keys of small order and unreduced keys are refused by name", async () => {
    for (const one of [suite, old]) {
      const key = await one.xwing.publicKey(bytes(1));
      const small = key.slice();
      small.fill(0, 1184);
      await expect(one.xwing.encapsulate(small)).rejects.toThrow("bad-key");
      const { enc } = await one.xwing.encapsulate(key);
      await expect(one.xwing.decapsulate(bytes(1), enc.fill(0, 1088))).rejects.toThrow("bad-key");
      await expect(one.xwing.encapsulate(key.fill(0xff, 0, 1184))).rejects.toThrow("bad-key");
      await expect(one.xwing.encapsulate(key.slice(1))).rejects.toThrow("bad-key");
      await expect(one.xwing.encapsulate(new Uint8Array([...key, 0]))).rejects.toThrow("bad-key");
      await expect(one.xwing.publicKey(bytes(1, 31))).rejects.toThrow("bad-key");
      await expect(one.xwing.decapsulate(bytes(1), bytes(1))).rejects.toThrow("cannot-open");
    }
  });
});

describe("held against @hpke/core", () => {
  const theirs = () =>
    new CipherSuite({ kem: new XWing(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
  const [info, aad, text] = [utf8("info"), utf8("aad"), utf8("Ta den tid du behöver.")];

  it("it opens what we seal", async () => {
    const hpke = theirs();
    const seed = bytes(0x42);
    const sealed = plain(await seal(suite, await suite.xwing.publicKey(seed), info, aad, text));
    const recipientKey = await hpke.kem.importKey("raw", seed.slice().buffer, false);
    const opened = await hpke.open(
      { recipientKey, enc: sealed.slice(0, 1120), info },
      sealed.slice(1120),
      aad,
    );
    expect(equal(new Uint8Array(opened), text)).toBe(true);
  });

  it("we open what it seals", async () => {
    const hpke = theirs();
    for (const one of [suite, old]) {
      const seed = bytes(0x43);
      const key = plain(await one.xwing.publicKey(seed));
      const recipientPublicKey = await hpke.kem.importKey("raw", key.slice().buffer, true);
      const { enc, ct } = await hpke.seal({ recipientPublicKey, info }, text, aad);
      const sealed = new Uint8Array([...new Uint8Array(enc), ...new Uint8Array(ct)]);
      expect(await open(one, seed, info, aad, sealed)).toEqual(text);
      await expect(open(one, seed, utf8("other"), aad, sealed)).rejects.toThrow("cannot-open");
      await expect(open(one, seed, info, utf8("other"), sealed)).rejects.toThrow("cannot-open");
      await expect(open(one, bytes(1), info, aad, sealed)).rejects.toThrow("cannot-open");
    }
  });
});

/** What the published types of the wrapper do not know yet. */
interface Kem {
  crypto_kem_xwing_seed_keypair(seed: Uint8Array): {
    publicKey: Uint8Array;
    privateKey: Uint8Array;
  };
  crypto_kem_xwing_enc(key: Uint8Array): { ciphertext: Uint8Array; sharedSecret: Uint8Array };
  crypto_kem_xwing_dec(ciphertext: Uint8Array, key: Uint8Array): Uint8Array;
}

describe("held against libsodium", () => {
  const theirs = sodium as unknown as Kem;

  it("Ed25519: same keys, same signatures, each verifies the other's", async () => {
    for (const scheme of [native.ed25519, curves.ed25519]) {
      const pair = sodium.crypto_sign_seed_keypair(bytes(0x21));
      expect(await scheme.publicKey(bytes(0x21))).toEqual(pair.publicKey);
      const signature = sodium.crypto_sign_detached(utf8("hej"), pair.privateKey);
      expect(await scheme.sign(bytes(0x21), utf8("hej"))).toEqual(signature);
      expect(await scheme.verify(pair.publicKey, utf8("hej"), signature)).toBe(true);
    }
  });

  it("X25519: same keys, same secrets", async () => {
    for (const scheme of [native.x25519, curves.x25519]) {
      const [a, b] = [bytes(0x51), bytes(0x52)];
      const key = sodium.crypto_scalarmult_base(b);
      expect(await scheme.publicKey(b)).toEqual(key);
      expect(await scheme.shared(a, key)).toEqual(sodium.crypto_scalarmult(a, key));
    }
  });

  it("X-Wing: same keys, and each opens what the other encapsulates", async () => {
    const pair = theirs.crypto_kem_xwing_seed_keypair(bytes(0x61));
    for (const { xwing } of [suite, old]) {
      expect(await xwing.publicKey(bytes(0x61))).toEqual(pair.publicKey);
      const hers = theirs.crypto_kem_xwing_enc(pair.publicKey);
      expect(await xwing.decapsulate(bytes(0x61), hers.ciphertext)).toEqual(hers.sharedSecret);
      const ours = await xwing.encapsulate(pair.publicKey);
      expect(theirs.crypto_kem_xwing_dec(ours.enc, pair.privateKey)).toEqual(ours.shared);
    }
  });
});

describe("held against @noble/hashes", () => {
  it("SHA-256, HMAC and HKDF", async () => {
    const [ikm, salt, info] = [bytes(1), bytes(2), utf8("x")];
    expect(await suite.sha256(info)).toEqual(sha256(info));
    expect(await suite.hmac(salt, info)).toEqual(hmac(sha256, salt, info));
    expect(await suite.hmac(new Uint8Array(0), info)).toEqual(
      hmac(sha256, new Uint8Array(0), info),
    );
    expect(await suite.hkdf(ikm, salt, info, 64)).toEqual(hkdf(sha256, ikm, salt, info, 64));
  });
});
