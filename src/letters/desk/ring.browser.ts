// The team's keys at a member's desk: those that she can open letters with, kept in order by whoever sits here.

import { type Staff, teamTrust } from "../../people/index.browser.ts";
import { uuidBytes } from "../../platform/ids.ts";
import { fail, ok, type Result } from "../../platform/result.ts";
import {
  type DirectoryMember,
  fromBase64url,
  toBase64url,
  type VerifiedTrust,
} from "../../protocol/index.ts";
import {
  currentTeamKey,
  makeTeamKey,
  openShare,
  sealShare,
  TEAM_KEY_LIFE,
  teamKey,
  type TeamSeeds,
  type VerifiedTeamKey,
  verifyTeamKey,
  vouchAgain,
} from "../../protocol/letters/index.ts";
import { inboxPaths as paths, type TeamKeysView, type TeamName } from "../contract.ts";

export interface Ring {
  /** What new letters and answers are sealed to; undefined when nobody has made one in time. */
  readonly current: VerifiedTeamKey | undefined;
  readonly keys: readonly VerifiedTeamKey[];
  /** Seeds of those keys that she holds a share of. */
  seeds(teamKey: Uint8Array): TeamSeeds | undefined;
}

type Held = { readonly seed: Uint8Array } & TeamSeeds;
const nothing = new Uint8Array();
const bytesOf = (text: string): Uint8Array => fromBase64url(text) ?? nothing;
const nameOf = (id: Uint8Array): string => id.join();

/** Opens her shares, and does what is due: a new key each week, shares for those who lack them. */
export const tendRing = (staff: Staff, team: TeamName): Promise<Result<Ring>> =>
  tend(staff, team, true);

async function tend(staff: Staff, team: TeamName, mayRotate: boolean): Promise<Result<Ring>> {
  const trusted = await teamTrust(staff);
  if (!trusted.ok) return trusted;
  const view = await staff.api.post<TeamKeysView>(paths.keys, { team });
  if (!view.ok) return view;
  const { trust, delegate } = trusted.value;
  const opened = await openAll(staff, team, trust, view.value);
  // Also where the newest came from a colleague who has gone: nobody may seal to that one any more.
  if (delegate && mayRotate && (view.value.rotate !== null || !opened.current)) {
    const made = await rotate(staff, team, trust, delegate, view.value);
    // A colleague was quicker: her key is as good.
    if (!made.ok && made.code !== "changed-meanwhile") return made;
    if (made.ok) return tend(staff, team, false);
  }
  await shareWithMissing(staff, team, trust, view.value, opened);
  if (delegate) await vouchForWithdrawn(staff, delegate, opened.keys);
  return ok(ringOf(opened));
}

interface OpenedKeys {
  readonly current: VerifiedTeamKey | undefined;
  readonly keys: readonly VerifiedTeamKey[];
  readonly held: ReadonlyMap<string, Held>;
}

const ringOf = ({ current, keys, held }: OpenedKeys): Ring => ({
  current,
  keys,
  seeds: (id) => held.get(nameOf(id)),
});

async function openAll(
  { suite, jour, identity, me }: Staff,
  team: TeamName,
  trust: VerifiedTrust,
  view: TeamKeysView,
): Promise<OpenedKeys> {
  const checks = { jour, team };
  const self = { member: uuidBytes(me.value?.member ?? ""), seal: identity.seal };
  const keys: VerifiedTeamKey[] = [];
  const held = new Map<string, Held>();
  let current: VerifiedTeamKey | undefined;
  for (const one of view.keys) {
    const statement = bytesOf(one.statement);
    const known = await verifyTeamKey(suite, statement, trust, checks);
    if (!known.ok) continue;
    keys.push(known.value);
    const share = one.share && (await openShare(suite, bytesOf(one.share), self, known.value));
    if (share && share.ok) held.set(nameOf(known.value.id), share.value);
    if (current) continue;
    const newest = await currentTeamKey(suite, statement, trust, { ...checks, now: Date.now() });
    if (newest.ok) current = newest.value;
  }
  return { current, keys, held };
}

async function rotate(
  staff: Staff,
  team: TeamName,
  trust: VerifiedTrust,
  delegate: Uint8Array,
  view: TeamKeysView,
): Promise<Result<unknown>> {
  const { suite, jour } = staff;
  const seed = suite.random(32);
  const [newest] = view.keys;
  const number = (newest ? teamKey.peek(bytesOf(newest.statement)).number : 0) + 1;
  const at = Date.now();
  const about = { jour, team, number, at, until: at + TEAM_KEY_LIFE };
  const statement = await makeTeamKey(suite, delegate, seed, about);
  const known = await verifyTeamKey(suite, statement, trust, { jour, team });
  if (!known.ok) return fail(known.code);
  const shares = await sharesFor(staff, team, trust, { seed, key: known.value.id }, view.team);
  seed.fill(0);
  // Nobody is in it yet by the signed directory: another key would be as unread as the one that is there.
  if (view.rotate === "nobody-holds-it" && shares.length === 0) return ok();
  return staff.api.post(paths.newKey, { statement: toBase64url(statement), shares });
}

/** Sealed to the keys that the directory vouches for, never to those that the server merely names. */
async function sharesFor(
  { suite }: Staff,
  team: TeamName,
  trust: VerifiedTrust,
  { seed, key }: { readonly seed: Uint8Array; readonly key: Uint8Array },
  wanted: TeamKeysView["team"],
): Promise<string[]> {
  const shares: string[] = [];
  for (const { member, sealKey } of wanted) {
    const id = uuidBytes(member);
    const line = trust.members.find((one) => nameOf(one.id) === nameOf(id));
    if (!line || !isInTeam(line, team)) continue;
    const seal = bytesOf(sealKey);
    if (nameOf(await suite.sha256(seal)) !== nameOf(line.sealKeyHash)) continue;
    const to = { member: id, seal, sealKeyHash: line.sealKeyHash };
    shares.push(toBase64url(await sealShare(suite, seed, key, to)));
  }
  return shares;
}

function isInTeam({ teams, validFrom, validUntil }: DirectoryMember, team: TeamName): boolean {
  const now = Date.now();
  return teams.includes(team) && validFrom <= now && now <= validUntil;
}

async function shareWithMissing(
  staff: Staff,
  team: TeamName,
  trust: VerifiedTrust,
  view: TeamKeysView,
  { held }: OpenedKeys,
): Promise<void> {
  const shares: string[] = [];
  for (const { id, missing } of view.keys) {
    const key = bytesOf(id);
    const own = held.get(nameOf(key));
    if (own)
      shares.push(...(await sharesFor(staff, team, trust, { seed: own.seed, key }, missing)));
  }
  if (shares.length > 0) await staff.api.post(paths.shares, { shares });
}

/** Clocks of those who write may be behind. */
const CLEARLY_OVER_MS = 24 * 3_600_000;

/**
 * What was answered under keys whose delegate has left stays readable: a delegate who serves now says that they are the
 * team's. Never of a key to which somebody could still seal, since who has left may have made it since, with the
 * server's help, and would read what is sealed to it.
 */
async function vouchForWithdrawn(
  staff: Staff,
  delegate: Uint8Array,
  keys: readonly VerifiedTeamKey[],
): Promise<void> {
  for (const { id: _id, withdrawn, ...statement } of keys) {
    if (!withdrawn || Date.now() <= statement.until + CLEARLY_OVER_MS) continue;
    const again = await vouchAgain(staff.suite, delegate, statement);
    await staff.api.post(paths.newKey, { statement: toBase64url(again), shares: [] });
  }
}
