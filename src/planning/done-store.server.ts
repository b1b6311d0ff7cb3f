import type { TenantTx } from "../platform/database/index.server.ts";

export interface DoneRow {
  readonly member: string;
  readonly kind: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
}

/** Places on shifts that began within this span. */
export function doneBetween(tx: TenantTx, from: Date, until: Date): Promise<DoneRow[]> {
  return tx.rows(
    `select p.member_id as member, s.kind, s.starts_at, s.ends_at from shift_places p
       join planned_shifts s on s.id = p.shift_id
      where p.place = 'on' and not s.called_off and s.starts_at >= $1 and s.starts_at < $2`,
    [from, until],
  );
}
