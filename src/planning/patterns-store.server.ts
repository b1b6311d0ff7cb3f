import type { TenantTx } from "../platform/database/index.server.ts";
import type { Pattern, PatternDraft } from "./contract.ts";

export function patternsOf(tx: TenantTx): Promise<Pattern[]> {
  return tx.rows(
    `select id, version, kind, face_id as face, title, weekdays, every, first_on::text as "firstOn",
       last_on::text as "lastOn", starts, ends, days, on_red_days as "onRedDays", needed, at_least as "atLeast"
     from planning_patterns order by title, id`,
  );
}

const values = (draft: PatternDraft): unknown[] => [
  ...[draft.kind, draft.face, draft.title, [...draft.weekdays], draft.every, draft.firstOn],
  ...[draft.lastOn, draft.starts, draft.ends, draft.days, draft.onRedDays, draft.needed],
  [...draft.atLeast],
];

export async function insertPattern(tx: TenantTx, id: string, draft: PatternDraft): Promise<void> {
  await tx.rows(
    `insert into planning_patterns (id, jour_id, kind, face_id, title, weekdays, every, first_on,
       last_on, starts, ends, days, on_red_days, needed, at_least)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [id, tx.jour, ...values(draft)],
  );
}

/** False when it has changed since `version` was read, or is gone. */
export async function updatePattern(
  tx: TenantTx,
  id: string,
  version: number,
  draft: PatternDraft,
): Promise<boolean> {
  const done = await tx.rows(
    `update planning_patterns set version = version + 1, kind = $3, face_id = $4, title = $5,
       weekdays = $6, every = $7, first_on = $8, last_on = $9, starts = $10, ends = $11, days = $12,
       on_red_days = $13, needed = $14, at_least = $15 where id = $1 and version = $2 returning 1`,
    [id, version, ...values(draft)],
  );
  return done.length > 0;
}

export async function deletePattern(tx: TenantTx, id: string): Promise<void> {
  await tx.rows("delete from planning_patterns where id = $1", [id]);
}
