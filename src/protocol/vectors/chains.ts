import { compare, concat } from "../bytes.ts";
import { refuse } from "../refusal.ts";
import type { RefusalCode } from "../refusal.ts";
import { signatures as signatureList } from "../signed.ts";
import { bytes, DAY } from "../testing/world.ts";
import type { World } from "../testing/world.ts";
import { cosign, makeEntry } from "../trust/make.ts";
import { directory, logEntry } from "../trust/objects.ts";
import type { Directory, EntryKind, RootStatement } from "../trust/objects.ts";
import type { TrustBundle } from "../trust/types.ts";
import { verifyTrust } from "../trust/verify.ts";
import type { TrustChecks } from "../trust/verify.ts";
import { flip, refusedBy } from "./blocks.ts";

export interface Case {
  why: string;
  refused?: RefusalCode;
  log?: Uint8Array[];
  directory?: Uint8Array;
  now?: number;
  /** What the client knows from before. */
  known?: { fingerprint?: Uint8Array; head?: Uint8Array; version?: number; directory?: Uint8Array };
}

/** The case with what a client finds, which must be what was foreseen. */
export async function judged(world: World, { why, refused, ...given }: Case) {
  const { suite, jour, trust } = world;
  const { known = {}, now = world.now, ...bundle } = { ...trust, ...given };
  const checks: TrustChecks = {
    jour,
    now,
    ...(known.version !== undefined && { knownVersion: known.version }),
    ...(known.directory && { knownDirectory: known.directory }),
    ...(known.fingerprint && { fingerprint: known.fingerprint }),
    ...(known.head && { knownHead: known.head }),
  };
  const outcome = await verifyTrust(suite, bundle satisfies TrustBundle, checks);
  const story = { why, jour, now, known, ...bundle };
  if (refused) {
    const answer = async () => (outcome.ok ? undefined : refuse(outcome.code));
    return { ...story, refused: await refusedBy(answer, refused) };
  }
  if (!outcome.ok) throw new Error(`${why}: ${outcome.code}`);
  const { fingerprint, heads, directoryHash, version } = outcome.value;
  return { ...story, found: { fingerprint, heads, directoryHash, version } };
}

/** A directory as a delegate could sign it, over this log. */
export async function list(
  { suite, trust, delegate: seed }: World,
  log: Uint8Array[],
  change: Partial<Directory> = {},
): Promise<Uint8Array> {
  const delegate = await suite.ed25519.publicKey(seed);
  const head = await suite.sha256(log.at(-1) ?? bytes(0));
  const value = { ...directory.peek(trust.directory), delegate, head, ...change };
  return directory.make(suite, seed, value);
}

interface Draft extends Partial<RootStatement> {
  kind: EntryKind;
  signers?: Uint8Array[];
  key?: Uint8Array;
  until?: number;
}

/** Entries one after the other, each signed by its custodians. */
async function chain(world: World, entries: Draft[]): Promise<Uint8Array[]> {
  const { suite, jour, now, custodians } = world;
  const log: Uint8Array[] = [];
  for (const { kind, signers = custodians.slice(0, 2), ...fields } of entries) {
    const before = log.at(-1);
    const previous = before ? await suite.sha256(before) : bytes(0);
    const value = { jour, previous, at: now - DAY, ...fields };
    log.push(await makeEntry(suite, kind, logEntry[kind].covered(value as never), signers));
  }
  return log;
}

type Row = [string, RefusalCode | undefined, ...Draft[]];
type Parts = Awaited<ReturnType<typeof parts>>;

async function parts({ suite, custodians, delegate: seed, now }: World) {
  const publicKeys = async (seeds: Uint8Array[]) =>
    (await Promise.all(seeds.map(suite.ed25519.publicKey))).toSorted(compare);
  const heirs = [bytes(0x14), bytes(0x15)];
  const key = await suite.ed25519.publicKey(seed);
  const keys = await publicKeys(custodians);
  const root: Draft = { kind: "root", version: 1, m: 2, keys };
  const turned: Draft = { ...root, version: 2, keys: await publicKeys(heirs) };
  const delegate: Draft = { kind: "delegate", key, until: now + 80 * DAY };
  const revocation: Draft = { kind: "revocation", key };
  return { root, turned, delegate, revocation, heirs, old: custodians.slice(0, 2), keys, now };
}

const right = ({ root, turned, delegate, heirs, old, now }: Parts): Row[] => [
  ["as it should be", undefined, root, delegate],
  [
    "a new root that the old and the new custodians have signed",
    undefined,
    root,
    { ...turned, signers: [...heirs, ...old] },
    { ...delegate, signers: heirs },
  ],
  [
    "a second term of the same delegate",
    undefined,
    root,
    { ...delegate, at: now - 90 * DAY, until: now - DAY },
    delegate,
  ],
  [
    "a delegate at the limits of both times",
    undefined,
    root,
    { ...delegate, at: now + 300_000, until: now + 300_000 + 90 * DAY },
  ],
];

const wrongRoots = ({ root, turned, delegate, heirs, old, keys }: Parts): Row[] => [
  ["of another jour", "foreign-jour", { ...root, jour: bytes(0xa9, 16) }],
  [
    "an entry that names another before it",
    "log-broken",
    root,
    { ...delegate, previous: bytes(9) },
  ],
  ["a first entry that is no root", "log-broken", delegate],
  [
    "a version left out",
    "root-rolled-back",
    root,
    { ...turned, version: 3, signers: [...heirs, ...old] },
  ],
  ["a first version of 2", "root-rolled-back", { ...root, version: 2 }],
  ["one custodian of two", "root-signatures-missing", root, { ...delegate, signers: old.slice(1) }],
  ["somebody else's custodians", "root-signatures-missing", root, { ...delegate, signers: heirs }],
  ["a new root without the old", "root-signatures-missing", root, { ...turned, signers: heirs }],
  ["a new root without itself", "root-signatures-missing", root, { ...turned, signers: old }],
  ["custodians in disorder", "not-canonical", { ...root, keys: keys.toReversed() }],
  ["more custodians wanted than there are", "malformed", { ...root, m: 4 }],
  ["no custodian wanted", "malformed", { ...root, m: 0 }],
];

const wrongDelegates = ({ root, delegate, revocation, now }: Parts): Row[] => [
  ["91 days", "delegate-too-long", root, { ...delegate, until: now + 90 * DAY }],
  ["never named", "delegate-unknown", root, { ...delegate, key: bytes(5) }],
  ["revoked", "delegate-revoked", root, delegate, revocation],
  ["named again after it was revoked", "delegate-revoked", root, delegate, revocation, delegate],
  ["of tomorrow", "delegate-not-yet", root, { ...delegate, at: now + DAY }],
  ["of yesterday", "delegate-expired", root, { ...delegate, at: now - 80 * DAY, until: now - 1 }],
];

/** Logs that hold, and one of each kind that does not. */
export async function chains(world: World): Promise<Case[]> {
  const given = await parts(world);
  const rows = [...right(given), ...wrongRoots(given), ...wrongDelegates(given)];
  const cases = rows.map(async ([why, refused, ...drafts]): Promise<Case> => {
    const log = await chain(world, drafts);
    return { why, ...(refused && { refused }), log, directory: await list(world, log) };
  });
  const [root = bytes(0)] = world.log;
  return [
    ...(await Promise.all(cases)),
    { why: "nothing at all", refused: "log-empty", log: [] },
    { why: "an entry of no kind", refused: "wrong-type", log: [root, world.trust.directory] },
    ...(await crooked(world, given)),
  ];
}

/** Enough signatures, and something that is not in order beside them. */
async function crooked({ suite, log, custodians, jour, now }: World, { root }: Parts) {
  const value = { jour, previous: bytes(0), at: now - DAY, ...root } as RootStatement;
  const draft = logEntry.root.covered(value);
  const given = await Promise.all(custodians.map((seed) => cosign(suite, "root", seed, draft)));
  const sorted = given.toSorted((a, b) => compare(a.key, b.key));
  const third = sorted[2] ?? refuse("malformed");
  const spoilt = { ...third, signature: flip(third.signature, 40) };
  const put = (sealed: typeof given) => concat(draft, signatureList.put(sealed));
  const cases: [string, RefusalCode, Uint8Array][] = [
    ["signatures in disorder", "not-canonical", put(sorted.toReversed())],
    ["one signature twice", "not-canonical", put([third, third])],
    ["a wrong one beside enough right ones", "bad-signature", put([...sorted.slice(0, 2), spoilt])],
  ];
  return cases.map(([why, refused, entry]): Case => ({
    why,
    refused,
    log: [entry, ...log.slice(1)],
  }));
}
