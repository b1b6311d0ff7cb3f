import pg from "pg";
import type { JourId } from "../ids.ts";
import { Listener } from "./listener.server.ts";
import type { Database, SharedTx, TenantTx } from "./types.server.ts";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** int8 becomes a number (refused beyond 2^53); a date stays 'YYYY-MM-DD', for it has no time zone. */
const parsers = new Map<number, (text: string) => unknown>([
  [
    pg.types.builtins.INT8,
    (text) => {
      const value = Number(text);
      if (!Number.isSafeInteger(value))
        throw new Error("A bigint beyond 2^53 came out of the database");
      return value;
    },
  ],
  [pg.types.builtins.DATE, (text) => text],
]);

const types: pg.CustomTypesConfig = {
  getTypeParser: (id: number, format?: "text" | "binary") =>
    (format === "binary" ? undefined : parsers.get(id)) ?? pg.types.getTypeParser(id, format),
};

function queries(client: pg.PoolClient): SharedTx {
  const rows = async <Row>(sql: string, params?: readonly unknown[]): Promise<Row[]> => {
    const result = await client.query(sql, params ? [...params] : undefined);
    return result.rows as Row[];
  };
  return {
    rows,
    async row<Row>(sql: string, params?: readonly unknown[]) {
      const found = await rows<Row>(sql, params);
      if (found.length > 1) throw new Error("A query for one row found several");
      return found[0];
    },
  };
}

async function transaction<T>(
  pool: pg.Pool,
  begin: string,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let broken = false;
  try {
    await client.query(begin);
    const value = await work(client);
    await client.query("commit");
    return value;
  } catch (error) {
    await client.query("rollback").catch(() => {
      broken = true;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

export function createDatabase(connection: pg.PoolConfig): Database {
  const pool = new pg.Pool({
    max: 12,
    application_name: "lykta",
    statement_timeout: 30_000,
    ...connection,
    types,
  });
  // An idle connection that breaks is replaced by the next query; without a listener it ends the process.
  pool.on("error", () => undefined);
  const listener = new Listener(connection);
  return {
    raw: pool,
    listen: (channel, onPayload) => listener.listen(channel, onPayload),
    tenant(jour: JourId, work) {
      // Set in the same round trip as `begin`, which takes no parameters: hence the strict pattern.
      if (!uuid.test(jour))
        return Promise.reject(new Error("A jour is named by a UUID in lower case"));
      return transaction(pool, `begin; set local lykta.jour = '${jour}'`, (client) =>
        work({ ...queries(client), jour } as TenantTx),
      );
    },
    shared(work) {
      return transaction(pool, "begin", (client) => work(queries(client)));
    },
    async close() {
      await listener.close();
      await pool.end();
    },
  };
}
