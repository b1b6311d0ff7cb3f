import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../tests/factories/database.server.ts";
import type { JourId } from "../platform/database/index.server.ts";
import { fail, ok } from "../platform/result.ts";
import type { Course } from "./contract.ts";
import { defaultRules, faultsOfCourse, stepsOf } from "./policy.ts";
import { Training } from "./service.server.ts";
import { starterCourse } from "./starter/course.ts";
import { publishStarter } from "./starter.server.ts";

let database: FreshDatabase;
let jour: JourId;
let training: Training;
let [anna, bea] = ["", ""];
const clock = { now: 0 };
const at = (day: string): number => (clock.now = Date.parse(`${day}T10:00:00Z`));

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

async function member(name: string): Promise<string> {
  const id = randomUUID();
  await database.tenant(jour, (tx) =>
    tx.rows(
      `insert into members (id, jour_id, name, role, teams, status, enrolment, identity_key, seal_key, created_month)
       values ($1, $2, $3, 'volunteer', '{}', 'active', '\\x00', $4, $5, '2026-10-01')`,
      [id, jour, name, randomBytes(32), randomBytes(1216)],
    ),
  );
  return id;
}

beforeEach(async () => {
  at("2026-10-01");
  jour = await database.jour(`j${randomBytes(4).toString("hex")}`);
  [anna, bea] = [await member("Anna"), await member("Bea")];
  training = new Training({
    ...{ database, now: () => clock.now },
    members: async () => [
      { id: anna, name: "Anna" },
      { id: bea, name: "Bea" },
    ],
  });
  await database.tenant(jour, publishStarter);
});

const as = (who: string) => ({ jour, member: who });
const mine = (who = anna) => training.mine(as(who));

async function course(): Promise<Course> {
  const [first] = (await mine()).courses;
  if (!first) throw new Error("no course");
  return first;
}

async function goThrough(who = anna): Promise<void> {
  const { id, content } = await course();
  for (const module of content.modules) {
    const step = stepsOf(module) - 1;
    const where = { course: id, module: module.id, step, isDone: true };
    expect(await training.step(as(who), where)).toMatchObject({ ok: true });
  }
}

const note = (kind: "meeting" | "shadow", onDay: string) =>
  training.note(as(bea), { member: anna, kind, onDay });
const may = (day: string, isShadow = false) => training.mayTakeShift(as(anna), { day, isShadow });

describe("the starter course", () => {
  it("has no faults, and every answer has its reason", () => {
    expect(faultsOfCourse(starterCourse)).toEqual([]);
    expect(starterCourse.modules.map(({ id }) => id)).toEqual([
      ...["bemotande", "tystnadslofte", "akut", "avsluta"],
    ]);
  });

  it("is published once, and never over a course of the jour's own", async () => {
    await database.tenant(jour, publishStarter);
    expect((await mine()).courses).toHaveLength(1);
  });
});

describe("her progress", () => {
  it("is where she left it, and what is done stays done when she reads it again", async () => {
    const { id } = await course();
    const where = { course: id, module: "bemotande", step: 2, isDone: false };
    await training.step(as(anna), where);
    expect((await mine()).progress).toEqual([
      { course: id, module: "bemotande", step: 2, doneOn: null },
    ]);
    await training.step(as(anna), { ...where, step: 4, isDone: true });
    await training.step(as(anna), { ...where, step: 0 });
    expect((await mine()).progress).toEqual([
      { course: id, module: "bemotande", step: 0, doneOn: "2026-10-01" },
    ]);
    expect((await mine(bea)).progress).toEqual([]);
  });

  it("is of steps that are there", async () => {
    const { id } = await course();
    const where = { course: id, module: "bemotande", step: 99, isDone: false };
    expect(await training.step(as(anna), where)).toEqual(fail("not-found"));
    const other = { ...where, module: "other", step: 0 };
    expect(await training.step(as(anna), other)).toEqual(fail("not-found"));
  });
});

describe("a certificate", () => {
  it("is issued when course, meeting and two shadow shifts within three months are done, not before", async () => {
    at("2027-05-01");
    await goThrough();
    await note("meeting", "2026-10-10");
    await note("shadow", "2026-10-20");
    expect(await note("shadow", "2026-10-20")).toEqual(ok());
    await note("shadow", "2027-01-21");
    const wish = { member: anna, isEarlier: false };
    expect(await training.certify(as(bea), wish)).toEqual(fail("training-left"));
    await note("shadow", "2027-01-20");
    expect((await mine()).standing).toMatchObject({ shadows: 2, meetings: 1, isReady: true });
    expect(await training.certify(as(bea), wish)).toEqual(ok());
    expect((await mine()).certificate).toEqual({
      ...{ issuedOn: "2027-05-01", lapsesOn: "2029-05-01", basis: "course" },
    });
  });

  it("lapses, is told of in good time, and is renewed in its place", async () => {
    await training.certify(as(bea), { member: anna, isEarlier: true });
    const state = async () => (await mine()).standing.certificate;
    expect(await state()).toBe("valid");
    at("2028-08-15");
    expect(await state()).toBe("lapses-soon");
    at("2028-10-01");
    expect(await state()).toBe("lapses-soon");
    at("2028-10-02");
    expect(await state()).toBe("lapsed");
    await training.certify(as(bea), { member: anna, isEarlier: true });
    expect(await state()).toBe("valid");
    await training.revoke(as(bea), anna);
    expect(await state()).toBe("none");
  });

  it("is not given for a day ahead, nor to a member of another jour", async () => {
    expect(await note("meeting", "2026-10-02")).toEqual(fail("bad-input"));
    const elsewhere = await database.jour(`j${randomBytes(4).toString("hex")}`);
    const stranger = { jour: elsewhere, member: bea };
    const wish = { member: anna, kind: "meeting", onDay: "2026-10-01" } as const;
    expect(await training.note(stranger, wish)).toEqual(fail("not-found"));
    const certify = { member: anna, isEarlier: true };
    expect(await training.certify(stranger, certify)).toEqual(fail("not-found"));
  });
});

describe("a shift", () => {
  it("asks for nothing until the jour says so", async () => {
    expect(await may("2026-10-05")).toEqual({ may: true });
  });

  it("then asks for a certificate that counts on its day; a shadow shift for the course alone", async () => {
    await training.keepRules(as(bea), { ...defaultRules, isRequired: true }, 0);
    expect(await may("2026-10-05")).toEqual({ may: false, why: "no-certificate" });
    expect(await may("2026-10-05", true)).toEqual({ may: false, why: "modules-left" });
    await goThrough();
    expect(await may("2026-10-05", true)).toEqual({ may: true });
    expect(await may("2026-10-05")).toEqual({ may: false, why: "no-certificate" });
    await training.certify(as(bea), { member: anna, isEarlier: true });
    expect(await may("2028-10-01")).toEqual({ may: true });
    expect(await may("2028-10-02")).toEqual({ may: false, why: "certificate-lapsed" });
  });

  it("is ruled by one of two who change the rules at once", async () => {
    const done = await Promise.all([
      training.keepRules(as(bea), { ...defaultRules, shadows: 3 }, 0),
      training.keepRules(as(bea), { ...defaultRules, shadows: 4 }, 0),
    ]);
    expect(done.filter((one) => one.ok)).toHaveLength(1);
  });
});

describe("a course that is written", () => {
  it("may be unfinished as a draft, which members do not see; published it must be whole", async () => {
    const blank = { title: "Ny", lead: "", modules: [] };
    const draft = { id: randomUUID(), content: blank, isPublished: false, version: 0 };
    expect(await training.keepCourse(as(bea), draft)).toEqual(ok());
    expect((await mine()).courses).toHaveLength(1);
    expect((await training.people(as(bea))).courses).toHaveLength(2);
    const published = { ...draft, version: 1, isPublished: true };
    expect(await training.keepCourse(as(bea), published)).toEqual(fail("bad-input"));
    const whole = { ...published, content: { ...blank, modules: [...starterCourse.modules] } };
    expect(await training.keepCourse(as(bea), whole)).toEqual(ok());
    expect(await training.keepCourse(as(bea), whole)).toEqual(fail("changed-meanwhile"));
    expect((await mine()).courses).toHaveLength(2);
  });
});
