import { concat, fromHex, utf8 } from "../bytes.ts";
import { keySchedule, open, seal } from "../hpke.ts";
import { LABEL, labelled } from "../labels.ts";
import { pad, unpad } from "../pad.ts";
import { attempt } from "../refusal.ts";
import type { Outcome, RefusalCode } from "../refusal.ts";
import { sign, verify } from "../signed.ts";
import { x25519 } from "../suite/curves.ts";
import type { Suite } from "../suite/types.ts";
import { xwing } from "../suite/xwing.ts";
import { bytes } from "../testing/world.ts";

/** What the building blocks answer, with all that lies between; and keys and boxes that must be refused. */
export async function blocks(suite: Suite) {
  return {
    xwing: await Promise.all([1, 2, 3].map((n) => encapsulation(suite, n))),
    hpke: [await box(suite), ...(await boxes(suite))],
    sealKeys: await sealKeys(suite),
    signatures: await signatures(suite),
    padding: await paddings(),
  };
}

async function encapsulation(suite: Suite, n: number) {
  const seed = bytes(0x40 + n);
  const coins = concat(bytes(0x50 + n), bytes(0x60 + n));
  const kem = xwing(x25519, () => coins.slice());
  const key = await kem.publicKey(seed);
  const { enc, shared } = await kem.encapsulate(key, coins.slice());
  const altered = flip(enc, 100);
  return {
    seed,
    key,
    coins,
    encapsulation: enc,
    secret: shared,
    // ML-KEM does not say that an encapsulation was altered: it gives another secret.
    altered: { encapsulation: altered, secret: await suite.xwing.decapsulate(seed, altered) },
  };
}

async function box(suite: Suite) {
  const seed = bytes(0x41);
  const [info, clear] = [labelled(LABEL.epochSeal, bytes(7)), utf8("Ta den tid du behöver.")];
  const sealed = await seal(
    suite,
    await suite.xwing.publicKey(seed),
    info,
    new Uint8Array(0),
    clear,
  );
  const shared = await suite.xwing.decapsulate(seed, sealed.subarray(0, 1120));
  const { key, nonce } = await keySchedule(suite, shared, info);
  return { seed, info, sealed, secret: shared, key, nonce, clear };
}

async function boxes(suite: Suite) {
  const { seed, info, sealed } = await box(suite);
  const cases: [string, RefusalCode, Uint8Array, Uint8Array][] = [
    ["a bit of the tag", "cannot-open", info, flip(sealed, sealed.length - 1)],
    ["a bit of the encapsulation", "cannot-open", info, flip(sealed, 5)],
    ["another purpose", "cannot-open", labelled(LABEL.direct, bytes(7)), sealed],
    ["shorter than an encapsulation", "cannot-open", info, sealed.slice(0, 1119)],
    [
      "an X25519 share of small order",
      "bad-key",
      info,
      concat(sealed.slice(0, 1088), bytes(0), sealed.slice(1120)),
    ],
  ];
  return Promise.all(
    cases.map(async ([why, code, given, data]) => {
      const work = () => open(suite, seed, given, new Uint8Array(0), data);
      return { why, seed, info: given, sealed: data, refused: await refusedBy(work, code) };
    }),
  );
}

async function sealKeys(suite: Suite) {
  const good = await suite.xwing.publicKey(bytes(0x41));
  const crooked: [string, Uint8Array][] = [
    ["a coefficient that is not reduced", concat(new Uint8Array([0xff, 0xff]), good.slice(2))],
    ["an X25519 key of small order", concat(good.slice(0, 1184), bytes(0))],
  ];
  const refused = await Promise.all(
    crooked.map(async ([why, key]) => ({
      why,
      key,
      refused: await refusedBy(() => suite.xwing.encapsulate(key), "bad-key"),
    })),
  );
  return [{ why: "as it should be", seed: bytes(0x41), key: good }, ...refused];
}

async function signatures(suite: Suite) {
  const data = utf8("hej");
  const seed = bytes(0x42);
  const key = await suite.ed25519.publicKey(seed);
  const signature = await sign(suite, LABEL.leave, seed, data);
  const elsewhere = await sign(suite, LABEL.end, seed, data);
  // The base point and the number 1: a signature of everything under the neutral point.
  const anybody = fromHex(`58${"66".repeat(31)}01${"00".repeat(31)}`);
  const neutral = `01${"00".repeat(31)}`;
  const cases: [string, Uint8Array, Uint8Array][] = [
    ["of another label", key, elsewhere],
    ["whose number is not reduced", key, raised(signature)],
    ["under the neutral point", fromHex(neutral), anybody],
    ["under it with a sign", fromHex(`01${"00".repeat(30)}80`), anybody],
    ["under it unreduced", fromHex(`ee${"ff".repeat(30)}7f`), anybody],
  ];
  const good = { why: "as it should be", seed, key, label: "leave", data, signature };
  const refused = cases.map(async ([why, under, given]) => {
    const work = () => verify(suite, LABEL.leave, under, data, given);
    const code = await refusedBy(work, "bad-signature");
    return { why, key: under, label: "leave", data, signature: given, refused: code };
  });
  return [good, ...(await Promise.all(refused))];
}

const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;

/** The same signature with the group's order added to its number, which RFC 8032 refuses. */
function raised(signature: Uint8Array): Uint8Array {
  let sum =
    ORDER + signature.slice(32).reduceRight((total, byte) => total * 256n + BigInt(byte), 0n);
  const number = bytes(0).map(() => {
    const byte = Number(sum & 255n);
    sum >>= 8n;
    return byte;
  });
  return concat(signature.slice(0, 32), number);
}

async function paddings() {
  const padded = pad(utf8("hej"));
  const wrong: [string, Uint8Array][] = [
    ["a bucket that is not the smallest", concat(padded, bytes(0, 512))],
    ["a length that is no bucket", padded.slice(0, 400)],
    ["something behind the text", flip(padded, 511)],
    ["a length beyond the end", concat(fromHex("000001fd"), padded.slice(4))],
  ];
  const right = [utf8("hej"), bytes(7, 508), bytes(7, 509)];
  const refused = wrong.map(async ([why, given]) => ({
    why,
    padded: given,
    refused: await refusedBy(async () => unpad(given), "not-canonical"),
  }));
  return [
    ...right.map((clear) => ({ clear, padded: pad(clear) })),
    ...(await Promise.all(refused)),
  ];
}

export const flip = (given: Uint8Array, at: number): Uint8Array =>
  given.map((byte, i) => (i === at ? byte ^ 1 : byte));

/** The code by which it is refused, which must be the one expected. */
export async function refusedBy(
  work: () => Promise<unknown>,
  expected: RefusalCode,
): Promise<RefusalCode> {
  const outcome: Outcome<unknown> = await attempt(work);
  if (outcome.ok || outcome.code !== expected)
    throw new Error(`expected ${expected}, got ${outcome.ok ? "an answer" : outcome.code}`);
  return expected;
}
