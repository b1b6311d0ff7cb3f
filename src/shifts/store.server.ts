import type { TenantTx } from "../platform/database/index.server.ts";

export interface DutyRow {
  readonly id: string;
  readonly face_id: string;
  readonly member_id: string;
  readonly statement: Buffer;
  readonly sealed_seed: Buffer;
  readonly capacity: number;
  readonly expires_at: Date;
  readonly present_until: Date;
}

const columns =
  "id, face_id, member_id, statement, sealed_seed, capacity, expires_at, present_until";

export function dutiesOf(tx: TenantTx, now: Date): Promise<DutyRow[]> {
  return tx.rows(`select ${columns} from duties where expires_at > $1 order by id`, [now]);
}

export function dutyOf(tx: TenantTx, member: string, now: Date): Promise<DutyRow | undefined> {
  return tx.row(
    `select ${columns} from duties where member_id = $1 and expires_at > $2 for update`,
    [member, now],
  );
}

/** Begins, prolongs or replaces her one shift. */
export async function putDuty(tx: TenantTx, duty: DutyRow): Promise<void> {
  await tx.rows(
    `insert into duties (id, jour_id, face_id, member_id, statement, sealed_seed, capacity, expires_at, present_until)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (jour_id, member_id) do update
       set id = excluded.id, face_id = excluded.face_id, statement = excluded.statement,
           sealed_seed = excluded.sealed_seed, capacity = excluded.capacity,
           expires_at = excluded.expires_at, present_until = excluded.present_until`,
    [
      duty.id,
      tx.jour,
      duty.face_id,
      duty.member_id,
      duty.statement,
      duty.sealed_seed,
      duty.capacity,
      duty.expires_at,
      duty.present_until,
    ],
  );
}

export async function deleteDuty(tx: TenantTx, id: string): Promise<void> {
  await tx.rows("delete from duties where id = $1", [id]);
}

export async function deleteExpired(tx: TenantTx, now: Date): Promise<void> {
  await tx.rows("delete from duties where expires_at <= $1", [now]);
}

export async function renewPresence(
  tx: TenantTx,
  members: readonly string[],
  until: Date,
  now: Date,
): Promise<void> {
  await tx.rows(
    "update duties set present_until = $2 where member_id = any ($1) and expires_at > $3",
    [members, until, now],
  );
}

export async function countPresent(
  tx: TenantTx,
  face: string,
  now: Date,
  farthest: Date,
): Promise<number> {
  const found = await tx.row<{ n: number }>(
    `select count(*)::int as n from duties
      where face_id = $1 and expires_at > $2 and present_until > $2 and present_until <= $3`,
    [face, now, farthest],
  );
  return found?.n ?? 0;
}
