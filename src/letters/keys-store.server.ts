import type { TenantTx } from "../platform/database/index.server.ts";
import type { TeamName } from "./contract.ts";

export interface TeamKeyRow {
  readonly number: number;
  readonly key_id: Buffer;
  readonly statement: Buffer;
  readonly until: Date;
  /** Somebody who held it has left, or has lost her devices. */
  readonly departed: boolean;
}

/** Newest first. */
export function teamKeys(tx: TenantTx, team: TeamName): Promise<TeamKeyRow[]> {
  return tx.rows(
    "select number, key_id, statement, until, departed from team_keys where team = $1 order by number desc",
    [team],
  );
}

/** The public statement of the newest; who seals to it holds it to the jour's trust. */
export const newestTeamKey = async (tx: TenantTx, team: TeamName): Promise<Buffer | undefined> =>
  (await teamKeys(tx, team))[0]?.statement;

export async function insertTeamKey(
  tx: TenantTx,
  key: { team: TeamName; number: number; id: Uint8Array; statement: Uint8Array; until: Date },
): Promise<boolean> {
  const made = await tx.rows(
    `insert into team_keys (jour_id, team, number, key_id, statement, until)
     values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning 1`,
    [tx.jour, key.team, key.number, key.id, key.statement, key.until],
  );
  return made.length > 0;
}

/** Another delegate vouches for a key that is there. */
export async function replaceStatement(
  tx: TenantTx,
  id: Uint8Array,
  statement: Uint8Array,
): Promise<void> {
  await tx.rows("update team_keys set statement = $2 where key_id = $1", [id, statement]);
}

/** The team whose key this is, and the key's number; undefined for a key that is not here. */
export function ownerOfKey(
  tx: TenantTx,
  id: Uint8Array,
): Promise<{ team: TeamName; number: number; until: Date } | undefined> {
  return tx.row("select team, number, until from team_keys where key_id = $1", [id]);
}

export interface ShareRow {
  readonly key_id: Buffer;
  readonly member_id: string;
  readonly share: Buffer;
}
export function shares(tx: TenantTx): Promise<ShareRow[]> {
  return tx.rows("select key_id, member_id, share from team_shares");
}

/** Only for members, and only where none is there: a share that works is not overwritten by one that may not. */
export async function insertShare(
  tx: TenantTx,
  key: Uint8Array,
  member: string,
  share: Uint8Array,
): Promise<void> {
  await tx.rows(
    `insert into team_shares (jour_id, key_id, member_id, share)
     select $1, $2, $3, $4 where exists (select 1 from team_keys where key_id = $2)
       and exists (select 1 from members where id = $3)
     on conflict do nothing`,
    [tx.jour, key, member, share],
  );
}

/** What opens no letter any more, and may not be sealed to any more. */
export async function sweepKeys(tx: TenantTx, now: Date): Promise<void> {
  await tx.rows(
    `delete from team_keys k
      where k.until < $1 and k.number < coalesce((select min(oldest_key) from mailboxes m where m.team = k.team), 2147483647)`,
    [now],
  );
}
