import { randomBytes } from "node:crypto";
import { join } from "node:path";
import pg from "pg";
import { inject } from "vitest";
import { type Embedded, startEmbedded } from "../../src/platform/database/embedded.server.ts";
import { createDatabase } from "../../src/platform/database/handle.server.ts";
import type { Database, JourId } from "../../src/platform/database/index.server.ts";
import { ensureDatabase, prepare } from "../../src/platform/database/prepare.server.ts";

const template = "lykta_template";
let server: Promise<Embedded> | undefined;

/** The server of this run with a migrated database to copy; started by whoever asks first. */
async function serverWithTemplate(): Promise<Embedded> {
  const directory = join(inject("databaseDirectory"), "postgres");
  const embedded = await startEmbedded({ directory, onProgress: () => undefined, durable: false });
  await ensureDatabase(embedded.connection("postgres"), template);
  await prepare(embedded.connection(template), true, () => undefined);
  return embedded;
}

export interface FreshDatabase extends Database {
  /** How the owner of the tables connects: for tests that look at the catalogue itself. */
  readonly ownerConnection: pg.ClientConfig;
  /** Makes a jour and resolves to her number. */
  jour(slug?: string): Promise<JourId>;
}

/** A migrated, empty database of its own. `close` removes it. */
export async function freshDatabase(): Promise<FreshDatabase> {
  server ??= serverWithTemplate();
  const embedded = await server;
  const name = `t_${randomBytes(8).toString("hex")}`;
  await administer(embedded, `create database ${name} template ${template}`);
  const database = createDatabase({ ...embedded.connection(name), user: "lykta_app", max: 6 });
  return {
    ...database,
    ownerConnection: embedded.connection(name),
    async jour(slug = `jour-${randomBytes(4).toString("hex")}`) {
      const id = crypto.randomUUID() as JourId;
      await database.shared((tx) =>
        tx.rows("insert into jours (id, slug, name, demo) values ($1, $2, $3, true)", [
          id,
          slug,
          `Jour ${slug}`,
        ]),
      );
      return id;
    },
    async close() {
      await database.close();
      await administer(embedded, `drop database ${name} with (force)`);
    },
  };
}

async function administer(embedded: Embedded, sql: string): Promise<void> {
  const client = new pg.Client(embedded.connection("postgres"));
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
