import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/factories/database.server.ts";
import { migrate } from "./migrations.server.ts";

let database: FreshDatabase;
let owner: pg.Client;
let directory: string;

beforeEach(async () => {
  database = await freshDatabase();
  owner = new pg.Client(database.ownerConnection);
  await owner.connect();
  await owner.query("drop schema public cascade; create schema public");
  directory = mkdtempSync(join(tmpdir(), "lykta-migrations-"));
  put("0001_house.sql", "create table house (a int)");
});

afterEach(async () => {
  await owner.end();
  await database.close();
  rmSync(directory, { recursive: true });
});

const put = (name: string, sql: string): void => writeFileSync(join(directory, name), sql);
const tables = async (): Promise<string[]> => {
  const { rows } = await owner.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1",
  );
  return rows.map((row) => row.name).filter((name) => name !== "lykta_migrations");
};

test("are applied in order, once", async () => {
  put("0002_rooms.sql", "create table rooms (a int)");
  expect(await migrate(owner, directory)).toEqual(["0001_house.sql", "0002_rooms.sql"]);
  expect(await migrate(owner, directory)).toEqual([]);
  put("0003_more.sql", "create table more (a int)");
  expect(await migrate(owner, directory)).toEqual(["0003_more.sql"]);
  expect(await tables()).toEqual(["house", "more", "rooms"]);
});

test("are applied by one program when two start at once", async () => {
  const other = new pg.Client(database.ownerConnection);
  await other.connect();
  const applied = await Promise.all([migrate(owner, directory), migrate(other, directory)]);
  await other.end();
  expect(applied.flat()).toEqual(["0001_house.sql"]);
});

test("leave nothing of one that fails, and say which", async () => {
  put("0002_wrong.sql", "create table half (a int); create tabel whole (a int)");
  await expect(migrate(owner, directory)).rejects.toThrow("migrations/0002_wrong.sql failed");
  expect(await tables()).toEqual(["house"]);
});

test("are refused when an applied one was edited; the ends of lines do not count", async () => {
  put("0001_house.sql", "create table house (\na int)");
  await migrate(owner, directory);
  put("0001_house.sql", "create table house (\r\na int)");
  await migrate(owner, directory);
  put("0001_house.sql", "create table house (a bigint)");
  await expect(migrate(owner, directory)).rejects.toThrow(
    "has been edited after this database applied it",
  );
});

test("are refused when the database is newer than the program", async () => {
  put("0002_new.sql", "create table new (a int)");
  await migrate(owner, directory);
  rmSync(join(directory, "0002_new.sql"));
  await expect(migrate(owner, directory)).rejects.toThrow("which this version of Lykta lacks");
});

test("are refused when one comes late, has a number twice or a strange name", async () => {
  put("0003_late.sql", "select 1");
  await migrate(owner, directory);
  put("0002_early.sql", "select 1");
  await expect(migrate(owner, directory)).rejects.toThrow("Give it a higher number");
  put("0003_twin.sql", "select 1");
  await expect(migrate(owner, directory)).rejects.toThrow("same number");
  rmSync(join(directory, "0003_twin.sql"));
  put("4_strange.sql", "select 1");
  await expect(migrate(owner, directory)).rejects.toThrow("named like 0001_name.sql");
});
