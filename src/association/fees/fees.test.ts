import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/factories/database.server.ts";
import type { JourId } from "../../platform/database/index.server.ts";
import { houseSeal } from "../../platform/house-seal.server.ts";
import { fail, ok } from "../../platform/result.ts";
import { board } from "../board.server.ts";
import type { Fee, Person } from "../contract.ts";
import type { AssociationDeps } from "../deps.server.ts";
import { openAssociation } from "../index.server.ts";
import { correct, leave } from "../own.server.ts";
import { keepPerson, noteFee } from "../register.server.ts";
import { type Owing, toRemind } from "./policy.ts";
import { handOverReminders, remind, reminders } from "./reminding.server.ts";

let database: FreshDatabase;
let jour: JourId;
let deps: AssociationDeps;
let from: string | undefined;
let breaks = false;
const clock = { now: 0 };
const sent: { to: string; subject: string; text: string }[] = [];

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  clock.now = Date.parse("2026-05-10T10:00:00Z");
  sent.length = 0;
  [from, breaks] = ["jouren@vide.example", false];
  jour = await database.jour(`j${randomBytes(4).toString("hex")}`);
  deps = {
    ...{ database, now: () => clock.now, seal: houseSeal("one", "association") },
    mail: {
      from: async () => from,
      async queue(_, __, mail) {
        if (breaks) throw new Error("killed");
        sent.push(mail);
      },
      standings: async () => [],
      forget: async () => undefined,
    },
    nameOf: async () => "Kvinnojouren Vide",
    originOf: async () => "https://vide.example",
    deskNames: async () => [],
    changed: () => undefined,
  };
});

const asker = () => ({ jour, member: randomUUID() });
async function member(name: string, more: Partial<Person> = {}, since = "2020-01-01") {
  const id = randomUUID();
  const person: Person = { name, mail: `${name}@post.example`, address: "", language: "sv" };
  const wished = { id, version: 0, person: { ...person, ...more }, since };
  expect(await keepPerson(deps, asker(), wished)).toEqual(ok());
  return id;
}
const paid = async (id: string, year = 2026) =>
  expect(await noteFee(deps, asker(), { id, version: 1, year, kronor: 200 })).toEqual(ok());
async function keyOf(id: string): Promise<string> {
  const found = (await board(deps, asker())).members.find((one) => one.id === id);
  return found?.page?.split("/").at(-1)?.split("?")[0] ?? "";
}
const text = { sv: "Avgiften är 200 kr.", en: "" };
const send = (more: object = {}) =>
  remind(deps, asker(), { id: randomUUID(), year: 2026, text, ...more });
const names = (): string[] => sent.map(({ to }) => to.split("@")[0] ?? "").toSorted();

describe("whom a reminder is for", () => {
  const one = (more: Partial<Owing>): Owing => ({
    ...{ id: "a", stage: "member", since: "2020-01-01", deleteOn: null, fees: [] as Fee[] },
    person: { name: "x", mail: "a@b.example", address: "", language: "sv" },
    ...more,
  });
  const due = (owing: Owing, on = "", today = "2026-05-10") => {
    const reminded = on === "" ? [] : [{ member: "a", on }];
    const { byMail, byLetter, recently } = toRemind([owing], 2026, { reminded, today });
    return [byMail.length, byLetter.length, recently.length].join("");
  };

  it.each([
    ["has not paid", one({}), "100"],
    ["has paid another year", one({ fees: [{ year: 2025, kronor: 1, on: "" }] }), "100"],
    ["has paid", one({ fees: [{ year: 2026, kronor: 1, on: "" }] }), "000"],
    ["has asked and is no member", one({ stage: "asked" }), "000"],
    ["leaves at the end of the year", one({ deleteOn: "2027-01-01" }), "000"],
    ["joined after that year", one({ since: "2027-01-01" }), "000"],
    ["cannot be read", one({ person: null }), "000"],
    [
      "is reached by letter",
      one({ person: { name: "x", mail: "", address: "y", language: "sv" } }),
      "010",
    ],
  ])("%s", (_, owing, wanted) => expect(due(owing)).toBe(wanted));

  it("is nobody twice in a month, whatever its length", () => {
    for (const [on, today, wanted] of [
      ...([
        ["2026-04-10", "2026-05-09", "001"],
        ["2026-04-10", "2026-05-10", "100"],
      ] as const),
      ...([
        ["2026-01-31", "2026-02-28", "001"],
        ["2026-01-31", "2026-03-01", "100"],
      ] as const),
      ...([
        ["2025-12-15", "2026-01-14", "001"],
        ["2025-12-15", "2026-01-15", "100"],
      ] as const),
    ])
      expect([on, today, due(one({}), on, today)]).toEqual([on, today, wanted]);
  });
});

describe("reminding of the fee", () => {
  it("goes to those who have not paid, with the board’s words and her own link, and is noted", async () => {
    const [rut, elsa] = [
      await member("rut"),
      await member("elsa", { mail: "", address: "Stigen" }),
    ];
    await paid(await member("ida"));
    await member("amy", { language: "en" });
    expect(await send()).toEqual(ok({ mails: 2, letters: 1 }));
    expect(names()).toEqual(["amy", "rut"]);
    const hers = sent.find(({ to }) => to.startsWith("rut"));
    for (const words of ["Avgiften är 200 kr.", await keyOf(rut), "Kvinnojouren Vide"])
      expect(hers?.text).toContain(words);
    expect(hers?.text).not.toContain(await keyOf(elsa));
    const amys = sent.find(({ to }) => to.startsWith("amy"));
    expect(amys?.subject).toBe("The membership fee of 2026, Kvinnojouren Vide");
    expect(amys?.text).toContain("Avgiften är 200 kr.");
    const all = await reminders(deps, asker());
    expect(all.rounds).toMatchObject([
      { year: 2026, on: "2026-05-10", text, mails: { waiting: 0, sent: 2 }, letters: [elsa] },
    ]);
    expect(all.reminded).toHaveLength(3);
    const stored = JSON.stringify(
      await database.tenant(jour, (tx) => tx.rows("select * from association_reminder_rounds")),
    );
    expect(stored).not.toContain("200 kr");
  });

  it("reminds nobody twice in a month, also when two press at once; after it those who still owe", async () => {
    const rut = await member("rut");
    await member("elsa");
    const both = await Promise.all([send(), send()]);
    expect(both).toContainEqual(ok({ mails: 2, letters: 0 }));
    expect(both).toContainEqual(fail("closed"));
    clock.now = Date.parse("2026-06-09T10:00:00Z");
    await member("ida");
    expect(await send()).toEqual(ok({ mails: 1, letters: 0 }));
    expect(names()).toEqual(["elsa", "ida", "rut"]);
    sent.length = 0;
    await paid(rut);
    clock.now = Date.parse("2026-06-10T10:00:00Z");
    expect(await send()).toEqual(ok({ mails: 1, letters: 0 }));
    expect(names()).toEqual(["elsa"]);
  });

  it("is handed over once each, also when it was killed between and two go on with it", async () => {
    for (let at = 0; at < 45; at++) await member(`m${at}`);
    breaks = true;
    await expect(send()).rejects.toThrow("killed");
    expect(sent).toEqual([]);
    expect(await send()).toEqual(fail("closed"));
    breaks = false;
    await Promise.all([handOverReminders(deps, jour), handOverReminders(deps, jour)]);
    await openAssociation({ ...deps, secret: "one" }).sweep(jour);
    expect(sent).toHaveLength(45);
    expect(new Set(names()).size).toBe(45);
  });

  it("is not sent to whoever has paid, or left, since it was noted", async () => {
    const [rut, ida, elsa] = [await member("rut"), await member("ida"), await member("elsa")];
    breaks = true;
    await expect(send()).rejects.toThrow("killed");
    breaks = false;
    await paid(rut);
    await leave(deps, jour, await keyOf(ida), "now");
    const moved = { name: "elsa", mail: "ny@post.example", address: "", language: "sv" } as const;
    await correct(deps, jour, await keyOf(elsa), moved);
    await handOverReminders(deps, jour);
    expect(names()).toEqual(["ny"]);
  });

  it("is refused without mail where a mail is due, and of a number that was used", async () => {
    await member("rut");
    from = undefined;
    expect(await send()).toEqual(fail("mail-off"));
    expect((await reminders(deps, asker())).rounds).toEqual([]);
    from = "jouren@vide.example";
    const id = randomUUID();
    expect(await send({ id })).toEqual(ok({ mails: 1, letters: 0 }));
    await member("elsa");
    expect(await send({ id })).toEqual(fail("changed-meanwhile"));
    expect(names()).toEqual(["rut"]);
  });

  it("is nobody else’s, and is forgotten after a year", async () => {
    await member("rut");
    await send();
    const other = { jour: await database.jour("elsewhere2"), member: randomUUID() };
    expect((await reminders(deps, other)).rounds).toEqual([]);
    const house = openAssociation({ ...deps, secret: "one" });
    clock.now = Date.parse("2027-05-09T10:00:00Z");
    await house.sweep(jour);
    expect((await reminders(deps, asker())).rounds).toHaveLength(1);
    clock.now = Date.parse("2027-05-10T10:00:00Z");
    await house.sweep(jour);
    expect(await reminders(deps, asker())).toMatchObject({ rounds: [], reminded: [] });
  });
});
