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
    await client
      .query(`create database ${pg.escapeIdentifier(name)}`)
      .catch((error: { code?: string }) => {
        // Two programs that start at once both try; the second finds it made.
        if (error.code !== "42P04" && error.code !== "23505") throw error;
      });
  });
}

/**
 * The role without rights of its own that the application works as. In the embedded database it may
 * sign in (only the owner of the socket's directory gets that far); elsewhere the owner's connection
 * takes the role on.
 */
async function ensureRole(client: pg.Client, mayLogIn: boolean): Promise<void> {
  const login = mayLogIn ? "login" : "nologin";
  const found = await client.query(`select 1 from pg_roles where rolname = 'lykta_app'`);
  try {
    if (found.rowCount === 0)
      await client.query(`create role lykta_app ${login} nosuperuser nobypassrls noinherit`);
    if (!mayLogIn) await client.query("grant lykta_app to current_user");
  } catch (error) {
    // Two programs that start at once both try; the second finds it made.
    if (["42710", "23505"].includes((error as { code?: string }).code ?? "")) return;
    throw new Error(
      "The user of DATABASE_URL may not make the role lykta_app. Let an administrator run once: " +
        "create role lykta_app nologin nosuperuser nobypassrls; grant lykta_app to <that user>;",
      { cause: error },
    );
  }
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
