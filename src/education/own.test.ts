import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../tests/factories/database.server.ts";
import type { JourId } from "../platform/database/index.server.ts";
import { houseMark, houseSeal } from "../platform/house-seal.server.ts";
import { fail, ok } from "../platform/result.ts";
import { board } from "./board.server.ts";
import { ask, move } from "./bookings.server.ts";
import type { Booking, LectureRequest, Move } from "./contract.ts";
import type { EducationDeps } from "./deps.server.ts";
import { openEducation } from "./index.server.ts";
import { pathOf } from "./links.server.ts";
import { type OwnReply, ownView, replyTo } from "./own.server.ts";

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

describe("the page of those who have asked", () => {
  const linkOf = ({ id }: Booking): string => pathOf(deps.mark, jour, id).split("/").at(-1) ?? "";
  const reply = (one: Booking, more: Partial<OwnReply>) =>
    replyTo(deps, jour, linkOf(one), { reply: "accept", version: one.version, words: "", ...more });
  async function offered(): Promise<Booking> {
    const one = await asked();
    expect(await move(deps, asker(), to(one, "offered", { tell: true }))).toEqual(ok());
    return (await again(one)) as Booking;
  }

  it("is found by the link in our mails, by no other, and in its own jour alone", async () => {
    const one = await offered();
    expect(sent[0]?.text).toContain(`https://vide.example${one.own}`);
    expect(await ownView(deps, jour, linkOf(one))).toMatchObject({ row: { id: one.id } });
    const link = linkOf(one);
    const turned = (link.startsWith("A") ? "B" : "A") + link.slice(1);
    const cut = link.slice(0, -1);
    const marked = link.slice(0, 22) + linkOf(await asked()).slice(22);
    for (const wrong of [turned, cut, marked, "", `${link}A`, one.id])
      expect(await ownView(deps, jour, wrong)).toBeUndefined();
    expect(await ownView(deps, await database.jour(), link)).toBeUndefined();
    const others = { ...deps, mark: houseMark("two", "test") };
    expect(await ownView(others, jour, link)).toBeUndefined();
  });

  it("takes a proposed time once, and they get it for their calendar", async () => {
    const one = await offered();
    const both = await Promise.all([reply(one, {}), reply(one, {})]);
    expect(both).toContainEqual(ok());
    expect(both).toContainEqual(fail("changed-meanwhile"));
    expect(await again(one)).toMatchObject({ stage: "booked", member: anna, reason: null });
    expect(sent.map(({ subject }) => subject.split(":")[0])).toEqual(["Förslag på tid", "Bokat"]);
    expect(sent[1]?.calendar).toContain("DTSTART:20261201T120000Z");
  });

  it("does not take a time that was changed while they read, nor one that has come", async () => {
    const one = await offered();
    await move(deps, asker(), to(one, "offered", { starts: "2026-12-02T13:00" }));
    expect(await reply(one, {})).toEqual(fail("changed-meanwhile"));
    const now = (await again(one)) as Booking;
    clock.now = Date.parse("2026-12-02T12:00:00Z");
    expect(await reply(now, {})).toEqual(fail("bad-input"));
    expect(await again(one)).toMatchObject({ stage: "offered" });
  });

  it("asks for another time: a proposed one is let go, a booked one stands until we answer", async () => {
    const one = await offered();
    const another = { reply: "another", words: " Hellre i mars " } as const;
    expect(await reply(one, { ...another, words: " " })).toEqual(fail("bad-input"));
    expect(await reply(one, { ...another, words: "x".repeat(601) })).toEqual(fail("bad-input"));
    expect(await reply(one, another)).toEqual(ok());
    const back = (await again(one)) as Booking;
    expect(back).toMatchObject({ stage: "asked", startsAt: null, wish: "Hellre i mars" });
    expect(await move(deps, asker(), to(back, "booked"))).toEqual(ok());
    const laid = (await again(one)) as Booking;
    expect(laid.wish).toBe("");
    expect(await reply(laid, another)).toEqual(ok());
    expect(await again(one)).toMatchObject({
      ...{ stage: "booked", startsAt: laid.startsAt, wish: "Hellre i mars" },
    });
  });

  it("cancels: the time goes from both calendars, and from whoever holds it", async () => {
    const house = openEducation({ ...deps, secret: "one" });
    const one = await booked({ tell: true });
    expect(await house.eventsOf(jour, anna)).toHaveLength(1);
    expect(await reply(one, { reply: "cancel" })).toEqual(ok());
    expect(await again(one)).toMatchObject({ stage: "declined", reason: "they-cancelled" });
    expect(await house.eventsOf(jour, anna)).toEqual([]);
    expect(sent[1]?.calendar).toContain("METHOD:CANCEL");
    const now = (await again(one)) as Booking;
    for (const kind of ["accept", "another", "cancel"] as const)
      expect(await reply(now, { reply: kind, words: "x" })).toEqual(fail("bad-input"));
    // A request that is taken back mails nobody.
    const other = await asked();
    expect(await reply(other, { reply: "cancel" })).toEqual(ok());
    expect(sent).toHaveLength(2);
  });
});
