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

/** Which transactions that write have ended and which are under way: the same text, the same rows. */
const NOW = "select pg_current_snapshot()::text as at";

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
  // Reading all takes 20 ms, asking whether anybody wrote none: of a fuzzer's calls nine in ten wrote nothing.
  let last = { at: "", rows: [] as string[] };
  const all = async (): Promise<string[]> => {
    const at = (await owner.query<{ at: string }>(NOW)).rows[0]?.at ?? "";
    if (at === "" || at !== last.at) {
      const { rows: found } = await owner.query<{ row: string }>(query);
      last = { at, rows: found.map(({ row }) => row) };
    }
    return last.rows;
  };
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
