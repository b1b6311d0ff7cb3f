import type { TenantTx } from "../../platform/database/index.server.ts";
import type { MailFault } from "../../platform/mail/index.ts";

/** False when it is there already. */
export async function insertMark(
  tx: TenantTx,
  mark: Uint8Array,
  mailbox: Uint8Array,
  expiresOn: string,
): Promise<boolean> {
  const made = await tx.rows(
    `insert into mail_marks (jour_id, mark, mailbox_id, expires_on) values ($1, $2, $3, $4)
     on conflict do nothing returning 1`,
    [tx.jour, mark, mailbox, expiresOn],
  );
  return made.length > 0;
}

export async function isMarked(tx: TenantTx, mark: Uint8Array): Promise<boolean> {
  return (await tx.row("select 1 from mail_marks where mark = $1", [mark])) !== undefined;
}

/** The correspondence of the first of these that is known. */
export async function mailboxMarked(
  tx: TenantTx,
  marks: readonly Uint8Array[],
): Promise<Buffer | undefined> {
  const found = await tx.row<{ mailbox_id: Buffer }>(
    `select mailbox_id from mail_marks where mark = any($1) and mailbox_id is not null
      order by array_position($1, mark) limit 1`,
    [marks],
  );
  return found?.mailbox_id;
}

export async function sweepMarks(tx: TenantTx, today: string): Promise<void> {
  await tx.rows("delete from mail_marks where expires_on < $1", [today]);
}

/** One process fetches at a time: true when it is this one, until `until`. */
export async function takeFetching(tx: TenantTx, now: Date, until: Date): Promise<boolean> {
  const taken = await tx.rows(
    `insert into mail_state (jour_id, fetching_until) values ($1, $3)
     on conflict (jour_id) do update set fetching_until = excluded.fetching_until
       where mail_state.fetching_until is null or mail_state.fetching_until <= $2
     returning 1`,
    [tx.jour, now, until],
  );
  return taken.length > 0;
}

export async function keepFetching(tx: TenantTx, until: Date): Promise<void> {
  await tx.rows("update mail_state set fetching_until = $1", [until]);
}

export async function fetched(tx: TenantTx, at: Date, leftBehind: number): Promise<void> {
  await tx.rows(
    "update mail_state set fetching_until = null, fetched_at = $1, fault = null, left_behind = $2",
    [at, leftBehind],
  );
}

export async function notFetched(tx: TenantTx, fault: FetchFault): Promise<void> {
  await tx.rows("update mail_state set fetching_until = null, fault = $1", [fault]);
}

export type FetchFault = MailFault | "no-folder" | "letters-closed";
export interface StateRow {
  readonly fetched_at: Date | null;
  readonly fault: FetchFault | null;
  readonly left_behind: number;
}
export function stateOf(tx: TenantTx): Promise<StateRow | undefined> {
  return tx.row("select fetched_at, fault, left_behind from mail_state");
}
