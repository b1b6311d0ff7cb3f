import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../tests/factories/database.server.ts";
import { plusDays } from "../calendar/index.server.ts";
import type { JourId } from "../platform/database/index.server.ts";
import { houseSeal } from "../platform/house-seal.server.ts";
import { fail, ok } from "../platform/result.ts";
import { board } from "./board.server.ts";
import { CONSENT_VERSION, type Member, type Person } from "./contract.ts";
import type { AssociationDeps } from "./deps.server.ts";
import { openAssociation } from "./index.server.ts";
import { correct, leave } from "./own.server.ts";
import { ASKED_DAYS, FLOOD, MOST_MEMBERS } from "./policy.ts";
import { admit, ask, keepPerson, keepSettings, noteFee, remove } from "./register.server.ts";

let database: FreshDatabase;
let jour: JourId;
let deps: AssociationDeps;
let from: string | undefined;
const clock = { now: 0 };
const sent: { to: string; subject: string; text: string }[] = [];

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  clock.now = Date.parse("2026-11-20T10:00:00Z");
  sent.length = 0;
  from = "jouren@vide.example";
  jour = await database.jour(`j${randomBytes(4).toString("hex")}`);
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
  const words = { sv: "Plusgiro 12", en: "" };
  await keepSettings(deps, asker(), { isOpen: true, kronor: 200, words, keepMonths: 14 });
});

const asker = () => ({ jour, member: randomUUID() });
const rut: Person = { name: "Rut Ek", mail: "rut@ek.example", address: "", language: "sv" };

const members = async (): Promise<readonly Member[]> => (await board(deps, asker())).members;
const one = async (): Promise<Member> => {
  const [first] = await members();
  if (!first) throw new Error("nobody is there");
  return first;
};
async function joined(): Promise<Member> {
  expect(await ask(deps, jour, rut)).toEqual(ok());
  expect(await admit(deps, asker(), await one())).toEqual(ok());
  return one();
}
const keyOf = ({ page }: Member): string => page?.split("/").at(-1)?.split("?")[0] ?? "";
const everything = async (): Promise<string> =>
  JSON.stringify(await database.tenant(jour, (tx) => tx.rows("select * from association_members")));

describe("becoming a member", () => {
  it("lies sealed, notes what was agreed to and when, and mails nobody", async () => {
    expect(await ask(deps, jour, rut)).toEqual(ok());
    const consent = { version: CONSENT_VERSION, on: "2026-11-20", how: "page" };
    expect(await one()).toMatchObject({
      ...{ stage: "asked", person: rut, consent, page: null, deleteOn: "2027-02-17" },
    });
    const stored = await everything();
    for (const word of ["Rut", "ek.example", "2026-11-20"]) expect(stored).not.toContain(word);
    expect(sent).toEqual([]);
  });

  it("is refused where the jour takes nobody by its site, and nothing is kept", async () => {
    await keepSettings(deps, asker(), {
      ...{ isOpen: false, kronor: 0, words: { sv: "", en: "" }, keepMonths: 14 },
    });
    expect(await ask(deps, jour, rut)).toEqual(fail("closed"));
    expect(await members()).toEqual([]);
  });

  it("is refused in a flood, also when all come at once, and the next day is another", async () => {
    const all = await Promise.all(
      Array.from({ length: FLOOD.perDay + 5 }, () => ask(deps, jour, rut)),
    );
    expect(all.filter(({ ok: isTaken }) => isTaken)).toHaveLength(FLOOD.perDay);
    expect(await ask(deps, jour, rut)).toEqual(fail("limit-reached"));
    clock.now += 86_400_000;
    expect(await ask(deps, jour, rut)).toEqual(ok());
  });

  it("is refused on the day of the flood alone, also where months are of different length", async () => {
    clock.now = Date.parse("2026-11-28T10:00:00Z");
    for (let n = 0; n < FLOOD.perDay; n++) expect(await ask(deps, jour, rut)).toEqual(ok());
    expect(await ask(deps, jour, rut)).toEqual(fail("limit-reached"));
    clock.now += 86_400_000;
    expect(await ask(deps, jour, rut)).toEqual(ok());
  });

  it("is open again the next day, however many floods nobody has cleared away", async () => {
    const [today, before] = ["2026-11-20", "2026-11-01"].map((day) => plusDays(day, ASKED_DAYS));
    const some = (many: number, deleteOn = "") =>
      database.tenant(jour, (tx) =>
        tx.rows(
          `insert into association_members (id, jour_id, stage, sealed, delete_on)
           select gen_random_uuid(), $1, 'asked', '\\x00', $3::date from generate_series(1, $2)`,
          [jour, many, deleteOn],
        ),
      );
    await some(MOST_MEMBERS, before);
    await some(FLOOD.perDay, today);
    expect(await ask(deps, jour, rut)).toEqual(fail("limit-reached"));
    clock.now += 86_400_000;
    expect(await ask(deps, jour, rut)).toEqual(ok());
  });

  it("is the board’s to say: then she is told, with the link to her own page", async () => {
    const member = await joined();
    expect(member).toMatchObject({ stage: "member", since: "2026-11-20", deleteOn: null });
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ to: rut.mail });
    for (const words of [`https://vide.example${member.page}`, "200 kr", "Plusgiro 12"])
      expect(sent[0]?.text).toContain(words);
    expect(await admit(deps, asker(), { ...member, version: 1 })).toEqual(
      fail("changed-meanwhile"),
    );
  });

  it("works where there is no mail, and mails nobody", async () => {
    from = undefined;
    expect((await joined()).page).toMatch(/^\/medlem\/[\w-]{22}$/);
    expect(sent).toEqual([]);
  });
});

describe("the register", () => {
  it("takes whom the board enters, once, and what it corrects", async () => {
    const wished = { id: randomUUID(), version: 0, person: rut, since: "2019-03-01" };
    expect(await keepPerson(deps, asker(), wished)).toEqual(ok());
    expect(await keepPerson(deps, asker(), wished)).toEqual(fail("changed-meanwhile"));
    expect(await one()).toMatchObject({ since: "2019-03-01", consent: { how: "paper" } });
    const moved = { ...rut, mail: "", address: "Stigen 4" };
    const next = { ...wished, version: 1, person: moved };
    expect(await keepPerson(deps, asker(), next)).toEqual(ok());
    expect(await keepPerson(deps, asker(), next)).toEqual(fail("changed-meanwhile"));
    expect((await one()).person).toEqual(moved);
  });

  it("notes a fee of a year once, and takes it back", async () => {
    const member = await joined();
    for (const [kronor, version] of [
      [200, member.version],
      [250, member.version + 1],
    ] as const)
      expect(await noteFee(deps, asker(), { ...member, version, year: 2026, kronor })).toEqual(
        ok(),
      );
    expect((await one()).fees).toEqual([{ year: 2026, kronor: 250, on: "2026-11-20" }]);
    const { version } = await one();
    const back = { ...member, version, year: 2026, kronor: null };
    expect(await noteFee(deps, asker(), back)).toEqual(ok());
    expect((await one()).fees).toEqual([]);
  });

  it("deletes a member whole, and says when there is none", async () => {
    const member = await joined();
    expect(await remove(deps, asker(), member.id)).toEqual(ok());
    expect(await remove(deps, asker(), member.id)).toEqual(fail("not-found"));
    expect(await everything()).toBe("[]");
  });

  it("is nobody else’s: another jour finds and changes nothing", async () => {
    const member = await joined();
    const other = { jour: await database.jour("other"), member: randomUUID() };
    expect((await board(deps, other)).members).toEqual([]);
    expect(await remove(deps, other, member.id)).toEqual(fail("not-found"));
    expect(await correct(deps, other.jour, keyOf(member), rut)).toEqual(fail("not-found"));
    expect(await members()).toHaveLength(1);
  });

  it("cannot be read with another secret, and says so instead of failing", async () => {
    const member = await joined();
    deps = { ...deps, seal: houseSeal("another", "association") };
    expect(await one()).toMatchObject({ id: member.id, person: null, page: null });
    expect(await noteFee(deps, asker(), { ...member, year: 2026, kronor: 1 })).toEqual(
      fail("gone"),
    );
    expect(await remove(deps, asker(), member.id)).toEqual(ok());
  });
});

describe("a member herself", () => {
  it("corrects what is kept, by her key alone", async () => {
    const member = await joined();
    const corrected = { ...rut, name: "Rut Ekdahl" };
    expect(await correct(deps, jour, "x".repeat(22), corrected)).toEqual(fail("not-found"));
    expect(await correct(deps, jour, keyOf(member), corrected)).toEqual(ok());
    expect((await one()).person).toEqual(corrected);
  });

  it("leaves at once, and nothing is left; her key opens nothing more", async () => {
    const key = keyOf(await joined());
    expect(await leave(deps, jour, key, "now")).toEqual(ok());
    expect(await everything()).toBe("[]");
    expect(await leave(deps, jour, key, "now")).toEqual(fail("not-found"));
  });

  it("leaves at the end of the year, may stay after all, and a correction keeps what she chose", async () => {
    const house = openAssociation({ ...deps, secret: "one" });
    const member = await joined();
    const key = keyOf(member);
    expect(await leave(deps, jour, key, "year-end")).toEqual(ok());
    expect(await correct(deps, jour, key, rut)).toEqual(ok());
    expect(await one()).toMatchObject({ deleteOn: "2027-01-01", stage: "member" });
    expect(await leave(deps, jour, key, "stay")).toEqual(ok());
    expect((await one()).deleteOn).toBeNull();
    expect(await leave(deps, jour, key, "year-end")).toEqual(ok());
    clock.now = Date.parse("2026-12-31T12:00:00Z");
    await house.sweep(jour);
    expect(await members()).toHaveLength(1);
    clock.now = Date.parse("2027-01-01T12:00:00Z");
    await house.sweep(jour);
    expect(await everything()).toBe("[]");
  });
});

it("whom nobody has answered in three months of the shortest is deleted", async () => {
  const house = openAssociation({ ...deps, secret: "one" });
  await ask(deps, jour, rut);
  clock.now = Date.parse("2027-02-16T12:00:00Z");
  await house.sweep(jour);
  expect(await members()).toHaveLength(1);
  clock.now = Date.parse("2027-02-17T12:00:00Z");
  await house.sweep(jour);
  expect(await members()).toEqual([]);
});
