import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import type { PatternDraft, Place, Standing } from "./contract.ts";
import { holidayOf, isRed } from "./holidays.server.ts";
import { dayView, daysOf, occasionsOf, spanIn } from "./occasions.server.ts";
import { calledIn, type Filled, lacksOf, type Person, settle, takeRefusal } from "./rules.ts";

const date = (text: string) => Temporal.PlainDate.from(text);
const NOW = Date.parse("2026-12-01T12:00:00Z");

describe("holidays", () => {
  it("fall where the almanac of three years has them", () => {
    const of = (year: number) =>
      Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, "0")}`)
        .flatMap(daysOf)
        .filter((day) => holidayOf(day))
        .map((day) => `${day.toString().slice(5)} ${holidayOf(day)?.sv}`);
    expect(of(2026)).toEqual([
      ...["01-01 Nyårsdagen", "01-06 Trettondedag jul", "04-03 Långfredagen", "04-05 Påskdagen"],
      ...["04-06 Annandag påsk", "05-01 Första maj", "05-14 Kristi himmelsfärds dag"],
      ...["05-24 Pingstdagen", "06-06 Nationaldagen", "06-19 Midsommarafton"],
      ...["06-20 Midsommardagen", "10-31 Alla helgons dag", "12-24 Julafton", "12-25 Juldagen"],
      ...["12-26 Annandag jul", "12-31 Nyårsafton"],
    ]);
    const easters = [2024, 2025, 2027, 2038].map((year) =>
      of(year).find((line) => line.endsWith("Påskdagen")),
    );
    expect(easters.map((line) => line?.slice(0, 5))).toEqual(["03-31", "04-20", "03-28", "04-25"]);
  });

  it("and Sundays are red, other days are not", () => {
    expect([isRed(date("2026-12-06")), isRed(date("2026-12-25"))]).toEqual([true, true]);
    expect([isRed(date("2026-12-07")), isRed(date("2026-06-18"))]).toEqual([false, false]);
  });
});

const evening: PatternDraft = {
  ...{ kind: "shift", face: null, title: "Kväll", needed: 2, atLeast: [], onRedDays: true },
  ...{ weekdays: [4], every: 1, firstOn: "2026-01-01", lastOn: null },
  ...{ starts: "18:00", ends: "21:00", days: 0 },
};
const days = (when: PatternDraft, month: string) => occasionsOf(when, month).map(({ day }) => day);
const hours = ({ startsAt, endsAt }: { startsAt: number; endsAt: number }) =>
  (endsAt - startsAt) / 3_600_000;

describe("a pattern", () => {
  it("goes every week, every fifth week, from its first day to its last", () => {
    const five = ["2026-10-01", "2026-10-08", "2026-10-15", "2026-10-22", "2026-10-29"];
    expect(days(evening, "2026-10")).toEqual(five);
    const fifth = { ...evening, every: 5, firstOn: "2026-10-08" };
    expect([...days(fifth, "2026-10"), ...days(fifth, "2026-11")]).toEqual([
      "2026-10-08",
      "2026-11-12",
    ]);
    const ends = { ...evening, firstOn: "2026-10-08", lastOn: "2026-10-22" };
    expect(days(ends, "2026-10")).toEqual(five.slice(1, 4));
  });

  it("counts its weeks over the new year, and from Monday to Monday", () => {
    const second = { ...evening, weekdays: [1, 7], every: 2, firstOn: "2026-12-23" };
    expect(days(second, "2026-12")).toEqual(["2026-12-27"]);
    expect(days(second, "2027-01")).toEqual([
      "2027-01-04",
      "2027-01-10",
      "2027-01-18",
      "2027-01-24",
    ]);
  });

  it("can be left out on holidays, and can be a single day", () => {
    const yule = { ...evening, weekdays: [4, 5], firstOn: "2026-12-17", onRedDays: false };
    expect(days(yule, "2026-12")).toEqual(["2026-12-17", "2026-12-18"]);
    expect(days({ ...yule, onRedDays: true }, "2026-12")).toContain("2026-12-24");
    const once = { ...evening, every: 0, firstOn: "2026-12-13" };
    expect(days(once, "2026-12")).toEqual(["2026-12-13"]);
    expect(days(once, "2027-12")).toEqual([]);
  });

  it("keeps its hours on the wall in both weeks in which the clocks change", () => {
    const daily = { ...evening, weekdays: [1, 2, 3, 4, 5, 6, 7] };
    for (const month of ["2026-03", "2026-10"])
      for (const { startsAt, endsAt } of occasionsOf(daily, month)) {
        const wall =
          Temporal.Instant.fromEpochMilliseconds(startsAt).toZonedDateTimeISO("Europe/Stockholm");
        expect([wall.hour, (endsAt - startsAt) / 3_600_000]).toEqual([18, 3]);
      }
    const nights = { ...daily, starts: "22:00", ends: "06:00", days: 1 };
    const long = (month: string, at: string) =>
      hours(occasionsOf(nights, month).find(({ day }) => day === at) ?? { startsAt: 0, endsAt: 0 });
    expect([
      long("2026-03", "2026-03-27"),
      long("2026-03", "2026-03-28"),
      long("2026-03", "2026-03-29"),
    ]).toEqual([8, 7, 8]);
    expect([
      long("2026-10", "2026-10-23"),
      long("2026-10", "2026-10-24"),
      long("2026-10", "2026-10-25"),
    ]).toEqual([8, 9, 8]);
  });

  it("may last from Sunday to Sunday: 167 and 169 hours over the changes of the clock", () => {
    const team = { ...evening, weekdays: [7], starts: "12:00", ends: "12:00", days: 7 };
    expect(occasionsOf(team, "2026-03").map(hours)).toEqual([168, 168, 168, 167, 168]);
    expect(occasionsOf(team, "2026-10").map(hours)).toEqual([168, 168, 169, 168]);
  });

  it("has no occasion that would end before it begins", () => {
    expect(occasionsOf({ ...evening, ends: "17:00" }, "2026-10")).toEqual([]);
    expect(spanIn("2026-10-01T18:00", "2026-10-01T18:00")).toBeUndefined();
    // In the gap of spring 02:00 to 03:00 is no time at all.
    expect(spanIn("2026-03-29T02:00", "2026-03-29T03:00")).toBeUndefined();
    expect(spanIn("2026-10-24T22:00", "2026-10-25T06:00")?.day).toBe("2026-10-24");
  });

  it("shows holidays by name, in both languages", () => {
    expect(dayView(date("2026-12-24"))).toEqual({
      ...{ date: "2026-12-24", weekday: 4, holiday: { sv: "Julafton", en: "Christmas Eve" } },
    });
    expect(dayView(date("2026-12-23")).holiday).toBeNull();
  });
});

const woman = (member: string, standing: Standing = "experienced", ...knows: string[]): Person => ({
  ...{ member, standing, knows },
});
const shift = (needed: number, on: Person[], more: Partial<Filled> = {}): Filled => ({
  ...{ kind: "shift", needed, atLeast: [], startsAt: NOW + 1000, calledOff: false },
  places: on.map((person) => ({ person, place: "on" as const })),
  ...more,
});
const [anna, bea, ny, nyare] = [
  woman("a"),
  woman("b"),
  woman("n", "newcomer"),
  woman("m", "newcomer"),
];
const lena = woman("l", "shadowing");
const take = (at: Filled, who: Person, place: Place = "on") => takeRefusal(at, who, place, NOW);

describe("a place at a shift", () => {
  it("is taken while there is one, before it begins, and not of one that was called off", () => {
    expect(take(shift(2, [anna]), bea)).toBeUndefined();
    expect(take(shift(1, [anna]), bea)).toBe("shift-full");
    expect(take(shift(1, [anna]), bea, "reserve")).toBeUndefined();
    expect(take(shift(2, [anna], { startsAt: NOW }), bea)).toBe("shift-over");
    expect(take(shift(2, [anna], { calledOff: true }), bea)).toBe("shift-over");
  });

  it("is never a newcomer's alone: somebody experienced is there, or still has a place", () => {
    expect(take(shift(1, []), ny)).toBe("newcomer-alone");
    expect(take(shift(2, []), ny)).toBeUndefined();
    expect(take(shift(2, [ny]), nyare)).toBe("newcomer-alone");
    expect(take(shift(2, [ny]), anna)).toBeUndefined();
    expect(take(shift(3, [ny, anna]), nyare)).toBeUndefined();
    expect(take(shift(1, [], { kind: "supervision" }), ny)).toBeUndefined();
  });

  it("is beside a colleague for one who learns, two at most", () => {
    expect(take(shift(2, [anna]), lena)).toBe("shadow-only");
    expect(take(shift(2, [anna]), lena, "reserve")).toBe("shadow-only");
    expect(take(shift(1, [anna]), lena, "shadow")).toBeUndefined();
    const two = [ny, nyare].map((person) => ({ person, place: "shadow" as const }));
    expect(take(shift(2, [], { places: two }), lena, "shadow")).toBe("shift-full");
    expect(take(shift(9, [], { kind: "meeting" }), lena, "shadow")).toBe("shift-full");
    expect(take(shift(9, [], { kind: "meeting" }), lena)).toBeUndefined();
  });
});

describe("what a shift lacks", () => {
  it("are people, an experienced one, and what at least one must know", () => {
    const arabic = { atLeast: ["language:ar", "experienced"] };
    expect(lacksOf(shift(2, [anna, bea]))).toEqual([]);
    expect(lacksOf(shift(2, [anna]))).toEqual(["people"]);
    expect(lacksOf(shift(2, [ny, nyare]))).toEqual(["experienced"]);
    expect(lacksOf(shift(2, [anna, bea], arabic))).toEqual(["quality:language:ar"]);
    expect(lacksOf(shift(2, [anna, woman("c", "newcomer", "language:ar")], arabic))).toEqual([]);
    expect(
      lacksOf(shift(1, [woman("k", "experienced", "coordinator")], { atLeast: ["coordinator"] })),
    ).toEqual([]);
  });

  it("is nothing where it was called off, at a meeting, and of those who only sit beside", () => {
    expect(lacksOf(shift(2, [], { calledOff: true }))).toEqual([]);
    expect(lacksOf(shift(20, [ny], { kind: "meeting" }))).toEqual([]);
    const beside = shift(1, [], { places: [{ person: anna, place: "shadow" }] });
    expect(lacksOf(beside)).toEqual(["people"]);
  });
});

describe("an offer", () => {
  const open = { by: "a", to: "b", state: "open" } as const;
  it("is settled once, by those whom it concerns", () => {
    expect([settle(open, "b", "yes"), settle(open, "b", "no"), settle(open, "a", "back")]).toEqual([
      "taken",
      "declined",
      "withdrawn",
    ]);
    expect([settle(open, "c", "yes"), settle(open, "c", "no"), settle(open, "b", "back")]).toEqual(
      Array(3).fill("not-found"),
    );
    expect(settle(open, "a", "yes")).toBe("not-found");
    for (const state of ["taken", "declined", "withdrawn"] as const)
      expect([
        settle({ ...open, state }, "b", "yes"),
        settle({ ...open, state }, "a", "back"),
      ]).toEqual(Array(2).fill("offer-settled"));
  });

  it("to all is anybody's to take and nobody's to decline", () => {
    const all = { ...open, to: null };
    expect([settle(all, "c", "yes"), settle(all, "c", "no"), settle(all, "a", "yes")]).toEqual([
      "taken",
      "not-found",
      "not-found",
    ]);
  });
});

it("those in reserve are called in; without any, those who said that they can", () => {
  const wishes = [
    { member: "b", wish: "can" },
    { member: "c", wish: "cannot" },
    { member: "a", wish: "prefer" },
  ];
  const reserve = [{ person: woman("r"), place: "reserve" as const }];
  expect(calledIn([...shift(1, [anna]).places, ...reserve], wishes)).toEqual(["r"]);
  expect(calledIn(shift(1, [anna]).places, wishes)).toEqual(["b"]);
});
