import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/factories/database.server.ts";
import type { JourId } from "../../platform/database/index.server.ts";
import { houseSeal } from "../../platform/house-seal.server.ts";
import { fail, ok } from "../../platform/result.ts";
import { soonInWords } from "../when.ts";
import { type ReminderMail, Reminders } from "./service.server.ts";

const HOUR = 3_600_000;
const now = Date.parse("2026-11-30T12:00:00Z");

let database: FreshDatabase;
let jour: JourId;
let anna: string;
let from: string | undefined;
const sent: { to: string; subject: string; text: string }[] = [];
const mail: ReminderMail = {
  from: async () => from,
  queue: async (_, __, what) => String(sent.push(what)),
};
const reminders = (secret = "one", at = now): Reminders =>
  new Reminders({ database, now: () => at, seal: houseSeal(secret, "test"), mail });

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  sent.length = 0;
  from = "jour@example.org";
  jour = await database.jour(`j${randomBytes(4).toString("hex")}`);
  anna = randomUUID();
  await database.tenant(jour, (tx) =>
    tx.rows(
      `insert into members (id, jour_id, name, role, teams, status, enrolment, identity_key, seal_key, created_month)
       values ($1, $2, 'Anna', 'volunteer', '{intake}', 'active', '\\x00', $3, $4, '2026-10-01')`,
      [anna, jour, randomBytes(32), randomBytes(1216)],
    ),
  );
});

const asker = () => ({ jour, member: anna });

/** A time of hers so many hours ahead, booked or not. */
async function talk(hours: number, isBooked = true): Promise<void> {
  const [time, mailbox] = [randomUUID(), randomBytes(16)];
  const starts = new Date(now + hours * HOUR);
  await database.tenant(jour, async (tx) => {
    await tx.rows(
      `insert into counselling_times (id, jour_id, member_id, starts_at, ends_at, place)
       values ($1, $2, $3, $4, $5, 'room')`,
      [time, jour, anna, starts, new Date(starts.getTime() + HOUR / 2)],
    );
    if (!isBooked) return;
    await tx.rows(
      `insert into mailboxes (id, jour_id, team, face_id, kind, token_hash, oldest_key, active_on, expires_on)
       values ($1, $2, 'intake', $3, 'sealed', $4, 1, '2026-10-01', '2026-12-31')`,
      [mailbox, jour, randomUUID(), randomBytes(32)],
    );
    await tx.rows(
      "insert into counselling_bookings (time_id, jour_id, mailbox_id) values ($1, $2, $3)",
      [time, jour, mailbox],
    );
  });
}

describe("a counsellor", () => {
  it("is mailed once, the day before, a time and nothing else", async () => {
    expect(await reminders().set(asker(), "anna@example.org")).toEqual(ok());
    await talk(23);
    await talk(25);
    await talk(10, false);
    await talk(-1);
    await Promise.all([reminders().tend(jour), reminders().tend(jour)]);
    await reminders().tend(jour);
    expect(sent).toEqual([
      expect.objectContaining({ to: "anna@example.org", subject: "Påminnelse", automatic: true }),
    ]);
    expect(sent[0]?.text).toBe(
      "Du har en tid tisdag 1 december kl. 12:00–12:30.\n" +
        "You have a time on Tuesday 1 December, 12:00–12:30.\n",
    );
    await reminders("one", now + 2 * HOUR).tend(jour);
    expect(sent).toHaveLength(2);
  });

  it("who has left no address is sent nothing, nor is anybody where the jour has no mail", async () => {
    await talk(20);
    await reminders().tend(jour);
    await reminders().set(asker(), "anna@example.org");
    from = undefined;
    await reminders().tend(jour);
    expect(sent).toEqual([]);
    expect(await reminders().mine(asker())).toEqual({
      ...{ address: "anna@example.org", canSend: false },
    });
  });

  it("has her address sealed: it is not in the table, and opens under no other secret", async () => {
    await reminders().set(asker(), "anna@example.org");
    const [row] = await database.tenant(jour, (tx) =>
      tx.rows<{ address: Buffer }>("select address from reminder_addresses"),
    );
    expect(row?.address.includes("anna")).toBe(false);
    expect((await reminders("two").mine(asker())).address).toBe(null);
    await talk(20);
    await reminders("two").tend(jour);
    expect(sent).toEqual([]);
  });

  it("changes it, takes it away, and is told of one that is none", async () => {
    await reminders().set(asker(), "anna@example.org");
    await reminders().set(asker(), "a@example.org");
    expect((await reminders().mine(asker())).address).toBe("a@example.org");
    expect(await reminders().set(asker(), "two words")).toEqual(fail("address-refused"));
    await reminders().set(asker(), null);
    expect((await reminders().mine(asker())).address).toBe(null);
  });
});

describe("her own line", () => {
  const soon = (startsAt: string, at: string) => soonInWords({ startsAt }, "sv", Date.parse(at));
  it.each([
    // Swedish days, not those of UTC; also where the clocks change between.
    ["2026-12-01T13:00:00Z", "2026-12-01T08:00:00Z", "I dag kl. 14:00 har du en tid."],
    ["2026-12-01T13:00:00Z", "2026-11-30T22:59:00Z", "I morgon kl. 14:00 har du en tid."],
    ["2026-12-01T13:00:00Z", "2026-11-30T23:01:00Z", "I dag kl. 14:00 har du en tid."],
    ["2026-10-25T12:00:00Z", "2026-10-24T10:00:00Z", "I morgon kl. 13:00 har du en tid."],
    ["2026-12-01T13:00:00Z", "2026-11-29T12:00:00Z", undefined],
    ["2026-12-01T13:00:00Z", "2026-12-01T13:00:00Z", undefined],
  ])("%s, seen at %s: %s", (startsAt, at, line) => {
    expect(soon(startsAt, at)).toBe(line);
  });
});
