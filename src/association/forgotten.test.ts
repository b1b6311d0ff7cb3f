import { mkdtempSync, rmSync } from "node:fs";
import { randomBytes, randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../tests/factories/database.server.ts";
import { openRelay, type Relay } from "../../tests/factories/relay.server.ts";
import type { JourId } from "../platform/database/index.server.ts";
import { houseSeal } from "../platform/house-seal.server.ts";
import { Outbox } from "../platform/mail/index.server.ts";
import { ok } from "../platform/result.ts";
import { openShredStore, type ShredStore } from "../platform/shred/index.server.ts";
import { board } from "./board.server.ts";
import { call } from "./calling.server.ts";
import type { Person } from "./contract.ts";
import type { AssociationDeps } from "./deps.server.ts";
import { remind } from "./fees/reminding.server.ts";
import { openAssociation } from "./index.server.ts";
import { saveMeeting } from "./meetings.server.ts";
import { leave } from "./own.server.ts";
import { admit, ask, keepPerson, keepSettings, remove } from "./register.server.ts";

// Whoever is deleted while the mail server is away: what waits for her is deleted too.

let database: FreshDatabase;
let jour: JourId;
let relay: Relay;
let keys: ShredStore;
let outbox: Outbox;
let deps: AssociationDeps;
const home = mkdtempSync(join(tmpdir(), "lykta-forgotten-"));
const clock = { now: 0 };
const from = "jouren@vide.example";

beforeAll(async () => {
  [database, relay, keys] = await Promise.all([freshDatabase(), openRelay(), openShredStore(home)]);
});
afterAll(async () => {
  await relay.close();
  await database.close();
  rmSync(home, { recursive: true });
});

beforeEach(async () => {
  clock.now = Date.parse("2026-11-20T10:00:00Z");
  relay.taken.length = 0;
  for (const key of await keys.list()) await keys.destroy(key);
  jour = await database.jour(`j${randomBytes(4).toString("hex")}`);
  const server = { host: "127.0.0.1", port: relay.port, security: "none" as const };
  const login = { user: undefined, password: undefined };
  const sender = { server: { ...server, ...login }, address: from, name: "" };
  const now = () => clock.now;
  outbox = new Outbox({ database, keys, now, sender: async () => sender });
  deps = {
    ...{ database, now, seal: houseSeal("one", "association") },
    mail: {
      from: async () => from,
      queue: (tx, by, mail) => outbox.queue(tx, by, mail),
      standings: (tx) => outbox.standings(tx),
      forget: (tx, about) => outbox.forget(tx, about),
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
const waiting = (): Promise<object[]> =>
  database.tenant(jour, (tx) => tx.rows("select id from mail_outbox where sealed is not null"));
const members = async () => (await board(deps, asker())).members;
const keyOf = ({ page }: { readonly page: string | null }): string =>
  page?.split("/").at(-1)?.split("?")[0] ?? "";

async function admitted() {
  expect(await ask(deps, jour, rut)).toEqual(ok());
  const [asked] = await members();
  if (!asked) throw new Error("nobody has asked");
  expect(await admit(deps, asker(), asked)).toEqual(ok());
  const [member] = await members();
  if (!member) throw new Error("nobody is a member");
  return member;
}

/** Mailed thrice, once of them by a call that a later one has taken the place of; none has gone. */
async function mailedOften() {
  const member = await admitted();
  const meeting = {
    ...{ id: randomUUID(), version: 0, starts: "2026-12-10T18:00", minutes: 120, feeYear: null },
    ...{ title: "Årsmöte", place: "", motionsUntil: null },
    agenda: [{ title: "Mötet öppnas", text: "" }],
  };
  expect(await saveMeeting(deps, asker(), meeting)).toEqual(ok());
  for (const version of [1, 2])
    expect(await call(deps, asker(), { id: meeting.id, version })).toEqual(ok());
  const reminding = { id: randomUUID(), year: 2026, text: { sv: "Avgiften", en: "" } };
  expect(await remind(deps, asker(), reminding)).toMatchObject({ ok: true });
  expect(await waiting()).toHaveLength(4);
  return member;
}

async function nothingIsLeft(): Promise<void> {
  expect(await waiting()).toEqual([]);
  await outbox.tend(jour);
  expect(relay.taken).toEqual([]);
  expect(await keys.list()).toEqual([]);
}

it("she ends her membership: of four mails that waited none is kept, and none is sent", async () => {
  expect(await leave(deps, jour, keyOf(await mailedOften()), "now")).toEqual(ok());
  await nothingIsLeft();
});

it("the board deletes her, and what waited for another goes", async () => {
  const member = await mailedOften();
  const other = { ...rut, name: "Amy", mail: "amy@berg.example" };
  const id = randomUUID();
  await keepPerson(deps, asker(), { id, version: 0, person: other, since: "2020-01-01" });
  await remind(deps, asker(), { id: randomUUID(), year: 2026, text: { sv: "Avgiften", en: "" } });
  expect(await remove(deps, asker(), member.id)).toEqual(ok());
  expect(await waiting()).toHaveLength(1);
  await outbox.tend(jour);
  expect(relay.taken.map((mail) => /^To: (.*)\r/m.exec(mail)?.[1])).toEqual(["amy@berg.example"]);
});

it("her year is over: what was mailed on its last day and waits is deleted with her", async () => {
  const house = openAssociation({ ...deps, secret: "one" });
  const member = await admitted();
  expect(await leave(deps, jour, keyOf(member), "year-end")).toEqual(ok());
  clock.now = Date.parse("2027-01-01T12:00:00Z");
  await house.sweep(jour);
  expect(await members()).toEqual([]);
  await nothingIsLeft();
});
