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
import { nameDelegate } from "../testing/post.ts";
import { bytes, DAY, HOUR } from "../testing/world.ts";
import type { World } from "../testing/world.ts";
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

/** A statement by its place among all, at a time; only `seal` asks whether it may still be sealed to. */
interface KeyCase {
  why: string;
  statement: number;
  use: "read" | "seal";
  refused?: RefusalCode;
  now?: number;
  jour?: Uint8Array;
  team?: string;
  known?: { number: number };
  /** The lowest bit of this byte is another. */
  byte?: number;
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

async function judged(world: World, statements: Uint8Array[], { seed, ...given }: KeyCase) {
  const { suite, jour } = world;
  const { why, use, refused, now = world.now, known, byte } = given;
  const trust = await verifyTrust(suite, world.trust, { jour, now: world.now });
  if (!trust.ok) throw new Error(trust.code);
  const checks = { jour, team, ...given, now, ...(known && { knownNumber: known.number }) };
  const whole = statements[given.statement] ?? bytes(0);
  const statement = byte === undefined ? whole : flip(whole, byte);
  const work = use === "seal" ? currentTeamKey : verifyTeamKey;
  const value = await expected(await work(suite, statement, trust.value, checks), why, refused);
  const found = value && { id: value.id, withdrawn: value.withdrawn };
  const seeds = seed && { seed, ...(await teamSeeds(suite, seed)) };
  return { ...given, now, ...(found && { found }), ...(seeds && { seeds }) };
}

/** Statements over two logs: while the first delegate serves, and after she was withdrawn. */
export async function teamKeys(world: World) {
  const { suite, jour, delegate } = world;
  const [late, later] = [bytes(0x2e), bytes(0x2f)];
  const at = world.now - 2 * DAY;
  await nameDelegate(world, late, { at, until: world.now - HOUR });
  await nameDelegate(world, later, { at, until: world.now + 80 * DAY });
  await world.publish();
  const statements = await statementsOf(world, late, later);
  const before = serving(world).map((one) => judged(world, statements, one));
  const [cases, log] = [await Promise.all(before), world.log.slice()];
  await world.revoke(await suite.ed25519.publicKey(delegate));
  world.delegate = later;
  await world.publish();
  const after = await Promise.all(withdrawn.map((one) => judged(world, statements, one)));
  const revoked = world.log.slice();
  return {
    jour,
    team,
    log,
    statements,
    cases: [...cases, ...after.map((one) => ({ ...one, log: revoked }))],
  };
}

async function statementsOf(world: World, late: Uint8Array, later: Uint8Array) {
  const { suite, now, delegate } = world;
  const about = aboutKey(world, { at: now - HOUR, until: now - HOUR + 9 * DAY });
  const good = await makeTeamKey(suite, delegate, SEED, about);
  const known = teamKey.peek(good);
  return [
    good,
    await makeTeamKey(suite, bytes(0x77), SEED, about),
    await teamKey.make(suite, delegate, { ...known, until: known.until + 1 }),
    await makeTeamKey(suite, late, SEED, about),
    await vouchAgain(suite, later, known),
  ];
}

function serving({ now }: World): KeyCase[] {
  const end = now - HOUR + 9 * DAY;
  const begin = now - HOUR - 5 * MINUTE;
  const seal = { statement: 0, use: "seal" } as const;
  const read = { ...seal, use: "read" } as const;
  return [
    { ...seal, why: "as it should be", seed: SEED },
    { ...seal, why: "five minutes before it begins", now: begin },
    { ...seal, why: "at its end", now: end },
    { ...seal, why: "the number that was seen", known: { number: 3 } },
    { ...read, why: "read when its time is over", now: end + DAY },
    {
      ...read,
      why: "by somebody whom the log never named",
      statement: 1,
      refused: "delegate-unknown",
    },
    { ...read, why: "of another jour", jour: bytes(0xa9, 16), refused: "foreign-jour" },
    { ...read, why: "of another team", team: "intake", refused: "foreign-team" },
    { ...read, why: "more than nine days", statement: 2, refused: "team-key-too-long" },
    { ...read, why: "a bit of its key", byte: 200, refused: "bad-signature" },
    {
      ...seal,
      why: "more than five minutes before it begins",
      now: begin - 1,
      refused: "team-key-not-yet",
    },
    { ...seal, why: "past its end", now: end + 1, refused: "team-key-expired" },
    {
      ...seal,
      why: "below the number that was seen",
      known: { number: 4 },
      refused: "team-key-rolled-back",
    },
    { ...seal, why: "by a delegate whose time is over", statement: 3, refused: "delegate-revoked" },
    { ...read, why: "by her, to read", statement: 3 },
  ];
}

const withdrawn: KeyCase[] = [
  { why: "by a revoked delegate", statement: 0, use: "seal", refused: "delegate-revoked" },
  { why: "by a revoked delegate, to read", statement: 0, use: "read" },
  { why: "the same key, for which another vouches", statement: 4, use: "seal", seed: SEED },
];

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
