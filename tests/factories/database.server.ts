import { createHash, randomBytes } from "node:crypto";
import { join } from "node:path";
import pg from "pg";
import { inject } from "vitest";
import { startEmbedded } from "../../src/platform/database/embedded.server.ts";
import { createDatabase } from "../../src/platform/database/handle.server.ts";
import type { Database, JourId } from "../../src/platform/database/index.server.ts";
import { ensureDatabase, prepare } from "../../src/platform/database/prepare.server.ts";

const template = "lykta_template";

/** Where the databases of the tests lie. */
interface TestServer {
  readonly superuser: (database: string) => pg.ClientConfig;
  /** Whose the tables are. */
  readonly owner: (database: string) => pg.ClientConfig;
  /** As the program works: without rights of its own. */
  readonly app: (database: string) => pg.ClientConfig;
}
let server: Promise<TestServer> | undefined;

/** The embedded server of this run; started by whoever asks first. */
async function embeddedServer(): Promise<TestServer> {
  const directory = join(inject("databaseDirectory"), "postgres");
  const { connection } = await startEmbedded({
    ...{ directory, onProgress: () => undefined, durable: false },
  });
  await ensureDatabase(connection("postgres"), template);
  await prepare(connection(template), true, () => undefined);
  const app = (name: string): pg.ClientConfig => ({ ...connection(name), user: "lykta_app" });
  return { superuser: connection, owner: connection, app };
}

const landlord = "lykta_test_landlord";

/** A server elsewhere (`npm run test:postgres` starts one), used as in a house: by an ordinary user. */
async function serverAt(url: string): Promise<TestServer> {
  const { hostname, port, username, password } = new URL(url);
  const place = { host: hostname, port: Number(port || 5432) };
  const known = { user: decodeURIComponent(username), password: decodeURIComponent(password) };
  const superuser = (database: string): pg.ClientConfig => ({ ...place, ...known, database });
  const secret = createHash("sha256").update(url).digest("hex");
  const owner = (database: string): pg.ClientConfig => ({
    ...{ ...place, user: landlord, password: secret, database },
  });
  // One worker after the other: a role or database that another is just making is no fault.
  await administer(
    superuser("postgres"),
    `select pg_advisory_lock(7241906);
     do $$ begin
       create role ${landlord} login createdb password '${secret}';
       create role lykta_app nologin nosuperuser nobypassrls noinherit;
       grant lykta_app to ${landlord};
     exception when duplicate_object then null; end $$;`,
  );
  await ensureDatabase(owner("postgres"), template);
  await prepare(owner(template), false, () => undefined);
  const app = (name: string): pg.ClientConfig => ({
    ...{ ...owner(name), options: "-c role=lykta_app" },
  });
  return { superuser, owner, app };
}

function serverWithTemplate(): Promise<TestServer> {
  const url = process.env["DATABASE_URL"];
  return url === undefined ? embeddedServer() : serverAt(url);
}

/** An empty database of its own on a server elsewhere, for a program that makes its tables itself. */
export async function emptyDatabase(): Promise<{ url: string; close(): Promise<void> }> {
  const home = await (server ??= serverWithTemplate());
  const name = `t_${randomBytes(8).toString("hex")}`;
  await administer(home.owner("postgres"), `create database ${name}`);
  return {
    url: urlOf(home.owner(name)),
    close: () => administer(home.superuser("postgres"), `drop database ${name} with (force)`),
  };
}

function urlOf({ host = "", port, user = "", password, database }: pg.ClientConfig): string {
  const secret = typeof password === "string" && password !== "" ? `:${password}` : "";
  return `postgresql://${user}${secret}@${encodeURIComponent(host)}:${port}/${database}`;
}

export interface FreshDatabase extends Database {
  /** For a program that works on it too. */
  readonly url: string;
  /** How a superuser connects: for tests that look at the catalogue itself. */
  readonly ownerConnection: pg.ClientConfig;
  /** Makes a jour and resolves to her number. */
  jour(slug?: string): Promise<JourId>;
}

/** A migrated, empty database of its own. `close` removes it. */
export async function freshDatabase(): Promise<FreshDatabase> {
  server ??= serverWithTemplate();
  const home = await server;
  const name = `t_${randomBytes(8).toString("hex")}`;
  await administer(home.owner("postgres"), `create database ${name} template ${template}`);
  const database = createDatabase({ ...home.app(name), max: 6 });
  return {
    ...database,
    url: urlOf(home.owner(name)),
    ownerConnection: home.superuser(name),
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
      await administer(home.superuser("postgres"), `drop database ${name} with (force)`);
    },
  };
}

async function administer(connection: pg.ClientConfig, sql: string): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
