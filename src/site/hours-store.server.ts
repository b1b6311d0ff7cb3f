import type { TenantTx } from "../platform/database/index.server.ts";
import { CHANNELS, type FaceHours } from "./names.ts";

/** False when the hours have changed since `version` was read. Holds the face until the transaction ends. */
export async function claimHours(tx: TenantTx, face: string, version: number): Promise<boolean> {
  const claimed = await tx.rows(
    `update faces set hours_version = hours_version + 1
      where id = $1 and hours_version = $2 returning id`,
    [face, version],
  );
  return claimed.length > 0;
}

export async function replaceHours(tx: TenantTx, face: string, hours: FaceHours): Promise<void> {
  await tx.rows("delete from opening_hours where face_id = $1", [face]);
  await tx.rows("delete from hours_exceptions where face_id = $1", [face]);
  const rows = CHANNELS.flatMap((channel) =>
    hours.week[channel].flatMap((day, index) =>
      day.map(({ from, until }) => ({ channel, weekday: index + 1, opens: from, closes: until })),
    ),
  );
  await tx.rows(
    `insert into opening_hours (jour_id, face_id, channel, weekday, opens, closes)
     select $1, $2, channel, weekday, opens, closes
       from jsonb_to_recordset($3) as r (channel text, weekday int, opens text, closes text)`,
    [tx.jour, face, JSON.stringify(rows)],
  );
  await tx.rows(
    `insert into hours_exceptions (jour_id, face_id, date, channel, intervals)
     select $1, $2, date, channel, intervals
       from jsonb_to_recordset($3) as r (date date, channel text, intervals jsonb)`,
    [tx.jour, face, JSON.stringify(hours.exceptions)],
  );
}
