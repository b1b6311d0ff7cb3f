import type { TenantTx } from "../platform/database/index.server.ts";
import type { MemberRole, Way } from "./contract.ts";

export interface SessionRow {
  readonly id: string;
  readonly member_id: string;
  readonly role: MemberRole;
  readonly teams: string[];
  readonly name: string;
  readonly way: Way | "enrolment";
  readonly started_at: Date;
  readonly idle_until: Date;
  readonly expires_at: Date;
}

export interface NewSession {
  readonly tokenHash: Buffer;
  readonly id: string;
  readonly member: string;
  readonly way: Way | "enrolment";
  readonly startedAt: Date;
  readonly idleUntil: Date;
  readonly expiresAt: Date;
}

export async function insertSession(tx: TenantTx, session: NewSession): Promise<void> {
  await tx.rows(
    `insert into staff_sessions
       (token_hash, id, jour_id, member_id, way, started_at, idle_until, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      session.tokenHash,
      session.id,
      tx.jour,
      session.member,
      session.way,
      session.startedAt,
      session.idleUntil,
      session.expiresAt,
    ],
  );
}

/** A living session of a woman who is a member now. */
export function findSession(
  tx: TenantTx,
  tokenHash: Buffer,
  now: Date,
): Promise<SessionRow | undefined> {
  return tx.row<SessionRow>(
    `select s.id, s.member_id, m.role, m.teams, m.name, s.way, s.started_at, s.idle_until, s.expires_at
       from staff_sessions s join members m on m.id = s.member_id and m.status = 'active'
      where s.token_hash = $1 and s.idle_until > $2 and s.expires_at > $2`,
    [tokenHash, now],
  );
}

/** Whether the session of this number still stands. */
export async function isLiving(tx: TenantTx, id: string, now: Date): Promise<boolean> {
  const found = await tx.row(
    "select 1 as found from staff_sessions where id = $1 and idle_until > $2 and expires_at > $2",
    [id, now],
  );
  return found !== undefined;
}

export async function extendSession(
  tx: TenantTx,
  id: string,
  idleUntil: Date,
  expiresAt?: Date,
): Promise<void> {
  await tx.rows(
    `update staff_sessions set idle_until = $2, expires_at = coalesce($3, expires_at) where id = $1`,
    [id, idleUntil, expiresAt ?? null],
  );
}

export function sessionsOf(tx: TenantTx, member: string, now: Date): Promise<SessionRow[]> {
  return tx.rows<SessionRow>(
    `select s.id, s.member_id, m.role, m.name, s.way, s.started_at, s.idle_until, s.expires_at
       from staff_sessions s join members m on m.id = s.member_id
      where s.member_id = $1 and s.idle_until > $2 and s.expires_at > $2
      order by s.started_at`,
    [member, now],
  );
}

/** True when there was such a session of hers. */
export async function deleteSession(tx: TenantTx, member: string, id: string): Promise<boolean> {
  const gone = await tx.rows(
    "delete from staff_sessions where member_id = $1 and id = $2 returning id",
    [member, id],
  );
  return gone.length > 0;
}

/** False when it was spent before. Sweeps what has ended, as nothing else would. */
export async function spendChallenge(
  tx: TenantTx,
  hash: Buffer,
  until: Date,
  now: Date,
): Promise<boolean> {
  await tx.rows("delete from spent_challenges where expires_at < $1", [now]);
  const spent = await tx.rows(
    `insert into spent_challenges (hash, jour_id, expires_at) values ($1, $2, $3)
     on conflict do nothing returning hash`,
    [hash, tx.jour, until],
  );
  return spent.length > 0;
}

export interface Failures {
  readonly failures: number;
  readonly since: Date;
}

export function findFailures(tx: TenantTx, drawer: number): Promise<Failures | undefined> {
  return tx.row<Failures>("select failures, since from sign_in_failures where drawer = $1", [
    drawer,
  ]);
}

/** Counts one more; a drawer that is older than `from` begins anew. */
export async function countFailure(
  tx: TenantTx,
  drawer: number,
  now: Date,
  from: Date,
): Promise<void> {
  await tx.rows(
    `insert into sign_in_failures (jour_id, drawer, failures, since) values ($1, $2, 1, $3)
     on conflict (jour_id, drawer) do update set
       failures = case when sign_in_failures.since < $4 then 1 else sign_in_failures.failures + 1 end,
       since = case when sign_in_failures.since < $4 then $3 else sign_in_failures.since end`,
    [tx.jour, drawer, now, from],
  );
}

export async function sweepSessions(tx: TenantTx, now: Date, failuresFrom: Date): Promise<void> {
  await tx.rows("delete from staff_sessions where expires_at < $1 or idle_until < $1", [now]);
  await tx.rows("delete from spent_challenges where expires_at < $1", [now]);
  await tx.rows("delete from sign_in_failures where since < $1", [failuresFrom]);
}
