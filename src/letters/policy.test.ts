import { fc } from "../../tests/factories/chance.ts";
import { describe, expect, it } from "vitest";
import { answerRange, expiryOf, rotation, toHour, usualAnswerTime } from "./policy.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const now = Date.parse("2026-11-21T22:47:31Z");

describe("a team's key", () => {
  it("is made anew when there is none, when a week is over, and at once when somebody has left", () => {
    expect(rotation(undefined, { hasLeft: false }, now)).toBe("none-yet");
    expect(rotation({ at: now - 7 * DAY + 1 }, { hasLeft: false }, now)).toBeNull();
    expect(rotation({ at: now - 7 * DAY }, { hasLeft: false }, now)).toBe("week-over");
    expect(rotation({ at: now }, { hasLeft: true }, now)).toBe("somebody-left");
  });
});

describe("the answering time that the page tells", () => {
  it.each([
    [0, "within-12-hours"],
    [12 * HOUR, "within-12-hours"],
    [12 * HOUR + 1, "within-24-hours"],
    [2 * DAY, "within-2-days"],
    [4 * DAY, "within-4-days"],
    [7 * DAY, "within-7-days"],
    [7 * DAY + 1, "longer"],
  ] as const)("counts an answer after %i ms as %s", (waited, range) => {
    expect(answerRange(waited)).toBe(range);
  });

  it("is none until five answers are counted", () => {
    expect(usualAnswerTime(new Map([["within-12-hours", 4]]))).toBeNull();
    expect(usualAnswerTime(new Map([["within-12-hours", 5]]))).toBe("within-12-hours");
  });

  it("is the range within which three of four came, and never a better one", () => {
    const counts = new Map([
      ["within-12-hours", 5],
      ["within-2-days", 1],
      ["longer", 2],
    ]);
    expect(usualAnswerTime(counts)).toBe("within-2-days");
    expect(usualAnswerTime(new Map([...counts, ["longer", 3]]))).toBe("longer");
  });

  it("gets no better when one more answer took longer than anything promised", () => {
    const ranges = ["within-12-hours", "within-24-hours", "within-2-days", "within-4-days"];
    const order = [...ranges, "within-7-days", "longer"];
    const counted = fc.array(fc.nat(30), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(counted, fc.nat(30), (some, late) => {
        const of = (longer: number) =>
          usualAnswerTime(new Map([...some, longer].map((count, at) => [order[at] ?? "", count])));
        const [before, after] = [of(late), of(late + 1)];
        if (before === null || after === null) return;
        expect(order.indexOf(after)).toBeGreaterThanOrEqual(order.indexOf(before));
      }),
    );
  });
});

it("no row tells more than the hour in which she wrote, and the day on which all is deleted", () => {
  expect(toHour(now).toISOString()).toBe("2026-11-21T22:00:00.000Z");
  expect(expiryOf(now, 30)).toBe("2026-12-21");
});
