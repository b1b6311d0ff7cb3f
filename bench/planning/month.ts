import { Temporal } from "temporal-polyfill";
import type { ToFill } from "../../src/planning/proposal/problem.ts";
import type { Month } from "../../src/planning/proposal/propose.ts";
import { shiftWeight } from "../../src/planning/proposal/weight.server.ts";
import { timeZone } from "../../src/ui/languages.ts";

const DAY = 86_400_000;
/** A month that begins on a Tuesday, as far as nobody names another. */
const FIRST = "2026-12";

/** When a month begins by the clocks of Sweden. */
const beginOf = (month: string): number =>
  Temporal.PlainYearMonth.from(month)
    .toPlainDate({ day: 1 })
    .toZonedDateTime({ timeZone })
    .toInstant().epochMilliseconds;

/** A small generator of its own, so that each run meets the same months (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A month of so many: about two places for each, a fifth newcomers, a fifth of all asked cannot. */
export function monthOf(people: number, seed: number, month = FIRST): Month {
  const first = beginOf(month);
  const random = chance(seed);
  const aDay = Math.max(1, Math.round((people * 2.2) / 31 / 2));
  const shifts = Array.from({ length: 31 * aDay }, (_, at): ToFill => {
    const hour = [18, 13, 9, 21, 16, 11, 19, 8][(at % aDay) % 8] ?? 18;
    const startsAt = first + Math.floor(at / aDay) * DAY + hour * 3_600_000;
    const endsAt = startsAt + 3 * 3_600_000;
    const atLeast = random() < 0.15 ? ["language:ar"] : [];
    const weight = shiftWeight(startsAt, endsAt);
    return { id: `s${at}`, startsAt, endsAt, needed: 2, atLeast, weight, on: [] };
  });
  const helpers = Array.from({ length: people }, (_, at) => ({
    member: `w${at}`,
    standing: random() < 0.2 ? ("newcomer" as const) : ("experienced" as const),
    knows: random() < 0.15 ? ["language:ar"] : [],
    most: random() < 0.5 ? 2 + Math.floor(random() * 4) : null,
  }));
  const wishes = shifts
    .flatMap(({ id }) =>
      helpers.flatMap(({ member }) => {
        const drawn = random();
        const wish = drawn < 0.2 ? "cannot" : drawn < 0.3 ? "prefer" : drawn < 0.6 ? "can" : null;
        return wish === null ? [] : [`${id} ${member} ${wish}`];
      }),
    )
    .join("\n");
  return { shifts, people: helpers, wishes };
}
