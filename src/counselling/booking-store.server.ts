import type { TenantTx } from "../platform/database/index.server.ts";
import type { Place } from "./contract.ts";

export interface TimeRow {
  readonly id: string;
  readonly member_id: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly place: Place;
  readonly mailbox_id: Buffer | null;
}

const select = `select t.id, t.member_id, t.starts_at, t.ends_at, t.place, b.mailbox_id
  from counselling_times t left join counselling_bookings b on b.time_id = t.id`;

export function timesFrom(tx: TenantTx, from: Date, limit: number): Promise<TimeRow[]> {
  return tx.rows(`${select} where t.starts_at >= $1 order by t.starts_at, t.id limit $2`, [
    from,
    limit,
  ]);
}

export function freeTimes(tx: TenantTx, from: Date, limit: number): Promise<TimeRow[]> {
  return tx.rows(
    `${select} where t.starts_at >= $1 and b.time_id is null order by t.starts_at, t.id limit $2`,
    [from, limit],
  );
}

export function timesOfMailbox(tx: TenantTx, mailbox: Uint8Array): Promise<TimeRow[]> {
  return tx.rows(`${select} where b.mailbox_id = $1 order by t.starts_at`, [mailbox]);
}

export function timesOfMember(tx: TenantTx, member: string, from: Date): Promise<TimeRow[]> {
  return tx.rows(`${select} where t.member_id = $1 and t.ends_at >= $2 order by t.starts_at`, [
    member,
    from,
  ]);
}

/** How many of these nobody has. After `lockTimes`, so that it stays so. */
export async function freeAmong(tx: TenantTx, ids: readonly string[]): Promise<number> {
  const found = await tx.row<{ count: number }>(
    `select count(*)::int as count from counselling_times t where id = any($1)
       and not exists (select 1 from counselling_bookings b where b.time_id = t.id)`,
    [ids],
  );
  return found?.count ?? 0;
}

/** Held still until the transaction ends, in one order, so that no two wait for each other. */
export function lockTimes(
  tx: TenantTx,
  ids: readonly string[],
): Promise<{ id: string; starts_at: Date }[]> {
  return tx.rows(
    "select id, starts_at from counselling_times where id = any($1) order by id for update",
    [ids],
  );
}

/** One after the other: two that insert overlapping times at once would wait for each other until one is ended. */
export async function holdCounsellor(tx: TenantTx, member: string): Promise<void> {
  await tx.rows("select pg_advisory_xact_lock(hashtextextended($1, 0))", [`times ${member}`]);
}

/** Throws 23P01 where it overlaps another time of hers. */
export async function insertTime(
  tx: TenantTx,
  time: { id: string; member: string; startsAt: number; endsAt: number; place: Place },
): Promise<void> {
  await tx.rows(
    `insert into counselling_times (id, jour_id, member_id, starts_at, ends_at, place)
     values ($1, $2, $3, $4, $5, $6)`,
    [time.id, tx.jour, time.member, new Date(time.startsAt), new Date(time.endsAt), time.place],
  );
}

export async function deleteFreeTime(tx: TenantTx, id: string): Promise<boolean> {
  const gone = await tx.rows(
    `delete from counselling_times t where id = $1
       and not exists (select 1 from counselling_bookings b where b.time_id = t.id) returning 1`,
    [id],
  );
  return gone.length > 0;
}

/** False when the time is taken: the table's key holds each apart. */
export async function insertBooking(
  tx: TenantTx,
  time: string,
  mailbox: Uint8Array,
): Promise<boolean> {
  const made = await tx.rows(
    `insert into counselling_bookings (time_id, jour_id, mailbox_id) values ($1, $2, $3)
     on conflict do nothing returning 1`,
    [time, tx.jour, mailbox],
  );
  return made.length > 0;
}

export async function deleteBooking(
  tx: TenantTx,
  time: string,
  mailbox: Uint8Array,
): Promise<boolean> {
  const gone = await tx.rows(
    "delete from counselling_bookings where time_id = $1 and mailbox_id = $2 returning 1",
    [time, mailbox],
  );
  return gone.length > 0;
}

export async function deletePast(tx: TenantTx, before: Date): Promise<void> {
  await tx.rows("delete from counselling_times where ends_at < $1", [before]);
}
