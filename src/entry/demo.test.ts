import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../tests/factories/database.server.ts";
import { createPeople } from "../people/index.server.ts";
import { furnishColleagues } from "./demo.colleagues.server.ts";
import { demoColleagues } from "./demo.planning.ts";
import { demoJoursIn, seedDemo } from "./demo.server.ts";

let database: FreshDatabase;
beforeEach(async () => {
  database = await freshDatabase();
  await seedDemo(database);
});
afterEach(() => database.close());

test("what the demo hands out to schools is a file of the house, not a link to nowhere", async () => {
  const jour = (await demoJoursIn(database)).find(({ slug }) => slug === "mira")?.id;
  if (!jour) throw new Error("no demo");
  const handed = await database.tenant(jour, (tx) =>
    tx.rows<{ address: string; there: boolean }>(
      `select m ->> 'address' as address, exists (select 1 from education_files f
          where m ->> 'address' = '/material/' || f.id::text) as there
         from education_lectures l, jsonb_array_elements(l.content::jsonb -> 'materials') m`,
    ),
  );
  expect(handed).toEqual([{ address: expect.stringMatching(/^\/material\//), there: true }]);
});

test("a demo has colleagues whom the jour has signed for, with places in its months and a pledge", async () => {
  const people = await createPeople({ database, config: { mode: "demo", secret: undefined } });
  const jour = (await demoJoursIn(database)).find(({ slug }) => slug === "mira")?.id;
  if (!jour) throw new Error("no demo");
  const count = (sql: string) => database.tenant(jour, async (tx) => (await tx.rows(sql)).length);
  const keys = {
    root: new Uint8Array(randomBytes(32)),
    delegate: new Uint8Array(randomBytes(32)),
  };
  await people.renewDemo(jour, keys);
  await furnishColleagues({ database, people }, jour, keys);
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
  await furnishColleagues({ database, people }, jour, keys);
  expect((await people.members(jour)).length).toBe(names.length);
  expect(await count("select 1 from shift_places")).toBe(places);
});
