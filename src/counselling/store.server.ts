import type { TenantTx } from "../platform/database/index.server.ts";
import type { Reason, Stage } from "./contract.ts";

export interface StandingRow {
  readonly mailbox_id: Buffer;
  readonly stage: Stage;
  readonly reason: Reason | null;
  readonly version: number;
}

export function standings(tx: TenantTx): Promise<StandingRow[]> {
  return tx.rows("select mailbox_id, stage, reason, version from counselling_requests");
}

export async function standingOf(
  tx: TenantTx,
  mailbox: Uint8Array,
): Promise<{ stage: Stage; version: number }> {
  const found = await tx.row<{ stage: Stage; version: number }>(
    "select stage, version from counselling_requests where mailbox_id = $1",
    [mailbox],
  );
  return found ?? { stage: "new", version: 0 };
}

/** Somebody has said that she comes along. */
export async function hasSupporter(tx: TenantTx, mailbox: Uint8Array): Promise<boolean> {
  const found = await tx.rows(
    "select 1 from supporter_asks where mailbox_id = $1 and state = 'yes'",
    [mailbox],
  );
  return found.length > 0;
}

/** Moved by what happens with its times. */
export async function placeRequest(tx: TenantTx, mailbox: Uint8Array, stage: Stage): Promise<void> {
  await tx.rows(
    `insert into counselling_requests as r (mailbox_id, jour_id, stage) values ($1, $2, $3)
     on conflict (mailbox_id) do update
       set stage = excluded.stage, reason = null, version = r.version + 1`,
    [mailbox, tx.jour, stage],
  );
}

/** False when somebody has moved it since `version`. */
export async function moveRequest(
  tx: TenantTx,
  move: { mailbox: Uint8Array; stage: Stage; reason: Reason | null; version: number },
): Promise<boolean> {
  const moved = await tx.rows(
    `insert into counselling_requests (mailbox_id, jour_id, stage, reason, version)
     select $1, $2, $3, $4, 1 where $5 = 0
     on conflict (mailbox_id) do nothing returning 1`,
    [move.mailbox, tx.jour, move.stage, move.reason, move.version],
  );
  if (moved.length > 0) return true;
  const changed = await tx.rows(
    `update counselling_requests set stage = $2, reason = $3, version = version + 1
      where mailbox_id = $1 and version = $4 returning 1`,
    [move.mailbox, move.stage, move.reason, move.version],
  );
  return changed.length > 0;
}
