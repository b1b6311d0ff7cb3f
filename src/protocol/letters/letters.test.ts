import { beforeAll, describe, expect, it } from "vitest";
import { LABEL, TYPE } from "../labels.ts";
import { LABEL as STAFF_LABEL, TYPE as STAFF_TYPE } from "../staff/labels.ts";
import { createSuite } from "../suite/create.ts";
import type { Suite } from "../suite/types.ts";
import { bytes, createWorld } from "../testing/world.ts";
import type { World } from "../testing/world.ts";
import { mailboxOf, teamKeyOf } from "../testing/post.ts";
import type { Box, TeamKeyAtHand } from "../testing/post.ts";
import { LABEL as LETTER_LABEL, TYPE as LETTER_TYPE } from "./labels.ts";
import { describeMailbox, writeMark, writeSheet } from "./write.ts";
import { readMailbox, readMark, readSheet } from "./read.ts";
import type { MailboxToRead, Reader } from "./read.ts";

let world: World;
let team: TeamKeyAtHand;
let box: Box;
beforeAll(async () => {
  world = await createWorld();
  team = await teamKeyOf(world);
  box = await mailboxOf(world, team);
  await box.write("seeker", "Jag vågar inte gå hem.");
  await box.write("team", "Du är inte ensam. Var är du nu?");
  await box.write("seeker", "Hos en vän.");
});

const asTeam: Reader = { side: "team", seal: () => team.seal };
const asSeeker = (): Reader => ({ side: "seeker", seal: box.keys.seal });

const read = (change: Partial<MailboxToRead> = {}) =>
  readMailbox(world.suite, {
    id: box.id,
    mailbox: box.bytes,
    letters: box.letters,
    teamKeys: [team.key],
    reader: asSeeker(),
    ...change,
  });

/** Texts, and the codes of those that do not hold. */
async function shown(change: Partial<MailboxToRead> = {}): Promise<string[]> {
  const outcome = await read(change);
  if (!outcome.ok) return [outcome.code];
  return outcome.value.letters.map((one) => (one.ok ? one.text : `(${one.code})`));
}

const story = ["Jag vågar inte gå hem.", "Du är inte ensam. Var är du nu?", "Hos en vän."];

describe("a correspondence", () => {
  it("is read by her and by the team, in order, each under its author", async () => {
    expect(await shown()).toEqual(story);
    expect(await shown({ reader: asTeam })).toEqual(story);
    const outcome = await read();
    const authors = outcome.ok
      ? outcome.value.letters.map((one) => one.ok && [one.header.author, one.alias])
      : [];
    expect(authors).toEqual([
      ["seeker", ""],
      ["team", "Anna"],
      ["seeker", ""],
    ]);
  });

  it("is closed to who holds neither the code nor the team's key", async () => {
    const stranger = (await mailboxOf(world, team)).keys.seal;
    const closed = Array(3).fill("(cannot-open)");
    expect(await shown({ reader: { side: "seeker", seal: stranger } })).toEqual(closed);
    const former: Reader = { side: "team", seal: () => undefined };
    expect(await shown({ reader: former })).toEqual(Array(3).fill("(team-key-unknown)"));
  });

  it("has notes and drafts for the team, which her code does not open", async () => {
    const { suite } = world;
    const header = { mailbox: box.id, kind: "note", after: 3, teamKey: team.key.id } as const;
    const content = { at: world.now, alias: "Bea", text: "Ring mig om hon skriver i natt." };
    const note = await writeSheet(suite, team.sign, team.key.seal, header, content);
    const given = { id: box.id, teamKeys: [team.key] };
    expect(await readSheet(suite, { ...given, seal: () => team.seal }, note)).toEqual({
      ok: true,
      value: { kind: "note", after: 3, ...content },
    });
    const hers = await readSheet(suite, { ...given, seal: () => box.keys.seal }, note);
    expect(hers).toEqual({ ok: false, code: "cannot-open" });
    const forged = await writeSheet(suite, box.keys.sign, team.key.seal, header, content);
    const taken = await readSheet(suite, { ...given, seal: () => team.seal }, forged);
    expect(taken).toEqual({ ok: false, code: "bad-signature" });
    const unknown = { ok: false, code: "team-key-unknown" };
    expect(await readSheet(suite, { ...given, seal: () => undefined }, note)).toEqual(unknown);
    const other = { id: box.id, teamKeys: [], seal: () => team.seal };
    expect(await readSheet(suite, other, note)).toEqual(unknown);
  });

  it("has no empty letter or note, and none of more than 40,000 bytes; a draft may be empty", async () => {
    const long = "å".repeat(20_001);
    const letterOf = (text: string) => box.write("seeker", text, { keep: false });
    await expect(letterOf(" \n")).rejects.toThrow("text-empty");
    await expect(letterOf(long)).rejects.toThrow("text-too-long");
    const sheetOf = (kind: "note" | "draft", text: string) =>
      writeSheet(
        world.suite,
        team.sign,
        team.key.seal,
        { mailbox: box.id, kind, after: 3, teamKey: team.key.id },
        { at: world.now, alias: "", text },
      );
    await expect(sheetOf("note", "")).rejects.toThrow("text-empty");
    await expect(sheetOf("draft", long)).rejects.toThrow("text-too-long");
    expect((await sheetOf("draft", "")).length).toBeGreaterThan(0);
  });

  it("has letters of one right form: what its own author filled with more than zeros is not shown", async () => {
    const { suite } = world;
    const filled: Suite = {
      ...suite,
      aesSeal: (key, nonce, aad, clear) =>
        suite.aesSeal(
          key,
          nonce,
          aad,
          clear.length < 512 ? clear : clear.with(clear.length - 1, 1),
        ),
    };
    const odd = await mailboxOf({ ...world, suite: filled }, team);
    await odd.write("seeker", "Hej");
    const { id, bytes: mailbox, letters } = odd;
    const reader: Reader = { side: "seeker", seal: odd.keys.seal };
    expect(await shown({ id, mailbox, letters, reader })).toEqual(["(not-canonical)"]);
  });

  it("shows how far the other side has read, and believes no mark that the server made", async () => {
    const { suite } = world;
    const outcome = await read();
    if (!outcome.ok) throw new Error(outcome.code);
    const given = { id: box.id, teamKeys: [team.key] };
    const value = {
      mailbox: box.id,
      author: "team",
      number: 3,
      letter: outcome.value.last.hash,
      teamKey: team.key.id,
    } as const;
    const signed = await writeMark(suite, team.sign, value);
    expect(await readMark(suite, given, outcome.value, signed)).toEqual({
      ok: true,
      value: { author: "team", number: 3 },
    });
    const byServer = await writeMark(suite, bytes(0x99), value);
    expect(await readMark(suite, given, outcome.value, byServer)).toMatchObject({
      ok: false,
      code: "bad-signature",
    });
    const ofNothing = await writeMark(suite, team.sign, { ...value, letter: bytes(1) });
    expect(await readMark(suite, given, outcome.value, ofNothing)).toMatchObject({
      ok: false,
      code: "letter-not-next",
    });
  });
});

describe("a hostile server", () => {
  it("cannot swap the address of an answer", async () => {
    const { suite, jour } = world;
    const mine = { sign: bytes(0x61), seal: bytes(0x62) };
    const swapped = await describeMailbox(suite, jour, { ...mine, sign: box.keys.sign });
    expect(await shown({ mailbox: swapped.bytes })).toEqual(["foreign-mailbox"]);
    const own = await describeMailbox(suite, jour, mine);
    expect((await shown({ mailbox: own.bytes, id: own.id, reader: asTeam }))[0]).toBe(
      "(foreign-mailbox)",
    );
  });

  it("cannot reorder, repeat, leave out, or mix in what was written elsewhere", async () => {
    const [a, b, c] = box.letters as [Uint8Array, Uint8Array, Uint8Array];
    expect(await shown({ letters: [b, a, c] })).toEqual([
      "(letter-not-next)",
      story[0],
      "(letter-not-next)",
    ]);
    expect(await shown({ letters: [a, c] })).toEqual([story[0], "(letter-not-next)"]);
    expect(await shown({ letters: [a, a, b] })).toEqual([story[0], "(letter-not-next)", story[1]]);
    const other = await mailboxOf(world, team);
    const foreign = await other.write("seeker", "Någon annan");
    expect(await shown({ letters: [foreign, a] })).toEqual(["(foreign-mailbox)", story[0]]);
  });

  it("cannot alter a letter anywhere, nor write one", async () => {
    const [a] = box.letters as [Uint8Array];
    for (const at of [40, 150, 400, 1500, 2600, a.length - 1]) {
      const altered = a.slice();
      altered[at] = (altered[at] ?? 0) ^ 1;
      const [first = ""] = await shown({ letters: [altered] });
      expect(first).toMatch(
        /^\((bad-signature|foreign-mailbox|letter-not-next|malformed|not-canonical)\)$/,
      );
    }
    const forged = await box.write("team", "Kom till Storgatan 1", {
      signer: bytes(0x99),
      keep: false,
    });
    expect((await shown({ letters: [...box.letters, forged] })).at(-1)).toBe("(bad-signature)");
    const turned = await box.write("team", "Hon är hos en vän", {
      signer: box.keys.sign,
      keep: false,
    });
    expect((await shown({ letters: [...box.letters, turned] })).at(-1)).toBe("(bad-signature)");
  });

  it("may hold the newest letter back, which nobody without a memory can notice", async () => {
    expect(await shown({ letters: box.letters.slice(0, 2) })).toEqual(story.slice(0, 2));
  });

  it("cannot let a former coordinator answer, unless she had believed that key before", async () => {
    const hers = await createWorld({ suite: await createSuite() });
    const old = await teamKeyOf(hers);
    const later = await teamKeyOf(hers, { number: 2, seed: bytes(0x52) });
    const correspondence = await mailboxOf(hers, old);
    await correspondence.write("seeker", "Hej");
    await correspondence.write("team", "Välkommen");
    await correspondence.write("team", "Ny nyckel", { teamKey: later.key.id, signer: later.sign });
    const withdrawn = [old.key, later.key].map((key) => ({ ...key, withdrawn: true }));
    const given = {
      id: correspondence.id,
      mailbox: correspondence.bytes,
      letters: correspondence.letters,
    };
    const reader: Reader = { side: "seeker", seal: correspondence.keys.seal };
    expect(await shown({ ...given, reader, teamKeys: withdrawn })).toEqual([
      "Hej",
      "Välkommen",
      "(delegate-revoked)",
    ]);
    expect(await shown({ ...given, reader, teamKeys: [old.key, later.key] })).toEqual([
      "Hej",
      "Välkommen",
      "Ny nyckel",
    ]);
  });
});

it("shares no label and no type with anything else", () => {
  const labels = [LABEL, STAFF_LABEL, LETTER_LABEL].flatMap((table) => Object.values(table));
  expect(new Set(labels).size).toBe(labels.length);
  const types = [TYPE, STAFF_TYPE, LETTER_TYPE].flatMap((table) => Object.values<number>(table));
  expect(new Set(types).size).toBe(types.length);
});
