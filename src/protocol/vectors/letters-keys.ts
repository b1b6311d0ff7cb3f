import type { Outcome, RefusalCode } from "../refusal.ts";
import { refuse } from "../refusal.ts";
import { share, teamKey } from "../letters/objects.ts";
import type { TeamKeyStatement } from "../letters/objects.ts";
import {
  currentTeamKey,
  makeTeamKey,
  openShare,
  sealShare,
  teamSeeds,
  verifyTeamKey,
  vouchAgain,
} from "../letters/team-key.ts";
import type { VerifiedTeamKey } from "../letters/team-key.ts";
import { bytes, DAY, HOUR } from "../testing/world.ts";
import type { World } from "../testing/world.ts";
import { draftDelegate, makeEntry } from "../trust/make.ts";
import { verifyTrust } from "../trust/verify.ts";
import { flip, refusedBy } from "./blocks.ts";

const MINUTE = 60_000;
const SEED = bytes(0x51);
const team = "letters";

type Fields = Pick<TeamKeyStatement, "jour" | "team" | "number" | "at" | "until">;

export const aboutKey = ({ jour, now }: World, change: Partial<Fields> = {}): Fields => ({
  ...{ jour, team, number: 3, at: now - HOUR, until: now + 7 * DAY },
  ...change,
});

/** Another delegate's name in the log, until then. */
export async function nameDelegate(world: World, seed: Uint8Array, until: number): Promise<void> {
  const { suite, jour, now, custodians, log } = world;
  const previous = await world.head();
  const key = await suite.ed25519.publicKey(seed);
  const draft = draftDelegate({ jour, previous, at: now - 2 * DAY, key, until });
  log.push(await makeEntry(suite, "delegate", draft, custodians.slice(0, 2)));
}

export interface KeyCase {
  why: string;
  statement: Uint8Array;
  /** Only `seal` asks whether it may still be sealed to. */
  use: "read" | "seal";
  refused?: RefusalCode;
  now?: number;
  known?: { number: number };
  seed?: Uint8Array;
}

/** What must come out, which must be what was foreseen. */
export const expected = async <T>(outcome: Outcome<T>, why: string, refused?: RefusalCode) => {
  if (refused === undefined) {
    if (!outcome.ok) throw new Error(`${why}: ${outcome.code}`);
    return outcome.value;
  }
  await refusedBy(async () => (outcome.ok ? undefined : refuse(outcome.code)), refused);
  return undefined;
};

async function judged(world: World, { seed, ...given }: KeyCase) {
  const { suite, jour, log } = world;
  const { why, statement, use, refused, now = world.now, known } = given;
  const trust = await verifyTrust(suite, world.trust, { jour, now: world.now });
  if (!trust.ok) throw new Error(trust.code);
  const checks = { jour, team, now, ...(known && { knownNumber: known.number }) };
  const work = use === "seal" ? currentTeamKey : verifyTeamKey;
  const value = await expected(await work(suite, statement, trust.value, checks), why, refused);
  const found = value && { id: value.id, withdrawn: value.withdrawn };
  const seeds = seed && { seed, ...(await teamSeeds(suite, seed)) };
  return { ...given, now, ...(found && { found }), ...(seeds && { seeds }), log: log.slice() };
}

/** Statements over two logs: while the first delegate serves, and after she was withdrawn. */
export async function teamKeys(world: World) {
  const { jour } = world;
  const [late, later] = [bytes(0x2e), bytes(0x2f)];
  await nameDelegate(world, late, world.now - HOUR);
  await nameDelegate(world, later, world.now + 80 * DAY);
  await world.publish();
  const before = await Promise.all((await serving(world, late)).map((one) => judged(world, one)));
  await world.revoke(await world.suite.ed25519.publicKey(world.delegate));
  const first = world.delegate;
  world.delegate = later;
  await world.publish();
  const after = await Promise.all(
    (await withdrawn(world, first, later)).map((one) => judged(world, one)),
  );
  const [{ log = [] } = {}] = before;
  const cases = [...before.map(({ log: _same, ...one }) => one), ...after];
  return { jour, team, log, cases };
}

async function serving(world: World, late: Uint8Array): Promise<KeyCase[]> {
  const { suite, now, delegate } = world;
  const make = (change: Partial<Fields> = {}, by = delegate) =>
    makeTeamKey(suite, by, SEED, aboutKey(world, change));
  const good = await make();
  const long = await teamKey.make(suite, delegate, {
    ...teamKey.peek(good),
    until: now - HOUR + 9 * DAY + 1,
  });
  const rows: [string, KeyCase["use"], RefusalCode | undefined, Uint8Array, object?][] = [
    ["as it should be", "seal", undefined, good, { seed: SEED }],
    ["read when its time is over", "read", undefined, await make({ until: now - 1 })],
    [
      "begun in five minutes, for nine days",
      "seal",
      undefined,
      await make({ at: now + 5 * MINUTE, until: now + 5 * MINUTE + 9 * DAY }),
    ],
    ["the number that was seen", "seal", undefined, good, { known: { number: 3 } }],
    [
      "by somebody whom the log never named",
      "read",
      "delegate-unknown",
      await make({}, bytes(0x77)),
    ],
    ["of another jour", "read", "foreign-jour", await make({ jour: bytes(0xa9, 16) })],
    ["of another team", "read", "foreign-team", await make({ team: "intake" })],
    ["more than nine days", "read", "team-key-too-long", long],
    ["a bit of its key", "read", "bad-signature", flip(good, 200)],
    ["begun in six minutes", "seal", "team-key-not-yet", await make({ at: now + 6 * MINUTE })],
    ["past its end", "seal", "team-key-expired", await make({ until: now - 1 })],
    [
      "below the number that was seen",
      "seal",
      "team-key-rolled-back",
      good,
      { known: { number: 4 } },
    ],
    ["by a delegate whose time is over", "seal", "delegate-revoked", await make({}, late)],
  ];
  return rows.map(([why, use, refused, statement, more]) => ({
    ...{ why, use, statement, ...more },
    ...(refused && { refused }),
  }));
}

async function withdrawn(world: World, first: Uint8Array, later: Uint8Array): Promise<KeyCase[]> {
  const { suite } = world;
  const statement = await makeTeamKey(suite, first, SEED, aboutKey(world));
  const again = await vouchAgain(suite, later, teamKey.peek(statement));
  return [
    { why: "by a revoked delegate", use: "seal", statement, refused: "delegate-revoked" },
    { why: "by a revoked delegate, to read", use: "read", statement },
    { why: "the same key, for which another vouches", use: "seal", statement: again, seed: SEED },
  ];
}

/** The team's seed for members, and what the server can put in its place. */
export async function shares(world: World) {
  const { suite, jour, delegate, log } = world;
  const statement = await makeTeamKey(suite, delegate, SEED, aboutKey(world));
  const trust = await verifyTrust(suite, world.trust, { jour, now: world.now });
  if (!trust.ok) throw new Error(trust.code);
  const known = await verifyTeamKey(suite, statement, trust.value, { jour, team });
  if (!known.ok) throw new Error(known.code);
  const cases = (await shareCases(world, known.value)).map(async ([why, refused, given, self]) => {
    const opened = await expected(await openShare(suite, given, self, known.value), why, refused);
    const answer = opened ? { seed: opened.seed } : { refused };
    return { why, share: given, member: self.member, sealSeed: self.seal, ...answer };
  });
  return { jour, team, log: log.slice(), statement, cases: await Promise.all(cases) };
}

type Self = { member: Uint8Array; seal: Uint8Array };

async function shareCases(
  { suite }: World,
  key: VerifiedTeamKey,
): Promise<[string, RefusalCode | undefined, Uint8Array, Self][]> {
  const anna = { member: bytes(0x31, 16), seal: bytes(0x3a) };
  const bea = { member: bytes(0x32, 16), seal: bytes(0x3b) };
  const sealKey = await suite.xwing.publicKey(anna.seal);
  const to = { ...anna, seal: sealKey, sealKeyHash: await suite.sha256(sealKey) };
  const good = await sealShare(suite, SEED, key.id, to);
  const renamed = share.encode({ ...share.decode(good), member: bea.member });
  return [
    ["as it should be", undefined, good, anna],
    ["for another member", "foreign-member", good, bea],
    ["renamed for another member", "cannot-open", renamed, { ...anna, member: bea.member }],
    ["of another key", "team-key-unknown", await sealShare(suite, SEED, bytes(1), to), anna],
    ["of another seed", "team-seed-wrong", await sealShare(suite, bytes(0x66), key.id, to), anna],
    ["with another key", "cannot-open", good, { ...anna, seal: bea.seal }],
  ];
}
