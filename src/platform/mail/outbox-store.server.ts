import type { TenantTx } from "../database/index.server.ts";
import type { MailFault } from "./policy.ts";

export interface NewRow {
  readonly id: Uint8Array;
  readonly purpose: string;
  readonly about: Uint8Array | null;
  readonly sealed: Uint8Array;
  readonly nextTryAt: Date;
  readonly giveUpOn: string;
}
export async function insertMail(tx: TenantTx, row: NewRow): Promise<void> {
  await tx.rows(
    `insert into mail_outbox (id, jour_id, purpose, about, sealed, next_try_at, give_up_on)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [row.id, tx.jour, row.purpose, row.about, row.sealed, row.nextTryAt, row.giveUpOn],
  );
}

export interface DueRow {
  readonly id: Buffer;
  readonly purpose: string;
  readonly about: Buffer | null;
  readonly sealed: Buffer;
  readonly tries: number;
  readonly give_up_on: string;
}
/** Those that are due are this process's until `until`. */
export function takeDue(tx: TenantTx, now: Date, until: Date, most: number): Promise<DueRow[]> {
  return tx.rows(
    `update mail_outbox set next_try_at = $2, tries = tries + 1
      where id in (select id from mail_outbox where sealed is not null and next_try_at <= $1
                    order by next_try_at limit $3 for update skip locked)
      returning id, purpose, about, sealed, tries, give_up_on::text`,
    [now, until, most],
  );
}

/**
 * From now on nobody knows whether it has gone, until that is noted. Of an earlier try it never was. False when
 * it is not to go any more: it was forgotten.
 */
export async function noteHanding(tx: TenantTx, id: Uint8Array): Promise<boolean> {
  const noted = await tx.rows(
    `update mail_outbox set unsure = unsure or handing, handing = true where id = $1 returning 1`,
    [id],
  );
  return noted.length > 0;
}

/** All whose `about` begins so, waiting or not; gives their numbers. */
export async function deleteAbout(tx: TenantTx, about: Uint8Array): Promise<Buffer[]> {
  const rows = await tx.rows<{ id: Buffer }>(
    `delete from mail_outbox where substring(about for octet_length($1::bytea)) = $1::bytea
      returning id`,
    [about],
  );
  return rows.map(({ id }) => id);
}

export async function tryLater(
  tx: TenantTx,
  id: Uint8Array,
  at: Date,
  fault: MailFault,
): Promise<void> {
  await tx.rows(
    `update mail_outbox set next_try_at = $2, fault = $3, handing = false, unsure = unsure or $4
      where id = $1`,
    [id, at, fault, fault === "unanswered"],
  );
}

/** Its content is gone; that and why it was not sent stays to be told. */
export async function giveUp(tx: TenantTx, id: Uint8Array, fault: MailFault): Promise<void> {
  await tx.rows("update mail_outbox set sealed = null, fault = $2 where id = $1", [id, fault]);
}

/** It was sent. Only that it may have gone twice stays to be told. */
export async function finishMail(tx: TenantTx, id: Uint8Array): Promise<void> {
  await tx.rows("delete from mail_outbox where id = $1 and not unsure", [id]);
  await tx.rows("update mail_outbox set sealed = null, fault = null where id = $1", [id]);
}

/** Notices of mail about this that was given up, or may have gone twice. */
export async function deleteNotices(tx: TenantTx, about: Uint8Array): Promise<void> {
  await tx.rows("delete from mail_outbox where about = $1 and sealed is null", [about]);
}

export async function deleteOldNotices(tx: TenantTx, before: string): Promise<void> {
  await tx.rows("delete from mail_outbox where sealed is null and give_up_on < $1", [before]);
}

export interface StandingRow {
  readonly id: Buffer;
  readonly about: Buffer | null;
  readonly fault: MailFault | null;
  readonly dead: boolean;
  readonly sent: boolean;
  readonly unsure: boolean;
}
export function outboxRows(tx: TenantTx): Promise<StandingRow[]> {
  return tx.rows(`select id, about, fault, sealed is null and fault is not null as dead,
            sealed is null and fault is null as sent, unsure from mail_outbox`);
}
