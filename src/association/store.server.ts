import type { TenantTx } from "../platform/database/index.server.ts";
import type { AssociationSettings, Member } from "./contract.ts";
import { unset } from "./policy.ts";

export interface MemberRow {
  readonly id: string;
  readonly stage: Member["stage"];
  readonly sealed: Buffer;
  readonly keyHash: Buffer | null;
  readonly deleteOn: string | null;
  readonly version: number;
}

const columns = `id, stage, sealed, key_hash as "keyHash", delete_on::text as "deleteOn", version`;

export function allMembers(tx: TenantTx): Promise<MemberRow[]> {
  return tx.rows(`select ${columns} from association_members order by id`);
}

/**
 * Held until the transaction ends: of two who change it the second sees what the first has done. What only
 * refers to her, as a call does, need not wait.
 */
export function memberOf(tx: TenantTx, id: string): Promise<MemberRow | undefined> {
  return tx.row(`select ${columns} from association_members where id = $1 for no key update`, [id]);
}

/** As she is now, held by nobody. */
export function seeMember(tx: TenantTx, id: string): Promise<MemberRow | undefined> {
  return tx.row(`select ${columns} from association_members where id = $1`, [id]);
}

export function memberByKey(tx: TenantTx, hash: Uint8Array): Promise<MemberRow | undefined> {
  return tx.row(
    `select ${columns} from association_members where key_hash = $1 for no key update`,
    [hash],
  );
}

/** False when there is one of that number. */
export async function insertMember(
  tx: TenantTx,
  row: Omit<MemberRow, "version">,
): Promise<boolean> {
  const made = await tx.rows(
    `insert into association_members (id, jour_id, stage, sealed, key_hash, delete_on)
     values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning 1`,
    [row.id, tx.jour, row.stage, row.sealed, row.keyHash, row.deleteOn],
  );
  return made.length > 0;
}

/** Members with nothing that ends by itself, all in one statement: a file has up to a thousand of them. */
export async function insertMembers(
  tx: TenantTx,
  rows: readonly { readonly id: string; readonly sealed: Buffer; readonly keyHash: Buffer }[],
): Promise<void> {
  await tx.rows(
    `insert into association_members (id, jour_id, stage, sealed, key_hash)
     select id, $1, 'member', sealed, key_hash
       from unnest($2::uuid[], $3::bytea[], $4::bytea[]) as u (id, sealed, key_hash)`,
    [
      tx.jour,
      rows.map(({ id }) => id),
      rows.map(({ sealed }) => sealed),
      rows.map(({ keyHash }) => keyHash),
    ],
  );
}

export async function updateMember(tx: TenantTx, row: Omit<MemberRow, "version">): Promise<void> {
  await tx.rows(
    `update association_members set stage = $2, sealed = $3, key_hash = $4, delete_on = $5,
            version = version + 1 where id = $1`,
    [row.id, row.stage, row.sealed, row.keyHash, row.deleteOn],
  );
}

export async function deleteMember(tx: TenantTx, id: string): Promise<boolean> {
  return (
    (await tx.rows("delete from association_members where id = $1 returning 1", [id])).length > 0
  );
}

export async function overAt(tx: TenantTx, today: string): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(
    "select id from association_members where delete_on <= $1 for update",
    [today],
  );
  return rows.map(({ id }) => id);
}

/** Before what is counted and then added to: two who do it at once are both counted. */
export async function oneAfterTheOther(tx: TenantTx): Promise<void> {
  await tx.rows("select pg_advisory_xact_lock(hashtext('association ' || $1))", [tx.jour]);
}

/** How many are members; who has asked takes nobody's place. */
export async function countMembers(tx: TenantTx): Promise<number> {
  const found = await tx.row<{ count: number }>(
    "select count(*)::int as count from association_members where stage = 'member'",
  );
  return found?.count ?? 0;
}

/** How many have asked on one day: those whose application ends on the same. */
export async function countAsked(tx: TenantTx, deleteOn: string): Promise<number> {
  const found = await tx.row<{ count: number }>(
    `select count(*)::int as count from association_members
      where stage = 'asked' and delete_on = $1`,
    [deleteOn],
  );
  return found?.count ?? 0;
}

export async function settingsOf(tx: TenantTx): Promise<AssociationSettings> {
  const row = await tx.row<Omit<AssociationSettings, "words"> & { readonly words: string }>(
    `select is_open as "isOpen", kronor, words, keep_months as "keepMonths"
       from association_settings`,
  );
  if (!row) return unset;
  return { ...row, words: JSON.parse(row.words) as AssociationSettings["words"] };
}

export async function saveSettings(tx: TenantTx, settings: AssociationSettings): Promise<void> {
  const { isOpen, kronor, words, keepMonths } = settings;
  await tx.rows(
    `insert into association_settings (jour_id, is_open, kronor, words, keep_months)
     values ($1, $2, $3, $4, $5)
     on conflict (jour_id) do update set is_open = excluded.is_open, kronor = excluded.kronor,
       words = excluded.words, keep_months = excluded.keep_months`,
    [tx.jour, isOpen, kronor, JSON.stringify(words), keepMonths],
  );
}
