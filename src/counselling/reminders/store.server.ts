import type { TenantTx } from "../../platform/database/index.server.ts";

export async function reminderAddress(tx: TenantTx, member: string): Promise<Buffer | undefined> {
  const row = await tx.row<{ address: Buffer }>(
    "select address from reminder_addresses where member_id = $1",
    [member],
  );
  return row?.address;
}

export async function putAddress(tx: TenantTx, member: string, address: Buffer): Promise<void> {
  await tx.rows(
    `insert into reminder_addresses (member_id, jour_id, address) values ($1, $2, $3)
     on conflict (member_id) do update set address = excluded.address`,
    [member, tx.jour, address],
  );
}

export async function deleteAddress(tx: TenantTx, member: string): Promise<void> {
  await tx.rows("delete from reminder_addresses where member_id = $1", [member]);
}

export interface DueRow {
  readonly member_id: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly address: Buffer;
}

/** Talks that begin between the two moments and of which nobody was reminded: marked in the same step. */
export function takeDue(tx: TenantTx, from: Date, until: Date): Promise<DueRow[]> {
  return tx.rows(
    `update counselling_bookings b set reminded = true
       from counselling_times t, reminder_addresses r
      where t.id = b.time_id and r.member_id = t.member_id
        and t.starts_at > $1 and t.starts_at <= $2 and not b.reminded
      returning t.member_id, t.starts_at, t.ends_at, r.address`,
    [from, until],
  );
}
