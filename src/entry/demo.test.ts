import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../tests/factories/database.server.ts";
import { createPeople } from "../people/index.server.ts";
import { demoColleagues } from "./demo.planning.ts";
import { demoJoursIn, seedDemo, tendDemo } from "./demo.server.ts";

let database: FreshDatabase;
let dataDirectory: string;
beforeEach(async () => {
  database = await freshDatabase();
  dataDirectory = mkdtempSync(join(tmpdir(), "lykta-demo-"));
  await seedDemo(database);
});
afterEach(async () => {
  await database.close();
  rmSync(dataDirectory, { recursive: true });
});

async function tended(isFurnished: boolean) {
  const people = await createPeople({ database, config: { mode: "demo", secret: undefined } });
  const letters = { tendDemo: async () => undefined };
  const jour = (await demoJoursIn(database)).find(({ slug }) => slug === "mira");
  if (!jour) throw new Error("no demo");
  const tend = () => tendDemo({ database, people, letters, dataDirectory, isFurnished });
  await tend();
  const count = (sql: string) =>
    database.tenant(jour.id, async (tx) => (await tx.rows(sql)).length);
  return { people, jour: jour.id, tend, count };
}

test("a demo has colleagues whom the jour has signed for, with places in its months and a pledge", async () => {
  const { people, jour, tend, count } = await tended(true);
  const names = demoColleagues.map(({ name }) => name);
  expect((await people.members(jour)).map(({ name }) => name).toSorted()).toEqual(names.toSorted());
  expect((await people.verifiedTrust(jour))?.members).toHaveLength(names.length);
  expect(await count("select 1 from pledge_texts")).toBe(1);
  const places = await count("select 1 from shift_places");
  expect(places).toBeGreaterThan(30);
  // Whoever tries it finds something to take.
  const open = `select 1 from planned_shifts s where kind = 'phone' and needed >
    (select count(*) from shift_places p where p.shift_id = s.id and p.place = 'on')`;
  expect(await count(open)).toBeGreaterThan(2);
  await tend();
  expect((await people.members(jour)).length).toBe(names.length);
  expect(await count("select 1 from shift_places")).toBe(places);
});

test("a bare demo has neither", async () => {
  const { people, jour, count } = await tended(false);
  expect(await people.members(jour)).toEqual([]);
  expect(await count("select 1 from pledge_texts")).toBe(0);
  expect(await count("select 1 from shift_places")).toBe(0);
});
