import type { JourId, TenantTx } from "../platform/database/index.server.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import {
  CONVERSATIONS,
  draftOf,
  type DirectoryMember,
  type TrustBundle,
  type VerifiedTrust,
  verifyTrust,
} from "../protocol/index.ts";
import { directory as signedDirectory } from "../protocol/trust/objects.ts";
import { hashOf } from "./challenge.server.ts";
import { uuidBytes } from "../platform/ids.ts";
import { uuidText } from "./bytes.ts";
import { settleProposals } from "./custody/store.server.ts";
import { dayOf, type Deps } from "./deps.server.ts";
import {
  allMembers,
  deleteMember,
  followDirectory,
  type MemberRow,
} from "./members-store.server.ts";
import { type Change, type ChangeCode, changeRefusal, type Publisher } from "./policy.ts";
import { allRecoveries, type RecoveryRow, takeRecovery } from "./recovery/store.server.ts";
import {
  appendTrust,
  lockTrust,
  putDirectory,
  readTrust,
  type StoredTrust,
} from "./trust-store.server.ts";

/** What the jour's clients are given; undefined before the founding coordinator has signed. */
export async function trustOf(deps: Deps, jour: JourId): Promise<TrustBundle | undefined> {
  const stored = await storedTrust(deps, jour);
  return (
    stored.directory && { log: stored.log.map(bytes), directory: bytes(stored.directory.document) }
  );
}

export const storedTrust = (deps: Deps, jour: JourId): Promise<StoredTrust> =>
  deps.database.tenant(jour, readTrust);

/** The same, checked as every client checks it: what the server itself believes about members. */
export async function verifiedTrustOf(
  deps: Deps,
  jour: JourId,
): Promise<VerifiedTrust | undefined> {
  const bundle = await trustOf(deps, jour);
  if (!bundle) return undefined;
  const checks = { jour: uuidBytes(jour), now: deps.now() };
  const verified = await verifyTrust(deps.suite, bundle, checks);
  return verified.ok ? verified.value : undefined;
}

export interface PublicationBytes {
  readonly after: number;
  readonly entries: readonly Uint8Array[];
  readonly directory: Uint8Array;
}

export type PublishCode = ChangeCode | "changed-meanwhile" | "trust-refused";
export interface Published {
  readonly version: number;
  /** Members who are in the directory no longer, or with other keys: their sessions are gone. */
  readonly left: readonly string[];
  /** Those who are members still, and were taken out of the conversations: their shifts end. */
  readonly silenced: readonly string[];
}

/** A jour's chain never comes near this; a stolen key shall not fill the disk. */
const LOG_LIMIT = 2000;

/**
 * Takes in what the root and a delegate have signed elsewhere: whole, or not at all. The directory is
 * the truth about who is a member; the rows follow it.
 */
export function publish(
  deps: Deps,
  jour: JourId,
  publication: PublicationBytes,
  by: Publisher,
): Promise<Result<Published, PublishCode>> {
  return deps.database.tenant(jour, async (tx) => {
    await lockTrust(tx);
    const stored = await readTrust(tx);
    const verified = await judge(deps, jour, stored, publication);
    if (!verified.ok) return verified;
    const rows = await allMembers(tx, true);
    const change = changeOf(rows, await allRecoveries(tx), verified.value.members);
    if (!change.ok) return change;
    const refused = changeRefusal(change.value, by);
    if (refused) return fail(refused);
    await appendTrust(tx, publication.after, publication.entries);
    if (publication.entries.length > 0) await settleProposals(tx, publication.entries.map(draftOf));
    const { version, expires, members } = verified.value;
    await putDirectory(tx, version, publication.directory, new Date(expires));
    await follow(tx, members, change.value, dayOf(deps.now()));
    const { leaving, rekeyed, teamsChanged } = change.value;
    const silenced = silencedAmong(rows, members).filter((id) => teamsChanged.includes(id));
    return ok({ version, left: [...leaving, ...rekeyed], silenced });
  });
}

/** Those who answered in conversations before, and do so no more. */
function silencedAmong(rows: readonly MemberRow[], members: readonly DirectoryMember[]): string[] {
  const answers = ({ teams }: { readonly teams: readonly string[] }): boolean =>
    teams.includes(CONVERSATIONS);
  const answering = members.filter(answers).map(({ id }) => uuidText(id));
  return rows.filter((row) => answers(row) && !answering.includes(row.id)).map(({ id }) => id);
}

async function judge(
  deps: Deps,
  jour: JourId,
  stored: StoredTrust,
  { after, entries, directory }: PublicationBytes,
): Promise<Result<VerifiedTrust, "changed-meanwhile" | "trust-refused">> {
  if (after !== stored.log.length) return fail("changed-meanwhile");
  if (after + entries.length > LOG_LIMIT) return fail("trust-refused", "log-too-long");
  const log = [...stored.log.map(bytes), ...entries];
  const checks = { jour: uuidBytes(jour), now: deps.now() };
  const verified = await verifyTrust(deps.suite, { log, directory }, checks);
  if (!verified.ok) return fail("trust-refused", verified.code);
  // Each directory names the one before, so of two who build upon the same one only the first comes in.
  const { previous } = signedDirectory.peek(directory);
  const before = stored.directory;
  const expected = before ? hashOf(before.document) : Buffer.alloc(32);
  const follows =
    expected.equals(previous) && verified.value.version === (before?.version ?? 0) + 1;
  return follows ? ok(verified.value) : fail("changed-meanwhile");
}

function changeOf(
  rows: readonly MemberRow[],
  recoveries: readonly RecoveryRow[],
  members: readonly DirectoryMember[],
): Result<Change, "trust-refused"> {
  const known = new Map(rows.map((row) => [row.id, row]));
  const joining: Change["joining"][number][] = [];
  const roleChanged: string[] = [];
  const rekeyed: string[] = [];
  const teamsChanged: string[] = [];
  for (const member of members) {
    const id = uuidText(member.id);
    const row = known.get(id);
    const coming = recoveries.find((one) => one.member_id === id);
    const isBack = coming !== undefined && isHers(coming, member);
    // The directory may only say of somebody what her own enrolment says.
    if (!row || !(isBack || isHers(row, member))) return fail("trust-refused", "member-unknown");
    if (isBack) rekeyed.push(id);
    if (row.status === "pending") joining.push({ id, invitedAs: row.role, role: member.role });
    else {
      if (row.role !== member.role) roleChanged.push(id);
      if (row.teams.toSorted().join() !== member.teams.toSorted().join()) teamsChanged.push(id);
    }
  }
  const listed = new Set(members.map((member) => uuidText(member.id)));
  const leaving = rows.filter((row) => row.status === "active" && !listed.has(row.id));
  const coordinators = members.filter((member) => member.role === "coordinator").length;
  const left = leaving.map((row) => row.id);
  return ok({ joining, leaving: left, roleChanged, rekeyed, teamsChanged, coordinators });
}

const isHers = (
  row: Pick<MemberRow, "identity_key" | "seal_key">,
  member: DirectoryMember,
): boolean =>
  row.identity_key.equals(member.identity) && hashOf(row.seal_key).equals(member.sealKeyHash);

async function follow(
  tx: TenantTx,
  members: readonly DirectoryMember[],
  change: Change,
  today: string,
): Promise<void> {
  for (const id of change.rekeyed) await takeRecovery(tx, id, today);
  for (const member of members)
    await followDirectory(tx, uuidText(member.id), member.role, member.teams);
  for (const id of change.leaving) await deleteMember(tx, id);
}

const bytes = (buffer: Uint8Array): Uint8Array => new Uint8Array(buffer);
