import { fromHex, hex } from "../bytes.ts";

// The y of every Ed25519 point whose order divides eight, in the order of the bytes that a key has.
const SMALL = [
  "0100000000000000000000000000000000000000000000000000000000000000",
  "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "0000000000000000000000000000000000000000000000000000000000000000",
  "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
  "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
];
const P = fromHex("edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f");

/**
 * Under a key of small order almost anything is a signature of almost anybody, and an unreduced key is a second
 * spelling of another one. Some platforms take them and some do not: here nobody does, so that all readers agree.
 */
export function isHonest(key: Uint8Array): boolean {
  // A copy: a Buffer of Node answers `slice` with the same memory.
  const y = new Uint8Array(key);
  y[31] = (y[31] ?? 0) & 0x7f;
  return isBelow(y, P) && !SMALL.includes(hex(y));
}

/** Little-endian: the last byte weighs most. */
function isBelow(a: Uint8Array, b: Uint8Array): boolean {
  const at = a.findLastIndex((byte, i) => byte !== b[i]);
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0);
}
