import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { promiseOf, readCatalogue, type Table } from "../../scripts/catalogue.ts";
import type { JourId } from "../../src/platform/database/index.server.ts";
import { type FreshDatabase, freshDatabase } from "../factories/database.server.ts";

const ownJour = "(jour_id = (NULLIF(current_setting('lykta.jour'::text, true), ''::text))::uuid)";

let database: FreshDatabase;
let owner: pg.Client;
let tables: Table[];

beforeAll(async () => {
  database = await freshDatabase();
  owner = new pg.Client(database.ownerConnection);
  await owner.connect();
  tables = await readCatalogue(owner);
});

afterAll(async () => {
  await owner.end();
  await database.close();
});

const named = (found: readonly { name: string }[]): string[] => found.map(({ name }) => name);
const ofKind = (kind: Table["kind"]): Table[] => tables.filter((table) => table.kind === kind);
const columnsOf = (table: Table): string[] => table.columns.map((column) => column.name);

describe("every table", () => {
  test("is declared by one of the helpers", () => {
    expect(named(ofKind(undefined))).toEqual([]);
  });

  test("says of each column what it is, how long it is kept and who sees it", () => {
    const silent = tables.flatMap((table) => table.columns).filter((column) => !promiseOf(column));
    expect(silent.map(({ table, name, comment }) => `${table}.${name}: ${comment}`)).toEqual([]);
  });

  test("of a jour names the jour and lets only her through, the owner of the table included", () => {
    expect(named(ofKind("tenant"))).not.toEqual([]);
    for (const table of ofKind("tenant")) {
      const jour = table.columns.find((column) => column.name === "jour_id");
      expect(jour, table.name).toMatchObject({ type: "uuid", isNullable: false });
      expect(table, table.name).toMatchObject({ rowSecurity: true, forced: true });
      expect(table.policies, table.name).toEqual([
        { command: "*", using: ownJour, check: ownJour },
      ]);
    }
  });

  test("of the whole house that names a jour holds nothing but public facts", () => {
    const naming = ofKind("shared").filter((table) => columnsOf(table).includes("jour_id"));
    const secret = naming
      .flatMap((table) => table.columns)
      .filter((one) => promiseOf(one)?.class !== "public");
    expect(secret.map((column) => `${column.table}.${column.name}`)).toEqual([]);
  });

  test("that is a log names no jour, and its rows are never changed", () => {
    for (const table of ofKind("log")) {
      expect(columnsOf(table), table.name).not.toContain("jour_id");
      expect(table.rights, table.name).toEqual(["select", "insert", "delete"]);
    }
  });

  test("gives the application no more than reading and writing rows", () => {
    const rows = ["select", "insert", "update", "delete"];
    for (const table of [...ofKind("tenant"), ...ofKind("shared")])
      expect(table.rights, table.name).toEqual(rows);
    for (const table of ofKind("owner")) expect(table.rights, table.name).toEqual([]);
  });
});

describe("the role of the application", () => {
  test("has no right beyond its tables", async () => {
    const { rows } = await owner.query(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
        (select count(*)::int from pg_auth_members where member = r.oid) as roles,
        (select count(*)::int from pg_class where relowner = r.oid) as owned,
        has_schema_privilege('lykta_app', 'public', 'create') as creates
       from pg_roles r where rolname = 'lykta_app'`,
    );
    expect(rows).toEqual([
      {
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcreatedb: false,
        rolreplication: false,
        roles: 0,
        owned: 0,
        creates: false,
      },
    ]);
  });

  test.each([
    "set role postgres",
    "alter table hosts disable row level security",
    "create table mine (a int)",
  ])("may not: %s", async (sql) => {
    await expect(database.raw.query(sql)).rejects.toMatchObject({ code: "42501" });
  });

  test("finds no way round: no view, and no function that runs as its owner", async () => {
    const { rows } = await owner.query(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm', 'f')
       union all select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef`,
    );
    expect(rows).toEqual([]);
  });
});

describe("a row of one jour", () => {
  let mine: JourId;
  let other: JourId;

  beforeAll(async () => {
    mine = await database.jour();
    other = await database.jour();
    for (const table of ofKind("tenant")) await bare(table);
  });

  /** Takes away what a row must hold, so that one row with nothing but its jour fits every table. */
  async function bare(table: Table): Promise<void> {
    const name = pg.escapeIdentifier(table.name);
    await owner.query(`alter table ${name} disable trigger user`);
    const { rows } = await owner.query<{ conname: string }>(
      `select conname from pg_constraint where conrelid = $1::regclass and contype <> 'n'`,
      [name],
    );
    for (const { conname } of rows) {
      await owner.query(
        `alter table ${name} drop constraint if exists ${pg.escapeIdentifier(conname)} cascade`,
      );
    }
    for (const column of table.columns) {
      const alter = `alter table ${name} alter column ${pg.escapeIdentifier(column.name)}`;
      await owner.query(`${alter} drop identity if exists`);
      if (column.name !== "jour_id") await owner.query(`${alter} drop not null`);
    }
    await owner.query(`insert into ${name} (jour_id) values ($1)`, [mine]);
  }

  const forEachTable = async (attempt: (name: string) => Promise<unknown>): Promise<void> => {
    for (const table of ofKind("tenant")) await attempt(pg.escapeIdentifier(table.name));
  };

  test("is seen by her alone", async () => {
    await forEachTable(async (name) => {
      const count = `select 1 as one from ${name}`;
      expect(await database.tenant(mine, (tx) => tx.rows(count)), name).toHaveLength(1);
      expect(await database.tenant(other, (tx) => tx.rows(count)), name).toEqual([]);
      expect(await database.shared((tx) => tx.rows(count)), name).toEqual([]);
    });
  });

  test("cannot be changed, taken over or removed by another", async () => {
    await forEachTable(async (name) => {
      await database.tenant(other, async (tx) => {
        expect(await tx.rows(`update ${name} set jour_id = $1 returning 1`, [other]), name).toEqual(
          [],
        );
        expect(await tx.rows(`delete from ${name} returning 1`), name).toEqual([]);
      });
      expect(
        await database.tenant(mine, (tx) => tx.rows(`select 1 from ${name}`)),
        name,
      ).toHaveLength(1);
    });
  });

  test("cannot be written into another jour, nor moved there", async () => {
    const refused = { code: "42501" };
    await forEachTable(async (name) => {
      const insert = `insert into ${name} (jour_id) values ($1)`;
      await expect(
        database.tenant(other, (tx) => tx.rows(insert, [mine])),
        name,
      ).rejects.toMatchObject(refused);
      await expect(
        database.shared((tx) => tx.rows(insert, [mine])),
        name,
      ).rejects.toMatchObject(refused);
      const move = `update ${name} set jour_id = $1`;
      await expect(
        database.tenant(mine, (tx) => tx.rows(move, [other])),
        name,
      ).rejects.toMatchObject(refused);
    });
  });
});
