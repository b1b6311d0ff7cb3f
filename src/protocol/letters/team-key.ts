import { concat, equal } from "../bytes.ts";
import type { Plain } from "../bytes.ts";
import { open, seal } from "../hpke.ts";
import { labelled } from "../labels.ts";
import { LABEL } from "./labels.ts";
import { attempt, demand } from "../refusal.ts";
import type { Outcome } from "../refusal.ts";
import type { Suite } from "../suite/types.ts";
import { LIMIT } from "../trust/objects.ts";
import type { VerifiedTrust } from "../trust/types.ts";
import { share, TEAM_KEY_LIFE, teamKey, teamKeyCoreFrame } from "./objects.ts";
import type { TeamKeyCore, TeamKeyStatement } from "./objects.ts";

const NOTHING = new Uint8Array(0);

/** What the 32 bytes that a team shares turn into. */
export interface TeamSeeds {
  sign: Uint8Array;
  seal: Uint8Array;
}

export async function teamSeeds(suite: Suite, seed: Uint8Array): Promise<TeamSeeds> {
  const derive = (label: typeof LABEL.teamSign | typeof LABEL.teamSeal) =>
    suite.hkdf(seed, NOTHING, labelled(label), 32);
  return { sign: await derive(LABEL.teamSign), seal: await derive(LABEL.teamSeal) };
}

/** The same for every delegate who vouches for it. */
export async function teamKeyId(suite: Suite, value: TeamKeyCore): Promise<Uint8Array> {
  const { jour, team, number, at, until, sign, seal: sealKey } = value;
  const core = teamKeyCoreFrame.encode({ jour, team, number, at, until, sign, seal: sealKey });
  return suite.sha256(labelled(LABEL.teamKeyId, core));
}

/** A delegate's word that this is the team's key. */
export async function makeTeamKey(
  suite: Suite,
  delegateSeed: Uint8Array,
  seed: Uint8Array,
  value: Pick<TeamKeyCore, "jour" | "team" | "number" | "at" | "until">,
): Promise<Plain> {
  demand(value.until - value.at <= TEAM_KEY_LIFE, "team-key-too-long");
  const seeds = await teamSeeds(suite, seed);
  return teamKey.make(suite, delegateSeed, {
    ...value,
    sign: await suite.ed25519.publicKey(seeds.sign),
    seal: await suite.xwing.publicKey(seeds.seal),
    delegate: await suite.ed25519.publicKey(delegateSeed),
  });
}

/** The same key, for which another delegate vouches now: when the first is revoked or her time is over. */
export async function vouchAgain(
  suite: Suite,
  delegateSeed: Uint8Array,
  { delegate: _before, ...core }: TeamKeyStatement,
): Promise<Plain> {
  const delegate = await suite.ed25519.publicKey(delegateSeed);
  return teamKey.make(suite, delegateSeed, { ...core, delegate });
}

export interface VerifiedTeamKey extends TeamKeyStatement {
  id: Uint8Array;
  /** The delegate who vouched is revoked, or her ninety days are over. */
  withdrawn: boolean;
}

export interface TeamKeyChecks {
  jour: Uint8Array;
  team: string;
}

/** For reading what was written under it; whether it may still be sealed to is `currentTeamKey`'s to say. */
export const verifyTeamKey = (
  suite: Suite,
  bytes: Uint8Array,
  trust: VerifiedTrust,
  checks: TeamKeyChecks,
): Promise<Outcome<VerifiedTeamKey>> => attempt(() => knownTeamKey(suite, bytes, trust, checks));

async function knownTeamKey(
  suite: Suite,
  bytes: Uint8Array,
  trust: VerifiedTrust,
  { jour, team }: TeamKeyChecks,
): Promise<VerifiedTeamKey> {
  const { delegate } = teamKey.peek(bytes);
  const named = (keys: Uint8Array[]) => keys.some((key) => equal(key, delegate));
  const serves = named(trust.delegates);
  demand(serves || named(trust.formerDelegates), "delegate-unknown");
  const value = await teamKey.open(suite, delegate, bytes);
  demand(equal(value.jour, jour), "foreign-jour");
  demand(value.team === team, "foreign-team");
  demand(value.until - value.at <= TEAM_KEY_LIFE, "team-key-too-long");
  return { ...value, id: await teamKeyId(suite, value), withdrawn: !serves };
}

/** The key that may be sealed to now. `knownNumber`: the newest that this client has seen. */
export const currentTeamKey = (
  suite: Suite,
  bytes: Uint8Array,
  trust: VerifiedTrust,
  checks: TeamKeyChecks & { now: number; knownNumber?: number },
): Promise<Outcome<VerifiedTeamKey>> =>
  attempt(async () => {
    const value = await knownTeamKey(suite, bytes, trust, checks);
    const { now, knownNumber = 0 } = checks;
    demand(!value.withdrawn, "delegate-revoked");
    demand(value.at <= now + LIMIT.skew, "team-key-not-yet");
    demand(now <= value.until, "team-key-expired");
    demand(value.number >= knownNumber, "team-key-rolled-back");
    return value;
  });

const shareInfo = (key: Uint8Array, member: Uint8Array) =>
  labelled(LABEL.share, concat(key, member));

/** The team's seed for one member; anybody who has it may share it with those whom the directory names. */
export async function sealShare(
  suite: Suite,
  seed: Uint8Array,
  key: Uint8Array,
  to: { member: Uint8Array; seal: Uint8Array; sealKeyHash: Uint8Array },
): Promise<Plain> {
  demand(equal(await suite.sha256(to.seal), to.sealKeyHash), "bad-key");
  const sealed = await seal(suite, to.seal, shareInfo(key, to.member), NOTHING, seed);
  return share.encode({ key, member: to.member, sealed });
}

/** Throws `team-seed-wrong` where the seed is not that of the key: the server cannot slip in another. */
export const openShare = (
  suite: Suite,
  bytes: Uint8Array,
  self: { member: Uint8Array; seal: Uint8Array },
  key: VerifiedTeamKey,
): Promise<Outcome<{ seed: Uint8Array } & TeamSeeds>> =>
  attempt(async () => {
    const value = share.decode(bytes);
    demand(equal(value.member, self.member), "foreign-member");
    demand(equal(value.key, key.id), "team-key-unknown");
    const info = shareInfo(key.id, self.member);
    const seed = await open(suite, self.seal, info, NOTHING, value.sealed);
    const seeds = await teamSeeds(suite, seed);
    const fits =
      equal(await suite.ed25519.publicKey(seeds.sign), key.sign) &&
      equal(await suite.xwing.publicKey(seeds.seal), key.seal);
    demand(fits, "team-seed-wrong");
    return { seed, ...seeds };
  });
