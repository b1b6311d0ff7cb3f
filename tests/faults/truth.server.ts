import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { joinEmbedded } from "../../src/platform/database/embedded.server.ts";
import { databaseDirectory } from "../../src/platform/database/index.server.ts";
import { decodeStored, placeOf } from "../../src/platform/live/stored-frame.server.ts";
import { type ShredKey, unwrap } from "../../src/platform/shred/index.server.ts";
import type { Frame } from "./check.ts";
import type { House } from "./house.server.ts";

const PATIENCE_MS = 60_000;

/** What lies on the disk, read past the program: rows of the database, files of the shred store. */
export interface Ground {
  /** What key and rows of a conversation open to; undefined without a key. */
  frames(id: string): Promise<Frame[] | undefined>;
  /** Conversations that have a key, and those that have rows. */
  keys(): string[];
  logs(): Promise<string[]>;
  query(sql: string): Promise<pg.QueryResult>;
  /** Puts rows back, as from a backup; those that are there stay. */
  insert(rows: readonly { log: Buffer; n: number; sealed: Buffer }[]): Promise<void>;
}

export function groundOf({ data, keys }: Pick<House, "data" | "keys">): Ground {
  const query = (sql: string, values: unknown[] = []): Promise<pg.QueryResult> =>
    patiently(data, (client) => client.query(sql, values));
  return {
    query: (sql) => query(sql),
    async insert(rows) {
      const insert = "insert into live_frames values ($1, $2, $3) on conflict do nothing";
      for (const { log, n, sealed } of rows) await query(insert, [log, n, sealed]);
    },
    keys: () =>
      readdirSync(keys)
        .filter((name) => /^[0-9a-f]{32}$/.test(name))
        .map((name) => Buffer.from(name, "hex").toString("base64url")),
    async logs() {
      const found = await query("select distinct log from live_frames");
      return found.rows.map(({ log }: { log: Buffer }) => log.toString("base64url"));
    },
    async frames(id) {
      const bytes = Buffer.from(id, "base64url");
      const file = join(keys, bytes.toString("hex"));
      if (!existsSync(file)) return undefined;
      const key = readFileSync(file) as unknown as ShredKey;
      // Overwritten: the program takes it for none, and clears it away at its next start.
      if (key.every((byte) => byte === 0)) return undefined;
      const rows = await query("select n, sealed from live_frames where log = $1 order by n", [
        bytes,
      ]);
      if (rows.rows.length === 0) return undefined;
      return rows.rows.map((row: { n: number; sealed: Buffer }) => opened(id, key, row));
    },
  };
}

export function opened(id: string, key: ShredKey, row: { n: number; sealed: Buffer }): Frame {
  const bytes = unwrap(key, placeOf(id, row.n), row.sealed);
  if (!bytes) return { seq: row.n, kind: 1, tab: "?", text: "a row that does not open" };
  const { seq, kind, tab, payload } = decodeStored(bytes, row.n);
  const from = kind === 1 ? Buffer.from(tab).toString("base64url") : "";
  return { seq, kind, tab: from, text: Buffer.from(payload).toString("latin1") };
}

/** The database may just be starting again. */
async function patiently<T>(data: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const connection = joinEmbedded(databaseDirectory(data))?.connection("lykta");
    const client = new pg.Client({ ...connection, query_timeout: 10_000 });
    client.on("error", () => undefined);
    try {
      await client.connect();
      return await work(client);
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await sleep(50);
    } finally {
      void client.end().catch(() => undefined);
    }
  }
}
