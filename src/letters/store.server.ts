import type { SharedTx, TenantTx } from "../platform/database/index.server.ts";
import type { MailboxKind, TeamName } from "./contract.ts";

export interface MailboxRow {
  readonly id: Buffer;
  readonly team: TeamName;
  readonly face_id: string;
  readonly kind: MailboxKind;
  readonly letters: number;
  readonly last_n: number;
  readonly oldest_key: number;
  readonly waiting_since: Date | null;
  readonly active_on: string;
  /** What holds it longer counted in. */
  readonly expires_on: string;
  readonly held_until: string | null;
  readonly claimed_by: string | null;
  readonly claimed_until: Date | null;
}

const columns = `id, team, face_id, kind, letters, last_n, oldest_key, waiting_since,
  active_on::text, greatest(expires_on, held_until)::text as expires_on,
  held_until::text, claimed_by, claimed_until`;

/** Held still until the transaction ends: who writes second sees what the first has written. */
export function lockMailbox(tx: TenantTx, id: Uint8Array): Promise<MailboxRow | undefined> {
  return tx.row(`select ${columns} from mailboxes where id = $1 for update`, [id]);
}

export function findMailbox(tx: TenantTx, id: Uint8Array): Promise<MailboxRow | undefined> {
  return tx.row(`select ${columns} from mailboxes where id = $1`, [id]);
}

export async function mailboxOf(
  tx: TenantTx,
  tokenHash: Uint8Array,
  kind: MailboxKind,
): Promise<Buffer | undefined> {
  const found = await tx.row<{ id: Buffer }>(
    "select id from mailboxes where token_hash = $1 and kind = $2",
    [tokenHash, kind],
  );
  return found?.id;
}

export interface NewMailbox {
  readonly id: Uint8Array;
  readonly team: TeamName;
  readonly face: string;
  readonly kind: MailboxKind;
  readonly tokenHash: Uint8Array;
  readonly oldestKey: number;
  readonly waitingSince: Date;
  readonly activeOn: string;
  readonly expiresOn: string;
}

/** False when a mailbox with this id or token is there already. */
export async function insertMailbox(tx: TenantTx, box: NewMailbox): Promise<boolean> {
  const made = await tx.rows(
    `insert into mailboxes (id, jour_id, face_id, kind, token_hash, letters, last_n, oldest_key,
       waiting_since, active_on, expires_on, team)
     values ($1, $2, $3, $4, $5, 1, 1, $6, $7, $8, $9, $10) on conflict do nothing returning 1`,
    [
      box.id,
      tx.jour,
      box.face,
      box.kind,
      box.tokenHash,
      box.oldestKey,
      box.waitingSince,
      box.activeOn,
      box.expiresOn,
      box.team,
    ],
  );
  return made.length > 0;
}

export async function keepFrame(
  tx: TenantTx,
  id: Uint8Array,
  n: number,
  sealed: Uint8Array,
): Promise<void> {
  await tx.rows(
    `insert into mailbox_frames (jour_id, mailbox_id, n, sealed) values ($1, $2, $3, $4)
     on conflict (mailbox_id, n) do update set sealed = excluded.sealed`,
    [tx.jour, id, n, sealed],
  );
}

export async function dropFrame(tx: TenantTx, id: Uint8Array, n: number): Promise<void> {
  await tx.rows("delete from mailbox_frames where mailbox_id = $1 and n = $2", [id, n]);
}

export interface FrameRow {
  readonly n: number;
  readonly sealed: Buffer;
}
export function framesOf(tx: TenantTx, id: Uint8Array): Promise<FrameRow[]> {
  return tx.rows("select n, sealed from mailbox_frames where mailbox_id = $1 order by n", [id]);
}

export interface Change {
  readonly letters: number;
  readonly lastN: number;
  readonly waitingSince: Date | null;
  readonly activeOn: string;
  readonly expiresOn: string;
}
export async function changeMailbox(tx: TenantTx, id: Uint8Array, change: Change): Promise<void> {
  await tx.rows(
    `update mailboxes set letters = $2, last_n = $3, waiting_since = $4, active_on = $5, expires_on = $6
      where id = $1`,
    [id, change.letters, change.lastN, change.waitingSince, change.activeOn, change.expiresOn],
  );
}

export async function setWaiting(tx: TenantTx, id: Uint8Array, since: Date): Promise<void> {
  await tx.rows("update mailboxes set waiting_since = $2 where id = $1 and waiting_since is null", [
    id,
    since,
  ]);
}

export async function claimMailbox(
  tx: TenantTx,
  id: Uint8Array,
  member: string | null,
  until: Date | null,
): Promise<void> {
  await tx.rows("update mailboxes set claimed_by = $2, claimed_until = $3 where id = $1", [
    id,
    member,
    until,
  ]);
}

/** Another module lets something hang on it until that day; null lets it go. */
export async function holdMailbox(
  tx: TenantTx,
  id: Uint8Array,
  until: string | null,
): Promise<void> {
  await tx.rows("update mailboxes set held_until = $2 where id = $1", [id, until]);
}

export async function deleteMailbox(tx: TenantTx, id: Uint8Array): Promise<boolean> {
  const gone = await tx.rows("delete from mailboxes where id = $1 returning 1", [id]);
  return gone.length > 0;
}

export async function expiredMailboxes(tx: TenantTx, today: string): Promise<Buffer[]> {
  const rows = await tx.rows<{ id: Buffer }>(
    "select id from mailboxes where greatest(expires_on, held_until) < $1",
    [today],
  );
  return rows.map(({ id }) => id);
}

const KEYS_AND_ROWS = 5_204_117;

/**
 * Until the transaction ends no key is swept: the row of one that is there can be written. False while
 * keys are being swept: to wait here would take the connections that the sweeping needs.
 */
export async function holdKeys(tx: TenantTx): Promise<boolean> {
  const got = await tx.row<{ held: boolean }>(
    "select pg_try_advisory_xact_lock_shared($1) as held",
    [KEYS_AND_ROWS],
  );
  return got?.held ?? false;
}

/** Until the transaction ends nobody writes the row of a new mailbox. */
export async function holdRows(tx: SharedTx): Promise<void> {
  await tx.rows("select pg_advisory_xact_lock($1)", [KEYS_AND_ROWS]);
}

export async function allMailboxIds(tx: TenantTx): Promise<Buffer[]> {
  const rows = await tx.rows<{ id: Buffer }>("select id from mailboxes");
  return rows.map(({ id }) => id);
}

export type InboxRow = MailboxRow & { readonly has_draft: boolean };

/** The unanswered first, those who wait longest at the top; then what was last active. */
export function inboxRows(tx: TenantTx, team: TeamName, limit: number): Promise<InboxRow[]> {
  return tx.rows(
    `select ${columns}, exists (select 1 from mailbox_frames f where f.mailbox_id = m.id and f.n = -1) as has_draft
       from mailboxes m where team = $1
      order by waiting_since is null, waiting_since, active_on desc, id limit $2`,
    [team, limit],
  );
}

export async function keepChunk(
  tx: TenantTx,
  id: Uint8Array,
  attachment: Uint8Array,
  place: number,
  sealed: Uint8Array,
): Promise<void> {
  await tx.rows(
    `insert into attachment_chunks (jour_id, mailbox_id, attachment_id, place, sealed)
     values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [tx.jour, id, attachment, place, sealed],
  );
}

export async function countChunks(tx: TenantTx, id: Uint8Array): Promise<number> {
  const found = await tx.row<{ count: number }>(
    "select count(*)::int as count from attachment_chunks where mailbox_id = $1",
    [id],
  );
  return found?.count ?? 0;
}

export async function chunkOf(
  tx: TenantTx,
  id: Uint8Array,
  attachment: Uint8Array,
  place: number,
): Promise<Buffer | undefined> {
  const found = await tx.row<{ sealed: Buffer }>(
    "select sealed from attachment_chunks where mailbox_id = $1 and attachment_id = $2 and place = $3",
    [id, attachment, place],
  );
  return found?.sealed;
}

export async function daysKept(tx: TenantTx): Promise<number> {
  const found = await tx.row<{ days_kept: number }>("select days_kept from letter_settings");
  return found?.days_kept ?? 30;
}

export async function setDaysKept(tx: TenantTx, days: number): Promise<void> {
  await tx.rows(
    `insert into letter_settings (jour_id, days_kept) values ($1, $2)
     on conflict (jour_id) do update set days_kept = excluded.days_kept`,
    [tx.jour, days],
  );
}
