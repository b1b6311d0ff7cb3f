import type { TenantTx } from "../platform/database/index.server.ts";

export async function keepAddress(tx: TenantTx, member: string, hash: Uint8Array): Promise<void> {
  await tx.rows(
    `insert into calendar_addresses (member_id, jour_id, secret_hash) values ($1, $2, $3)
     on conflict (member_id) do update set secret_hash = excluded.secret_hash`,
    [member, tx.jour, hash],
  );
}

export async function removeAddress(tx: TenantTx, member: string): Promise<void> {
  await tx.rows("delete from calendar_addresses where member_id = $1", [member]);
}

/** Undefined also for a member who is no longer active. */
export async function memberAt(tx: TenantTx, hash: Uint8Array): Promise<string | undefined> {
  const found = await tx.row<{ member_id: string }>(
    `select a.member_id from calendar_addresses a join members m on m.id = a.member_id
      where a.secret_hash = $1 and m.status = 'active'`,
    [hash],
  );
  return found?.member_id;
}
