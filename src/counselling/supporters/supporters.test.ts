import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/factories/database.server.ts";
import type { JourId } from "../../platform/database/index.server.ts";
import { uuidBytes } from "../../platform/ids.ts";
import { fail, ok } from "../../platform/result.ts";
import { createSuite, type Suite } from "../../protocol/index.ts";
import { writeBrief } from "../../protocol/supporters/index.ts";
import { board } from "../board.server.ts";
import type { Companion, Willing } from "../contract.ts";
import { SeekerBooking } from "../seeker-booking.server.ts";
import { OwnAsks } from "./own.server.ts";
import { SupporterTeam } from "./service.server.ts";
import type { SupporterDeps } from "./shared.server.ts";

let database: FreshDatabase;
let jour: JourId;
let suite: Suite;
let deps: SupporterDeps;
let team: SupporterTeam;
let own: OwnAsks;
let hers: SeekerBooking;
let women: string[];
let seal: Uint8Array;
/** Whoever is on leave, and who was mailed. */
const away = new Set<string>();
const mailed: string[] = [];
const willing: Willing = { visits: ["court"], places: ["Lund"], days: [] };

beforeAll(async () => {
  [database, suite] = await Promise.all([freshDatabase(), createSuite()]);
  seal = await suite.xwing.publicKey(randomBytes(32));
});
afterAll(() => database.close());

/** Anna, Sara and Lena; the last is not in the team. A token is the mailbox's id. */
beforeEach(async () => {
  away.clear();
  mailed.length = 0;
  jour = await database.jour(`j${randomBytes(4).toString("hex")}`);
  women = [randomUUID(), randomUUID(), randomUUID()];
  for (const id of women)
    await database.tenant(jour, (tx) =>
      tx.rows(
        `insert into members (id, jour_id, name, role, teams, status, enrolment, identity_key, seal_key, created_month)
         values ($1, $2, $3, 'volunteer', '{intake}', 'active', '\\x00', $4, $5, '2026-10-01')`,
        [id, jour, id.slice(0, 8), randomBytes(32), randomBytes(1216)],
      ),
    );
  deps = {
    ...{ database, suite, now: () => Date.parse("2026-11-21T12:00:00Z") },
    members: async () =>
      women.map((id, at) => ({
        ...{ id, name: `Nr ${at}`, sealKey: seal, teams: at === 2 ? ["letters"] : ["intake"] },
      })),
    find: async (_, token) => (token.length === 16 ? ok(token) : fail("mailbox-unknown")),
    clearance: async (_, member) => (away.has(member) ? fail("on-leave") : ok()),
    aside: { close: async (_, __, clear) => clear, open: async (_, __, sealed) => sealed },
    mailFrom: async () => "jour@example.org",
    tell: async (_, from, __, member) => void mailed.push(`${from} ${member}`),
  };
  [team, own, hers] = [new SupporterTeam(deps), new OwnAsks(deps), new SeekerBooking(deps)];
  for (const id of women) await own.offer(by(id), willing);
});

const by = (member: string) => ({ jour, member });
const [anna, sara, lena] = [() => women[0] ?? "", () => women[1] ?? "", () => women[2] ?? ""];

async function request(name: "intake" | "letters" = "intake"): Promise<Buffer> {
  const id = randomBytes(16);
  await database.tenant(jour, (tx) =>
    tx.rows(
      `insert into mailboxes (id, jour_id, team, face_id, kind, token_hash, oldest_key, active_on, expires_on)
       values ($1, $2, $3, $4, 'sealed', $5, 1, '2026-10-01', '2026-10-31')`,
      [id, jour, name, randomUUID(), randomBytes(32)],
    ),
  );
  return id;
}
interface Writing {
  readonly from?: string;
  readonly ask?: Uint8Array;
  readonly after?: Uint8Array;
  readonly number?: number;
}
async function briefTo(
  mailbox: Uint8Array,
  member: string,
  how: Writing = {},
): Promise<Uint8Array> {
  const { from = anna(), ask = randomBytes(16), after, number = after ? 2 : 1 } = how;
  return writeBrief(suite, randomBytes(32), {
    header: {
      ...{ jour: uuidBytes(jour), mailbox, ask, to: uuidBytes(member), author: uuidBytes(from) },
      previous: after ? await suite.sha256(after) : new Uint8Array(32),
      ...{ number, teamKey: randomBytes(32) },
    },
    content: { at: 0, visit: "court", town: "Lund", date: "", text: "" },
    to: { seal, sealKeyHash: await suite.sha256(seal) },
    team: seal,
  });
}
const askHer = async (mailbox: Uint8Array, member: string, from = anna()) =>
  team.ask(by(from), mailbox, member, await briefTo(mailbox, member, { from }));
/** What she can read now. */
const readBy = async (member: string): Promise<number> =>
  (await own.look(by(member))).asks.flatMap(({ briefs }) => briefs).length;
const yes = (alias: string) => ({ yes: true, alias });
const told = async (mailbox: Buffer): Promise<Companion | undefined> => {
  const times = await hers.times(jour, mailbox);
  return times.ok ? times.value.companion : undefined;
};
const stageOf = async (mailbox: Buffer): Promise<string | undefined> =>
  (await board(deps, by(anna()))).standings.find(
    (one) => one.mailbox === mailbox.toString("base64url"),
  )?.stage;

describe("a supporter", () => {
  it("says what she is willing to, in whatever team she is, and takes it back", async () => {
    const known = await team.look(by(anna()));
    expect(known.willing.map(({ id, mine }) => [id, mine]).toSorted()).toEqual(
      [[anna(), true], ...[sara(), lena()].map((id) => [id, false])].toSorted(),
    );
    expect((await own.look(by(lena()))).willing).toEqual(willing);
    await own.offer(by(sara()), null);
    expect((await team.look(by(anna()))).willing.map(({ id }) => id)).not.toContain(sara());
  });

  it("is asked only where she is willing and in order, and only about a request", async () => {
    const [mine, letter] = [await request(), await request("letters")];
    expect(await askHer(letter, lena())).toEqual(fail("mailbox-unknown"));
    away.add(lena());
    expect(await askHer(mine, lena())).toEqual(fail("not-found"));
    expect((await team.look(by(anna()))).willing.map(({ id }) => id)).not.toContain(lena());
    await own.offer(by(sara()), null);
    expect(await askHer(mine, sara())).toEqual(fail("not-found"));
    expect(await askHer(mine, randomUUID())).toEqual(fail("not-found"));
    expect(await told(mine)).toEqual({ state: "none", alias: "" });
    expect(mailed).toEqual([]);
  });

  it("outside the team reads what is written to her, and nothing once she has said no", async () => {
    const mailbox = await request();
    const first = await briefTo(mailbox, lena());
    expect(await team.ask(by(anna()), mailbox, lena(), first)).toEqual(ok());
    expect(mailed).toEqual([`jour@example.org ${lena()}`]);
    const { asks } = await own.look(by(lena()));
    expect(asks).toMatchObject([{ state: "asked", taken: false }]);
    expect(asks[0]?.briefs).toEqual([Buffer.from(first).toString("base64url")]);
    expect(await readBy(sara())).toBe(0);
    away.add(lena());
    expect(await readBy(lena())).toBe(0);
    expect(await own.reply(by(lena()), mailbox, yes("L"))).toEqual(fail("on-leave"));
    away.clear();
    expect(await own.reply(by(lena()), mailbox, { yes: false, alias: "" })).toEqual(ok());
    expect(await readBy(lena())).toBe(0);
    const rows = await database.tenant(jour, (tx) => tx.rows("select 1 from supporter_briefs"));
    expect(rows).toEqual([]);
  });

  it("is told more, in one row that nobody breaks; not after she has withdrawn", async () => {
    const mailbox = await request();
    const ask = randomBytes(16);
    const first = await briefTo(mailbox, lena(), { ask });
    await team.ask(by(anna()), mailbox, lena(), first);
    expect(await askHer(mailbox, lena(), sara())).toEqual(fail("changed-meanwhile"));
    const more = await briefTo(mailbox, lena(), { ask, after: first, from: sara() });
    expect(await team.tell(by(anna()), mailbox, lena(), more)).toEqual(fail("letter-refused"));
    expect(await team.tell(by(sara()), mailbox, lena(), more)).toEqual(ok());
    expect(await team.tell(by(sara()), mailbox, lena(), more)).toEqual(fail("changed-meanwhile"));
    const other = await briefTo(mailbox, lena(), { after: more, number: 3 });
    expect(await team.tell(by(anna()), mailbox, lena(), other)).toEqual(fail("letter-refused"));
    expect(await team.told(by(anna()), mailbox, lena())).toMatchObject({
      value: { ask: ask.toString("base64url"), briefs: { length: 2 } },
    });
    await own.reply(by(lena()), mailbox, yes("Lo"));
    expect(await readBy(lena())).toBe(2);
    expect(await own.stop(by(lena()), mailbox)).toEqual(ok());
    const late = await briefTo(mailbox, lena(), { ask, after: more, number: 3 });
    expect(await team.tell(by(anna()), mailbox, lena(), late)).toEqual(fail("not-found"));
    expect(await readBy(lena())).toBe(0);
  });

  it("who says yes first comes; the other is told, and she reads what that one is called", async () => {
    const mailbox = await request();
    for (const member of [anna(), sara()]) expect(await askHer(mailbox, member)).toEqual(ok());
    expect(await told(mailbox)).toEqual({ state: "asked", alias: "" });
    const both = await Promise.all(
      [anna(), sara()].map((one) => own.reply(by(one), mailbox, yes(one.slice(0, 8)))),
    );
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(both.filter((one) => !one.ok && one.code === "already-taken")).toHaveLength(1);
    const first = both[0]?.ok ? anna() : sara();
    expect(await told(mailbox)).toEqual({ state: "found", alias: first.slice(0, 8) });
    const [hears, second] = first === anna() ? [anna(), sara()] : [sara(), anna()];
    expect([await readBy(hears), await readBy(second)]).toEqual([1, 0]);
    expect(await own.reply(by(first), mailbox, yes("Igen"))).toEqual(ok());
    expect(await stageOf(mailbox)).toBe("booked");
    expect(await askHer(mailbox, sara())).toEqual(fail("already-taken"));
  });

  it("cannot say yes unless she was asked", async () => {
    const mailbox = await request();
    expect(await own.reply(by(sara()), mailbox, yes("Sara"))).toEqual(fail("not-found"));
    await askHer(mailbox, sara(), anna());
    expect(await own.reply(by(sara()), mailbox, { yes: false, alias: "" })).toEqual(ok());
    expect(await own.reply(by(sara()), mailbox, yes("Sara"))).toEqual(fail("not-found"));
  });

  it("who cannot any more gives the request back, and that is told her who waits", async () => {
    const mailbox = await request();
    await askHer(mailbox, sara(), anna());
    await own.reply(by(sara()), mailbox, yes("Sara"));
    await own.stop(by(sara()), mailbox);
    expect(await told(mailbox)).toEqual({ state: "lost", alias: "" });
    expect(await stageOf(mailbox)).toBe("contacted");
    await askHer(mailbox, anna(), sara());
    expect(await own.reply(by(anna()), mailbox, yes("Anna"))).toEqual(ok());
    expect(await told(mailbox)).toEqual({ state: "found", alias: "Anna" });
  });

  it("is called off by her who holds the words, and everybody who was asked with her", async () => {
    const mailbox = await request();
    for (const member of [anna(), sara()]) await askHer(mailbox, member, anna());
    await own.reply(by(sara()), mailbox, yes("Sara"));
    expect(await hers.alone(jour, mailbox)).toEqual(ok());
    expect(await told(mailbox)).toEqual({ state: "ended", alias: "" });
    const { asks } = await team.look(by(anna()));
    expect(asks.map(({ state, alias }) => [state, alias])).toEqual([
      ["ended-by-her", ""],
      ["ended-by-her", ""],
    ]);
    expect(await own.reply(by(anna()), mailbox, yes("Anna"))).toEqual(fail("not-found"));
  });
});
