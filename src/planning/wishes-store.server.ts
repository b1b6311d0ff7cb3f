import type { TenantTx } from "../platform/database/index.server.ts";

/** "shift member wish" in lines: a month of two hundred has tens of thousands, and whoever chats waits for no list of them. */
export async function wishLines(tx: TenantTx, shifts: readonly string[]): Promise<string> {
  const row = await tx.row<{ lines: string | null }>(
    `select string_agg(shift_id || ' ' || member_id || ' ' || wish, E'\\n') as lines
       from shift_wishes where shift_id = any($1)`,
    [shifts],
  );
  return row?.lines ?? "";
}
