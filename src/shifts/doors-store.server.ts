import type { TenantTx } from "../platform/database/index.server.ts";

export interface DoorRow {
  readonly face_id: string;
  readonly needed: number;
  readonly last_entry_minutes: number;
  readonly hand: "open" | "closed" | null;
  readonly hand_until: Date | null;
  readonly opens_at: Date | null;
  readonly called_at: Date | null;
}

const columns = "face_id, needed, last_entry_minutes, hand, hand_until, opens_at, called_at";

export function doorRows(tx: TenantTx): Promise<DoorRow[]> {
  return tx.rows(`select ${columns} from channel_doors`);
}

export function doorRow(tx: TenantTx, face: string): Promise<DoorRow | undefined> {
  return tx.row(`select ${columns} from channel_doors where face_id = $1`, [face]);
}

export async function setDoor(
  tx: TenantTx,
  face: string,
  needed: number,
  lastEntryMinutes: number,
): Promise<void> {
  await tx.rows(
    `insert into channel_doors (jour_id, face_id, needed, last_entry_minutes) values ($1, $2, $3, $4)
     on conflict (jour_id, face_id) do update
       set needed = excluded.needed, last_entry_minutes = excluded.last_entry_minutes`,
    [tx.jour, face, needed, lastEntryMinutes],
  );
}

/** Null lets the door follow those who are there again. */
export async function turnDoor(
  tx: TenantTx,
  face: string,
  hand: DoorRow["hand"],
  until: Date | null,
): Promise<void> {
  await tx.rows(
    `insert into channel_doors (jour_id, face_id, hand, hand_until) values ($1, $2, $3, $4)
     on conflict (jour_id, face_id) do update
       set hand = excluded.hand, hand_until = excluded.hand_until`,
    [tx.jour, face, hand, until],
  );
}

export async function announceDoor(tx: TenantTx, face: string, at: Date | null): Promise<void> {
  await tx.rows(
    `insert into channel_doors (jour_id, face_id, opens_at) values ($1, $2, $3)
     on conflict (jour_id, face_id) do update set opens_at = excluded.opens_at`,
    [tx.jour, face, at],
  );
}

export async function markCalled(tx: TenantTx, face: string, at: Date | null): Promise<void> {
  await tx.rows(
    `insert into channel_doors (jour_id, face_id, called_at) values ($1, $2, $3)
     on conflict (jour_id, face_id) do update set called_at = excluded.called_at`,
    [tx.jour, face, at],
  );
}

export async function forgetToday(tx: TenantTx, before: Date): Promise<void> {
  await tx.rows("update channel_doors set hand = null, hand_until = null where hand_until < $1", [
    before,
  ]);
  await tx.rows("update channel_doors set opens_at = null where opens_at < $1", [before]);
  await tx.rows("update channel_doors set called_at = null where called_at < $1", [before]);
}
