import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../tests/factories/database.server.ts";
import type { JourId } from "../platform/database/index.server.ts";
import { houseMark, houseSeal } from "../platform/house-seal.server.ts";
import { fail, ok } from "../platform/result.ts";
import { board } from "./board.server.ts";
import { ask, busy, erase, move, note } from "./bookings.server.ts";
import { dropLecture, keepLecture, published } from "./catalogue.server.ts";
import type { Booking, Lecture, LectureRequest, Move } from "./contract.ts";
import type { EducationDeps } from "./deps.server.ts";
import {
  answer,
  closeEvaluation,
  openEvaluation,
  questionsAt,
  resultsOf,
} from "./evaluations.server.ts";
import { openEducation } from "./index.server.ts";
import { FLOOD } from "./policy.ts";
import { remind } from "./sending.server.ts";

const HOUR = 3_600_000;
let database: FreshDatabase;
let jour: JourId;
let anna: string;
let deps: EducationDeps;
let from: string | undefined;
const clock = { now: 0 };
const sent: { to: string; subject: string; text: string; calendar?: string | undefined }[] = [];

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  clock.now = Date.parse("2026-11-20T10:00:00Z");
  sent.length = 0;
  from = "jouren@vide.example";
  jour = await database.jour(`j${randomBytes(4).toString("hex")}`);
  anna = await member(jour);
  deps = {
    ...{ database, now: () => clock.now, seal: houseSeal("one", "test") },
    mark: houseMark("one", "test"),
    siteOf: async () => "https://vide.example",
    mail: {
      from: async () => from,
      queue: async (_, __, mail) => void sent.push(mail),
      standings: async () => [],
      forget: async () => undefined,
    },
    members: async () => [{ id: anna, name: "Anna", teams: ["lecturers"] }],
    nameOf: async () => "Kvinnojouren Vide",
    eventsOf: async () => [],
    changed: () => undefined,
  };
});

async function member(of: JourId): Promise<string> {
  const id = randomUUID();
  await database.tenant(of, (tx) =>
    tx.rows(
      `insert into members (id, jour_id, name, role, teams, status, enrolment, identity_key, seal_key, created_month)
       values ($1, $2, 'Anna', 'volunteer', '{lecturers}', 'active', '\\x00', $3, $4, '2026-10-01')`,
      [id, of, randomBytes(32), randomBytes(1216)],
    ),
  );
  return id;
}

const asker = () => ({ jour, member: anna });
const request: LectureRequest = {
  ...{ organisation: "Alskolan", contact: "Bo", mail: "bo@alskolan.example", phone: "" },
  ...{ dates: "I vår", size: 25, way: "place", wishes: "", language: "sv" },
};
const said = (sv: string) => ({ sv, en: "" });
const lecture = (more: Partial<Lecture> = {}): Lecture => ({
  ...{ id: randomUUID(), isPublished: true, version: 0 },
  content: {
    ...{ title: said("Gränser"), summary: said(""), text: said(""), region: said("") },
    ...{ audiences: ["workplace"], minutes: 60, price: 0, languages: ["sv"], ways: ["place"] },
    materials: [],
  },
  ...more,
});

async function asked(): Promise<Booking> {
  const known = new Set((await board(deps, asker())).bookings.map(({ id }) => id));
  expect(await ask(deps, jour, null, request)).toMatchObject({ ok: true });
  const made = (await board(deps, asker())).bookings.find(({ id }) => !known.has(id));
  if (!made) throw new Error("nothing was asked");
  return made;
}
const again = async ({ id }: Pick<Booking, "id">): Promise<Booking | undefined> =>
  (await board(deps, asker())).bookings.find((one) => one.id === id);

const to = ({ id, version }: Booking, stage: Move["stage"], more: Partial<Move> = {}): Move => ({
  ...{ id, version, stage, reason: null, lecture: null, member: anna, minutes: 60 },
  ...{ starts: "2026-12-01T13:00", place: "Aulan", tell: false, ...more },
});

async function booked(more: Partial<Move> = {}): Promise<Booking> {
  const one = await asked();
  expect(await move(deps, asker(), to(one, "booked", more))).toEqual(ok());
  return (await again(one)) as Booking;
}

describe("the catalogue", () => {
  it("shows what is published and whole, and keeps a colleague’s change", async () => {
    const [draft, open] = [lecture({ isPublished: false }), lecture()];
    for (const one of [draft, open]) expect(await keepLecture(deps, asker(), one)).toEqual(ok());
    expect((await published(deps, jour)).map(({ id }) => id)).toEqual([open.id]);
    expect(await keepLecture(deps, asker(), open)).toEqual(fail("changed-meanwhile"));
    expect(await keepLecture(deps, asker(), { ...open, version: 1 })).toEqual(ok());
    expect(await keepLecture(deps, asker(), { ...open, version: 1 })).toEqual(
      fail("changed-meanwhile"),
    );
    const empty = { ...open.content, audiences: [] };
    expect(await keepLecture(deps, asker(), lecture({ content: empty }))).toEqual(
      fail("bad-input"),
    );
    const bad = [{ title: "x", address: "javascript:alert(1)", isPublic: true }];
    const content = { ...open.content, materials: bad };
    expect(await keepLecture(deps, asker(), lecture({ content }))).toEqual(fail("bad-input"));
  });

  it("lets go of a lecture, and its bookings stay", async () => {
    const one = lecture();
    await keepLecture(deps, asker(), one);
    await ask(deps, jour, one.id, request);
    expect(await dropLecture(deps, asker(), one.id)).toEqual(ok());
    expect(await dropLecture(deps, asker(), one.id)).toEqual(fail("not-found"));
    expect((await board(deps, asker())).bookings).toMatchObject([{ lecture: null, request }]);
  });
});

describe("a request", () => {
  it("lies sealed, tells no moment finer than the day, and mails nobody", async () => {
    await asked();
    const [row] = await database.tenant(jour, (tx) =>
      tx.rows<{ text: string; sealed: Buffer; asked_on: string }>(
        "select row_to_json(b)::text as text, sealed, asked_on::text from education_bookings b",
      ),
    );
    const all = (row?.text ?? "") + (row?.sealed.toString("latin1") ?? "");
    expect(all).not.toMatch(/Alskolan|bo@/);
    expect(row?.asked_on).toBe("2026-11-20");
    expect(sent).toEqual([]);
  });

  it("is refused in a flood, also when all come at once, and the next day is another", async () => {
    const many = Array.from({ length: FLOOD.perDay + 5 }, () => ask(deps, jour, null, request));
    const done = await Promise.all(many);
    expect(done.filter((one) => one.ok)).toHaveLength(FLOOD.perDay);
    expect(done.find((one) => !one.ok)).toEqual(fail("limit-reached"));
    clock.now += 24 * HOUR;
    expect(await ask(deps, jour, null, request)).toMatchObject({ ok: true });
  });

  it("is taken again the next day, however many floods nobody has cleared away", async () => {
    const some = (many: number, day: string) =>
      database.tenant(jour, (tx) =>
        tx.rows(
          `insert into education_bookings (id, jour_id, stage, asked_on, sealed, delete_on)
           select gen_random_uuid(), $1, 'asked', $3, '\\x00', '2027-05-01' from generate_series(1, $2)`,
          [jour, many, day],
        ),
      );
    await some(1000, "2026-11-01");
    await some(FLOOD.perDay, "2026-11-20");
    expect(await ask(deps, jour, null, request)).toEqual(fail("limit-reached"));
    clock.now += 24 * HOUR;
    expect(await ask(deps, jour, null, request)).toMatchObject({ ok: true });
  });

  it("under a secret that is lost is shown as that, and nothing is done with it but to erase it", async () => {
    const one = await asked();
    deps = { ...deps, seal: houseSeal("two", "test") };
    expect(await again(one)).toMatchObject({ request: null });
    expect(await move(deps, asker(), to(one, "booked"))).toEqual(fail("gone"));
    expect(await erase(deps, asker(), one.id)).toEqual(ok());
    expect(await again(one)).toBeUndefined();
  });
});

describe("a booking", () => {
  it("is told by mail with the time as an appointment, changed and cancelled under the same id", async () => {
    const one = await booked({ tell: true });
    expect(sent[0]).toMatchObject({ to: "bo@alskolan.example", subject: "Bokat: föreläsning" });
    expect(sent[0]?.calendar).toContain("DTSTART:20261201T120000Z");
    expect(
      await move(deps, asker(), to(one, "booked", { starts: "2026-12-02T09:00", tell: true })),
    ).toEqual(ok());
    const changed = (await again(one)) as Booking;
    const no = to(changed, "declined", { reason: "they-cancelled", starts: null, tell: true });
    expect(await move(deps, asker(), no)).toEqual(ok());
    expect(sent.map(({ subject }) => subject.split(":")[0])).toEqual([
      "Bokat",
      "Ändrad tid",
      "Avbokat",
    ]);
    const [first, second, third] = sent.map(({ calendar = "" }) => ({
      id: /UID:(.*)\r/.exec(calendar)?.[1],
      sequence: Number(/SEQUENCE:(\d+)/.exec(calendar)?.[1]),
      method: /METHOD:(.*)\r/.exec(calendar)?.[1],
      at: /DTSTART:(.*)\r/.exec(calendar)?.[1],
    }));
    expect([second?.id, third?.id]).toEqual([first?.id, first?.id]);
    expect(second?.sequence).toBeGreaterThan(first?.sequence ?? 0);
    expect(third?.sequence).toBeGreaterThan(second?.sequence ?? 0);
    expect(third).toMatchObject({ method: "CANCEL", at: "20261202T080000Z" });
  });

  it("is not taken when they are to be told and cannot be", async () => {
    const one = await asked();
    from = undefined;
    expect(await move(deps, asker(), to(one, "booked", { tell: true }))).toEqual(fail("mail-off"));
    expect(await again(one)).toEqual(one);
    expect(await move(deps, asker(), to(one, "booked"))).toEqual(ok());
  });

  it("is changed by the first of two; a member of another jour cannot hold it", async () => {
    const one = await asked();
    const [first, second] = await Promise.all([
      move(deps, asker(), to(one, "offered")),
      move(deps, asker(), to(one, "booked")),
    ]);
    expect([first, second].filter((done) => done.ok)).toHaveLength(1);
    expect([first, second]).toContainEqual(fail("changed-meanwhile"));
    const stranger = await member(await database.jour());
    const other = await asked();
    expect(await move(deps, asker(), to(other, "booked", { member: stranger }))).toEqual(
      fail("bad-input"),
    );
  });

  it("is reminded of once, two days ahead, and again when its time has changed", async () => {
    const one = await booked();
    clock.now = Date.parse("2026-11-29T11:00:00Z");
    await remind(deps, jour);
    expect(sent).toEqual([]);
    clock.now = Date.parse("2026-11-29T13:00:00Z");
    await Promise.all([remind(deps, jour), remind(deps, jour)]);
    await remind(deps, jour);
    expect(sent).toMatchObject([{ subject: "Snart: föreläsning", automatic: true }]);
    expect(await note(deps, asker(), { ...one, note: "Ta med foldrar" })).toEqual(ok());
    await remind(deps, jour);
    expect(sent).toHaveLength(1);
    const noted = (await again(one)) as Booking;
    await move(deps, asker(), to(noted, "booked", { starts: "2026-12-01T09:00" }));
    await remind(deps, jour);
    expect(sent).toHaveLength(2);
  });

  it("stands in the calendar of whoever holds it, and is in nobody’s way but others’", async () => {
    const house = openEducation({ ...deps, secret: "one" });
    const one = await booked();
    const events = await house.eventsOf(jour, anna);
    expect(events).toEqual([
      {
        ...{ id: one.id, isTaken: true },
        startsAt: Date.parse("2026-12-01T12:00:00Z"),
        endsAt: Date.parse("2026-12-01T13:00:00Z"),
      },
    ]);
    deps = { ...deps, eventsOf: house.eventsOf };
    const at = { member: anna, starts: "2026-12-01T13:30", minutes: 30 };
    expect(await busy(deps, asker(), { ...at, except: randomUUID() })).toMatchObject({
      value: [{ startsAt: "2026-12-01T12:30:00.000Z", endsAt: "2026-12-01T13:00:00.000Z" }],
    });
    expect(await busy(deps, asker(), { ...at, except: one.id })).toEqual(ok([]));
    const after = { ...at, starts: "2026-12-01T14:00", except: "" };
    expect(await busy(deps, asker(), after)).toEqual(ok([]));
    expect(await busy(deps, asker(), { ...after, member: randomUUID() })).toEqual(
      fail("not-found"),
    );
  });

  it("is deleted on its day, and not before", async () => {
    const house = openEducation({ ...deps, secret: "one" });
    const one = await booked();
    expect(one.deleteOn).toBe("2027-03-01");
    clock.now = Date.parse("2027-02-28T22:59:00Z");
    await house.sweep(jour);
    expect((await board(deps, asker())).bookings).toHaveLength(1);
    clock.now = Date.parse("2027-02-28T23:01:00Z");
    await house.sweep(jour);
    expect((await board(deps, asker())).bookings).toEqual([]);
  });
});

describe("an evaluation", () => {
  const questions = ["whole", "clear", "takeaway"];
  async function opened(): Promise<{ id: string; code: string }> {
    const one = await booked();
    const done = await openEvaluation(deps, asker(), { booking: one.id, questions });
    if (!done.ok) throw new Error(done.code);
    const id = (await again(one))?.evaluation ?? "";
    return { id, code: done.value.code };
  }
  const says = (code: string, words = "", whole: number | string = 5) =>
    answer(
      deps,
      jour,
      code,
      () => ({ whole, clear: "yes", ...(words && { takeaway: words }) }) as never,
    );

  it("tells nothing but how many while it is open, and all when it has closed", async () => {
    const { id, code } = await opened();
    for (const words of ["Ett", "Två", "", "", ""]) expect(await says(code, words)).toBeUndefined();
    expect((await board(deps, asker())).evaluations).toMatchObject([{ answered: 5, code }]);
    expect(await resultsOf(deps, asker(), id)).toEqual(fail("not-open-yet"));
    expect(await closeEvaluation(deps, asker(), id)).toEqual(ok());
    const found = await resultsOf(deps, asker(), id);
    if (!found.ok || !found.value.told) throw new Error("no results");
    expect(found.value.told.tallies).toEqual([
      { question: "clear", choice: "yes", given: 5 },
      { question: "whole", choice: "5", given: 5 },
    ]);
    const words = found.value.told.remarks.map((one) => one.words);
    expect(words.toSorted()).toEqual(["Ett", "Två"]);
    expect(await says(code)).toEqual({ code: "not-found" });
  });

  it("of fewer than five keeps nothing, whatever is asked of the database", async () => {
    const { id, code } = await opened();
    for (let n = 0; n < 4; n++) await says(code, "Ord");
    await closeEvaluation(deps, asker(), id);
    expect(await resultsOf(deps, asker(), id)).toMatchObject({ value: { told: null } });
    const left = await database.tenant(jour, (tx) =>
      tx.rows("select 1 from education_tallies union all select 1 from education_remarks"),
    );
    expect(left).toEqual([]);
  });

  it("is open for its day in Sweden, and closes by itself", async () => {
    const { id, code } = await opened();
    for (let n = 0; n < 5; n++) await says(code);
    clock.now = Date.parse("2026-11-20T22:59:00Z");
    expect(await questionsAt(deps, jour, code.toUpperCase())).toBeDefined();
    clock.now = Date.parse("2026-11-20T23:01:00Z");
    expect(await questionsAt(deps, jour, code)).toBeUndefined();
    expect(await says(code)).toEqual({ code: "not-found" });
    expect(await resultsOf(deps, asker(), id)).toMatchObject({ value: { answered: 5 } });
  });

  it("takes nothing that was not asked, counts nobody half, and stores no moment and no row of anybody", async () => {
    const { code } = await opened();
    expect(await says(code, "", 6)).toMatchObject({ code: "bad-input" });
    expect(await says(code, "", "5")).toMatchObject({ code: "bad-input" });
    expect(await says(code, "x".repeat(601))).toMatchObject({ code: "bad-input" });
    expect(await answer(deps, jour, code, () => ({}))).toMatchObject({ code: "bad-input" });
    expect((await board(deps, asker())).evaluations).toMatchObject([{ answered: 0 }]);
    const columns = await database.tenant(jour, (tx) =>
      tx.rows<{ name: string }>(
        `select data_type || ' ' || column_name as name from information_schema.columns
          where table_name in ('education_tallies', 'education_remarks') and data_type ~ 'time|date'`,
      ),
    );
    expect(columns).toEqual([]);
  });

  it("is one for each booking, and its code is known to its own jour alone", async () => {
    const one = await booked();
    const asking = { booking: one.id, questions };
    const first = await openEvaluation(deps, asker(), asking);
    expect(await openEvaluation(deps, asker(), asking)).toEqual(fail("already-taken"));
    expect(await openEvaluation(deps, asker(), { ...asking, questions: ["whole"] })).toEqual(
      fail("bad-input"),
    );
    const other = await database.jour();
    const code = first.ok ? first.value.code : "";
    expect(await questionsAt(deps, jour, code)).toBeDefined();
    expect(await questionsAt(deps, other, code)).toBeUndefined();
    expect(await answer(deps, other, code, () => ({}))).toEqual({ code: "not-found" });
  });
});
