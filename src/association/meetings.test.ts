import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../tests/factories/database.server.ts";
import type { JourId } from "../platform/database/index.server.ts";
import { houseSeal } from "../platform/house-seal.server.ts";
import { uuidBytes } from "../platform/ids.ts";
import { fail, ok } from "../platform/result.ts";
import { board } from "./board.server.ts";
import { call, handOver } from "./calling.server.ts";
import type { Person } from "./contract.ts";
import type { AssociationDeps } from "./deps.server.ts";
import type { Meeting, WrittenMeeting } from "./meeting-contract.ts";
import { openAssociation } from "./index.server.ts";
import { dropMeeting, meetings, saveMeeting, step, tick } from "./meetings.server.ts";
import { adjust, minutesOf, writeMinutes } from "./minutes.server.ts";
import { leave, noteHerself } from "./own.server.ts";
import { keepPerson, noteFee, remove } from "./register.server.ts";

let database: FreshDatabase;
let jour: JourId;
let majken: string;
let deps: AssociationDeps;
let from: string | undefined;
let standing: Awaited<ReturnType<AssociationDeps["mail"]["standings"]>> = [];
const clock = { now: 0 };
const sent: {
  to: string;
  subject: string;
  text: string;
  calendar?: string | undefined;
  about?: Uint8Array;
}[] = [];

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  clock.now = Date.parse("2026-02-20T10:00:00Z");
  [sent.length, standing] = [0, []];
  from = "jouren@vide.example";
  jour = await database.jour(`j${randomBytes(4).toString("hex")}`);
  majken = await colleague();
  deps = {
    ...{ database, now: () => clock.now, seal: houseSeal("one", "association") },
    mail: {
      from: async () => from,
      queue: async (_, __, mail) => void sent.push(mail),
      standings: async () => standing,
      forget: async () => undefined,
    },
    nameOf: async () => "Kvinnojouren Vide",
    originOf: async () => "https://vide.example",
    deskNames: async () => [{ id: majken, name: "Majken" }],
    changed: () => undefined,
  };
});

async function colleague(): Promise<string> {
  const id = randomUUID();
  await database.tenant(jour, (tx) =>
    tx.rows(
      `insert into members (id, jour_id, name, role, teams, status, enrolment, identity_key, seal_key, created_month)
       values ($1, $2, 'Majken', 'volunteer', '{board}', 'active', '\\x00', $3, $4, '2026-01-01')`,
      [id, jour, randomBytes(32), randomBytes(1216)],
    ),
  );
  return id;
}

const asker = () => ({ jour, member: majken });
async function member(name: string, more: Partial<Person> = {}): Promise<string> {
  const id = randomUUID();
  const person: Person = { name, mail: `${name}@post.example`, address: "", language: "sv" };
  const wished = { id, version: 0, person: { ...person, ...more }, since: "2020-01-01" };
  expect(await keepPerson(deps, asker(), wished)).toEqual(ok());
  return id;
}
async function keyOf(id: string): Promise<string> {
  const found = (await board(deps, asker())).members.find((one) => one.id === id);
  return found?.page?.split("/").at(-1)?.split("?")[0] ?? "";
}
const written = (more: Partial<WrittenMeeting> = {}): WrittenMeeting => ({
  ...{ id: randomUUID(), version: 0, starts: "2026-03-18T18:00", minutes: 120, feeYear: 2026 },
  ...{ title: "Årsmöte 2026", place: "Biblioteket", motionsUntil: null },
  agenda: [
    { title: "Mötet öppnas", text: "" },
    { title: "Stadgarna", text: "Förslag\nbifogas" },
  ],
  ...more,
});
const only = async (): Promise<Meeting> => {
  const [first] = await meetings(deps, asker());
  if (!first) throw new Error("there is no meeting");
  return first;
};
async function planned(more: Partial<WrittenMeeting> = {}): Promise<Meeting> {
  expect(await saveMeeting(deps, asker(), written(more))).toEqual(ok());
  return only();
}
async function opened(): Promise<Meeting> {
  expect(await step(deps, asker(), { ...(await planned()), to: "open" })).toEqual(ok());
  return only();
}
async function held(): Promise<Meeting> {
  expect(await step(deps, asker(), { ...(await opened()), to: "held" })).toEqual(ok());
  return only();
}
const count = async (table: string): Promise<number> =>
  (await database.tenant(jour, (tx) => tx.rows(`select 1 from ${table}`))).length;

describe("a meeting", () => {
  it("lies sealed, and keeps a colleague’s change", async () => {
    const meeting = await planned();
    expect(meeting).toMatchObject({ stage: "planned", startsAt: "2026-03-18T17:00:00.000Z" });
    const stored = JSON.stringify(
      await database.tenant(jour, (tx) => tx.rows("select * from association_meetings")),
    );
    for (const word of ["Biblioteket", "Stadgarna"]) expect(stored).not.toContain(word);
    const next = written({ id: meeting.id, version: 1, place: "Skolan" });
    expect(await saveMeeting(deps, asker(), next)).toEqual(ok());
    expect(await saveMeeting(deps, asker(), next)).toEqual(fail("changed-meanwhile"));
    expect((await only()).place).toBe("Skolan");
  });

  it("is nobody else’s", async () => {
    const meeting = await planned();
    const other = { jour: await database.jour("elsewhere"), member: randomUUID() };
    expect(await meetings(deps, other)).toEqual([]);
    expect(await dropMeeting(deps, other, meeting.id)).toEqual(fail("not-found"));
    expect(await call(deps, other, meeting)).toEqual(fail("not-found"));
    expect(await dropMeeting(deps, asker(), meeting.id)).toEqual(ok());
  });
});

describe("the call", () => {
  it("goes to each member with an address for mail, with agenda, appointment and her own link", async () => {
    const [rut, elsa] = [
      await member("rut"),
      await member("elsa", { mail: "", address: "Stigen" }),
    ];
    await member("amy", { language: "en" });
    expect(await call(deps, asker(), await planned())).toEqual(ok());
    expect(sent.map(({ to }) => to).toSorted()).toEqual(["amy@post.example", "rut@post.example"]);
    const hers = sent.find(({ to }) => to.startsWith("rut"));
    for (const words of [
      "18 mars 2026 18:00–20:00",
      "Biblioteket",
      "2. Stadgarna",
      await keyOf(rut),
    ])
      expect(hers?.text).toContain(words);
    expect(hers?.text).not.toContain(await keyOf(elsa));
    expect(hers?.calendar).toContain("DTSTART:20260318T170000Z");
    expect(hers?.calendar).toContain("SEQUENCE:1");
    expect(sent.find(({ to }) => to.startsWith("amy"))?.text).toContain("1. Mötet öppnas");
    expect((await only()).calls).toEqual({ waiting: 0, tried: 0, sent: 2, failed: [] });
  });

  it("tells honestly what waits, what is tried again, and whom it did not reach", async () => {
    const [rut, amy] = [await member("rut"), await member("amy")];
    await member("ida");
    await call(deps, asker(), await planned());
    const about = (name: string) => sent.find(({ to }) => to.startsWith(name))?.about ?? null;
    standing = [
      { about: about("rut"), dead: true, fault: "refused", sent: false },
      { about: about("amy"), dead: false, fault: "unanswered", sent: false },
    ];
    expect((await only()).calls).toEqual({ waiting: 1, tried: 1, sent: 1, failed: [rut] });
    expect(amy).not.toBe(rut);
  });

  it("is sent anew as a change of the same appointment", async () => {
    await member("rut");
    await call(deps, asker(), await planned());
    const before = sent[0]?.about;
    expect(await call(deps, asker(), await only())).toEqual(ok());
    expect(sent[1]?.subject).toBe("Ny kallelse: Årsmöte 2026");
    expect(sent[1]?.calendar).toContain("SEQUENCE:2");
    const ids = sent.map(({ calendar }) => /UID:.*/.exec(calendar ?? "")?.[0]);
    expect(ids[0]).toMatch(/^UID:[0-9a-f-]{36}/);
    expect(ids[1]).toBe(ids[0]);
    expect(sent[1]?.about).not.toEqual(before);
    expect((await only()).calls.sent).toBe(1);
  });

  it("hands each mail over once, also when two hand over at a time", async () => {
    for (let at = 0; at < 45; at++) await member(`m${at}`);
    await call(deps, asker(), await planned());
    expect(new Set(sent.map(({ to }) => to)).size).toBe(45);
    await database.tenant(jour, (tx) => tx.rows("update association_calls set is_handed = false"));
    sent.length = 0;
    await Promise.all([handOver(deps, jour), handOver(deps, jour)]);
    expect(sent).toHaveLength(45);
    expect(new Set(sent.map(({ to }) => to)).size).toBe(45);
  });

  it("is not sent without mail, without an agenda, or of a meeting that has begun", async () => {
    await member("rut");
    const meeting = await planned();
    from = undefined;
    expect(await call(deps, asker(), meeting)).toEqual(fail("mail-off"));
    from = "jouren@vide.example";
    clock.now = Date.parse("2026-03-18T17:00:00Z");
    expect(await call(deps, asker(), meeting)).toEqual(fail("closed"));
    await dropMeeting(deps, asker(), meeting.id);
    clock.now = Date.parse("2026-02-20T10:00:00Z");
    expect(await call(deps, asker(), await planned({ agenda: [] }))).toEqual(fail("closed"));
    expect(sent).toEqual([]);
    expect((await only()).stage).toBe("planned");
  });
});

describe("attendance", () => {
  const ticked = (
    meeting: string,
    id: string,
    isPresent: boolean,
    hasVote: boolean | null = null,
  ) => tick(deps, asker(), { meeting, member: id, isPresent, hasVote });

  it("is noted by herself or the secretary while it is open; the vote follows the fee until changed", async () => {
    const [rut, elsa] = [await member("rut"), await member("elsa")];
    const fee = { id: rut, version: 1, year: 2026, kronor: 200 };
    expect(await noteFee(deps, asker(), fee)).toEqual(ok());
    const { id } = await opened();
    expect(await noteHerself(deps, jour, await keyOf(rut), id)).toEqual(ok());
    expect(await ticked(id, elsa, true)).toEqual(ok());
    const here = async () => new Map((await only()).present.map((one) => [one.member, one]));
    expect(await here()).toEqual(
      new Map(
        [
          [rut, { member: rut, hasVote: true, byHerself: true }],
          [elsa, { member: elsa, hasVote: false, byHerself: false }],
        ].toSorted() as never,
      ),
    );
    expect(await ticked(id, elsa, true, true)).toEqual(ok());
    expect((await here()).get(elsa)?.hasVote).toBe(true);
    expect(await ticked(id, rut, false)).toEqual(ok());
    expect([...(await here()).keys()]).toEqual([elsa]);
  });

  it("is closed before and after: nobody comes in, and the count stays", async () => {
    const rut = await member("rut");
    const key = await keyOf(rut);
    const meeting = await planned({ feeYear: null });
    expect(await noteHerself(deps, jour, key, meeting.id)).toEqual(fail("closed"));
    await step(deps, asker(), { ...meeting, to: "open" });
    expect(await noteHerself(deps, jour, "x".repeat(22), meeting.id)).toEqual(fail("not-found"));
    expect(await noteHerself(deps, jour, key, meeting.id)).toEqual(ok());
    await step(deps, asker(), { ...(await only()), to: "held" });
    expect((await only()).counted).toEqual({ present: 1, votes: 1 });
    expect(await ticked(meeting.id, rut, false)).toEqual(fail("closed"));
    expect(await saveMeeting(deps, asker(), written({ id: meeting.id, version: 3 }))).toEqual(
      fail("closed"),
    );
  });

  it("is forgotten when she leaves, and the count stays", async () => {
    const rut = await member("rut");
    const key = await keyOf(rut);
    const { id } = await opened();
    await noteHerself(deps, jour, key, id);
    await step(deps, asker(), { ...(await only()), to: "held" });
    await leave(deps, jour, key, "now");
    expect(await count("association_presence")).toBe(0);
    expect((await only()).counted?.present).toBe(1);
  });

  it("is forgotten with the call after the months that the jour has set, and the minutes stay", async () => {
    const house = openAssociation({ ...deps, secret: "one" });
    const rut = await member("rut");
    await call(deps, asker(), await planned());
    await step(deps, asker(), { ...(await only()), to: "open" });
    const { id } = await only();
    await ticked(id, rut, true);
    await writeMinutes(deps, asker(), { meeting: id, upon: 0, text: "# Protokoll" });
    clock.now = Date.parse("2027-05-17T12:00:00Z");
    await house.sweep(jour);
    expect(await count("association_presence")).toBe(1);
    clock.now = Date.parse("2027-05-20T12:00:00Z");
    await house.sweep(jour);
    expect(await count("association_presence")).toBe(0);
    expect(await count("association_calls")).toBe(0);
    expect(await count("association_minutes")).toBe(1);
  });
});

describe("the minutes", () => {
  const write = (meeting: string, upon: number, text: string) =>
    writeMinutes(deps, asker(), { meeting, upon, text });

  it("are kept in versions; of two who write at once the second is told", async () => {
    const { id } = await planned();
    const both = await Promise.all([write(id, 0, "# Ett"), write(id, 0, "# Två")]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(both).toContainEqual(fail("changed-meanwhile"));
    expect(await write(id, 1, "# Tre")).toEqual(ok());
    const all = await minutesOf(deps, asker(), id);
    expect(all).toMatchObject({
      ok: true,
      value: [{ number: 2, text: "# Tre", by: "Majken", on: "2026-02-20" }, { number: 1 }],
    });
  });

  it("are locked as they were read, by name, and never changed again", async () => {
    const { id, version } = await held();
    const by = ["Rut Ek", "Siv Björk"];
    expect(await adjust(deps, asker(), { id, version, upon: 0, by })).toEqual(fail("closed"));
    await write(id, 0, "# Protokoll");
    await write(id, 1, "# Protokoll, rättat");
    expect(await adjust(deps, asker(), { id, version, upon: 1, by })).toEqual(fail("closed"));
    expect(await adjust(deps, asker(), { id, version, upon: 2, by })).toEqual(ok());
    expect((await only()).adjusted).toEqual({ on: "2026-02-20", by });
    expect(await write(id, 2, "# Annat")).toEqual(fail("closed"));
    const now = await only();
    expect(await adjust(deps, asker(), { ...now, upon: 2, by })).toEqual(fail("closed"));
    expect(await step(deps, asker(), { ...now, to: "open" })).toEqual(fail("closed"));
  });

  it("are not locked before attendance is closed", async () => {
    const { id, version } = await opened();
    await write(id, 0, "# Protokoll");
    expect(await adjust(deps, asker(), { id, version, upon: 1, by: ["Rut"] })).toEqual(
      fail("closed"),
    );
  });
});

it("a member who is removed is called to nothing more", async () => {
  const rut = await member("rut");
  await planned();
  await remove(deps, asker(), rut);
  await call(deps, asker(), await only());
  expect(sent).toEqual([]);
  expect(uuidBytes(rut)).toHaveLength(16);
});
