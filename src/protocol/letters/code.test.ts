import { fc } from "../../../tests/factories/chance.ts";
import { argon2id as slowArgon2id } from "@noble/hashes/argon2.js";
import { describe, expect, it } from "vitest";
import { createSuite } from "../suite/create.ts";
import { stretch } from "../testing/post.ts";
import { bytes } from "../testing/world.ts";
import { CODE_ARGON2, deriveMailbox, newReturnCode, readReturnCode } from "./code.ts";
import type { Stretch } from "./code.ts";
import { slips } from "./suggest.ts";
import { fold, WORDS } from "./words.ts";

const suite = await createSuite();

describe("the list of words", () => {
  it("has 2,048, each known by its first four letters", () => {
    expect(WORDS).toHaveLength(2048);
    expect(new Set(WORDS.map((word) => fold(word).slice(0, 4))).size).toBe(2048);
    expect(WORDS.every((word) => /^[a-zåäö]{4,8}$/.test(word))).toBe(true);
  });
});

describe("a return code", () => {
  it("is read back however it is typed", async () => {
    const words = await newReturnCode(suite, "sealed");
    const typed = [
      words.join(" "),
      words.join(", ").toUpperCase(),
      words.map((word, at) => `${at + 1}. ${word}\n`).join(""),
      words.map((word) => fold(word)).join("-"),
      words.map((word) => word.slice(0, 4)).join(" "),
      ` ${words.join("   ")} `.normalize("NFD"),
    ];
    for (const text of typed) {
      expect(await readReturnCode(suite, text)).toEqual({ ok: true, kind: "sealed", words });
    }
  });

  it("names the word that is not on the list, and the one that was probably meant", async () => {
    const words = await newReturnCode(suite, "sealed");
    const long = words.findIndex((word) => word.length >= 5);
    const word = words[long] ?? "";
    const slipped = `${word[1]}${word[0]}${word.slice(2)}q`;
    const outcome = await readReturnCode(suite, words.with(long, slipped).join(" "));
    expect(outcome).toMatchObject({ ok: false, code: "unknown-word", at: long });
    expect(await readReturnCode(suite, words.with(0, "qqqqqqqq").join(" "))).toMatchObject({
      ok: false,
      code: "unknown-word",
      at: 0,
      suggestion: undefined,
    });
    expect(await readReturnCode(suite, words.slice(1).join(" "))).toEqual({
      ok: false,
      code: "wrong-number-of-words",
      given: 6,
    });
  });

  it("of a listed word that is wrong it says only that the words do not fit", async () => {
    const words = await newReturnCode(suite, "sealed");
    const other = WORDS.find((word) => word !== words[2]) ?? "";
    const outcome = await readReturnCode(suite, words.with(2, other).join(" "));
    // One in 1,024 wrong words fits by chance: then it is another code.
    if (!outcome.ok) expect(outcome.code).toBe("words-do-not-fit");
    const swapped = [words[1], words[0], ...words.slice(2)].join(" ");
    if (words[0] !== words[1]) expect((await readReturnCode(suite, swapped)).ok).toBe(false);
  });

  it("tells a mailbox written without JavaScript from a sealed one", async () => {
    for (const kind of ["sealed", "plain"] as const) {
      const words = await newReturnCode(suite, kind);
      expect(await readReturnCode(suite, words.join(" "))).toMatchObject({ ok: true, kind });
    }
  });

  it("opens one mailbox at one jour: other words, jour or kind give other keys", async () => {
    const words = WORDS.slice(0, 7);
    const jour = bytes(0xa1, 16);
    const keys = await deriveMailbox(suite, stretch, jour, "sealed", words);
    expect(await deriveMailbox(suite, stretch, jour, "sealed", words)).toEqual(keys);
    const others = await Promise.all([
      deriveMailbox(suite, stretch, bytes(0xa2, 16), "sealed", words),
      deriveMailbox(suite, stretch, jour, "plain", words),
      deriveMailbox(suite, stretch, jour, "sealed", words.with(6, WORDS[9] ?? "")),
    ]);
    const all = [keys, ...others].flatMap(({ token, sign, seal }) =>
      [token, sign, seal].map(String),
    );
    expect(new Set(all).size).toBe(12);
  });

  it("opens nothing with fewer words, nor with less than all that stretching gives", async () => {
    const jour = bytes(0xa1, 16);
    const six = deriveMailbox(suite, stretch, jour, "sealed", WORDS.slice(0, 6));
    await expect(six).rejects.toThrow("malformed");
    const half: Stretch = async (password, salt) => (await stretch(password, salt)).slice(0, 32);
    const weak = deriveMailbox(suite, half, jour, "sealed", WORDS.slice(0, 7));
    await expect(weak).rejects.toThrow("bad-key");
  });

  it("is stretched alike by WebAssembly and by plain JavaScript", async () => {
    const { memory, passes, lanes, length } = CODE_ARGON2;
    const slow = slowArgon2id(bytes(1), bytes(2, 16), {
      m: memory,
      t: passes,
      p: lanes,
      dkLen: length,
    });
    expect(await stretch(bytes(1), bytes(2, 16))).toEqual(slow);
  });
});

it("counts slips as a person makes them", () => {
  expect(slips("hammare", "hammare")).toBe(0);
  expect(slips("hamamre", "hammare")).toBe(1);
  expect(slips("hamare", "hammare")).toBe(1);
  expect(slips("hummare", "hammare")).toBe(1);
  const word = fc.stringMatching(/^[a-e]{3,6}$/);
  fc.assert(fc.property(word, word, (a, b) => slips(a, b) === slips(b, a)));
});
