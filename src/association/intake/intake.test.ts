import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/factories/database.server.ts";
import type { JourId } from "../../platform/database/index.server.ts";
import { houseSeal } from "../../platform/house-seal.server.ts";
import { fail, ok } from "../../platform/result.ts";
import { board } from "../board.server.ts";
import type { AssociationDeps } from "../deps.server.ts";
import { correct } from "../own.server.ts";
import { MOST_MEMBERS } from "../policy.ts";
import { ask, keepPerson, keepSettings } from "../register.server.ts";
import { COLUMNS, type FileRow } from "./contract.ts";
import { preview, put } from "./intake.server.ts";

let database: FreshDatabase;
let jour: JourId;
let deps: AssociationDeps;
const sent: unknown[] = [];

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  sent.length = 0;
  jour = await database.jour(`j${randomBytes(4).toString("hex")}`);
  deps = {
    ...{ database, now: () => Date.parse("2026-11-20T10:00:00Z") },
    seal: houseSeal("one", "association"),
    mail: {
      from: async () => "jouren@vide.example",
      queue: async (_, __, mail) => void sent.push(mail),
      standings: async () => [],
      forget: async () => undefined,
    },
    nameOf: async () => "Kvinnojouren Vide",
    originOf: async () => "https://vide.example",
    deskNames: async () => [],
    changed: () => undefined,
  };
});

const asker = () => ({ jour, member: randomUUID() });
const empty = Object.fromEntries(COLUMNS.map((one) => [one, ""])) as Omit<FileRow, "line">;
const row = (line: number, name: string, more: Partial<FileRow> = {}): FileRow => ({
  ...{ ...empty, line, name, mail: `${name.toLowerCase()}@post.example` },
  ...more,
});
const agreedOn = "2026-10-01";
const members = async () => (await board(deps, asker())).members;

describe("a file of members", () => {
  it("writes nothing while it is looked at, and all of it when the board says yes; nobody is mailed", async () => {
    const rows = [row(2, "Rut", { since: "2019-03-01", fees: "2026" }), row(3, "Elsa")];
    const { rows: views } = await preview(deps, asker(), rows);
    expect(views.map(({ does, faults }) => [does, faults.length])).toEqual([
      ["new", 0],
      ["new", 0],
    ]);
    expect(await members()).toEqual([]);
    expect(await put(deps, asker(), { rows, agreedOn })).toEqual(ok({ entered: 2, there: 0 }));
    const all = await members();
    const rut = all.find(({ person }) => person?.name === "Rut");
    expect(rut).toMatchObject({
      ...{ stage: "member", since: "2019-03-01", consent: { on: agreedOn, how: "file" } },
      fees: [{ year: 2026, on: "2026-11-20" }],
    });
    expect(all.find(({ person }) => person?.name === "Elsa")?.since).toBe(agreedOn);
    expect(sent).toEqual([]);
    const key = rut?.page?.split("/").at(-1) ?? "";
    const person = { name: "Rut Ek", mail: "", address: "Stigen", language: "sv" } as const;
    expect(await correct(deps, jour, key, person)).toEqual(ok());
    const stored = JSON.stringify(
      await database.tenant(jour, (tx) => tx.rows("select * from association_members")),
    );
    for (const word of ["Rut", "Elsa", "post.example"]) expect(stored).not.toContain(word);
  });

  it("adds nothing the second time, also when two put it in at once", async () => {
    const wished = { rows: [row(2, "Rut"), row(3, "Elsa")], agreedOn };
    const both = await Promise.all([put(deps, asker(), wished), put(deps, asker(), wished)]);
    expect(both).toContainEqual(ok({ entered: 2, there: 0 }));
    expect(both).toContainEqual(ok({ entered: 0, there: 2 }));
    expect(await members()).toHaveLength(2);
  });

  it("comes in whole or not at all, and never without a day that has been", async () => {
    const rows = [row(2, "Rut"), row(3, "Elsa", { mail: "" })];
    expect(await put(deps, asker(), { rows, agreedOn })).toEqual(fail("changed-meanwhile"));
    expect(await put(deps, asker(), { rows: [row(2, "Rut")], agreedOn: "2026-11-21" })).toEqual(
      fail("day-refused"),
    );
    expect(await members()).toEqual([]);
  });

  it("is told when somebody has asked meanwhile, or there is no room", async () => {
    const words = { sv: "", en: "" };
    await keepSettings(deps, asker(), { isOpen: true, kronor: 0, words, keepMonths: 14 });
    const person = { name: "Rut", mail: "rut@post.example", address: "", language: "sv" } as const;
    await ask(deps, jour, person);
    const wished = { rows: [row(2, "Rut"), row(3, "Elsa")], agreedOn };
    expect(await put(deps, asker(), wished)).toEqual(fail("changed-meanwhile"));
    await database.tenant(jour, (tx) =>
      tx.rows(
        `insert into association_members (id, jour_id, stage, sealed, key_hash)
         select gen_random_uuid(), $1, 'member', '\\x00', sha256(n::text::bytea)
           from generate_series(1, $2::int) n`,
        [jour, MOST_MEMBERS - 1],
      ),
    );
    const full = { rows: [row(3, "Elsa"), row(4, "Ida")], agreedOn };
    expect(await put(deps, asker(), full)).toEqual(fail("limit-reached"));
    expect(await put(deps, asker(), { ...full, rows: [row(3, "Elsa")] })).toEqual(
      ok({ entered: 1, there: 0 }),
    );
  });

  it("sees nobody of another jour", async () => {
    const other = { jour: await database.jour("elsewhere"), member: randomUUID() };
    const person = { name: "Rut", mail: "rut@post.example", address: "", language: "sv" } as const;
    const wished = { id: randomUUID(), version: 0, since: "2020-01-01", person };
    expect(await keepPerson(deps, other, wished)).toEqual(ok());
    expect((await preview(deps, asker(), [row(2, "Rut")])).rows[0]?.does).toBe("new");
    expect((await preview(deps, other, [row(2, "Rut")])).rows[0]?.does).toBe("nothing");
  });
});
