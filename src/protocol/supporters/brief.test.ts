import { beforeAll, describe, expect, test } from "vitest";
import { createSuite } from "../suite/create.ts";
import type { Suite } from "../suite/types.ts";
import type { DirectoryMember } from "../trust/types.ts";
import { readBriefs, writeBrief } from "./brief.ts";
import type { BriefsToRead } from "./brief.ts";
import { brief } from "./objects.ts";
import type { BriefHeader } from "./objects.ts";

const bytes = (value: number, length = 32): Uint8Array => new Uint8Array(length).fill(value);
const [jour, mailbox, ask, teamKey] = [bytes(1, 16), bytes(2, 16), bytes(3, 16), bytes(4)];
const [anna, lena, mia] = [bytes(0x11, 16), bytes(0x12, 16), bytes(0x13, 16)];
const seeds = {
  ...{ anna: bytes(0x21), lena: bytes(0x22), mia: bytes(0x25) },
  ...{ team: bytes(0x23), other: bytes(0x24) },
};
const content = { at: 1_000, visit: "court", town: "Granvik", date: "2030-12-06", text: "Grinden" };
const NOW = 5_000;

let suite: Suite;
let members: DirectoryMember[];
let keys: Record<"lena" | "team" | "other", Uint8Array>;
let sealKeyHash: Uint8Array;
beforeAll(async () => {
  suite = await createSuite();
  const key = (seed: Uint8Array) => suite.xwing.publicKey(seed);
  keys = {
    lena: await key(seeds.lena),
    team: await key(seeds.team),
    other: await key(seeds.other),
  };
  sealKeyHash = await suite.sha256(keys.lena);
  const line = async (id: Uint8Array, seed: Uint8Array, teams: string[]) => ({
    ...{ id, teams, role: "volunteer" as const, validFrom: 0, validUntil: 10_000 },
    ...{ identity: await suite.ed25519.publicKey(seed), sealKeyHash },
  });
  members = [
    await line(mia, seeds.mia, ["conversations"]),
    await line(anna, seeds.anna, ["intake"]),
    await line(lena, seeds.lena, ["conversations"]),
  ];
});

const write = (
  header: Partial<BriefHeader> = {},
  { by = seeds.anna, to = keys.lena } = {},
): Promise<Uint8Array> => {
  const first = { number: 1, previous: bytes(0), teamKey };
  return writeBrief(suite, by, {
    header: { jour, mailbox, ask, to: lena, author: anna, ...first, ...header },
    ...{ content, to: { seal: to, sealKeyHash }, team: keys.team },
  });
};
const read = (briefs: Uint8Array[], given: Partial<BriefsToRead> = {}) =>
  readBriefs(suite, {
    ...{ jour, mailbox, ask, to: lena, trust: { members }, now: NOW, briefs },
    reader: { side: "member", seal: seeds.lena },
    ...given,
  });
const codesOf = async (briefs: Uint8Array[], given: Partial<BriefsToRead> = {}) =>
  (await read(briefs, given)).briefs.map((one) => (one.ok ? "read" : one.code));

describe("a brief", () => {
  test("is read by the one who is asked, and by the team", async () => {
    const first = await write();
    const previous = await suite.sha256(first);
    const both = [first, await write({ number: 2, previous })];
    expect(await read(both)).toMatchObject({
      briefs: [
        { ok: true, number: 1, author: anna, ...content },
        { ok: true, number: 2 },
      ],
      last: { number: 2 },
    });
    const seal = () => seeds.team;
    expect(await codesOf(both, { reader: { side: "team", seal } })).toEqual(["read", "read"]);
  });

  test("is read by nobody else, asked or not", async () => {
    const seal = seeds.other;
    expect(await codesOf([await write()], { reader: { side: "member", seal } })).toEqual([
      "cannot-open",
    ]);
    const none = { side: "team", seal: () => undefined } as const;
    expect(await codesOf([await write()], { reader: none })).toEqual(["team-key-unknown"]);
  });

  test("is sealed to no key but hers in the directory", async () => {
    await expect(write({}, { to: keys.other })).rejects.toThrow("bad-key");
  });

  test.each([
    ["another jour", { jour: bytes(9, 16) }, "foreign-jour"],
    ["another mailbox", { mailbox: bytes(9, 16) }, "foreign-mailbox"],
    ["another member", { to: bytes(9, 16) }, "foreign-member"],
    ["another time that she was asked", { ask: bytes(9, 16) }, "replayed"],
    ["a number left out", { number: 2 }, "letter-not-next"],
    ["another before it", { previous: bytes(9) }, "letter-not-next"],
    ["nobody whom the jour knows", { author: bytes(9, 16) }, "member-not-in-directory"],
  ])("of %s is refused", async (_, header, code) => {
    expect(await codesOf([await write(header)])).toEqual([code]);
  });

  test("of a colleague of another team is refused, unless she is the one who is asked", async () => {
    expect(await codesOf([await write({ author: mia }, { by: seeds.mia })])).toEqual([
      "member-not-in-team",
    ]);
    const first = await write();
    const previous = await suite.sha256(first);
    const answer = { author: lena, number: 2, previous };
    expect(await codesOf([first, await write(answer, { by: seeds.lena })])).toEqual([
      "read",
      "read",
    ]);
    expect(await codesOf([first, await write(answer)])).toEqual(["read", "bad-signature"]);
  });

  test("that somebody else signed, or whose author has left, is refused", async () => {
    expect(await codesOf([await write({}, { by: seeds.other })])).toEqual(["bad-signature"]);
    expect(await codesOf([await write()], { now: 10_001 })).toEqual(["member-expired"]);
    expect(await codesOf([await write()], { now: -1 })).toEqual(["member-expired"]);
  });

  test("with another commitment is refused, and the next one is still read", async () => {
    const value = brief.peek(await write());
    const spoilt = await brief.make(suite, seeds.anna, { ...value, commitment: bytes(9) });
    const next = await write({ number: 2, previous: await suite.sha256(spoilt) });
    expect(await codesOf([spoilt, next])).toEqual(["letter-altered", "read"]);
  });
});
