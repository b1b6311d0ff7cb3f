import { concat, equal } from "../bytes.ts";
import type { Plain } from "../bytes.ts";
import { blob, frame, id, list, struct, text, time } from "../codec.ts";
import { open, seal } from "../hpke.ts";
import { labelled } from "../labels.ts";
import { pad, unpad } from "../pad.ts";
import { attempt, demand, refuse } from "../refusal.ts";
import type { Outcome } from "../refusal.ts";
import { signed } from "../signed.ts";
import type { Suite } from "../suite/types.ts";
import type { Manager } from "./extract.ts";
import { LABEL, TYPE } from "./labels.ts";

/** Of a supervision, in UTF-8: some pages. */
export const NOTE_SIZE = 12_000;
const NOTE_READERS = 24;
const NOTHING = new Uint8Array(0);
const ZERO_NONCE = new Uint8Array(12);

const header = { jour: id, session: id, author: id };
export const noteHeader = frame(TYPE.noteHeader, struct(header));
const words = struct({ ...header, at: time, text: text(NOTE_SIZE) });
export const noteWords = signed(TYPE.noteWords, LABEL.noteWords, words);
export const note = frame(
  TYPE.note,
  struct({
    ...header,
    keys: list(struct({ reader: id, sealed: blob(1200) }), NOTE_READERS),
    sealed: blob(16_384 + 16),
  }),
);

export interface NoteAbout {
  readonly jour: Uint8Array;
  /** The session of supervision. */
  readonly session: Uint8Array;
  readonly author: Uint8Array;
}

const about = ({ jour, session, author }: NoteAbout): Plain =>
  noteHeader.encode({ jour, session, author });
const keyInfo = (of: NoteAbout, reader: Uint8Array): Plain =>
  labelled(LABEL.noteKey, concat(about(of), reader));

/** Signed by her who wrote it, then sealed to each who was there: the server sees how long it is, in buckets, and whom it is for. */
export async function sealNote(
  suite: Suite,
  identitySeed: Uint8Array,
  of: NoteAbout & { readonly at: number; readonly text: string },
  readers: readonly Manager[],
): Promise<Plain> {
  // Too many its own encoding refuses.
  demand(readers.length > 0, "malformed");
  const { jour, session, author, at, text: said } = of;
  const content = await noteWords.make(suite, identitySeed, {
    ...{ jour, session, author, at, text: said },
  });
  const secret = suite.random(32);
  const keys: { reader: Uint8Array; sealed: Uint8Array }[] = [];
  for (const { member, seal: key, sealKeyHash } of readers) {
    demand(equal(await suite.sha256(key), sealKeyHash), "bad-key");
    keys.push({
      reader: member,
      sealed: await seal(suite, key, keyInfo(of, member), NOTHING, secret),
    });
  }
  const info = labelled(LABEL.note, about(of));
  const sealed = await suite.aesSeal(secret, ZERO_NONCE, info, pad(content));
  return note.encode({ jour, session, author, keys, sealed });
}

/** Of which session, by whom and for whom. Reads without believing. */
export const noteAbout = (
  bytes: Uint8Array,
): Promise<Outcome<NoteAbout & { readers: Uint8Array[] }>> =>
  attempt(async () => {
    const { jour, session, author, keys } = note.decode(bytes);
    return { jour, session, author, readers: keys.map(({ reader }) => reader) };
  });

export interface NoteChecks extends NoteAbout {
  /** The author's, as the signed directory has it. */
  readonly identity: Uint8Array;
}

export const openNote = (
  suite: Suite,
  bytes: Uint8Array,
  of: NoteChecks,
  self: { readonly member: Uint8Array; readonly seal: Uint8Array },
): Promise<Outcome<{ at: number; text: string }>> =>
  attempt(async () => {
    const value = note.decode(bytes);
    demand(equal(about(value), about(of)), "foreign-member");
    const own = value.keys.find(({ reader }) => equal(reader, self.member));
    const { sealed } = own ?? refuse("cannot-open");
    const secret = await open(suite, self.seal, keyInfo(of, self.member), NOTHING, sealed);
    const info = labelled(LABEL.note, about(of));
    const content = unpad(await suite.aesOpen(secret, ZERO_NONCE, info, value.sealed));
    const said = await noteWords.open(suite, of.identity, content);
    // Sealed anew by a reader for another session, it would still be her words: but not of this one.
    demand(equal(about(said), about(of)), "foreign-member");
    return { at: said.at, text: said.text };
  });
