import type { TenantTx } from "../../platform/database/index.server.ts";

/** New keys that nobody has countersigned yet. */
export interface RecoveryRow {
  readonly member_id: string;
  readonly enrolment: Buffer;
  readonly identity_key: Buffer;
  readonly seal_key: Buffer;
  readonly pending_until: Date;
}

const columns = "member_id, enrolment, identity_key, seal_key, pending_until";

export const allRecoveries = (tx: TenantTx): Promise<RecoveryRow[]> =>
  tx.rows<RecoveryRow>(`select ${columns} from recoveries order by member_id`);

export const findRecovery = (tx: TenantTx, member: string): Promise<RecoveryRow | undefined> =>
  tx.row<RecoveryRow>(`select ${columns} from recoveries where member_id = $1`, [member]);

/** In the place of an earlier try of hers, with the ways in that it had. */
export async function insertRecovery(tx: TenantTx, row: RecoveryRow): Promise<void> {
  await deleteRecovery(tx, row.member_id);
  await tx.rows(
    `insert into recoveries (member_id, jour_id, enrolment, identity_key, seal_key, pending_until)
     values ($1, $2, $3, $4, $5, $6)`,
    [row.member_id, tx.jour, row.enrolment, row.identity_key, row.seal_key, row.pending_until],
  );
}

export async function deleteRecovery(tx: TenantTx, member: string): Promise<boolean> {
  await tx.rows("delete from identity_wraps where member_id = $1 and waiting", [member]);
  const gone = await tx.rows("delete from recoveries where member_id = $1 returning member_id", [
    member,
  ]);
  return gone.length > 0;
}

/** The directory names her new keys: the old ones, their ways in and her sessions are gone with that. */
export async function takeRecovery(tx: TenantTx, member: string, today: string): Promise<void> {
  await tx.rows("delete from identity_wraps where member_id = $1 and not waiting", [member]);
  await tx.rows("update identity_wraps set waiting = false where member_id = $1", [member]);
  await tx.rows("delete from staff_sessions where member_id = $1", [member]);
  await tx.rows(
    `update members m set enrolment = r.enrolment, identity_key = r.identity_key,
       seal_key = r.seal_key, rekeyed_on = $2
      from recoveries r where r.member_id = m.id and m.id = $1`,
    [member, today],
  );
  await tx.rows("delete from recoveries where member_id = $1", [member]);
}

export async function sweepRecoveries(tx: TenantTx, now: Date, told: string): Promise<void> {
  await tx.rows(
    `delete from identity_wraps w using recoveries r
      where w.member_id = r.member_id and w.waiting and r.pending_until < $1`,
    [now],
  );
  await tx.rows("delete from recoveries where pending_until < $1", [now]);
  await tx.rows("update members set rekeyed_on = null where rekeyed_on < $1", [told]);
}
