import pg from "pg";
import type { FreshDatabase } from "../factories/database.server.ts";

export interface Rows {
  /**
   * All rows of all tables, each as a text: a refused call leaves them as they were. The coarse counters
   * and the marks of what they counted are left out, for they are written by the clock.
   */
  all(): Promise<string[]>;
  /** What is there now and was not before, or the reverse; each shortened. */
  changesSince(before: readonly string[]): Promise<string[]>;
  close(): Promise<void>;
}

export async function watchRows(database: FreshDatabase): Promise<Rows> {
  const owner = new pg.Client(database.ownerConnection);
  await owner.connect();
  const { rows } = await owner.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not in ('counters', 'phone_marks') order by 1",
  );
  // Sessions of those who ask, and presence of those whose desks are connected, are prolonged by the clock.
  const parts = rows.map(
    ({ name }) =>
      `select '${name} ' || (to_jsonb(t) - '{idle_until,present_until}'::text[])::text as row from "${name}" t`,
  );
  const query = `${parts.join(" union all ")} order by 1`;
  const all = async (): Promise<string[]> =>
    (await owner.query<{ row: string }>(query)).rows.map(({ row }) => row);
  return {
    all,
    async changesSince(before) {
      const [was, is] = [new Set(before), new Set(await all())];
      const gone = [...was].filter((row) => !is.has(row)).map((row) => `gone: ${row}`);
      const come = [...is].filter((row) => !was.has(row)).map((row) => `come: ${row}`);
      return [...gone, ...come].map((row) => row.slice(0, 300));
    },
    close: () => owner.end(),
  };
}
