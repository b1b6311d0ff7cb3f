import { utf8 } from "../bytes.ts";
import { labelled } from "../labels.ts";
import { deriveMailbox, newReturnCode, readReturnCode } from "../letters/code.ts";
import type { CodeKind, ReadCode, Stretch } from "../letters/code.ts";
import { LABEL } from "../letters/labels.ts";
import { fold, WORDS } from "../letters/words.ts";
import { describeMailbox } from "../letters/write.ts";
import type { Suite } from "../suite/types.ts";
import { bytes } from "../testing/world.ts";

const wordList = WORDS.join(" ");

/** The list, codes of both kinds with all that is made of them, and what is not read as a code. */
export async function codes(suite: Suite, stretch: Stretch, jour: Uint8Array) {
  const sealed = await described(suite, stretch, jour, "sealed");
  return {
    list: { words: wordList, sha256: await suite.sha256(utf8(wordList)) },
    codes: [
      sealed,
      await described(suite, stretch, bytes(0xa9, 16), "sealed", sealed.words),
      await described(suite, stretch, jour, "plain"),
    ],
    unread: await unread(suite, sealed.words),
  };
}

async function described(
  suite: Suite,
  stretch: Stretch,
  jour: Uint8Array,
  kind: CodeKind,
  given?: readonly string[],
) {
  const words = given ?? (await newReturnCode(suite, kind));
  const keys = await deriveMailbox(suite, stretch, jour, kind, words);
  const { id } = await describeMailbox(suite, jour, keys);
  const salt = (await suite.sha256(labelled(LABEL.codeSalt, utf8(kind), jour))).slice(0, 16);
  const password = fold(words.join(" "));
  return {
    ...{ kind, jour, words, indices: words.map((word) => WORDS.indexOf(word)) },
    typed: await same(suite, kind, words),
    ...{ password, salt, stretched: await stretch(utf8(password), salt), ...keys },
    ...{ tokenHash: await suite.sha256(keys.token), mailboxId: id },
  };
}

/** As people type it; each must be read as this code. */
async function same(suite: Suite, kind: CodeKind, words: readonly string[]): Promise<string[]> {
  const typed = [
    words.join(" "),
    words.join("-").toUpperCase(),
    `  ${words.map((word) => fold(word).slice(0, 4)).join(", ")}.\n`,
    words.map((word, at) => `${at + 1}. ${word.slice(0, 5).normalize("NFD")}`).join("\n"),
  ];
  for (const one of typed) {
    const read = await readReturnCode(suite, one);
    if (!read.ok || read.kind !== kind || read.words.join() !== words.join())
      throw new Error(`${one} is not ${words.join(" ")}`);
  }
  return typed;
}

type Unread = Exclude<ReadCode, { ok: true }>["code"];

async function unread(suite: Suite, words: readonly string[]) {
  const [first = "", second = "", ...rest] = words;
  const other = WORDS[(WORDS.indexOf(first) + 1) % WORDS.length] ?? "";
  const cases: [string, Unread, string][] = [
    ["six words", "wrong-number-of-words", words.slice(0, 6).join(" ")],
    ["a word too many", "wrong-number-of-words", [...words, first].join(" ")],
    ["nothing", "wrong-number-of-words", ""],
    ["a word that is not in the list", "unknown-word", ["qwxz", second, ...rest].join(" ")],
    [
      "three letters of a longer word",
      "unknown-word",
      [first.slice(0, 3), second, ...rest].join(" "),
    ],
    [
      "four letters and others behind",
      "unknown-word",
      [`${first.slice(0, 4)}qq`, second, ...rest].join(" "),
    ],
    ["another word of the list", "words-do-not-fit", [other, second, ...rest].join(" ")],
    ["two words that changed places", "words-do-not-fit", [second, first, ...rest].join(" ")],
  ];
  return Promise.all(
    cases.map(async ([why, refused, typed]) => {
      const read = await readReturnCode(suite, typed);
      if (read.ok || read.code !== refused) throw new Error(`${why}: expected ${refused}`);
      return { why, typed, refused };
    }),
  );
}
