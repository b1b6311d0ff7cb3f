import type { TenantTx } from "../platform/database/index.server.ts";

/** Whoever comes a little early finds the shift that is about to begin. */
const SOON = "interval '60 minutes'";
const LATELY = "interval '3 hours'";

export interface NowRow {
  readonly needed: number | null;
  readonly ends_at: Date | null;
  readonly is_over: boolean;
}

/** The shift of a face at a moment: what it needs, when it and those that follow on end. */
export async function shiftNow(tx: TenantTx, face: string, at: Date): Promise<NowRow> {
  const found = await tx.row<NowRow>(
    `with near as (
       select * from planned_shifts where kind = 'shift' and not called_off
         and (face_id = $1 or face_id is null)
         and starts_at <= $2::timestamptz + ${SOON} and ends_at > $2::timestamptz - ${LATELY})
     select (select needed from near where ends_at > $2 order by starts_at, id limit 1) as needed,
       (select max(ends_at) from near where ends_at > $2) as ends_at,
       exists (select 1 from near where ends_at <= $2) as is_over`,
    [face, at],
  );
  return found ?? { needed: null, ends_at: null, is_over: false };
}

export function learners(
  tx: TenantTx,
): Promise<{ member: string; standing: "shadowing" | "newcomer" }[]> {
  return tx.rows(
    "select member_id as member, standing from planning_members where standing <> 'experienced'",
  );
}

/** Who is on call behind the shifts at a moment. */
export function onCall(
  tx: TenantTx,
  at: Date,
): Promise<{ member: string; mail_sealed: Buffer | null }[]> {
  return tx.rows(
    `select p.member_id as member, m.mail_sealed from shift_places p
       join planned_shifts s on s.id = p.shift_id
       left join planning_members m on m.member_id = p.member_id
      where s.kind = 'oncall' and p.place = 'on' and not s.called_off
        and s.starts_at <= $1 and s.ends_at > $1`,
    [at],
  );
}
