import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../tests/factories/database.server.ts";
import type { JourId } from "../platform/database/index.server.ts";
import { houseSeal } from "../platform/house-seal.server.ts";
import { fail, ok } from "../platform/result.ts";
import { askAdjusters, confirm, herMinutes } from "./adjusting.server.ts";
import { board } from "./board.server.ts";
import { call } from "./calling.server.ts";
import type { Person } from "./contract.ts";
import type { AssociationDeps } from "./deps.server.ts";
import { type Meeting, MOTION_LIMIT, type WrittenMeeting } from "./meeting-contract.ts";
import { mayMove } from "./meeting-policy.ts";
import { meetings, saveMeeting, step } from "./meetings.server.ts";
import { adjust, writeMinutes } from "./minutes.server.ts";
import { move, takeBack } from "./motions.server.ts";
import { herMeetings, herself, leave } from "./own.server.ts";
import { keepPerson } from "./register.server.ts";

let database: FreshDatabase;
let jour: JourId;
let majken: string;
let deps: AssociationDeps;
let from: string | undefined;
const clock = { now: 0 };
const sent: { to: string; subject: string; text: string }[] = [];

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  clock.now = Date.parse("2026-02-20T10:00:00Z");
  sent.length = 0;
  from = "jouren@vide.example";
  jour = await database.jour(`j${randomBytes(4).toString("hex")}`);
  majken = await colleague();
  deps = {
    ...{ database, now: () => clock.now, seal: houseSeal("one", "association") },
    mail: {
      from: async () => from,
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
interface Her {
  readonly id: string;
  readonly key: string;
}
async function member(name: string, more: Partial<Person> = {}): Promise<Her> {
  const id = randomUUID();
  const person: Person = { name, mail: `${name}@post.example`, address: "", language: "sv" };
  const wished = { id, version: 0, person: { ...person, ...more }, since: "2020-01-01" };
  expect(await keepPerson(deps, asker(), wished)).toEqual(ok());
  const found = (await board(deps, asker())).members.find((one) => one.id === id);
  return { id, key: found?.page?.split("/").at(-1)?.split("?")[0] ?? "" };
}
const only = async (): Promise<Meeting> => {
  const [first] = await meetings(deps, asker());
  if (!first) throw new Error("there is no meeting");
  return first;
};
async function planned(motionsUntil: string | null = "2026-03-01"): Promise<Meeting> {
  const written: WrittenMeeting = {
    ...{ id: randomUUID(), version: 0, starts: "2026-03-18T18:00", minutes: 120, feeYear: null },
    ...{ title: "Årsmöte", place: "", agenda: [{ title: "Öppnas", text: "" }], motionsUntil },
  };
  expect(await saveMeeting(deps, asker(), written)).toEqual(ok());
  return only();
}
async function called(motionsUntil?: string | null): Promise<Meeting> {
  expect(await call(deps, asker(), await planned(motionsUntil))).toEqual(ok());
  return only();
}
const pageOf = (key: string) =>
  database.tenant(jour, async (tx) => {
    const found = await herself(deps, tx, key);
    if (!found) throw new Error("nobody");
    const shown = await herMeetings(deps, tx, found);
    return { meetings: shown, minutes: await herMinutes(deps, tx, found) };
  });

describe("a motion", () => {
  const words = { title: "Öppet på söndagar", text: "Därför att\nmånga hör av sig då." };
  const write = (meeting: string, key: string, more: object = {}) =>
    move(deps, jour, key, { meeting, ...words, ...more });

  it("is taken from the call until its day, and then no more", () => {
    expect(mayMove("called", "2026-03-01", "2026-03-01")).toBe(true);
    expect(mayMove("called", "2026-03-01", "2026-03-02")).toBe(false);
    expect(mayMove("called", null, "2026-03-01")).toBe(false);
    for (const stage of ["planned", "open", "held", undefined] as const)
      expect(mayMove(stage, "2026-03-01", "2026-02-01")).toBe(false);
  });

  it("lies sealed, stands before the board by the agenda, and on her own page alone", async () => {
    const [rut, ida] = [await member("rut"), await member("ida")];
    const { id } = await called();
    expect(sent.find(({ to }) => to.startsWith("rut"))?.text).toContain(
      "senast söndag 1 mars 2026",
    );
    expect(await write(id, rut.key)).toEqual(ok());
    expect((await only()).motions).toMatchObject([{ member: rut.id, on: "2026-02-20", ...words }]);
    expect((await pageOf(rut.key)).meetings).toMatchObject([{ mayMove: true, motions: [words] }]);
    expect((await pageOf(ida.key)).meetings).toMatchObject([{ mayMove: true, motions: [] }]);
    const stored = JSON.stringify(
      await database.tenant(jour, (tx) => tx.rows("select * from association_motions")),
    );
    for (const word of ["söndagar", "hör av sig"]) expect(stored).not.toContain(word);
  });

  it("is refused before the call, after the day, of a stranger's key and of another jour", async () => {
    const rut = await member("rut");
    const meeting = await planned();
    expect(await write(meeting.id, rut.key)).toEqual(fail("closed"));
    await call(deps, asker(), meeting);
    expect(await write(meeting.id, "x".repeat(22))).toEqual(fail("not-found"));
    expect(await write(randomUUID(), rut.key)).toEqual(fail("closed"));
    const other = await database.jour("motions-elsewhere");
    expect(await move(deps, other, rut.key, { meeting: meeting.id, ...words })).toEqual(
      fail("not-found"),
    );
    clock.now = Date.parse("2026-03-01T23:30:00Z");
    expect(await write(meeting.id, rut.key)).toEqual(fail("closed"));
    expect((await only()).motions).toEqual([]);
  });

  it("sent twice is one, five are all, and she takes her own back until the day", async () => {
    const [rut, ida] = [await member("rut"), await member("ida")];
    const { id } = await called();
    const both = await Promise.all([write(id, rut.key), write(id, rut.key)]);
    expect(both).toEqual([ok(), ok()]);
    for (let at = 1; at < MOTION_LIMIT.each; at++)
      expect(await write(id, rut.key, { title: `${at}` })).toEqual(ok());
    expect(await write(id, rut.key, { title: "en till" })).toEqual(fail("limit-reached"));
    const [first, second] = (await only()).motions;
    if (!first || !second) throw new Error("no motions");
    expect(await takeBack(deps, jour, ida.key, first.id)).toEqual(fail("not-found"));
    expect(await takeBack(deps, jour, rut.key, first.id)).toEqual(ok());
    expect(await takeBack(deps, jour, rut.key, first.id)).toEqual(fail("not-found"));
    clock.now = Date.parse("2026-03-02T12:00:00Z");
    expect(await takeBack(deps, jour, rut.key, second.id)).toEqual(fail("closed"));
    expect((await only()).motions).toHaveLength(4);
    await leave(deps, jour, rut.key, "now");
    expect((await only()).motions).toEqual([]);
  });
});

describe("adjusting the minutes", () => {
  const write = (meeting: string, upon: number, text: string) =>
    writeMinutes(deps, asker(), { meeting, upon, text });
  async function held(): Promise<Meeting> {
    await step(deps, asker(), { ...(await planned()), to: "open" });
    await step(deps, asker(), { ...(await only()), to: "held" });
    const meeting = await only();
    expect(await write(meeting.id, 0, "# Protokoll")).toEqual(ok());
    return meeting;
  }
  const asking = async (members: readonly string[], upon = 1) =>
    askAdjusters(deps, asker(), { ...(await only()), upon, members });

  it("is asked of those who are chosen, who are told by a link of their own; the last one locks it", async () => {
    const [rut, elsa, ida] = [
      await member("rut"),
      await member("elsa", { mail: "", address: "Stigen" }),
      await member("ida"),
    ];
    const { id } = await held();
    expect(await asking([rut.id, elsa.id])).toEqual(ok());
    expect(sent.map(({ to }) => to)).toEqual(["rut@post.example"]);
    expect(sent[0]?.text).toContain(`https://vide.example/medlem/${rut.key}`);
    expect((await pageOf(ida.key)).minutes).toEqual([]);
    expect((await pageOf(elsa.key)).minutes).toMatchObject([
      { meeting: id, number: 1, text: "# Protokoll", hasConfirmed: false },
    ]);
    expect(await confirm(deps, jour, ida.key, { meeting: id, upon: 1 })).toEqual(fail("not-found"));
    expect(await confirm(deps, jour, rut.key, { meeting: id, upon: 1 })).toEqual(ok());
    const waiting = await only();
    expect(waiting.adjusted).toBeNull();
    expect(new Map(waiting.adjusters.map((one) => [one.member, one.confirmed]))).toEqual(
      new Map([
        [rut.id, 1],
        [elsa.id, null],
      ]),
    );
    const by = ["rut", "elsa"];
    expect(await adjust(deps, asker(), { ...waiting, upon: 1, by })).toEqual(fail("closed"));
    expect(await confirm(deps, jour, elsa.key, { meeting: id, upon: 1 })).toEqual(ok());
    const locked = await only();
    expect(locked.adjusted?.on).toBe("2026-02-20");
    expect([...(locked.adjusted?.by ?? [])].toSorted()).toEqual(["elsa", "rut"]);
    expect(locked.adjusters).toEqual([]);
    expect(await write(id, 1, "# Annat")).toEqual(fail("closed"));
    expect((await pageOf(rut.key)).minutes).toEqual([]);
    expect(await confirm(deps, jour, rut.key, { meeting: id, upon: 1 })).toEqual(fail("not-found"));
  });

  it("holds for the version that she read: of a later one she is asked anew", async () => {
    const [rut, elsa] = [await member("rut"), await member("elsa")];
    const { id } = await held();
    await asking([rut.id, elsa.id]);
    await confirm(deps, jour, rut.key, { meeting: id, upon: 1 });
    await write(id, 1, "# Protokoll, rättat");
    expect(await confirm(deps, jour, elsa.key, { meeting: id, upon: 1 })).toEqual(fail("closed"));
    expect(await confirm(deps, jour, elsa.key, { meeting: id, upon: 2 })).toEqual(ok());
    expect((await only()).adjusted).toBeNull();
    sent.length = 0;
    expect(await asking([rut.id, elsa.id], 2)).toEqual(ok());
    expect(sent.map(({ to }) => to)).toEqual(["rut@post.example"]);
    expect((await pageOf(rut.key)).minutes).toMatchObject([{ number: 2, hasConfirmed: false }]);
    expect(await confirm(deps, jour, rut.key, { meeting: id, upon: 2 })).toEqual(ok());
    expect((await only()).adjusted?.by).toHaveLength(2);
  });

  it("by all at once locks it once", async () => {
    const all = await Promise.all(["a", "b", "c", "d"].map((name) => member(name)));
    const { id } = await held();
    await asking(all.map((one) => one.id));
    const done = await Promise.all(
      all.map(({ key }) => confirm(deps, jour, key, { meeting: id, upon: 1 })),
    );
    expect(done).toEqual([ok(), ok(), ok(), ok()]);
    expect((await only()).adjusted?.by.toSorted()).toEqual(["a", "b", "c", "d"]);
  });

  it("may be asked of others or of nobody; on paper it is then as before", async () => {
    const [rut, elsa] = [await member("rut"), await member("elsa")];
    const { id } = await held();
    await asking([rut.id]);
    expect(await asking([elsa.id])).toEqual(ok());
    expect(await confirm(deps, jour, rut.key, { meeting: id, upon: 1 })).toEqual(fail("not-found"));
    expect(await asking([randomUUID()])).toEqual(fail("closed"));
    expect((await only()).adjusters).toMatchObject([{ member: elsa.id }]);
    expect(await asking([])).toEqual(ok());
    expect(await adjust(deps, asker(), { ...(await only()), upon: 1, by: ["Rut Ek"] })).toEqual(
      ok(),
    );
    expect(await asking([elsa.id])).toEqual(fail("closed"));
  });

  it("is locked by hand when whoever was missing has left; before it is held nobody is asked", async () => {
    const [rut, elsa] = [await member("rut"), await member("elsa")];
    await planned();
    expect(await asking([rut.id])).toEqual(fail("closed"));
    await step(deps, asker(), { ...(await only()), to: "open" });
    await step(deps, asker(), { ...(await only()), to: "held" });
    const { id } = await only();
    await write(id, 0, "# Protokoll");
    from = undefined;
    expect(await asking([rut.id, elsa.id])).toEqual(ok());
    expect(sent).toEqual([]);
    await confirm(deps, jour, rut.key, { meeting: id, upon: 1 });
    await leave(deps, jour, elsa.key, "now");
    const now = await only();
    expect(now.adjusters).toEqual([{ member: rut.id, confirmed: 1 }]);
    expect(await adjust(deps, asker(), { ...now, upon: 1, by: ["rut"] })).toEqual(ok());
  });
});
