import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../tests/factories/database.server.ts";
import type { JourId } from "../platform/database/index.server.ts";
import { fail, ok } from "../platform/result.ts";
import { Applicant } from "./applicant.server.ts";
import { board, isRecruiter, move, publish, withdraw } from "./board.server.ts";
import type { Round, Stage, Standing } from "./contract.ts";
import { openRecruitment } from "./index.server.ts";
import {
  keepRound,
  keepSettings,
  mayBegin,
  notice,
  type RecruitmentDeps,
} from "./rounds.server.ts";

let database: FreshDatabase;
let jour: JourId;
let deps: RecruitmentDeps;
let hers: Applicant;
let anna: string;
let erased: string[];
const clock = { now: 0 };
const at = (day: string): number => (clock.now = Date.parse(`${day}T10:00:00Z`));

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

/** In this test a token is the mailbox's id. */
beforeEach(async () => {
  at("2026-10-01");
  jour = await database.jour(`j${randomBytes(4).toString("hex")}`);
  anna = randomUUID();
  await database.tenant(jour, (tx) =>
    tx.rows(
      `insert into members (id, jour_id, name, role, teams, status, enrolment, identity_key, seal_key, created_month)
       values ($1, $2, 'Anna', 'coordinator', '{recruiters}', 'active', '\\x00', $3, $4, '2026-10-01')`,
      [anna, jour, randomBytes(32), randomBytes(1216)],
    ),
  );
  erased = [];
  deps = {
    ...{ database, now: () => clock.now, changed: () => undefined },
    members: async () => [
      { id: anna, name: "Anna", teams: ["recruiters"] },
      { id: "bea", name: "Bea", teams: ["letters"] },
    ],
    findPlain: async () => fail("mailbox-unknown"),
    find: async (_, token) => (token.length === 16 ? ok(token) : fail("mailbox-unknown")),
    async erase(of, mailbox) {
      erased.push(Buffer.from(mailbox).toString("hex"));
      await database.tenant(of, (tx) => tx.rows("delete from mailboxes where id = $1", [mailbox]));
    },
  };
  hers = new Applicant(deps);
});

const asker = () => ({ jour, member: anna });
const round = (more: Partial<Round> = {}): Round => ({
  id: randomUUID(),
  words: { title: { sv: "Bli volontär", en: "" }, text: { sv: "Hej", en: "" } },
  ...{ opensOn: "2026-10-01", endsOn: "2026-10-31", keepMonths: 3, version: 0 },
  ...more,
});

async function letter(team: "recruiters" | "letters" = "recruiters"): Promise<Buffer> {
  const id = randomBytes(16);
  await database.tenant(jour, (tx) =>
    tx.rows(
      `insert into mailboxes (id, jour_id, team, face_id, kind, token_hash, oldest_key, active_on, expires_on)
       values ($1, $2, $3, $4, 'sealed', $5, 1, '2026-10-01', '2026-10-31')`,
      [id, jour, team, randomUUID(), randomBytes(32)],
    ),
  );
  return id;
}

async function applied(): Promise<Buffer> {
  const id = await letter();
  const begun = await hers.begin(jour, id, { applies: true, meeting: null });
  expect(begun).toMatchObject({ ok: true });
  return id;
}

const standingOf = async (mailbox: Buffer): Promise<Standing | undefined> =>
  (await board(deps, asker())).standings.find(
    (one) => one.mailbox === mailbox.toString("base64url"),
  );

async function moved(mailbox: Buffer, stage: Stage): Promise<void> {
  const version = (await standingOf(mailbox))?.version ?? 0;
  expect(await move(deps, asker(), { mailbox, stage, version })).toEqual(ok());
}

async function meeting(kind: "information" | "interview", first: string, seats = 2) {
  const wished = { kind, first, seats, minutes: 60, place: "Biblioteket" };
  expect(await publish(deps, asker(), wished)).toEqual(ok());
  const { meetings } = await board(deps, asker());
  return meetings.find(({ startsAt }) => Date.parse(startsAt) === Date.parse(`${first}:00+02:00`))
    ?.id as string;
}

describe("a round", () => {
  it("is open from its first to its last day, and the page counts the days of Sweden", async () => {
    await keepRound(deps, asker(), round({ opensOn: "2026-10-05" }));
    const told = async () => {
      const { isOpen, daysLeft } = await notice(deps, jour, clock.now);
      return [isOpen, daysLeft];
    };
    expect(await told()).toEqual([false, null]);
    at("2026-10-05");
    expect(await told()).toEqual([true, 26]);
    clock.now = Date.parse("2026-10-30T22:59:00Z");
    expect(await told()).toEqual([true, 1]);
    clock.now = Date.parse("2026-10-30T23:00:00Z");
    expect(await told()).toEqual([true, 0]);
    clock.now = Date.parse("2026-10-31T23:00:00Z");
    expect(await told()).toEqual([false, null]);
  });

  it("takes first letters while it is open, or while a meeting is ahead; else none", async () => {
    expect(await mayBegin(deps, jour)).toBe(false);
    await keepRound(deps, asker(), round());
    expect(await mayBegin(deps, jour)).toBe(true);
    at("2026-11-10");
    expect(await mayBegin(deps, jour)).toBe(false);
    await meeting("information", "2027-04-20T18:00");
    expect(await mayBegin(deps, jour)).toBe(true);
  });

  it("is not overwritten by the second of two who change it at once", async () => {
    const first = round();
    await keepRound(deps, asker(), first);
    const again = { ...first, version: 1 };
    const done = await Promise.all([
      keepRound(deps, asker(), { ...again, endsOn: "2026-11-01" }),
      keepRound(deps, asker(), { ...again, endsOn: "2026-11-02" }),
    ]);
    expect(done.filter((one) => one.ok)).toHaveLength(1);
    expect(done.filter((one) => !one.ok && one.code === "changed-meanwhile")).toHaveLength(1);
    const ends = { ...first, version: 2, endsOn: "2026-09-01" };
    expect(await keepRound(deps, asker(), ends)).toEqual(fail("bad-input"));
  });
});

describe("an application", () => {
  it("is deleted on its day, whatever has become of it, and not before; the round goes with the last", async () => {
    await keepRound(deps, asker(), round());
    const recruitment = openRecruitment(deps);
    const [kept, declined] = [await applied(), await applied()];
    await moved(declined, "declined");
    expect((await standingOf(kept))?.deleteOn).toBe("2027-01-31");
    const until = await database.tenant(jour, (tx) =>
      tx.rows("select held_until::text as day from mailboxes where id = $1", [kept]),
    );
    expect(until).toEqual([{ day: "2027-01-31" }]);
    at("2027-01-31");
    await recruitment.sweep(jour);
    expect(erased).toEqual([]);
    at("2027-02-01");
    await recruitment.sweep(jour);
    expect(erased.toSorted()).toEqual([kept, declined].map((id) => id.toString("hex")).toSorted());
    await recruitment.sweep(jour);
    expect((await board(deps, asker())).rounds).toEqual([]);
  });

  it("is never kept longer than she was told when the round is prolonged, and shorter when it is cut", async () => {
    const first = round();
    await keepRound(deps, asker(), first);
    const mine = await applied();
    await keepRound(deps, asker(), { ...first, version: 1, endsOn: "2026-12-31" });
    expect((await standingOf(mine))?.deleteOn).toBe("2027-01-31");
    await keepRound(deps, asker(), { ...first, version: 2, keepMonths: 1 });
    expect((await standingOf(mine))?.deleteOn).toBe("2026-11-30");
  });

  it("of whom nothing more arrived than her letter stands on the board all the same", async () => {
    await keepRound(deps, asker(), round());
    const lost = await letter();
    expect(await standingOf(lost)).toMatchObject({ stage: "applied", deleteOn: "2027-01-31" });
    expect(await hers.hers(jour, lost)).toMatchObject({ ok: true, value: { stage: "applied" } });
  });

  it("is moved by one of two who move it at once; a letter of another team is none", async () => {
    const mine = await applied();
    const wish = { mailbox: mine, stage: "talked", version: 1 } as const;
    const done = await Promise.all([move(deps, asker(), wish), move(deps, asker(), wish)]);
    expect(done.filter((one) => one.ok)).toHaveLength(1);
    const other = await letter("letters");
    expect(await move(deps, asker(), { ...wish, mailbox: other })).toEqual(fail("mailbox-unknown"));
    expect(await hers.hers(jour, other)).toEqual(fail("mailbox-unknown"));
    expect(await isRecruiter(deps, { jour, member: "bea" })).toBe(false);
    expect(await isRecruiter(deps, asker())).toBe(true);
  });
});

describe("a meeting", () => {
  it("has no more guests than seats, however many press at once", async () => {
    const id = await meeting("information", "2026-10-20T18:00");
    const all = await Promise.all(Array.from({ length: 8 }, () => letter()));
    const done = await Promise.all(
      all.map((one) => hers.begin(jour, one, { applies: false, meeting: id })),
    );
    expect(done.filter((one) => one.ok && one.value.hasSeat)).toHaveLength(2);
    const { meetings, standings } = await board(deps, asker());
    expect(meetings[0]?.taken).toHaveLength(2);
    expect(standings.every(({ stage }) => stage === "interested")).toBe(true);
    expect(await withdraw(deps, asker(), id)).toEqual(fail("time-taken"));
  });

  it("for an interview is for those who are invited, one at a time, and for nobody who was told no", async () => {
    const [one, two] = [
      await meeting("interview", "2026-10-20T14:00"),
      await meeting("interview", "2026-10-21T14:00"),
    ];
    const mine = await applied();
    expect(await hers.take(jour, mine, one)).toEqual(fail("not-open-yet"));
    await moved(mine, "invited");
    expect(await hers.take(jour, mine, one)).toEqual(ok());
    expect(await hers.take(jour, mine, two)).toEqual(ok());
    const seen = await hers.hers(jour, mine);
    expect(seen.ok && seen.value.mine.map(({ id }) => id)).toEqual([two]);
    const others = await applied();
    await moved(others, "invited");
    expect(await hers.take(jour, others, two)).toEqual(fail("time-taken"));
    await moved(mine, "declined");
    expect(await hers.take(jour, mine, one)).toEqual(fail("not-open-yet"));
    expect(await hers.leave(jour, mine, two)).toEqual(ok());
    expect(await hers.take(jour, others, two)).toEqual(ok());
    const [event] = await openRecruitment(deps).eventsOf(jour, anna);
    expect(Object.keys(event ?? {})).toEqual(["id", "startsAt", "endsAt", "isTaken"]);
  });

  it("is told to everybody without who comes, and interviews not at all", async () => {
    await meeting("information", "2026-10-20T18:00");
    await meeting("interview", "2026-10-21T14:00");
    const { meetings } = await notice(deps, jour, clock.now);
    expect(meetings).toHaveLength(1);
    expect(Object.keys(meetings[0] ?? {}).toSorted()).toEqual(
      ["endsAt", "id", "kind", "place", "seatsLeft", "startsAt"].toSorted(),
    );
  });
});

describe("conditions and answers", () => {
  it("are the starter ones until the jour saves her own, upon those that she had before her", async () => {
    const first = await board(deps, asker());
    expect(first.settings.conditions.map(({ id }) => id)).toContain("age");
    const own = { ...first.settings, conditions: [] };
    expect(await keepSettings(deps, asker(), own, 0)).toEqual(ok());
    expect(await keepSettings(deps, asker(), own, 0)).toEqual(fail("changed-meanwhile"));
    expect((await notice(deps, jour, clock.now)).conditions).toEqual([]);
  });
});
