import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/factories/database.server.ts";
import type { JourId } from "../../platform/database/index.server.ts";
import { fail, ok } from "../../platform/result.ts";
import { board, type CounsellingDeps } from "../board.server.ts";
import type { Companion, Willing } from "../contract.ts";
import { SeekerBooking } from "../seeker-booking.server.ts";
import { SupporterTeam } from "./service.server.ts";

let database: FreshDatabase;
let jour: JourId;
let deps: CounsellingDeps;
let team: SupporterTeam;
let hers: SeekerBooking;
let women: string[];
const willing: Willing = { visits: ["court"], places: ["Lund"], days: [] };

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

/** Anna, Sara and Lena; the last is not in the team. A token is the mailbox's id. */
beforeEach(async () => {
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
    ...{ database, now: () => Date.parse("2026-11-21T12:00:00Z") },
    members: async () =>
      women.map((id, at) => ({ id, name: `Nr ${at}`, teams: at === 2 ? ["letters"] : ["intake"] })),
    find: async (_, token) => (token.length === 16 ? ok(token) : fail("mailbox-unknown")),
  };
  [team, hers] = [new SupporterTeam(deps), new SeekerBooking(deps)];
  for (const id of women) await team.offer(by(id), willing);
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
  it("says what she is willing to, and takes it back; one who may not read requests is not named", async () => {
    const known = await team.look(by(anna()));
    expect(known.willing.map(({ id, mine }) => [id, mine])).toEqual(
      expect.arrayContaining([
        [anna(), true],
        [sara(), false],
      ]),
    );
    expect(known.willing.map(({ id }) => id)).not.toContain(lena());
    await team.offer(by(sara()), null);
    expect((await team.look(by(anna()))).willing.map(({ id }) => id)).toEqual([anna()]);
  });

  it("is asked only where she is willing and in the team, and only about a request", async () => {
    const [mine, letter] = [await request(), await request("letters")];
    expect(await team.ask(by(anna()), mine, lena())).toEqual(fail("not-found"));
    expect(await team.ask(by(anna()), letter, sara())).toEqual(fail("mailbox-unknown"));
    await team.offer(by(sara()), null);
    expect(await team.ask(by(anna()), mine, sara())).toEqual(fail("not-found"));
    expect(await told(mine)).toEqual({ state: "none", alias: "" });
  });

  it("who says yes first comes; the other is told, and she reads what that one is called", async () => {
    const mailbox = await request();
    for (const member of [anna(), sara()])
      expect(await team.ask(by(anna()), mailbox, member)).toEqual(ok());
    expect(await told(mailbox)).toEqual({ state: "asked", alias: "" });
    const both = await Promise.all(
      [anna(), sara()].map((one) => team.reply(by(one), mailbox, yes(one.slice(0, 8)))),
    );
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(both.filter((one) => !one.ok && one.code === "already-taken")).toHaveLength(1);
    const first = both[0]?.ok ? anna() : sara();
    expect(await told(mailbox)).toEqual({ state: "found", alias: first.slice(0, 8) });
    expect(await team.reply(by(first), mailbox, yes("Igen"))).toEqual(ok());
    expect(await stageOf(mailbox)).toBe("booked");
    expect(await team.ask(by(anna()), mailbox, sara())).toEqual(fail("already-taken"));
  });

  it("cannot say yes unless she was asked", async () => {
    const mailbox = await request();
    expect(await team.reply(by(sara()), mailbox, yes("Sara"))).toEqual(fail("not-found"));
    await team.ask(by(anna()), mailbox, sara());
    expect(await team.reply(by(sara()), mailbox, { yes: false, alias: "" })).toEqual(ok());
    expect(await team.reply(by(sara()), mailbox, yes("Sara"))).toEqual(fail("not-found"));
  });

  it("who cannot any more gives the request back, and that is told her who waits", async () => {
    const mailbox = await request();
    await team.ask(by(anna()), mailbox, sara());
    await team.reply(by(sara()), mailbox, yes("Sara"));
    await team.end(by(sara()), mailbox, sara());
    expect(await told(mailbox)).toEqual({ state: "lost", alias: "" });
    expect(await stageOf(mailbox)).toBe("contacted");
    await team.ask(by(sara()), mailbox, anna());
    expect(await team.reply(by(anna()), mailbox, yes("Anna"))).toEqual(ok());
    expect(await told(mailbox)).toEqual({ state: "found", alias: "Anna" });
  });

  it("is called off by her who holds the words, and everybody who was asked with her", async () => {
    const mailbox = await request();
    for (const member of [anna(), sara()]) await team.ask(by(anna()), mailbox, member);
    await team.reply(by(sara()), mailbox, yes("Sara"));
    expect(await hers.alone(jour, mailbox)).toEqual(ok());
    expect(await told(mailbox)).toEqual({ state: "ended", alias: "" });
    const { asks } = await team.look(by(anna()));
    expect(asks.map(({ state, alias }) => [state, alias])).toEqual([
      ["ended-by-her", ""],
      ["ended-by-her", ""],
    ]);
    expect(await team.reply(by(anna()), mailbox, yes("Anna"))).toEqual(fail("not-found"));
  });
});
