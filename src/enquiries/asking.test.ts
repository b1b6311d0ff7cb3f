import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../tests/factories/database.server.ts";
import { publishForm } from "../forms/index.server.ts";
import type { FormDefinition } from "../forms/index.ts";
import { ok } from "../platform/result.ts";
import { asksNow } from "./asking.server.ts";
import { ENQUIRIES } from "./contract.ts";
import { enquiryForms } from "./forms.ts";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const newJour = () => database.jour(`j${randomBytes(4).toString("hex")}`);
const lead = { sv: "Vår egen", en: "Our own" };

describe("what a jour asks in Contact us", () => {
  it("is what the house asks until she has published her own, one form at a time", async () => {
    const [jour, other] = [await newJour(), await newJour()];
    const before = await asksNow(database, jour);
    expect(before.map(({ kind }) => kind)).toEqual([...ENQUIRIES]);
    const own: FormDefinition = { ...enquiryForms.press, lead };
    await database.tenant(jour, (tx) => publishForm(tx, "press", 0, own));
    const now = await asksNow(database, jour);
    expect(now.map(({ form }) => form.lead.sv === lead.sv)).toEqual(
      ENQUIRIES.map((kind) => kind === "press"),
    );
    expect(await asksNow(database, other)).toEqual(before);
  });

  it("leaves out a form that she has closed, and brings it back with the next version", async () => {
    const jour = await newJour();
    const closed = { ...enquiryForms.giving, offered: false };
    const publish = (after: number, form: FormDefinition) =>
      database.tenant(jour, (tx) => publishForm(tx, "giving", after, form));
    expect(await publish(0, closed)).toMatchObject(ok({ version: 1 }));
    expect((await asksNow(database, jour)).map(({ kind }) => kind)).not.toContain("giving");
    expect(await publish(1, enquiryForms.giving)).toMatchObject(ok({ version: 2 }));
    expect((await asksNow(database, jour)).map(({ kind }) => kind)).toContain("giving");
  });
});
