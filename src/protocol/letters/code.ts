import { concat, utf8 } from "../bytes.ts";
import type { Plain } from "../bytes.ts";
import { labelled } from "../labels.ts";
import { LABEL } from "./labels.ts";
import { demand } from "../refusal.ts";
import type { Suite } from "../suite/types.ts";
import { suggestion } from "./suggest.ts";
import { fold, WORDS } from "./words.ts";

/**
 * Six words of 2,048 (66 bits) and a check word. `sealed` opens a mailbox that only she and the team
 * can read; `plain` one that was written without JavaScript. The check word tells them apart, so that
 * neither is ever taken for the other.
 */
export type CodeKind = "sealed" | "plain";

const DRAWN = 6;

export type ReadCode =
  | { readonly ok: true; readonly kind: CodeKind; readonly words: readonly string[] }
  | { readonly ok: false; readonly code: "wrong-number-of-words"; readonly given: number }
  | {
      readonly ok: false;
      readonly code: "unknown-word";
      /** From 0. */
      readonly at: number;
      readonly typed: string;
      readonly suggestion: string | undefined;
    }
  | { readonly ok: false; readonly code: "words-do-not-fit" };

export async function newReturnCode(suite: Suite, kind: CodeKind): Promise<string[]> {
  const drawn = suite.random(DRAWN * 2);
  const indices = Array.from(
    { length: DRAWN },
    (_, at) => (((drawn[at * 2] ?? 0) << 8) | (drawn[at * 2 + 1] ?? 0)) % WORDS.length,
  );
  return [...indices, await checkIndex(suite, kind, indices)].map(wordAt);
}

const wordAt = (index: number): string => WORDS[index] ?? "";

/** Eleven bits over the six words and the kind of the code. */
async function checkIndex(suite: Suite, kind: CodeKind, indices: number[]): Promise<number> {
  const label = kind === "sealed" ? LABEL.checkWord : LABEL.plainCheckWord;
  const bytes = concat(...indices.map((index) => new Uint8Array([index >> 8, index & 255])));
  const digest = await suite.sha256(labelled(label, bytes));
  return (((digest[0] ?? 0) << 8) | (digest[1] ?? 0)) % WORDS.length;
}

/** As people type: capitals, commas, hyphens, digits of a list, a instead of å, four letters of a word. */
export async function readReturnCode(suite: Suite, typed: string): Promise<ReadCode> {
  const given = fold(typed).match(/[a-z]+/g) ?? [];
  if (given.length !== DRAWN + 1) {
    return { ok: false, code: "wrong-number-of-words", given: given.length };
  }
  const indices = given.map(indexOf);
  const at = indices.indexOf(-1);
  if (at >= 0) {
    const word = given[at] ?? "";
    return { ok: false, code: "unknown-word", at, typed: word, suggestion: suggestion(word) };
  }
  const check = indices.at(-1);
  for (const kind of ["sealed", "plain"] as const) {
    if ((await checkIndex(suite, kind, indices.slice(0, DRAWN))) === check) {
      return { ok: true, kind, words: indices.map(wordAt) };
    }
  }
  return { ok: false, code: "words-do-not-fit" };
}

const byStart = new Map(WORDS.map((word, index) => [fold(word).slice(0, 4), index]));

/** A word is known by its first four letters; what follows must not contradict them. */
function indexOf(typed: string): number {
  const index = byStart.get(typed.slice(0, 4)) ?? -1;
  return index >= 0 && fold(wordAt(index)).startsWith(typed) ? index : -1;
}

/** Argon2id, version 1.3; memory in KiB. About a second on an old phone. */
export const CODE_ARGON2 = { memory: 19_456, passes: 2, lanes: 1, length: 64 } as const;

/** Stretches with `CODE_ARGON2`: WebAssembly in the browser, where that is missing slower code. */
export type Stretch = (password: Uint8Array, salt: Uint8Array) => Promise<Uint8Array>;

export interface MailboxKeys {
  /** Shown to the server, which keeps its SHA-256. */
  token: Uint8Array;
  /** Ed25519 and X-Wing seeds. */
  sign: Uint8Array;
  seal: Uint8Array;
}

/** The same words give other keys at another jour, and other keys to a plain mailbox. */
export async function deriveMailbox(
  suite: Suite,
  stretch: Stretch,
  jour: Uint8Array,
  kind: CodeKind,
  words: readonly string[],
): Promise<MailboxKeys> {
  demand(words.length === DRAWN + 1, "malformed");
  const password: Plain = utf8(fold(words.join(" ")));
  const salt = (await suite.sha256(labelled(LABEL.codeSalt, utf8(kind), jour))).slice(0, 16);
  const stretched = await stretch(password, salt);
  demand(stretched.length === CODE_ARGON2.length, "bad-key");
  const derive = (
    label: typeof LABEL.mailboxToken | typeof LABEL.mailboxSign | typeof LABEL.mailboxSeal,
  ) => suite.hkdf(stretched, new Uint8Array(0), labelled(label), 32);
  return {
    token: await derive(LABEL.mailboxToken),
    sign: await derive(LABEL.mailboxSign),
    seal: await derive(LABEL.mailboxSeal),
  };
}
