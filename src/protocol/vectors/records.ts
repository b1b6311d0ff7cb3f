import { concat, utf8 } from "../bytes.ts";
import {
  type ExtractAbout,
  type Look,
  looksHash,
  makePledge,
  makeReview,
  openExtract,
  pledgeTextHash,
  type Pledge,
  type Review,
  sealExtract,
  verifyPledge,
  verifyReview,
} from "../records/index.ts";
import type { RefusalCode } from "../refusal.ts";
import type { Suite } from "../suite/types.ts";
import { bytes } from "../testing/world.ts";
import { flip } from "./blocks.ts";
import { handedIn, notes } from "./records-signed.ts";
import { verdict } from "./verdict.ts";

const [jour, member, seed] = [bytes(0xa1, 16), bytes(0x31, 16), bytes(0x31)];
const words =
  "Jag lovar att inte föra vidare vad jag får veta.\nDet gäller också sedan jag har slutat.";

/** What a jour keeps of those who work for it: pledges, reviews of looks, register extracts, supervision notes. */
export async function records(suite: Suite, now: number) {
  const identity = await suite.ed25519.publicKey(seed);
  const pledges = await pledged(suite, now, identity);
  const reviews = await reviewed(suite, now, identity);
  const extracts = await sealed(suite);
  const extract = extracts[0]?.extract ?? bytes(0);
  const given = await handedIn(suite, now, extract);
  const noted = await notes(suite, now);
  const objects: [string, Uint8Array, Uint8Array?][] = [
    ["pledge", pledges[0]?.pledge ?? bytes(0), identity],
    ["review", reviews[0]?.review ?? bytes(0), identity],
    ["extract", extract],
    ["handedIn", given.statement, given.identity],
    ["note", noted.note],
    ["noteWords", noted.words, noted.identity],
  ];
  const group = { pledges, reviews, extracts, handedIn: given.group, notes: noted.group };
  return { objects, group };
}

async function pledged(suite: Suite, now: number, identity: Uint8Array) {
  const value: Pledge = {
    ...{ jour, member, version: 2, name: "Anna Å", at: now },
    text: await pledgeTextHash(suite, words),
  };
  const pledge = await makePledge(suite, seed, value);
  const checks = { jour, member, identity, version: 2, words };
  const cases: [string, Partial<typeof checks>, RefusalCode?][] = [
    ["hers, of these words", {}],
    ["of another jour", { jour: bytes(0xa9, 16) }, "foreign-jour"],
    ["another member's", { member: bytes(0x32, 16) }, "foreign-member"],
    ["of another version", { version: 3 }, "pledge-other"],
    ["of other words", { words: `${words} ` }, "pledge-other"],
    ["the same words, composed otherwise", { words: words.normalize("NFD") }, "pledge-other"],
    [
      "under another identity",
      { identity: await suite.ed25519.publicKey(bytes(0x32)) },
      "bad-signature",
    ],
  ];
  return Promise.all(
    cases.map(async ([why, other, refused]) => {
      const asked = { ...checks, ...other };
      const outcome = await verifyPledge(suite, pledge, asked);
      return { why, pledge, ...asked, ...(await verdict(outcome, refused, why)) };
    }),
  );
}

const who = "31313131-3131-4131-8131-313131313131";
const whose = "32323232-3232-4232-8232-323232323232";
const looks: readonly Look[] = [
  { day: "2026-11-21", who, whose, what: "record", times: 2 },
  { day: "2026-11-03", who: whose, whose: who, what: "copy", times: 1 },
  // Two that differ in the last place: 10 stands before 9.
  { day: "2026-11-21", who, whose: "", what: "list", times: 10 },
  { day: "2026-11-21", who, whose: "", what: "list", times: 9 },
];

async function reviewed(suite: Suite, now: number, identity: Uint8Array) {
  const month = "2026-11";
  const value: Review = { jour, month, looks: await looksHash(suite, looks), member, at: now };
  const review = await makeReview(suite, seed, value);
  const empty = await makeReview(suite, seed, { ...value, looks: await looksHash(suite, []) });
  const checks = { review, jour, month, member, identity, looks };
  const [first, ...others] = looks;
  const changed = first ? [{ ...first, times: 3 }, ...others] : [];
  const cases: [string, Partial<typeof checks>, RefusalCode?][] = [
    ["hers, of these lines", {}],
    ["the same lines in another order", { looks: looks.toReversed() }],
    ["of a month without any", { review: empty, looks: [] }],
    ["of another jour", { jour: bytes(0xa9, 16) }, "foreign-jour"],
    ["another member's", { member: bytes(0x32, 16) }, "foreign-member"],
    ["of another month", { month: "2026-10" }, "review-other"],
    ["a line left out", { looks: others }, "review-other"],
    ["a line altered", { looks: changed }, "review-other"],
    ["a line more", { looks: [...looks, ...looks.slice(0, 1)] }, "review-other"],
    [
      "under another identity",
      { identity: await suite.ed25519.publicKey(bytes(0x32)) },
      "bad-signature",
    ],
  ];
  return Promise.all(
    cases.map(async ([why, other, refused]) => {
      const { review: given, looks: lines, ...asked } = { ...checks, ...other };
      const hashed = { ...asked, looks: await looksHash(suite, lines) };
      const outcome = await verifyReview(suite, given, hashed);
      return {
        ...{ why, review: given, ...asked, lines },
        ...(await verdict(outcome, refused, why)),
      };
    }),
  );
}

interface Asked extends ExtractAbout {
  readonly extract: Uint8Array;
  readonly readers: readonly { readonly reader: Uint8Array; readonly sealSeed: Uint8Array }[];
}

type Opening = [string, Partial<Asked>, RefusalCode?];

/** What somebody asks for, or the server gives out, and to whom. */
function openings({ extract }: Asked, both: Asked["readers"], second: Uint8Array): Opening[] {
  const [{ reader, sealSeed } = { reader: member, sealSeed: seed }, next] = both;
  const other = next?.sealSeed ?? seed;
  const last = extract.length - 1;
  // Version, type, jour, member, register, count; then the first key's reader and length.
  const inKey = 2 + 16 + 16 + 1 + 4 + 16 + 4;
  const theirs = bytes(0x32, 16);
  return [
    ["by each manager", { readers: both }],
    ["of another jour", { jour: bytes(0xa9, 16) }, "foreign-member"],
    ["another member's", { member: theirs }, "foreign-member"],
    ["of the other register", { register: "suspicion" }, "foreign-member"],
    [
      "given out as another's",
      { member: theirs, extract: relabelled(extract, theirs) },
      "cannot-open",
    ],
    [
      "given out as of the other register",
      { register: "suspicion", extract: extract.with(34, 2) },
      "cannot-open",
    ],
    [
      "to whom it was not sealed",
      { readers: [{ reader: bytes(0x35, 16), sealSeed }] },
      "cannot-open",
    ],
    ["with the key of another reader", { readers: [{ reader, sealSeed: other }] }, "cannot-open"],
    ["in another reader's place", { readers: [{ reader: second, sealSeed }] }, "cannot-open"],
    ["a bit of the sealed key", { extract: flip(extract, inKey) }, "cannot-open"],
    ["a bit of the content", { extract: flip(extract, last) }, "cannot-open"],
  ];
}

async function sealed(suite: Suite) {
  const managers = [bytes(0x33, 16), bytes(0x34, 16)];
  const seeds = [bytes(0x3b), bytes(0x3c)];
  const readers = await Promise.all(
    managers.map(async (one, at) => {
      const seal = await suite.xwing.publicKey(seeds[at] ?? bytes(0));
      return { member: one, seal, sealKeyHash: await suite.sha256(seal) };
    }),
  );
  const of: ExtractAbout = { jour, member, register: "criminal" };
  const clear = concat(new Uint8Array([0]), utf8("%PDF-1.7 Inget att redovisa."));
  const extract = await sealExtract(suite, of, readers, clear);
  const [reader = member, second = member] = managers;
  const [sealSeed = seed, other = seed] = seeds;
  const both = [
    { reader, sealSeed },
    { reader: second, sealSeed: other },
  ];
  const checks: Asked = { extract, ...of, readers: both.slice(0, 1) };
  const cases = openings(checks, both, second);
  return Promise.all(
    cases.map(async ([why, change, refused]) => {
      const asked = { ...checks, ...change };
      let answer = {};
      for (const { reader: self, sealSeed: seal } of asked.readers) {
        const opened = await openExtract(suite, asked.extract, asked, { member: self, seal });
        answer = await verdict(opened, refused, why);
      }
      return { why, ...asked, ...(!refused && { clear }), ...answer };
    }),
  );
}

/** Another member's id where hers stood: behind version, type and jour. */
function relabelled(extract: Uint8Array, other: Uint8Array): Uint8Array {
  const copy = extract.slice();
  copy.set(other, 18);
  return copy;
}
