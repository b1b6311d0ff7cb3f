import { concat, utf8 } from "./bytes.ts";
import type { Plain } from "./bytes.ts";
import { demand } from "./refusal.ts";
import { XWING } from "./suite/xwing.ts";
import type { Suite } from "./suite/types.ts";

/** HPKE base mode, RFC 9180: X-Wing, HKDF-SHA256, AES-256-GCM; one message per sealed box. */
const HPKE_XWING = { kem: 0x647a, kdf: 0x0001, aead: 0x0002 } as const;

export interface SuiteIds {
  kem: number;
  kdf: number;
  aead: number;
}

const two = (value: number): Plain => new Uint8Array([value >> 8, value & 255]);
const EMPTY = new Uint8Array(0);

export const suiteId = ({ kem, kdf, aead }: SuiteIds): Plain =>
  concat(utf8("HPKE"), two(kem), two(kdf), two(aead));

/** Section 4. */
export const labeledExtract = (
  suite: Suite,
  of: Uint8Array,
  salt: Uint8Array,
  label: string,
  ikm: Uint8Array,
) => suite.hmac(salt, concat(utf8("HPKE-v1"), of, utf8(label), ikm));

/** Section 4, for at most one block of the hash: nothing longer is needed here. */
export async function labeledExpand(
  suite: Suite,
  of: Uint8Array,
  prk: Uint8Array,
  label: string,
  info: Uint8Array,
  length: number,
): Promise<Uint8Array> {
  demand(length <= 32, "malformed");
  const text = concat(two(length), utf8("HPKE-v1"), of, utf8(label), info, new Uint8Array([1]));
  return (await suite.hmac(prk, text)).slice(0, length);
}

/** Section 5.1, mode 0. `ids` is for the published vectors of other suites. */
export async function keySchedule(
  suite: Suite,
  shared: Uint8Array,
  info: Uint8Array,
  ids: SuiteIds = HPKE_XWING,
  keyLength = 32,
): Promise<{ key: Uint8Array; nonce: Uint8Array; secret: Uint8Array; context: Uint8Array }> {
  const of = suiteId(ids);
  const pskHash = await labeledExtract(suite, of, EMPTY, "psk_id_hash", EMPTY);
  const infoHash = await labeledExtract(suite, of, EMPTY, "info_hash", info);
  const context = concat(new Uint8Array(1), pskHash, infoHash);
  const secret = await labeledExtract(suite, of, shared, "secret", EMPTY);
  return {
    key: await labeledExpand(suite, of, secret, "key", context, keyLength),
    nonce: await labeledExpand(suite, of, secret, "base_nonce", context, 12),
    secret,
    context,
  };
}

/** Seals once to an X-Wing key: encapsulation, then ciphertext with its tag. */
export async function seal(
  suite: Suite,
  to: Uint8Array,
  info: Uint8Array,
  aad: Uint8Array,
  clear: Uint8Array,
): Promise<Plain> {
  const { enc, shared } = await suite.xwing.encapsulate(to);
  const { key, nonce } = await keySchedule(suite, shared, info);
  return concat(enc, await suite.aesSeal(key, nonce, aad, clear));
}

/** Throws `cannot-open`. */
export async function open(
  suite: Suite,
  seed: Uint8Array,
  info: Uint8Array,
  aad: Uint8Array,
  sealed: Uint8Array,
): Promise<Uint8Array> {
  const shared = await suite.xwing.decapsulate(seed, sealed.subarray(0, XWING.enc));
  const { key, nonce } = await keySchedule(suite, shared, info);
  return suite.aesOpen(key, nonce, aad, sealed.subarray(XWING.enc));
}
