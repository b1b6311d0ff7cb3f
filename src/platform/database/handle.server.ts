import pg from "pg";
import type { JourId } from "../ids.ts";
import { hasLostConnection } from "./away.server.ts";
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
  if (pool.waitingCount >= MAX_QUEUED) throw new Crowded("too many wait for the database");
  const client = await pool.connect();
  let isBroken = false;
  // A connection that breaks tells so beside the statement that fails; unheard, it ends the process.
  const hear = (): void => {
    isBroken = true;
  };
  client.on("error", hear);
  try {
    await client.query(begin);
    const value = await work(client);
    await client.query("commit");
    return value;
  } catch (error) {
    isBroken ||= hasLostConnection(error);
    if (!isBroken)
      await client.query("rollback").catch(() => {
        isBroken = true;
      });
    throw error;
  } finally {
    client.release(isBroken);
    // A broken one has no other ear any more, and may have more to tell.
    if (!isBroken) client.off("error", hear);
  }
}

/** A pool makes its clients itself, of this class. */
function clientsAt(place: () => pg.ClientConfig): typeof pg.Client {
  return class extends pg.Client {
    constructor(config?: string | pg.ClientConfig) {
      super({ ...(config as pg.ClientConfig), ...place() });
    }
  };
}

const LIVE_CONNECTIONS = 4;
/** More than this wait for a connection only when they come faster than they can be answered. */
const MAX_QUEUED = 200;

/** Told to whoever asks while too many wait already; PostgreSQL's own code for it. */
class Crowded extends Error {
  readonly code = "53300";
}

/** `place` tells each new connection where to go, for a database that may move to another server. */
export function createDatabase(
  connection: pg.PoolConfig,
  place: () => pg.ClientConfig = () => ({}),
): Database {
  const settings = {
    max: 12,
    application_name: "lykta",
    // A server that lives gives up first; one that does not answer at all is given up here.
    statement_timeout: 12_000,
    query_timeout: 15_000,
    connectionTimeoutMillis: 5000,
    ...connection,
    types,
    Client: clientsAt(place),
  };
  const pool = new pg.Pool(settings);
  // Its own, so that whoever talks does not stand behind all who ask for pages. Never let go when idle:
  // that a connection broke is how the log learns that the database was away.
  const raw = new pg.Pool({ ...settings, max: LIVE_CONNECTIONS, idleTimeoutMillis: 0 });
  // An idle connection that breaks is replaced by the next query; without a listener it ends the process.
  for (const each of [pool, raw]) each.on("error", () => undefined);
  const listener = new Listener(() => ({ ...connection, ...place() }));
  return {
    raw,
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
      await Promise.all([pool.end(), raw.end()]);
    },
  };
}
