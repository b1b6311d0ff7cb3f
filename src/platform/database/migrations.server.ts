import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type pg from "pg";

interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly hash: string;
}

/** Any fixed number serves: two programs that start at once migrate one after the other. */
const lock = 7_241_905;

/** The program runs from src/ and, built, from dist/: both lie somewhere below the house. */
export function migrationsDirectory(): string {
  for (let at = dirname(fileURLToPath(import.meta.url)); ; at = dirname(at)) {
    const candidate = join(at, "migrations");
    if (existsSync(join(candidate, "0001_house.sql"))) return candidate;
    if (dirname(at) === at)
      throw new Error("The directory migrations/ is missing beside the program.");
  }
}

export async function readMigrations(directory: string): Promise<Migration[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith(".sql")).sort();
  return Promise.all(
    names.map(async (name) => {
      const match = /^(\d{4})_[a-z0-9_]+\.sql$/.exec(name);
      if (!match) throw new Error(`migrations/${name}: a migration is named like 0001_name.sql`);
      const sql = (await readFile(join(directory, name), "utf8")).replaceAll("\r\n", "\n");
      return {
        number: Number(match[1]),
        name,
        sql,
        hash: createHash("sha256").update(sql).digest("hex"),
      };
    }),
  ).then(refuseDoubles);
}

function refuseDoubles(migrations: Migration[]): Migration[] {
  const seen = new Map<number, string>();
  for (const { number, name } of migrations) {
    const other = seen.get(number);
    if (other) throw new Error(`migrations/${name}: has the same number as ${other}`);
    seen.set(number, name);
  }
  return migrations;
}

const bookkeeping = `
  create table if not exists lykta_migrations (number int primary key, name text not null, hash text not null);
  comment on table lykta_migrations is 'Which changes of the tables have been made.';
  comment on column lykta_migrations.number is 'technical | number of a change | always | operators';
  comment on column lykta_migrations.name is 'technical | name of a change | always | operators';
  comment on column lykta_migrations.hash is 'technical | hash of the text of a change | always | operators';`;

/** Brings the database forward; `client` is its owner. Resolves to the names that were applied now. */
export async function migrate(
  client: pg.ClientBase,
  directory: string,
  onProgress: (line: string) => void = () => undefined,
): Promise<string[]> {
  const migrations = await readMigrations(directory);
  await client.query("select pg_advisory_lock($1)", [lock]);
  try {
    await client.query(`set client_min_messages = warning; ${bookkeeping}`);
    const done = await client.query<Omit<Migration, "sql">>(
      "select number, name, hash from lykta_migrations",
    );
    const pending = compare(migrations, done.rows);
    for (const migration of pending) {
      onProgress(`Database: ${migration.name}`);
      await apply(client, migration);
    }
    return pending.map((migration) => migration.name);
  } finally {
    await client.query("select pg_advisory_unlock($1)", [lock]);
  }
}

function compare(migrations: Migration[], done: Omit<Migration, "sql">[]): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.number, migration]));
  for (const { number, name, hash } of done) {
    const migration = known.get(number);
    if (!migration) {
      throw new Error(
        `The database has been changed by ${name}, which this version of Lykta lacks. Start a newer one.`,
      );
    }
    if (migration.hash !== hash) {
      throw new Error(
        `migrations/${migration.name} has been edited after this database applied it. ` +
          "Restore its text and put the change in a new migration.",
      );
    }
    known.delete(number);
  }
  const last = Math.max(0, ...done.map((row) => row.number));
  const pending = [...known.values()].sort((a, b) => a.number - b.number);
  const late = pending.find((migration) => migration.number < last);
  if (late) {
    throw new Error(
      `migrations/${late.name} comes before ${last}, which is already applied. Give it a higher number.`,
    );
  }
  return pending;
}

async function apply(client: pg.ClientBase, { number, name, sql, hash }: Migration): Promise<void> {
  await client.query("begin");
  try {
    await client.query(sql);
    await client.query("insert into lykta_migrations (number, name, hash) values ($1, $2, $3)", [
      number,
      name,
      hash,
    ]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw new Error(
      `migrations/${name} failed: ${error instanceof Error ? error.message : String(error)}`,
      {
        cause: error,
      },
    );
  }
}
