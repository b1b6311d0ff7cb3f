import type { TenantTx } from "../../platform/database/index.server.ts";

export interface RoundRow {
  readonly id: string;
  readonly year: number;
  readonly sealed: Buffer;
  readonly notedOn: string;
}
const roundColumns = `id, fee_year as year, sealed, noted_on::text as "notedOn"`;

export function allRounds(tx: TenantTx): Promise<RoundRow[]> {
  return tx.rows(
    `select ${roundColumns} from association_reminder_rounds order by noted_on desc, id`,
  );
}

export function roundOf(tx: TenantTx, id: string): Promise<RoundRow | undefined> {
  return tx.row(`select ${roundColumns} from association_reminder_rounds where id = $1`, [id]);
}

/** False when there is one of that number. */
export async function insertRound(tx: TenantTx, row: RoundRow): Promise<boolean> {
  const made = await tx.rows(
    `insert into association_reminder_rounds (id, jour_id, fee_year, sealed, noted_on)
     values ($1, $2, $3, $4, $5) on conflict do nothing returning 1`,
    [row.id, tx.jour, row.year, row.sealed, row.notedOn],
  );
  return made.length > 0;
}

export async function deleteRounds(tx: TenantTx, until: string): Promise<void> {
  await tx.rows("delete from association_reminder_rounds where noted_on <= $1", [until]);
}

export interface ReminderRow {
  readonly id: string;
  readonly round: string;
  readonly member: string;
  readonly byLetter: boolean;
  readonly isHanded: boolean;
}
const columns = `id, round_id as round, member_id as member, by_letter as "byLetter",
  is_handed as "isHanded"`;

export function allReminders(tx: TenantTx): Promise<ReminderRow[]> {
  return tx.rows(`select ${columns} from association_reminders order by id`);
}

export async function insertReminder(tx: TenantTx, row: ReminderRow): Promise<void> {
  await tx.rows(
    `insert into association_reminders (id, jour_id, round_id, member_id, by_letter, is_handed)
     values ($1, $2, $3, $4, $5, $6)`,
    [row.id, tx.jour, row.round, row.member, row.byLetter, row.isHanded],
  );
}

/** Marked as handed over in the same step; what another process has in its hands is passed over. */
export function takeReminders(tx: TenantTx, most: number): Promise<ReminderRow[]> {
  return tx.rows(
    `update association_reminders set is_handed = true
      where id in (select id from association_reminders where not is_handed
                    order by id limit $1 for update skip locked)
      returning ${columns}`,
    [most],
  );
}
