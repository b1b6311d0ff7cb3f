import { concat } from "../bytes.ts";
import { seal } from "../hpke.ts";
import { labelled } from "../labels.ts";
import { pad } from "../pad.ts";
import { type HandedInChecks, signHandedIn, verifyHandedIn } from "../records/handed-in.ts";
import type { Manager } from "../records/index.ts";
import { LABEL } from "../records/labels.ts";
import {
  note,
  type NoteAbout,
  noteHeader,
  noteWords,
  openNote,
  sealNote,
} from "../records/note.ts";
import type { RefusalCode } from "../refusal.ts";
import type { Suite } from "../suite/types.ts";
import { bytes } from "../testing/world.ts";
import { flip } from "./blocks.ts";
import { verdict } from "./verdict.ts";

const [jour, member, author] = [bytes(0xa1, 16), bytes(0x31, 16), bytes(0x33, 16)];
const seed = bytes(0x3d);

/** Who handed in both extracts; `sealed` is asked about as the one of `register`. */
export async function handedIn(suite: Suite, now: number, extract: Uint8Array) {
  const identity = await suite.ed25519.publicKey(seed);
  const days = { issued: "2026-10-05", started: "2026-11-21" };
  // What is signed is of any bytes: the second need not be a whole extract again.
  const both = { criminal: extract, suspicion: bytes(0x0e, 40) };
  const statement = await signHandedIn(
    suite,
    seed,
    { jour, member, author, ...days, at: now },
    both,
  );
  const checks: HandedInChecks = {
    ...{ jour, member, author, identity, ...days },
    ...{ register: "suspicion", sealed: both.suspicion },
  };
  const cases: [string, Partial<HandedInChecks>, RefusalCode?][] = [
    ["of the one register", { register: "criminal", sealed: both.criminal }],
    ["of the other", {}],
    ["of another jour", { jour: bytes(0xa9, 16) }, "foreign-jour"],
    ["another member's", { member: bytes(0x32, 16) }, "foreign-member"],
    ["of another who handed it in", { author: bytes(0x34, 16) }, "foreign-member"],
    ["issued on another day", { issued: "2026-10-06" }, "extract-other"],
    ["begun on another day", { started: "2026-11-20" }, "extract-other"],
    ["as of the other register", { register: "criminal" }, "extract-other"],
    ["a bit of what was sealed", { sealed: flip(both.suspicion, 39) }, "extract-other"],
    [
      "under another identity",
      { identity: await suite.ed25519.publicKey(bytes(0x32)) },
      "bad-signature",
    ],
  ];
  const group = await Promise.all(
    cases.map(async ([why, other, refused]) => {
      const asked = { ...checks, ...other };
      const outcome = await verifyHandedIn(suite, statement, asked);
      return { why, statement, ...asked, ...(await verdict(outcome, refused, why)) };
    }),
  );
  return { statement, identity, group };
}

interface Asked extends NoteAbout {
  readonly note: Uint8Array;
  readonly identity: Uint8Array;
  readonly readers: readonly { readonly reader: Uint8Array; readonly sealSeed: Uint8Array }[];
}

const session = bytes(0x71, 16);
const sealSeeds = [bytes(0x3e), bytes(0x3f)] as const;
const present = [author, bytes(0x34, 16)] as const;
const text = "Vi pratade om att säga nej.\nNästa gång: gränser.";

/** Supervision notes, as each of `readers` opens them with her `sealSeed`. */
export async function notes(suite: Suite, now: number) {
  const readers = await Promise.all(
    present.map(async (one, at): Promise<Manager> => {
      const key = await suite.xwing.publicKey(sealSeeds[at] ?? bytes(0));
      return { member: one, seal: key, sealKeyHash: await suite.sha256(key) };
    }),
  );
  const of = { jour, session, author };
  const identity = await suite.ed25519.publicKey(seed);
  const words = await noteWords.make(suite, seed, { ...of, at: now, text });
  const made = await sealNote(suite, seed, { ...of, at: now, text }, readers);
  const both = present.map((reader, at) => ({ reader, sealSeed: sealSeeds[at] ?? bytes(0) }));
  const checks: Asked = { note: made, ...of, identity, readers: both.slice(0, 1) };
  const cases = [...openings(checks, both), ...(await sealedAnew(suite, words, readers))];
  const group = await Promise.all(
    cases.map(async ([why, change, refused]) => {
      const asked = { ...checks, ...change };
      let answer = {};
      for (const { reader, sealSeed } of asked.readers) {
        const opened = await openNote(suite, asked.note, asked, { member: reader, seal: sealSeed });
        answer = await verdict(opened, refused, why);
      }
      return { why, ...asked, ...(!refused && { at: now, text }), ...answer };
    }),
  );
  return { note: made, words, identity, group };
}

type Opening = [string, Partial<Asked>, RefusalCode?];

/** What somebody asks for, or the server gives out, and to whom. */
function openings({ note: given }: Asked, both: Asked["readers"]): Opening[] {
  const [reader, second] = present;
  const [sealSeed, other] = sealSeeds;
  // Version, type, jour, session, author, count; then the first key's reader and length.
  const inKey = 2 + 16 + 16 + 16 + 4 + 16 + 4;
  const elsewhere = bytes(0x72, 16);
  const renamed = given.slice();
  renamed.set(elsewhere, 2 + 16);
  return [
    ["by each who was there", { readers: both }],
    ["of another jour", { jour: bytes(0xa9, 16) }, "foreign-member"],
    ["of another session", { session: elsewhere }, "foreign-member"],
    ["another's words", { author: second }, "foreign-member"],
    ["given out as of another session", { session: elsewhere, note: renamed }, "cannot-open"],
    [
      "to whom it was not sealed",
      { readers: [{ reader: bytes(0x35, 16), sealSeed }] },
      "cannot-open",
    ],
    ["with the key of another reader", { readers: [{ reader, sealSeed: other }] }, "cannot-open"],
    ["in another reader's place", { readers: [{ reader: second, sealSeed }] }, "cannot-open"],
    ["a bit of the sealed key", { note: flip(given, inKey) }, "cannot-open"],
    ["a bit of the content", { note: flip(given, given.length - 1) }, "cannot-open"],
  ];
}

/** What one who was there makes of it: the signed words stay hers who wrote them, where they were. */
async function sealedAnew(
  suite: Suite,
  words: Uint8Array,
  readers: readonly Manager[],
): Promise<Opening[]> {
  const elsewhere = { jour, session: bytes(0x72, 16), author };
  const again = {
    session: elsewhere.session,
    note: await wrap(suite, elsewhere, pad(words), readers),
  };
  const own = { jour, session, author };
  const padded = pad(words);
  const forged = await noteWords.make(suite, bytes(0x32), { ...own, at: 1, text: "Hon sa ja." });
  return [
    ["sealed anew for another session", again, "foreign-member"],
    [
      "padded otherwise",
      { note: await wrap(suite, own, padded.with(padded.length - 1, 1), readers) },
      "not-canonical",
    ],
    [
      "a reader's words in her name",
      { note: await wrap(suite, own, pad(forged), readers) },
      "bad-signature",
    ],
    [
      "words that nobody signed",
      { note: await wrap(suite, own, pad(words.subarray(0, -64)), readers) },
      "malformed",
    ],
  ];
}

async function wrap(
  suite: Suite,
  of: NoteAbout,
  padded: Uint8Array,
  readers: readonly Manager[],
): Promise<Uint8Array> {
  const head = noteHeader.encode(of);
  const secret = bytes(0x5e);
  const keys = [];
  for (const { member: reader, seal: key } of readers) {
    const info = labelled(LABEL.noteKey, concat(head, reader));
    keys.push({ reader, sealed: await seal(suite, key, info, new Uint8Array(0), secret) });
  }
  const about = labelled(LABEL.note, head);
  return note.encode({
    ...of,
    keys,
    sealed: await suite.aesSeal(secret, new Uint8Array(12), about, padded),
  });
}
