import pg from "pg";
import { migrate, migrationsDirectory } from "./migrations.server.ts";

type Progress = (line: string) => void;

/** Runs `work` on one connection of the owner. */
async function asOwner<T>(
  connection: pg.ClientConfig,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ ...connection, application_name: "lykta-owner" });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export async function ensureDatabase(connection: pg.ClientConfig, name: string): Promise<void> {
  await asOwner(connection, async (client) => {
    const found = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (found.rowCount !== 0) return;
    await client.query(`create database ${pg.escapeIdentifier(name)}`).catch((error: unknown) => {
      if (!isDouble(error)) throw error;
    });
  });
}

/**
 * The role without rights of its own that the application works as. In the embedded database it may
 * sign in (only the owner of the socket's directory gets that far); elsewhere the owner's connection
 * takes the role on.
 */
async function ensureRole(client: pg.Client, mayLogIn: boolean): Promise<void> {
  const found = await client.query("select 1 from pg_roles where rolname = 'lykta_app'");
  try {
    if (found.rowCount === 0) await createRole(client, mayLogIn ? "login" : "nologin");
    if (!(await mayBecome(client))) await client.query("grant lykta_app to current_user");
  } catch (error) {
    throw new Error(
      "The user of DATABASE_URL may not make the role lykta_app. Let an administrator run once: " +
        "create role lykta_app nologin nosuperuser nobypassrls; grant lykta_app to <that user>;",
      { cause: error },
    );
  }
}

async function createRole(client: pg.Client, login: "login" | "nologin"): Promise<void> {
  try {
    await client.query(`create role lykta_app ${login} nosuperuser nobypassrls noinherit`);
  } catch (error) {
    if (!isDouble(error)) throw error;
  }
}

/** Tried instead of looked up: since PostgreSQL 16 a member need not be allowed to take the role on. */
async function mayBecome(client: pg.Client): Promise<boolean> {
  return client.query("set role lykta_app; reset role").then(
    () => true,
    () => false,
  );
}

/** Two programs that start at once both make a thing; the second finds it made. */
function isDouble(error: unknown): boolean {
  return ["42710", "42P04", "23505"].includes((error as { code?: string }).code ?? "");
}

export async function prepare(
  connection: pg.ClientConfig,
  mayLogIn: boolean,
  onProgress: Progress,
): Promise<void> {
  await asOwner(connection, async (client) => {
    const { rows } = await client.query<{ version: number }>(
      `select current_setting('server_version_num')::int as version`,
    );
    if ((rows[0]?.version ?? 0) < 150_000) throw new Error("Lykta needs PostgreSQL 15 or later.");
    await ensureRole(client, mayLogIn);
    await migrate(client, migrationsDirectory(), onProgress);
  });
}

/** Row-level security binds nobody who may pass it by: better no start than a start without it. */
export async function refuseStrongRole(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string; strong: boolean }>(
    "select rolname as name, rolsuper or rolbypassrls as strong from pg_roles where rolname = current_user",
  );
  if (rows[0]?.name !== "lykta_app" || rows[0].strong) {
    throw new Error(
      "The application must work as the role lykta_app, without superuser and bypassrls.",
    );
  }
}
