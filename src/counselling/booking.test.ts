import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../tests/factories/database.server.ts";
import type { JourId } from "../platform/database/index.server.ts";
import { fail, ok } from "../platform/result.ts";
import { board, type CounsellingDeps, move } from "./board.server.ts";
import { TeamBooking } from "./booking.server.ts";
import { SeekerBooking } from "./seeker-booking.server.ts";
import { seriesOf } from "./series.ts";

let database: FreshDatabase;
let jour: JourId;
let deps: CounsellingDeps;
let hers: SeekerBooking;
let team: TeamBooking;
let anna: string;
const clock = { now: Date.parse("2026-10-01T08:00:00Z") };

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

/** In this test a token is the mailbox's id. */
beforeEach(async () => {
  jour = await database.jour(`j${randomBytes(4).toString("hex")}`);
  anna = randomUUID();
  await database.tenant(jour, (tx) =>
    tx.rows(
      `insert into members (id, jour_id, name, role, teams, status, enrolment, identity_key, seal_key, created_month)
       values ($1, $2, 'Anna', 'volunteer', '{intake}', 'active', '\\x00', $3, $4, '2026-10-01')`,
      [anna, jour, randomBytes(32), randomBytes(1216)],
    ),
  );
  deps = {
    ...{ database, now: () => clock.now },
    members: async () => [{ id: anna, name: "Anna", teams: ["intake"] }],
    find: async (_, token) => (token.length === 16 ? ok(token) : fail("mailbox-unknown")),
  };
  hers = new SeekerBooking(deps);
  team = new TeamBooking(deps);
});

const asker = () => ({ jour, member: anna });

async function request(answered = true, name: "intake" | "letters" = "intake"): Promise<Buffer> {
  const id = randomBytes(16);
  await database.tenant(jour, (tx) =>
    tx.rows(
      `insert into mailboxes (id, jour_id, team, face_id, kind, token_hash, oldest_key, active_on, expires_on)
       values ($1, $2, $3, $4, 'sealed', $5, 1, '2026-10-01', '2026-10-31')`,
      [id, jour, name, randomUUID(), randomBytes(32)],
    ),
  );
  if (answered)
    await move(deps, asker(), { mailbox: id, stage: "contacted", reason: null, version: 0 });
  return id;
}

async function publish(first: string, weeks = 1): Promise<string[]> {
  expect(await team.publish(asker(), { first, weeks, minutes: 50, place: "room" })).toEqual(ok());
  return (await team.times(asker())).times.map(({ id }) => id);
}

const stageOf = async (mailbox: Buffer): Promise<string | undefined> =>
  (await board(deps, asker())).standings.find(
    (one) => one.mailbox === mailbox.toString("base64url"),
  )?.stage;

describe("a time", () => {
  it("is taken by one of many who want it at once; the others are told, and none is booked twice", async () => {
    const [time = ""] = await publish("2026-10-20T14:00");
    const all = await Promise.all(Array.from({ length: 12 }, () => request()));
    const done = await Promise.all(all.map((one) => hers.book(jour, one, { time, instead: null })));
    expect(done.filter((one) => one.ok)).toHaveLength(1);
    expect(done.filter((one) => !one.ok && one.code === "time-taken")).toHaveLength(11);
    const winner = all[done.findIndex((one) => one.ok)] as Buffer;
    expect(await stageOf(winner)).toBe("booked");
    expect(await hers.book(jour, winner, { time, instead: null })).toEqual(ok());
  });

  it("is changed in one step: the old one is hers until the new one is", async () => {
    const [one = "", two = ""] = await publish("2026-10-20T14:00", 2);
    const [mine, others] = [await request(), await request()];
    await hers.book(jour, mine, { time: one, instead: null });
    await hers.book(jour, others, { time: two, instead: null });
    const refused = await hers.book(jour, mine, { time: two, instead: one });
    expect(refused).toEqual(fail("time-taken"));
    const still = await hers.times(jour, mine);
    expect(still.ok && still.value.mine.map(({ id }) => id)).toEqual([one]);
    await hers.cancel(jour, others, two);
    expect(await hers.book(jour, mine, { time: two, instead: one })).toEqual(ok());
    const now = await hers.times(jour, mine);
    expect(now.ok && now.value.mine.map(({ id }) => id)).toEqual([two]);
    expect(now.ok && now.value.free.map(({ id }) => id)).toEqual([one]);
  });

  it("can be chosen only by a request that has been answered, and by no other letter", async () => {
    const [time = ""] = await publish("2026-10-20T14:00");
    const [unseen, letter] = [await request(false), await request(false, "letters")];
    const early = await hers.times(jour, unseen);
    expect(early).toMatchObject(ok({ mine: [], free: [], mayChoose: false }));
    const wish = { time, instead: null };
    expect(await hers.book(jour, unseen, wish)).toEqual(fail("not-open-yet"));
    expect(await hers.book(jour, letter, wish)).toEqual(fail("mailbox-unknown"));
    expect(await team.give(asker(), letter, [time])).toEqual(fail("mailbox-unknown"));
  });

  it("is not taken from another by naming it as one's own", async () => {
    const [one = "", two = ""] = await publish("2026-10-20T14:00", 2);
    const [mine, others] = [await request(), await request()];
    await hers.book(jour, others, { time: one, instead: null });
    expect(await hers.book(jour, mine, { time: two, instead: one })).toEqual(fail("time-taken"));
    await hers.cancel(jour, mine, one);
    const kept = await hers.times(jour, others);
    expect(kept.ok && kept.value.mine.map(({ id }) => id)).toEqual([one]);
  });

  it("of one counsellor never overlaps another of hers: the table refuses it, and a series goes in whole or not", async () => {
    await publish("2026-10-27T14:00");
    const wished = { first: "2026-10-20T14:30", weeks: 3, minutes: 50, place: "phone" } as const;
    expect(await team.publish(asker(), wished)).toEqual(fail("times-overlap"));
    expect((await team.times(asker())).times).toHaveLength(1);
    const both = await Promise.all(
      [0, 1].map(() => team.publish(asker(), { ...wished, first: "2026-11-03T09:00", weeks: 1 })),
    );
    expect(both.filter((one) => one.ok)).toHaveLength(1);
  });
});

describe("a series of talks", () => {
  it("is given whole or not at all, and holds the mailbox a week beyond the last talk", async () => {
    const times = await publish("2026-10-20T14:00", 6);
    const [mine, others] = [await request(), await request()];
    await hers.book(jour, others, { time: times[3] ?? "", instead: null });
    expect(await team.give(asker(), mine, times)).toEqual(fail("time-taken"));
    expect(await stageOf(mine)).toBe("contacted");
    const free = times.filter((_, at) => at !== 3);
    expect(await team.give(asker(), mine, free)).toEqual(ok());
    expect(await heldUntil(mine)).toBe("2026-12-01");
    for (const time of free) await team.unbook(asker(), mine, time);
    expect(await heldUntil(mine)).toBeNull();
    expect(await stageOf(mine)).toBe("contacted");
  });

  it("keeps its hour on the wall when the clocks change", () => {
    const spans = seriesOf("2026-10-20T14:00", 2, 50);
    const hours = spans.map(({ startsAt }) => new Date(startsAt).getUTCHours());
    expect(hours).toEqual([12, 13]);
    expect(spans.every(({ startsAt, endsAt }) => endsAt - startsAt === 50 * 60_000)).toBe(true);
    const spring = seriesOf("2027-03-23T14:00", 2, 50).map(({ startsAt }) =>
      new Date(startsAt).getUTCHours(),
    );
    expect(spring).toEqual([13, 12]);
  });
});

async function heldUntil(mailbox: Buffer): Promise<string | null | undefined> {
  const row = await database.tenant(jour, (tx) =>
    tx.row<{ held: string | null }>(
      "select held_until::text as held from mailboxes where id = $1",
      [mailbox],
    ),
  );
  return row?.held;
}

it("deleting all takes the request, its stage and its bookings with it, and the time is free again", async () => {
  const [time = ""] = await publish("2026-10-20T14:00");
  const [mine, others] = [await request(), await request()];
  await hers.book(jour, mine, { time, instead: null });
  await database.tenant(jour, (tx) => tx.rows("delete from mailboxes where id = $1", [mine]));
  expect(await stageOf(mine)).toBeUndefined();
  expect(await hers.book(jour, others, { time, instead: null })).toEqual(ok());
});

it("of two who move a request at once the second is told, and nothing is overwritten", async () => {
  const mine = await request(false);
  const wish = { mailbox: mine, version: 0 };
  const done = await Promise.all([
    move(deps, asker(), { ...wish, stage: "waiting", reason: null }),
    move(deps, asker(), { ...wish, stage: "closed", reason: "full" }),
  ]);
  const first = done.findIndex((one) => one.ok);
  expect(done.map((one) => (one.ok ? "ok" : one.code)).toSorted()).toEqual([
    "changed-meanwhile",
    "ok",
  ]);
  expect(await stageOf(mine)).toBe(first === 0 ? "waiting" : "closed");
  expect(await move(deps, asker(), { ...wish, version: 1, stage: "closed", reason: null })).toEqual(
    fail("bad-input"),
  );
});
