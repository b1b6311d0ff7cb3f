import { equal, utf8 } from "../bytes.ts";
import { attempt, demand, refuse } from "../refusal.ts";
import type { Outcome } from "../refusal.ts";
import type { Suite } from "../suite/types.ts";
import { ascending, readLog } from "./log.ts";
import type { LogState } from "./log.ts";
import { CONVERSATIONS, directory, duty, LIMIT } from "./objects.ts";
import type { Directory } from "./objects.ts";
import type { DirectoryMember, TrustBundle, VerifiedDuty, VerifiedTrust } from "./types.ts";

export interface TrustChecks {
  jour: Uint8Array;
  now: number;
  /** The newest directory version that this client has seen. */
  knownVersion?: number;
  /** SHA-256 of that directory: the same version with other bytes is another story. */
  knownDirectory?: Uint8Array;
  /** SHA-256 of the first root statement, from the printed card or from the enrolment. */
  fingerprint?: Uint8Array;
  /** The newest log head that this client has seen. */
  knownHead?: Uint8Array;
}

export const verifyTrust = (
  suite: Suite,
  bundle: TrustBundle,
  checks: TrustChecks,
): Promise<Outcome<VerifiedTrust>> => attempt(() => trusted(suite, bundle, checks));

/** The same, throwing; for use inside the protocol. */
export async function trusted(
  suite: Suite,
  bundle: TrustBundle,
  checks: TrustChecks,
): Promise<VerifiedTrust> {
  const { jour, now, fingerprint, knownHead } = checks;
  const log = await readLog(suite, bundle.log, jour);
  const root = log.root ?? refuse("log-empty");
  demand(!fingerprint || equal(fingerprint, log.fingerprint), "root-fingerprint-mismatch");
  demand(!knownHead || log.heads.some((head) => equal(head, knownHead)), "log-fork");

  const { delegate } = directory.peek(bundle.directory);
  const value = await directory.open(suite, delegate, bundle.directory);
  demand(equal(value.jour, jour), "foreign-jour");
  demand(equal(value.head, log.heads.at(-1) ?? jour), "directory-head-mismatch");
  checkDelegate(log, delegate, now);
  checkTimes(value, now);
  checkMembers(value.members);
  const directoryHash = await suite.sha256(bundle.directory);
  checkVersion(value.version, directoryHash, checks);
  const delegates = log.delegates
    .filter((one) => serves(one, now) && !has(log.revoked, one.key))
    .map(({ key }) => key);
  return {
    jour,
    root,
    fingerprint: log.fingerprint,
    heads: log.heads,
    delegates,
    formerDelegates: log.delegates.map(({ key }) => key).filter((key) => !has(delegates, key)),
    version: value.version,
    expires: value.expires,
    directoryHash,
    members: value.members,
  };
}

const has = (keys: Uint8Array[], key: Uint8Array): boolean => keys.some((one) => equal(one, key));

function checkDelegate(log: LogState, key: Uint8Array, now: number): void {
  const named = log.delegates.filter((one) => equal(one.key, key));
  demand(named.length > 0, "delegate-unknown");
  demand(!has(log.revoked, key), "delegate-revoked");
  const begun = named.filter(({ at }) => at <= now + LIMIT.skew);
  demand(begun.length > 0, "delegate-not-yet");
  demand(
    begun.some((one) => serves(one, now)),
    "delegate-expired",
  );
}

const serves = ({ at, until }: LogState["delegates"][number], now: number): boolean =>
  at <= now + LIMIT.skew && now <= until;

function checkVersion(version: number, hash: Uint8Array, checks: TrustChecks): void {
  const { knownVersion = 0, knownDirectory } = checks;
  demand(version >= knownVersion, "directory-rolled-back");
  const isKnown = knownDirectory !== undefined && version === knownVersion;
  demand(!isKnown || equal(hash, knownDirectory), "directory-fork");
}

function checkTimes({ at, expires }: Directory, now: number): void {
  demand(expires - at <= LIMIT.directory, "directory-too-long");
  demand(at <= now + LIMIT.skew, "directory-not-yet");
  demand(now <= expires, "directory-expired");
}

function checkMembers(members: DirectoryMember[]): void {
  const once = (keys: string[]) => demand(new Set(keys).size === keys.length, "duplicate-member");
  once(members.map(({ id }) => id.join()));
  once(members.map(({ identity }) => identity.join()));
  ascending(members.map(({ id }) => id));
  for (const { teams } of members) ascending(teams.map(utf8));
}

export interface DutyChecks {
  jour: Uint8Array;
  face: Uint8Array;
  now: number;
  /** For who already sits in the conversation when a colleague joins: how long past its end a duty still counts. */
  grace?: number;
}

export const verifyDuty = (
  suite: Suite,
  bytes: Uint8Array,
  trust: VerifiedTrust,
  checks: DutyChecks,
): Promise<Outcome<VerifiedDuty>> => attempt(() => certified(suite, bytes, trust, checks));

/** The same, throwing; for use inside the protocol. */
export async function certified(
  suite: Suite,
  bytes: Uint8Array,
  trust: VerifiedTrust,
  { jour, face, now, grace = 0 }: DutyChecks,
): Promise<VerifiedDuty> {
  const claimed = duty.peek(bytes);
  demand(equal(claimed.jour, jour), "foreign-jour");
  demand(equal(claimed.face, face), "foreign-face");
  const member =
    trust.members.find(({ id }) => equal(id, claimed.member)) ?? refuse("member-not-in-directory");
  const { head, ...value } = await duty.open(suite, member.identity, bytes);
  demand(member.validFrom <= now + LIMIT.skew && now <= member.validUntil, "member-expired");
  demand(member.teams.includes(CONVERSATIONS), "member-not-in-team");
  demand(value.until - value.from <= LIMIT.duty, "duty-too-long");
  demand(value.from <= now + LIMIT.skew, "duty-not-yet");
  demand(now <= value.until + grace, "duty-expired");
  demand(has(trust.heads, head), "duty-head-unknown");
  return value;
}
