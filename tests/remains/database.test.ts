import { readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../factories/database.server.ts";
import { canary } from "./canary.server.ts";
import { searchFiles } from "./places.server.ts";
import { Search } from "./search.server.ts";

/** What repeats is packed; what does not repeat, as our canaries, stays in pieces as it was. */
const around = "Det har regnat hela dagen. ".repeat(300);

let database: FreshDatabase;
let client: pg.Client;
const cluster = (): string => join(inject("databaseDirectory"), "postgres/cluster");

beforeAll(async () => {
  database = await freshDatabase();
  client = new pg.Client(database.ownerConnection);
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.close();
});

async function one<T>(sql: string): Promise<T> {
  const { rows } = await client.query<{ value: T }>(sql);
  const [first] = rows;
  if (!first) throw new Error("the query found nothing");
  return first.value;
}

/** Of the embedded PostgreSQL, whose files lie here; PGLZ is the one method that it knows. */
describe.skipIf(process.env["DATABASE_URL"] !== undefined)("what PostgreSQL packs is found", () => {
  test("in a table", async () => {
    const hidden = canary("a packed value");
    await client.query("create table packed (text text compression pglz)");
    const text = around + hidden.text + around;
    await client.query("insert into packed values ($1)", [text]);
    await client.query("checkpoint");
    const size = await one<number>("select pg_column_size(text) as value from packed");
    expect(size).toBeLessThan(text.length / 10);
    const search = new Search([hidden]);
    searchFiles(search, join(cluster(), "base"), "base");
    expect(search.placesOf(hidden)).toContainEqual(expect.stringMatching(/^base\//));
  });

  test("in a page that the write-ahead log holds whole", async () => {
    const hidden = canary("a packed page");
    await client.query("create table page (n int, text text)");
    await client.query("insert into page select n, 'om vädret' from generate_series(1, 90) n");
    await client.query("insert into page values (0, $1)", [hidden.text]);
    await client.query("checkpoint");
    const before = await one<string>("select pg_current_wal_insert_lsn()::text as value");
    await client.query("set wal_compression = pglz");
    await client.query("update page set n = n where n = 1");
    await client.query("select pg_switch_wal()");
    const place = (field: string) =>
      `select (pg_walfile_name_offset('${before}')).${field} as value`;
    const [file, offset] = [
      await one<string>(place("file_name")),
      await one<number>(place("file_offset")),
    ];
    const written = readFileSync(join(cluster(), "pg_wal", file)).subarray(offset - (offset % 8));
    const search = new Search([hidden]);
    search.scan(written, "the log from there on");
    expect(search.placesOf(hidden)).toEqual(["the log from there on"]);
    // Packed indeed: as a whole it is not there.
    expect(written.includes(hidden.core)).toBe(false);
  });
});
