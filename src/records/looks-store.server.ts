import type { TenantTx } from "../platform/database/index.server.ts";
import type { Look } from "../protocol/records/index.ts";

export type What = "list" | "record" | "copy" | "export";

/** One more look of that day; the hour is not kept. */
export async function countLook(
  tx: TenantTx,
  look: { readonly day: string; readonly who: string; readonly whose: string | null; what: What },
): Promise<void> {
  await tx.rows(
    `insert into record_looks as l (jour_id, day, who, whose, what, times)
     values ($1, $2, $3, $4, $5, 1)
     on conflict (jour_id, day, who, whose, what) do update set times = l.times + 1`,
    [tx.jour, look.day, look.who, look.whose, look.what],
  );
}

const columns = "day::text, who, coalesce(whose::text, '') as whose, what, times";

export const looksIn = (tx: TenantTx, month: string): Promise<Look[]> =>
  tx.rows(
    `select ${columns} from record_looks where to_char(day, 'YYYY-MM') = $1
      order by day desc, who, whose, what`,
    [month],
  );

/** Who looked at hers, except for herself. */
export const looksAt = (tx: TenantTx, member: string): Promise<Look[]> =>
  tx.rows(
    `select ${columns} from record_looks where whose = $1 and who <> $1 order by day desc, who, what`,
    [member],
  );

/** Months that hold looks, newest first. */
export async function lookMonths(tx: TenantTx): Promise<string[]> {
  const found = await tx.rows<{ month: string }>(
    "select distinct to_char(day, 'YYYY-MM') as month from record_looks order by month desc",
  );
  return found.map(({ month }) => month);
}

export interface ReviewRow {
  readonly month: string;
  readonly reviewed_by: string;
  readonly statement: Buffer;
}
export const reviews = (tx: TenantTx): Promise<ReviewRow[]> =>
  tx.rows("select to_char(month, 'YYYY-MM') as month, reviewed_by, statement from look_reviews");

export async function insertReview(tx: TenantTx, review: ReviewRow): Promise<boolean> {
  const made = await tx.rows(
    `insert into look_reviews (jour_id, month, reviewed_by, statement)
     values ($1, $2, $3, $4) on conflict do nothing returning 1`,
    [tx.jour, `${review.month}-01`, review.reviewed_by, review.statement],
  );
  return made.length > 0;
}

export async function sweepLooks(tx: TenantTx, before: string): Promise<void> {
  await tx.rows("delete from record_looks where day < $1", [before]);
  await tx.rows("delete from look_reviews where month < $1", [before]);
}
