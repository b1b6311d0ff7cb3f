import type { TenantTx } from "../platform/database/index.server.ts";
import type { CountedChannel, Measure } from "./policy.ts";

export interface CounterKey {
  readonly face: string;
  readonly month: string;
  readonly door: string;
  readonly channel: CountedChannel;
  readonly measure: Measure;
  readonly bucket: string;
}

/** Adds to the counters; those that are not there yet begin. */
export async function addCounts(
  tx: TenantTx,
  counts: readonly (CounterKey & { readonly count: number })[],
): Promise<void> {
  const column = <K extends keyof (typeof counts)[number]>(name: K) =>
    counts.map((one) => one[name]);
  await tx.rows(
    `insert into counters (jour_id, face_id, month, door, channel, measure, bucket, count)
     select $1, * from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::int[])
     on conflict (jour_id, face_id, month, door, channel, measure, bucket)
     do update set count = counters.count + excluded.count`,
    [
      tx.jour,
      column("face"),
      column("month"),
      column("door"),
      column("channel"),
      column("measure"),
      column("bucket"),
      column("count"),
    ],
  );
}

/** How many of each bucket, over doors and the given months. */
export function countsOf(
  tx: TenantTx,
  face: string,
  channel: CountedChannel,
  months: readonly string[],
): Promise<{ measure: Measure; bucket: string; count: number }[]> {
  return tx.rows(
    `select measure, bucket, sum(count)::int as count from counters
      where face_id = $1 and channel = $2 and month = any ($3)
      group by measure, bucket`,
    [face, channel, months],
  );
}
