import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";

/**
 * Written, and waited for as every commit is: it says nothing. Asked seldom: while the standby is away,
 * each leaves a process of the server that waits for it.
 */
const MARK = {
  text: "select pg_logical_emit_message(true, 'lykta', '')",
  query_timeout: 60_000,
};
const PATIENCE_MS = 5000;

export type Query = <Row extends pg.QueryResultRow>(
  question: pg.QueryConfig,
) => Promise<pg.QueryResult<Row>>;

/**
 * Asks the database, and after anything went wrong first whether all that can be read there is durable.
 * A primary that crashed shows, once it is back, also what its standby had not yet got when it crashed;
 * what is read or recognised then must not pass for acknowledged. A commit of our own that the standby
 * has got proves everything before it.
 */
export function provenQueries(pool: pg.Pool): Query {
  let isInDoubt = false;
  let proving: Promise<void> | undefined;
  const doubt = (): void => {
    isInDoubt = true;
  };
  pool.on("error", doubt);

  async function prove(): Promise<void> {
    while (isInDoubt) {
      isInDoubt = false;
      await pool.query(MARK).catch((error: unknown) => {
        doubt();
        throw error;
      });
    }
  }

  return async <Row extends pg.QueryResultRow>(question: pg.QueryConfig) => {
    if (isInDoubt || proving) {
      proving ??= prove().finally(() => {
        proving = undefined;
      });
      await Promise.race([proving, tooLate()]);
    }
    try {
      return await pool.query<Row>(question);
    } catch (error) {
      doubt();
      throw error;
    }
  };
}

async function tooLate(): Promise<never> {
  await sleep(PATIENCE_MS, undefined, { ref: false });
  throw new Error("what the database holds is not proven to last");
}
