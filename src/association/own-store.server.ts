import type { TenantTx } from "../platform/database/index.server.ts";

// What members do on their own pages for a meeting: motions, and adjusting its minutes.

export interface MotionRow {
  readonly id: string;
  readonly meeting: string;
  readonly member: string;
  readonly sealed: Buffer;
}
const columns = "id, meeting_id as meeting, member_id as member, sealed";

export function allMotions(tx: TenantTx): Promise<MotionRow[]> {
  return tx.rows(`select ${columns} from association_motions order by id`);
}

export function motionsBy(tx: TenantTx, member: string): Promise<MotionRow[]> {
  return tx.rows(`select ${columns} from association_motions where member_id = $1 order by id`, [
    member,
  ]);
}

export async function insertMotion(tx: TenantTx, row: MotionRow): Promise<void> {
  await tx.rows(
    `insert into association_motions (id, jour_id, meeting_id, member_id, sealed)
     values ($1, $2, $3, $4, $5)`,
    [row.id, tx.jour, row.meeting, row.member, row.sealed],
  );
}

export async function deleteMotion(tx: TenantTx, id: string): Promise<void> {
  await tx.rows("delete from association_motions where id = $1", [id]);
}

export interface AdjusterRow {
  readonly meeting: string;
  readonly member: string;
  readonly confirmed: number | null;
  readonly confirmedOn: string | null;
}
const adjusterColumns = `meeting_id as meeting, member_id as member, confirmed,
  confirmed_on::text as "confirmedOn"`;

export function allAdjusters(tx: TenantTx): Promise<AdjusterRow[]> {
  return tx.rows(`select ${adjusterColumns} from association_adjusters order by member_id`);
}

export async function insertAdjuster(
  tx: TenantTx,
  { meeting, member }: Pick<AdjusterRow, "meeting" | "member">,
): Promise<void> {
  await tx.rows(
    `insert into association_adjusters (meeting_id, member_id, jour_id) values ($1, $2, $3)
     on conflict do nothing`,
    [meeting, member, tx.jour],
  );
}

/** All but these. */
export async function dropAdjusters(
  tx: TenantTx,
  meeting: string,
  but: readonly string[],
): Promise<void> {
  await tx.rows(
    "delete from association_adjusters where meeting_id = $1 and member_id <> all ($2::uuid[])",
    [meeting, but],
  );
}

export async function confirmAdjuster(tx: TenantTx, row: AdjusterRow): Promise<void> {
  await tx.rows(
    `update association_adjusters set confirmed = $3, confirmed_on = $4
      where meeting_id = $1 and member_id = $2`,
    [row.meeting, row.member, row.confirmed, row.confirmedOn],
  );
}
