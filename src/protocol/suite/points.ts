const P = 2n ** 255n - 19n;
/** The y of two of the points of order eight; its negative is that of the two others. */
const Y8 = 0x05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826n;
const SMALL = [0n, 1n, P - 1n, Y8, P - Y8];

/**
 * Under a key of small order almost anything is a signature of almost anybody, and an unreduced key is a second
 * spelling of another one. Some platforms take them and some do not: here nobody does, so that all readers agree.
 */
export function isHonest(key: Uint8Array): boolean {
  // Little-endian; the last bit is the sign of x.
  const y = BigInt.asUintN(
    255,
    key.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n),
  );
  return y < P && !SMALL.includes(y);
}
