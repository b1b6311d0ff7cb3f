import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../tests/factories/database.server.ts";
import type { JourId } from "../platform/database/index.server.ts";
import { fail, ok } from "../platform/result.ts";
import { FORM_LIMIT, type FormDefinition } from "./definition.ts";
import { dropDraft, formDesk, publishedBy, saveDraft } from "./drafting.server.ts";
import { emptyForm, newQuestion } from "./edit.ts";
import type { FormDeps } from "./deps.server.ts";
import { offeredForms, publishForm } from "./service.server.ts";

let database: FreshDatabase;
let jour: JourId;
let deps: FormDeps;
let anna: string;
let sara: string;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

async function member(name: string): Promise<string> {
  const id = randomUUID();
  await database.tenant(jour, (tx) =>
    tx.rows(
      `insert into members (id, jour_id, name, role, teams, status, enrolment, identity_key, seal_key, created_month)
       values ($1, $2, $3, 'coordinator', '{intake}', 'active', '\\x00', $4, $5, '2026-10-01')`,
      [id, jour, name, randomBytes(32), randomBytes(1216)],
    ),
  );
  return id;
}

beforeEach(async () => {
  jour = await database.jour(`j${randomBytes(4).toString("hex")}`);
  [anna, sara] = [await member("Anna"), await member("Sara")];
  const names = [
    { id: anna, name: "Anna" },
    { id: sara, name: "Sara" },
  ];
  deps = { database, now: () => Date.parse("2026-11-21T12:00:00Z"), members: async () => names };
});

const by = (id: string) => ({ jour, member: id });
const kind = "intake" as const;

function asking(...labels: string[]): FormDefinition {
  let form = emptyForm;
  for (const label of labels) {
    const question = { ...newQuestion(form), label: { sv: label, en: "" } };
    form = { ...form, questions: [...form.questions, question] };
  }
  return form;
}
const save = (who: string, definition: FormDefinition, revision = 0, after = 0) =>
  saveDraft(deps, by(who), { kind, after, revision, definition });
const publish = (who: string, after: number, definition: FormDefinition) =>
  database.tenant(jour, (tx) =>
    publishForm(tx, kind, after, definition, publishedBy(deps, by(who))),
  );
const textsOf = async (who: string): Promise<string[]> =>
  (await formDesk(deps, by(who), kind)).drafts.map(({ definition }) => definition);

describe("a draft", () => {
  it("is kept though it is not finished, and is not what anybody is asked", async () => {
    expect(await save(anna, asking(""))).toEqual(ok({ revision: 1 }));
    expect(await save(anna, asking("", "Vad?"), 1)).toEqual(ok({ revision: 2 }));
    const desk = await formDesk(deps, by(anna), kind);
    expect(desk).toMatchObject({ newest: null, versions: [] });
    expect(desk.drafts).toMatchObject([{ mine: true, by: "Anna", on: "2026-11-21", revision: 2 }]);
    expect(desk.drafts[0]?.definition).toContain("Vad?");
    expect(await offeredForms(database, jour)).toEqual([]);
  });

  it("is never overwritten by another tab that did not know of it", async () => {
    await save(anna, asking("Ett"));
    expect(await save(anna, asking("Två"))).toEqual(fail("changed-meanwhile"));
    await save(anna, asking("Tre"), 1);
    expect(await save(anna, asking("Fyra"), 1)).toEqual(fail("changed-meanwhile"));
    expect((await textsOf(anna)).join()).toContain("Tre");
  });

  it("of two who write at once stays each with her own, and each can read the other's", async () => {
    await Promise.all([save(anna, asking("Annas fråga")), save(sara, asking("Saras fråga"))]);
    for (const who of [anna, sara]) {
      const texts = (await textsOf(who)).join();
      expect(texts).toContain("Annas fråga");
      expect(texts).toContain("Saras fråga");
    }
  });

  it("stays when a colleague publishes first, who says so; published upon hers it is the next version", async () => {
    await Promise.all([save(anna, asking("Annas fråga")), save(sara, asking("Saras fråga"))]);
    const made = await Promise.all([
      publish(anna, 0, asking("Annas fråga")),
      publish(sara, 0, asking("Saras fråga")),
    ]);
    expect(made.filter((one) => one.ok)).toHaveLength(1);
    expect(made.filter((one) => !one.ok && one.code === "changed-meanwhile")).toHaveLength(1);
    const second = made[0].ok ? sara : anna;
    const desk = await formDesk(deps, by(second), kind);
    expect(desk.drafts).toMatchObject([{ mine: true, after: 0 }]);
    expect(await publish(second, 1, asking("Den andras"))).toMatchObject({ ok: true });
    const after = await formDesk(deps, by(second), kind);
    expect(after.versions.map(({ version }) => version)).toEqual([2, 1]);
    expect(after.versions[0]).toMatchObject({ on: "2026-11-21", questions: 1, offered: true });
    expect(after.drafts).toEqual([]);
  });

  it("goes when she throws it away, and no colleague's with it", async () => {
    await save(anna, asking("Annas fråga"));
    await save(sara, asking("Saras fråga"));
    await dropDraft(deps, by(anna), kind);
    expect((await textsOf(anna)).join()).not.toContain("Annas");
    expect(await textsOf(anna)).toHaveLength(1);
  });

  it("that is too long for the table is refused with a word, not a fall, and so is a form", async () => {
    const long = asking(...Array.from({ length: 30 }, () => "x".repeat(300)));
    const options = Array.from({ length: 20 }, (_, at) => ({
      ...{ id: `a${at}`, label: { sv: "y".repeat(300), en: "" } },
    }));
    const questions = long.questions.map((one) => ({
      ...{ id: one.id, label: one.label, hint: one.hint, required: false, when: null },
      ...{ kind: "choice" as const, several: false, options },
    }));
    expect(JSON.stringify(questions).length).toBeGreaterThan(FORM_LIMIT.whole);
    expect(await save(anna, { ...long, questions })).toEqual(fail("limit-reached"));
    expect(await publish(anna, 0, { ...long, questions })).toEqual(fail("limit-reached"));
  });
});
