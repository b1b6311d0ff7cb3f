import { createHash } from "node:crypto";
import pg from "pg";
import type { FreshDatabase } from "../factories/database.server.ts";

export interface Rows {
  /**
   * All rows of all tables as one number: a refused call leaves it as it was. The coarse counters are
   * left out, for they are written by the clock.
   */
  all(): Promise<string>;
  close(): Promise<void>;
}

export async function watchRows(database: FreshDatabase): Promise<Rows> {
  const owner = new pg.Client(database.ownerConnection);
  await owner.connect();
  const { rows } = await owner.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'counters' order by 1",
  );
  // Sessions of those who ask, and presence of those whose desks are connected, are prolonged by the clock.
  const parts = rows.map(
    ({ name }) =>
      `select '${name} ' || (to_jsonb(t) - '{idle_until,present_until}'::text[])::text as row from "${name}" t`,
  );
  const query = `${parts.join(" union all ")} order by 1`;
  return {
    async all() {
      const all = await owner.query<{ row: string }>(query);
      return createHash("sha256")
        .update(all.rows.map(({ row }) => row).join("\n"))
        .digest("hex");
    },
    close: () => owner.end(),
  };
}
