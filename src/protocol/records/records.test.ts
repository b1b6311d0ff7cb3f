import { beforeAll, describe, expect, test } from "vitest";
import { createSuite } from "../suite/create.ts";
import type { Suite } from "../suite/types.ts";
import type { Manager } from "./index.ts";
import {
  EXTRACT_SIZE,
  extractAbout,
  looksHash,
  makePledge,
  makeReview,
  openExtract,
  pledgeTextHash,
  sealExtract,
  verifyPledge,
  verifyReview,
} from "./index.ts";

let suite: Suite;
beforeAll(async () => {
  suite = await createSuite();
});
const bytes = (value: number, length = 32): Uint8Array => new Uint8Array(length).fill(value);
const [jour, member, seed] = [bytes(1, 16), bytes(2, 16), bytes(3)];
const words = "Jag lovar att inte berätta.";

describe("a pledge", () => {
  const made = async () =>
    makePledge(suite, seed, {
      ...{ jour, member, version: 2, name: "Anna", at: 1_000 },
      text: await pledgeTextHash(suite, words),
    });
  const right = async () => ({
    ...{ jour, member, version: 2, words },
    identity: await suite.ed25519.publicKey(seed),
  });

  test("says who promised which words, and when", async () => {
    const read = await verifyPledge(suite, await made(), await right());
    expect(read).toMatchObject({ ok: true, value: { name: "Anna", version: 2, at: 1_000 } });
  });
  test.each([
    ["another jour", { jour: bytes(9, 16) }, "foreign-jour"],
    ["another member", { member: bytes(9, 16) }, "foreign-member"],
    ["another version", { version: 3 }, "pledge-other"],
    ["other words", { words: `${words} Inget.` }, "pledge-other"],
    ["the same words in other letters", { words: words.normalize("NFD") }, "pledge-other"],
  ])("is not hers for %s", async (_, other, code) => {
    const checks = { ...(await right()), ...other };
    expect(await verifyPledge(suite, await made(), checks)).toEqual({ ok: false, code });
  });
  test("is not hers under another key, nor with a bit changed", async () => {
    const checks = await right();
    const identity = await suite.ed25519.publicKey(bytes(4));
    const refused = { ok: false, code: "bad-signature" };
    expect(await verifyPledge(suite, await made(), { ...checks, identity })).toEqual(refused);
    const bent = await made();
    bent[bent.length - 1] = (bent.at(-1) ?? 0) ^ 1;
    expect(await verifyPledge(suite, bent, checks)).toEqual(refused);
  });
});

describe("a review of looks", () => {
  const one = { day: "2026-11-21", who: "a", whose: "b", what: "record", times: 1 };
  const two = { ...one, day: "2026-11-20" };
  test("covers every line, in whatever order, and no other line", async () => {
    const hash = await looksHash(suite, [one, two]);
    expect(await looksHash(suite, [two, one])).toEqual(hash);
    expect(await looksHash(suite, [one])).not.toEqual(hash);
    expect(await looksHash(suite, [one, { ...two, times: 2 }])).not.toEqual(hash);
    const made = await makeReview(suite, seed, {
      ...{ jour, member, month: "2026-11", looks: hash, at: 1_000 },
    });
    const identity = await suite.ed25519.publicKey(seed);
    const right = { jour, member, month: "2026-11", looks: hash, identity };
    expect(await verifyReview(suite, made, right)).toMatchObject({ ok: true });
    const code = async (other: object) => {
      const read = await verifyReview(suite, made, { ...right, ...other });
      return read.ok ? undefined : read.code;
    };
    expect(await code({ month: "2026-10" })).toBe("review-other");
    expect(await code({ looks: await looksHash(suite, [one]) })).toBe("review-other");
    expect(await code({ member: bytes(9, 16) })).toBe("foreign-member");
    expect(await code({ jour: bytes(9, 16) })).toBe("foreign-jour");
  });
});

test("an extract opens for each of its readers, and for nobody else", async () => {
  const seeds = [bytes(5), bytes(6), bytes(7)];
  const readers = await Promise.all(
    seeds.map(async (one, at) => {
      const seal = await suite.xwing.publicKey(one);
      return { member: bytes(10 + at, 16), seal, sealKeyHash: await suite.sha256(seal) };
    }),
  );
  const of = { jour, member, register: "criminal" } as const;
  const sealed = await sealExtract(suite, of, readers.slice(0, 2), bytes(8, 100));
  const self = (at: number, under = at) => ({
    ...{ member: bytes(10 + at, 16), seal: seeds[under] ?? bytes(0) },
  });
  const open = (at: number, under = at) => openExtract(suite, sealed, of, self(at, under));
  expect(await open(0)).toEqual({ ok: true, value: bytes(8, 100) });
  expect(await open(1)).toMatchObject({ ok: true });
  expect(await open(2)).toEqual({ ok: false, code: "cannot-open" });
  // Nor with the envelope of another.
  expect(await open(0, 1)).toEqual({ ok: false, code: "cannot-open" });
  expect(await openExtract(suite, sealed, { ...of, register: "suspicion" }, self(0))).toEqual({
    ...{ ok: false, code: "foreign-member" },
  });
  // Nor where the server gives it out as of the other register, or addresses an envelope anew.
  const altered = (place: number, put: Uint8Array) => {
    const copy = sealed.slice();
    copy.set(put, place);
    return copy;
  };
  const other = { ...of, register: "suspicion" } as const;
  const renamed = await openExtract(suite, altered(34, bytes(2, 1)), other, self(0));
  expect(renamed).toEqual({ ok: false, code: "cannot-open" });
  const readdressed = altered(39, bytes(12, 16));
  expect(await openExtract(suite, readdressed, of, self(2, 0))).toEqual({
    ...{ ok: false, code: "cannot-open" },
  });
  const [first] = readers;
  const swapped = first && [{ ...first, sealKeyHash: bytes(0) }];
  await expect(sealExtract(suite, of, swapped ?? [], bytes(8))).rejects.toThrow("bad-key");
});

test("an extract is of something, for somebody, and no longer than two pages", async () => {
  const seal = await suite.xwing.publicKey(bytes(5));
  const reader = { member: bytes(10, 16), seal, sealKeyHash: await suite.sha256(seal) };
  const of = { jour, member, register: "suspicion" } as const;
  const sealing = (readers: Manager[], length: number) =>
    sealExtract(suite, of, readers, bytes(8, length));
  await expect(sealing([], 1)).rejects.toThrow("malformed");
  await expect(sealing([reader], 0)).rejects.toThrow("malformed");
  await expect(sealing([reader], EXTRACT_SIZE + 1)).rejects.toThrow("malformed");
  const longest = await sealing([reader], EXTRACT_SIZE);
  expect(await extractAbout(longest)).toMatchObject({
    ok: true,
    value: { readers: [bytes(10, 16)] },
  });
});
