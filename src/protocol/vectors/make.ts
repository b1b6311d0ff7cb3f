import { sha256 } from "@noble/hashes/sha2.js";
import { concat, hex, u32, utf8 } from "../bytes.ts";
import type { Stretch as CodeStretch } from "../letters/code.ts";
import { createSuite } from "../suite/create.ts";
import { x25519 } from "../suite/curves.ts";
import type { Suite } from "../suite/types.ts";
import { xwing } from "../suite/xwing.ts";
import { bytes, createWorld } from "../testing/world.ts";
import type { World } from "../testing/world.ts";
import { attacks } from "./attacks.ts";
import { blocks, refusedBy } from "./blocks.ts";
import { chains, judged } from "./chains.ts";
import { custody } from "./custody.ts";
import { frames, story } from "./converse.ts";
import { spellings } from "./encodings.ts";
import { duties, lists } from "./lists.ts";
import { letters } from "./letters.ts";
import { people } from "./people.ts";
import type { Stretch } from "./people.ts";
import { first, second } from "./scenes.ts";
import { readers } from "./readers.ts";
import { records } from "./records.ts";
import { supporters } from "./supporters.ts";

export interface ObjectVector {
  kind: string;
  bytes: string;
  /** Ed25519 key that must have signed; absent where the object is not signed, or names its signers itself. */
  signer?: string;
  /** What a reader must find; absent where the bytes must be refused. */
  fields?: unknown;
  refused?: string;
  why?: string;
}

/** The building blocks with dice that fall the same way each time: for vectors only. */
export async function fixedSuite(name: string): Promise<Suite> {
  let drawn = 0;
  const random = (length: number): Uint8Array => {
    const hashes = Array.from({ length: Math.ceil(length / 32) }, () =>
      sha256(concat(utf8(name), u32(drawn++))),
    );
    return concat(...hashes).slice(0, length);
  };
  return { ...(await createSuite()), random, xwing: xwing(x25519, random) };
}

export const readable = (value: unknown): unknown => {
  if (value instanceof Uint8Array) return hex(value);
  if (Array.isArray(value)) return value.map(readable);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, readable(inner)]));
};

async function trust(world: World): Promise<[string, Uint8Array, Uint8Array?][]> {
  const { suite, log } = world;
  const anna = await world.member("anna");
  const delegate = await suite.ed25519.publicKey(world.delegate);
  const { bytes: duty } = await world.duty("anna");
  const directory = world.trust.directory;
  await world.revoke(bytes(0x29));
  const [root = bytes(0), named = bytes(0), revocation = bytes(0)] = log;
  return [
    ["root", root],
    ["delegate", named],
    ["revocation", revocation],
    ["directory", directory, delegate],
    ["duty", duty, anna.identity],
  ];
}

async function describe(
  suite: Suite,
  kind: string,
  given: Uint8Array,
  signer?: Uint8Array,
): Promise<ObjectVector[]> {
  const fields = readable(await readers[kind]?.(suite, given, signer ?? bytes(0)));
  const who = signer && { signer: hex(signer) };
  const refuse = (
    why: string,
    refused: string,
    change: (copy: Uint8Array) => Uint8Array,
  ): ObjectVector => ({
    kind,
    bytes: hex(change(given.slice())),
    ...who,
    refused,
    why,
  });
  const set = (at: number, value: number) => (copy: Uint8Array) => copy.fill(value, at, at + 1);
  const last = given.length - 1;
  const negative = [
    refuse("another version", "unknown-version", set(0, 2)),
    refuse("another type", "wrong-type", set(1, 0x7f)),
    refuse("a byte too many", "trailing-bytes", (copy) => concat(copy, new Uint8Array(1))),
    refuse("a byte too few", "malformed", (copy) => copy.slice(0, -1)),
  ];
  const forged = refuse(
    "a bit of the signature",
    "bad-signature",
    set(last, (given[last] ?? 0) ^ 1),
  );
  const entry = ["root", "delegate", "revocation"].includes(kind);
  return [
    { kind, bytes: hex(given), ...who, fields },
    ...negative,
    ...(signer || entry ? [forged] : []),
  ];
}

/** Everything in `own.json`, made again from nothing. */
export async function makeVectors(stretch: Stretch, stretchCode: CodeStretch): Promise<unknown> {
  const suite = await fixedSuite("objects");
  const world = await createWorld({ suite });
  const { objects, derived } = await people(world, stretch);
  const where = await createWorld({ suite: await fixedSuite("conversation") });
  const elsewhere = await createWorld({ suite: await fixedSuite("second conversation") });
  const [one, other] = [await first(where), await second(elsewhere)];
  const kept = await records(await fixedSuite("records"), world.now);
  const all = [...(await trust(world)), ...objects, ...(await frames(one)), ...kept.objects];
  const described = await Promise.all(
    all.map(([kind, given, signer]) => describe(suite, kind, given, signer)),
  );
  const plain = await createWorld({ suite: await fixedSuite("chains") });
  return readable({
    blocks: await blocks(await fixedSuite("blocks")),
    objects: [...described.flat(), ...(await misspelt(suite))],
    derived,
    trust: await Promise.all(
      [...(await chains(plain)), ...(await lists(plain))].map((given) => judged(plain, given)),
    ),
    duties: await duties(plain),
    attacks: await attacks(() => fixedSuite("conversation")),
    letters: await letters(fixedSuite, stretchCode),
    records: kept.group,
    custody: await custody(await createWorld({ suite: await fixedSuite("custody") })),
    supporters: await supporters(await createWorld({ suite: await fixedSuite("supporters") })),
    conversations: [
      await story("from the first word to the end", where, one),
      await story("withheld frames, a tab that comes back, a race", elsewhere, other),
    ],
  });
}

const misspelt = (suite: Suite): Promise<ObjectVector[]> =>
  Promise.all(
    spellings().map(async ({ kind, given, refused, why }) => {
      const read = async () => readers[kind]?.(suite, given, bytes(0));
      return { kind, bytes: hex(given), refused: await refusedBy(read, refused), why };
    }),
  );
