import { randomBytes } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { PlanningGround } from "../../tests/factories/planning.server.ts";
import { uuidBytes } from "../platform/ids.ts";
import { fail, ok } from "../platform/result.ts";
import { openPlanning } from "../planning/index.server.ts";
import { createSuite, type Suite } from "../protocol/index.ts";
import { sealNote } from "../protocol/records/index.ts";
import type { Asker, CareDeps } from "./deps.server.ts";
import { openCare } from "./index.server.ts";
import { hardBand, hoursBand, loadOf } from "./load.ts";
import { Loads } from "./loads.server.ts";
import { Supervision } from "./supervision.server.ts";

const ground = new PlanningGround();
const { clock, woman } = ground;
let suite: Suite;
beforeAll(async () => {
  suite = await createSuite();
});

/** As the house hands it in, with members read from the rows. */
const deps = (): CareDeps => {
  const planning = openPlanning(ground.deps);
  return {
    ...{ database: ground.database, now: () => clock.now },
    ...{ worked: planning.worked, supervisions: planning.supervisions },
    members: (jour) =>
      ground.database.tenant(jour, (tx) =>
        tx.rows('select id, name, role, seal_key as "sealKey" from members order by name'),
      ),
  };
};
const loads = () => new Loads(deps());
const room = () => new Supervision(deps());
const as = (member: string, isCoordinator = false): Asker => ({
  ...{ jour: ground.jour, member, isCoordinator },
});

/** A Thursday of supervision on December 3, with these on it. */
async function supervision(...members: string[]): Promise<string> {
  const [first = ""] = await ground.made({ kind: "supervision", title: "Handledning", needed: 8 });
  for (const member of members) await ground.places.take(ground.who(member), first, "on");
  return first;
}
const after = () => (clock.now = Date.parse("2026-12-03T20:00:00Z"));

async function sealed(session: string, author: string, readers: readonly string[]) {
  const of = {
    jour: uuidBytes(ground.jour),
    session: uuidBytes(session),
    author: uuidBytes(author),
  };
  const keys = await Promise.all(
    readers.map(async (id) => {
      const seal = await suite.xwing.publicKey(randomBytes(32));
      return { member: uuidBytes(id), seal, sealKeyHash: await suite.sha256(seal) };
    }),
  );
  return sealNote(suite, randomBytes(32), { ...of, at: 1, text: "Vi pratade om gränser." }, keys);
}
const write = async (who: string, session: string, readers: readonly string[], days = 30) =>
  room().write(as(who), { session, days, sealed: await sealed(session, who, readers) });
const notesFor = async (who: string, session: string) =>
  (await room().sessions(as(who))).sessions.find(({ id }) => id === session)?.notes ?? [];

describe("how much somebody carries", () => {
  it.each([
    [0, "none"],
    [0.5, "few"],
    [6, "few"],
    [6.5, "usual"],
    [12, "usual"],
    [20, "many"],
    [20.5, "very"],
  ])("%d hours are %s", (hours, band) => expect(hoursBand(hours)).toBe(band));

  it("is weighed in bands: none, some, many", () =>
    expect([0, 1, 2, 3, 99].map(hardBand)).toEqual(["none", "some", "some", "many", "many"]));

  it("counts shifts and their hours, and being on call without its hours", () => {
    const at = (kind: string, hours: number) => ({
      ...{ member: "a", kind, startsAt: 0, endsAt: hours * 3_600_000 },
    });
    const worked = [at("shift", 3), at("phone", 2.7), at("oncall", 168), at("meeting", 2)];
    expect(loadOf("2026-12", worked, 1)).toEqual({
      ...{ month: "2026-12", shifts: 2, hours: 5.5, onCall: 1, hard: 1 },
    });
  });

  it("is shown to herself exactly, to coordinators in bands, to nobody else", async () => {
    const [sara, lena] = [await woman("Sara"), await woman("Lena")];
    const [one = "", two = "", three = ""] = await ground.made();
    for (const shift of [one, two, three]) await ground.places.take(ground.who(sara), shift, "on");
    await ground.places.take(ground.who(lena), one, "reserve");
    clock.now = Date.parse("2026-12-12T08:00:00Z");
    for (let count = 0; count < 4; count++) await loads().hard(as(sara), 1);
    await loads().hard(as(sara), -1);
    // Two of her three are over.
    expect((await loads().mine(as(sara))).months[0]).toEqual({
      ...{ month: "2026-12", shifts: 2, hours: 6, onCall: 0, hard: 3 },
    });
    expect((await loads().mine(as(lena))).months[0]).toMatchObject({ shifts: 0, hard: 0 });
    const team = (await loads().overview(ground.jour)).members;
    expect(team.map(({ name, now }) => [name, now])).toEqual([
      ["Lena", { hours: "none", hard: "none" }],
      ["Sara", { hours: "few", hard: "many" }],
    ]);
    const elsewhere = await ground.database.jour();
    expect((await loads().mine({ ...as(sara), jour: elsewhere })).months[0]?.hard).toBe(0);
  });

  it("is never less than nothing, and forgotten after six months", async () => {
    const sara = await woman("Sara");
    await loads().hard(as(sara), -1);
    await loads().hard(as(sara), 1);
    await loads().hard(as(sara), -1);
    await loads().hard(as(sara), -1);
    const count = () =>
      ground.database.tenant(ground.jour, (tx) => tx.rows("select * from hard_contacts"));
    expect(await count()).toEqual([]);
    await loads().hard(as(sara), 1);
    clock.now = Date.parse("2027-04-30T12:00:00Z");
    await openCare(deps()).sweep(ground.jour);
    expect(await count()).toHaveLength(1);
    clock.now = Date.parse("2027-05-01T12:00:00Z");
    await openCare(deps()).sweep(ground.jour);
    expect(await count()).toEqual([]);
  });
});

describe("a session of supervision", () => {
  it("is led by whom the coordinator says, until it begins", async () => {
    const [sara, ulla] = [await woman("Sara"), await woman("Ulla")];
    const session = await supervision(sara);
    expect(await room().lead(as(sara, true), session, ulla)).toEqual(ok());
    const seen = (await room().sessions(as(sara))).sessions[0];
    expect(seen).toMatchObject({ people: ["Sara"], lead: { name: "Ulla" }, mayWrite: false });
    expect((await room().sessions(as(sara))).leads).toEqual([]);
    expect((await room().sessions(as(sara, true))).leads).toHaveLength(2);
    expect(await room().lead(as(sara, true), session, randomBytes(16).toString("hex"))).toEqual(
      fail("not-found"),
    );
    after();
    expect(await room().lead(as(sara, true), session, sara)).toEqual(fail("shift-over"));
  });

  it("has notes for those who were there and for her who led it, and for nobody else", async () => {
    const [sara, lena] = [await woman("Sara"), await woman("Lena")];
    const [ulla, kim] = [await woman("Ulla"), await woman("Kim")];
    const session = await supervision(sara, lena);
    await room().lead(as(kim, true), session, ulla);
    const three = [sara, lena, ulla];
    expect(await write(sara, session, three)).toEqual(fail("not-found"));
    after();
    expect(await write(sara, session, three)).toEqual(ok());
    for (const one of three) {
      const [note] = await notesFor(one, session);
      expect(note).toMatchObject({ authorName: "Sara", deleteOn: "2027-01-02" });
      expect(await room().open(as(one), note?.id ?? "")).toMatchObject({ ok: true });
    }
    const [note] = await notesFor(sara, session);
    const id = note?.id ?? "";
    // A coordinator who was not there sees not even that there is one.
    expect(await notesFor(kim, session)).toEqual([]);
    expect(await room().open(as(kim, true), id)).toEqual(fail("not-found"));
    expect(await room().remove(as(kim, true), id)).toEqual(fail("not-found"));
    expect(await room().readers(as(kim, true), session)).toEqual(fail("not-found"));
    expect(await write(kim, session, [...three, kim])).toEqual(fail("not-found"));
    const elsewhere = { ...as(sara), jour: await ground.database.jour() };
    expect(await room().open(elsewhere, id)).toEqual(fail("not-found"));
    const found = await room().readers(as(lena), session);
    expect(found.ok && found.value.readers.map(({ name }) => name)).toEqual([
      "Lena",
      "Sara",
      "Ulla",
    ]);
    expect(await room().remove(as(lena), id)).toEqual(fail("not-allowed"));
    expect(await room().remove(as(ulla), id)).toEqual(ok());
    expect(await notesFor(sara, session)).toEqual([]);
  });

  it("takes a note that is sealed to all who were there and to nobody else, by herself, of this session", async () => {
    const [sara, lena, kim] = [await woman("Sara"), await woman("Lena"), await woman("Kim")];
    const session = await supervision(sara, lena);
    after();
    expect(await write(sara, session, [sara])).toEqual(fail("changed-meanwhile"));
    expect(await write(sara, session, [sara, kim])).toEqual(fail("changed-meanwhile"));
    expect(await write(sara, session, [sara, lena, kim])).toEqual(fail("changed-meanwhile"));
    expect(await write(sara, session, [sara, sara])).toEqual(fail("changed-meanwhile"));
    const hers = async (bytes: Uint8Array) =>
      room().write(as(sara), { session, days: 30, sealed: bytes });
    expect(await hers(await sealed(session, lena, [sara, lena]))).toEqual(fail("note-refused"));
    expect(await hers(await sealed(kim, sara, [sara, lena]))).toEqual(fail("note-refused"));
    expect(await hers(new Uint8Array(40))).toEqual(fail("note-refused"));
    expect(await write(sara, session, [sara, lena])).toEqual(ok());
    const rows = await ground.database.tenant(ground.jour, (tx) =>
      tx.rows<{ sealed: Buffer }>("select sealed from supervision_notes"),
    );
    expect(rows[0]?.sealed.includes("gränser")).toBe(false);
  });

  it("loses its notes on the day that was chosen, and when she who wrote them leaves", async () => {
    const [sara, lena] = [await woman("Sara"), await woman("Lena")];
    const session = await supervision(sara, lena);
    after();
    await write(sara, session, [sara, lena], 14);
    await write(lena, session, [sara, lena], 90);
    expect(await notesFor(sara, session)).toHaveLength(2);
    clock.now = Date.parse("2026-12-16T12:00:00Z");
    await openCare(deps()).sweep(ground.jour);
    expect(await notesFor(sara, session)).toHaveLength(2);
    clock.now = Date.parse("2026-12-17T12:00:00Z");
    // Not shown on its day, swept or not.
    expect(await notesFor(sara, session)).toHaveLength(1);
    await openCare(deps()).sweep(ground.jour);
    const left = () =>
      ground.database.tenant(ground.jour, (tx) => tx.rows("select 1 from supervision_notes"));
    expect(await left()).toHaveLength(1);
    await ground.database.tenant(ground.jour, (tx) =>
      tx.rows("delete from members where id = $1", [lena]),
    );
    expect(await left()).toEqual([]);
  });
});
