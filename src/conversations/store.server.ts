import type { SharedTx, TenantTx } from "../platform/database/index.server.ts";

// The live log itself belongs to platform/live; here lies only what may be used once.

/** Marks all as used; false when one of them was already. */
export async function spend(
  tx: SharedTx,
  hashes: readonly Uint8Array[],
  until: Date,
): Promise<boolean> {
  const fresh = await tx.rows(
    `insert into spent_proofs (hash, expires_at)
     select hash, date_trunc('hour', $2::timestamptz) + interval '1 hour' from unnest($1::bytea[]) as hash
     on conflict do nothing returning 1`,
    [hashes, until],
  );
  return fresh.length === hashes.length;
}

export async function isSpent(tx: SharedTx, hash: Uint8Array): Promise<boolean> {
  const found = await tx.row("select 1 from spent_proofs where hash = $1", [hash]);
  return found !== undefined;
}

export async function sweepSpent(tx: SharedTx, now: Date): Promise<void> {
  await tx.rows("delete from spent_proofs where expires_at < $1", [now]);
}

export interface Ticket {
  readonly member: string;
  readonly session: string;
}

export async function insertTicket(
  tx: TenantTx,
  hash: Uint8Array,
  { member, session }: Ticket,
  until: Date,
  now: Date,
): Promise<void> {
  await tx.rows("delete from live_tickets where expires_at <= $1", [now]);
  await tx.rows(
    "insert into live_tickets (hash, jour_id, member_id, session_id, expires_at) values ($1, $2, $3, $4, $5)",
    [hash, tx.jour, member, session, until],
  );
}

/** Uses a ticket up; once, whichever process is asked. */
export function takeTicket(tx: TenantTx, hash: Uint8Array, now: Date): Promise<Ticket | undefined> {
  return tx.row(
    `delete from live_tickets where hash = $1 and expires_at > $2
     returning member_id as member, session_id as session`,
    [hash, now],
  );
}
