import { fc } from "../../tests/factories/chance.ts";
import { Temporal } from "temporal-polyfill";
import { expect, it } from "vitest";
import { announcedAt } from "../network/directory/open.ts";
import { announced, type Announcement } from "./hours.ts";
import type { FaceHours, Interval } from "./names.ts";

// The directory's small reading of the hours says what the site's own says.

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom("00", "15", "30", "59"))
  .map(([hour, minute]) => `${String(hour).padStart(2, "0")}:${minute}`);
const interval: fc.Arbitrary<Interval> = fc.record({ from: time, until: time });
const day = fc.array(interval, { maxLength: 2 });
const week = fc.array(day, { minLength: 7, maxLength: 7 });
const zone = "Europe/Stockholm";

/** Around the two nights on which the clocks change, and an ordinary one. */
const nights = ["2026-03-29", "2026-10-25", "2026-12-24", "2026-07-01"];

const hoursOf = (chat: Interval[][], exceptions: FaceHours["exceptions"]): FaceHours => {
  const never = Array.from({ length: 7 }, () => []);
  return { week: { chat, phone: never, letter: never, talk: never }, exceptions };
};

/** The directory looks two weeks ahead, a jour's own page a year: what opens later is not told there. */
function within(said: Announcement, now: number): Announcement {
  if (said.open || said.opensAt === null) return said;
  const dayOf = (moment: number) =>
    Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone).toPlainDate();
  return dayOf(now).until(dayOf(said.opensAt)).days > 14 ? { open: false, opensAt: null } : said;
}

it("holds over random weeks, exceptions and both changes of the clock", () => {
  const night = fc.constantFrom(...nights);
  const exception = fc.record({
    date: night,
    channel: fc.constantFrom("all" as const, "chat" as const),
    intervals: day,
  });
  fc.assert(
    fc.property(
      week,
      fc.uniqueArray(exception, { maxLength: 2, selector: (one) => one.date + one.channel }),
      night,
      fc.integer({ min: -2 * 96, max: 3 * 96 }),
      (chat, exceptions, date, quarters) => {
        const midnight = Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds;
        const now = midnight + quarters * 900_000;
        const hours = hoursOf(chat, exceptions);
        expect(announcedAt(hours, "chat", now)).toEqual(within(announced(hours, "chat", now), now));
      },
    ),
    { numRuns: 400 },
  );
});

it("knows the repeated hour and the hour that is skipped", () => {
  const nightly = hoursOf(
    Array.from({ length: 7 }, () => [{ from: "22:00", until: "02:30" }]),
    [],
  );
  const at = (text: string): boolean => announcedAt(nightly, "chat", Date.parse(text)).open;
  expect([at("2026-10-25T00:15Z"), at("2026-10-25T01:15Z")]).toEqual([true, false]);
  expect([at("2026-03-29T00:59Z"), at("2026-03-29T01:00Z")]).toEqual([true, false]);
});
