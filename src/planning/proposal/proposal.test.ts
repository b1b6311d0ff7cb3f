import { fc } from "../../../tests/factories/chance.ts";
import { beforeAll, describe, expect, it } from "vitest";
import type { Standing, Wish } from "../contract.ts";
import { shiftWeight } from "./weight.server.ts";
import { anneal } from "./anneal.ts";
import { explain } from "./explain.ts";
import { complete, greedy } from "./greedy.ts";
import { type Model, modelOf } from "./model.ts";
import { clash, cliques, type Helper, type Problem, type ToFill } from "./problem.ts";
import { propose } from "./propose.ts";
import { openSolver } from "./highs.server.ts";
import { boundOf, type Solve } from "./relax.ts";
import { proposeBeside } from "./solver.server.ts";

const HOUR = 3_600_000;
const evening = (day: number, needed = 2, more: Partial<ToFill> = {}): ToFill => ({
  ...{ id: `s${day}`, startsAt: day * 24 * HOUR + 18 * HOUR, endsAt: day * 24 * HOUR + 21 * HOUR },
  ...{ needed, atLeast: [], weight: 1, on: [] },
  ...more,
});
const woman = (member: string, more: Partial<Helper> = {}): Helper => ({
  ...{ member, standing: "experienced" as Standing, knows: [], most: null },
  ...more,
});
const named = (count: number, more: Partial<Helper> = {}): Helper[] =>
  Array.from({ length: count }, (_, at) => woman(`w${at}`, more));
const problem = (
  shifts: readonly ToFill[],
  people: readonly Helper[],
  wishes: Record<string, Wish> = {},
): Problem => ({ shifts, people, wishOf: (shift, member) => wishes[`${shift} ${member}`] });
let solve: Solve;
beforeAll(async () => {
  solve = await openSolver();
});
const best = async (given: Problem) => propose(given, solve, 3);
const cost = (model: Model, values: Float64Array): number =>
  model.cost.reduce((sum, each, column) => sum + each * (values[column] ?? 0), 0);
const count = (places: ReadonlyMap<string, readonly string[]>, member: string): number =>
  [...places.values()].filter((who) => who.includes(member)).length;

/** By the rules as they are told, not as the solver was told them. */
function breaches(
  { shifts, people, wishOf }: Problem,
  places: ReadonlyMap<string, readonly string[]>,
): string[] {
  const at = (shift: ToFill) =>
    people.filter(({ member }) => [...shift.on, ...(places.get(shift.id) ?? [])].includes(member));
  return [
    ...shifts.flatMap((shift) => {
      const there = at(shift);
      const added = people.filter(({ member }) => places.get(shift.id)?.includes(member));
      return [
        ...(there.length > shift.needed ? ["too many"] : []),
        ...(added.some(({ standing }) => standing === "shadowing") ? ["a shadow"] : []),
        ...(added.some(({ member }) => wishOf(shift.id, member) === "cannot") ? ["cannot"] : []),
        ...(added.some(({ standing }) => standing === "newcomer") &&
        !there.some(({ standing }) => standing === "experienced")
          ? ["alone"]
          : []),
      ];
    }),
    ...people.flatMap((person) => {
      const hers = shifts.filter((shift) => at(shift).includes(person));
      const added = hers.filter((shift) => !shift.on.includes(person.member));
      const isTwice = added.some((one) => hers.some((other) => one !== other && clash(one, other)));
      const isMuch = person.most !== null && added.length > 0 && hers.length > person.most;
      return [...(isTwice ? ["twice"] : []), ...(isMuch ? ["too much"] : [])];
    }),
  ];
}

describe("a proposal", () => {
  it("fills all that can be filled, evenly, and says that nothing is better", async () => {
    const month = problem(
      Array.from({ length: 12 }, (_, day) => evening(day)),
      named(6),
    );
    const { places, gap } = await best(month);
    expect(gap).toBeLessThanOrEqual(0.001);
    expect(breaches(month, places)).toEqual([]);
    expect(month.people.map(({ member }) => count(places, member))).toEqual(Array(6).fill(4));
    expect(explain(month, places)).toEqual([]);
  });

  it("weighs nights, weekends and holidays by the clocks and the almanac of Sweden", () => {
    const weigh = (from: string, until: string) => shiftWeight(Date.parse(from), Date.parse(until));
    expect(weigh("2026-12-03T18:00+01:00", "2026-12-03T21:00+01:00")).toBe(1);
    expect(weigh("2026-12-05T18:00+01:00", "2026-12-05T21:00+01:00")).toBe(1.5);
    expect(weigh("2026-12-24T18:00+01:00", "2026-12-24T21:00+01:00")).toBe(2);
    expect(weigh("2026-12-03T22:00+01:00", "2026-12-04T06:00+01:00")).toBe(1.5);
    expect(weigh("2026-12-25T22:00+01:00", "2026-12-26T06:00+01:00")).toBe(3);
  });

  it("gives whoever wishes it, and never to her who cannot; whoever stands there stays", async () => {
    const shifts = [evening(1, 1), evening(3, 1), evening(5, 2, { on: ["w0"] })];
    const wishes = { "s1 w0": "prefer", "s1 w1": "cannot", "s3 w0": "cannot" } as const;
    const { places } = await best(problem(shifts, named(2), wishes));
    expect(places.get("s1")).toEqual(["w0"]);
    expect(places.get("s3")).toEqual(["w1"]);
    expect(places.get("s5")).toEqual(["w1"]);
  });

  it("leaves no newcomer alone, asks nobody who sits beside, and finds her who knows the language", async () => {
    const people = [
      woman("ny", { standing: "newcomer" }),
      woman("nyare", { standing: "newcomer" }),
      woman("bredvid", { standing: "shadowing", knows: ["language:ar"] }),
      woman("van", { knows: ["language:ar"] }),
      woman("vanare"),
    ];
    const shifts = [evening(1), evening(3), evening(5, 2, { atLeast: ["language:ar"] })];
    const month = problem(shifts, people);
    const { places } = await best(month);
    expect(breaches(month, places)).toEqual([]);
    expect(places.get("s5")).toContain("van");
    expect([...places.values()].flat()).toHaveLength(6);
    const alone = problem([evening(1, 2)], people.slice(0, 3));
    const none = await best(alone);
    expect(none.places.size).toBe(0);
    expect(explain(alone, none.places)[0]?.reason).toMatchObject({
      empty: 2,
      newcomers: 2,
      all: 0,
    });
  });

  it("says of each empty place what became of those who could have come", async () => {
    const people = [woman("a", { most: 1 }), woman("b"), woman("c")];
    const late = evening(1, 1, {
      id: "late",
      startsAt: 24 * HOUR + 20 * HOUR,
      endsAt: 24 * HOUR + 22 * HOUR,
    });
    const morning = evening(2, 3, {
      id: "morning",
      startsAt: 48 * HOUR + 6 * HOUR,
      endsAt: 48 * HOUR + 8 * HOUR,
      on: [],
    });
    const month = problem(
      [evening(1, 1, { on: ["b"] }), late, morning, evening(9, 1, { on: ["a"] })],
      people,
      {
        "late c": "cannot",
      },
    );
    const { places } = await best(month);
    const why = explain(month, places);
    expect(why.find(({ shift }) => shift === "late")?.reason).toEqual({
      ...{
        empty: 1,
        cannot: 1,
        elsewhere: 1,
        enough: 1,
        resting: 0,
        newcomers: 0,
        missing: [],
        all: 0,
      },
    });
    expect(why.find(({ shift }) => shift === "morning")?.reason).toMatchObject({
      empty: 2,
      resting: 1,
      enough: 1,
    });
  });

  it("of a large month tells how far it can be from the best at most, which no month betters", () => {
    const shifts = Array.from({ length: 70 }, (_, at) =>
      evening(at % 28, 2, { id: `s${at}`, weight: 1 + (at % 3) / 2 }),
    );
    const people = Array.from({ length: 140 }, (_, at) =>
      woman(`w${at}`, {
        standing: at % 5 === 0 ? "newcomer" : "experienced",
        most: at % 4 || null,
      }),
    );
    const wishes: Record<string, Wish> = {};
    for (const [at, { id }] of shifts.entries())
      for (const [who, { member }] of people.entries())
        if ((at * 7 + who * 3) % 11 < 2) wishes[`${id} ${member}`] = "prefer";
    const month = problem(shifts, people, wishes);
    const { model, asked } = modelOf(month);
    expect(asked.length).toBeGreaterThan(9000);
    const { places, gap } = propose(month, solve, 6);
    expect(breaches(month, places)).toEqual([]);
    expect([...places.values()].flat()).toHaveLength(140);
    const first = complete(model, greedy(month, asked), asked.length);
    const bound = boundOf(model, asked, solve, () => 3);
    expect(bound).toBeLessThan(cost(model, first));
    // Ours lies between the two.
    expect(gap).toBeGreaterThanOrEqual(0);
    expect(gap).toBeLessThan((cost(model, first) - bound) / Math.abs(bound));
  });

  it("is bounded by what the best costs, and never above it", () => {
    const month = problem(
      Array.from({ length: 9 }, (_, day) => evening(day, 2, { weight: 1 + (day % 2) / 2 })),
      [...named(4), woman("ny", { standing: "newcomer" })],
      { "s1 w0": "prefer", "s2 w1": "prefer", "s3 w2": "cannot" },
    );
    const { model, asked } = modelOf(month);
    const whole = solve(model, { isWhole: true, seconds: 3 });
    expect(whole?.isBest).toBe(true);
    const bound = boundOf(model, asked, solve, () => 3);
    expect(bound).toBeLessThanOrEqual((whole?.objective ?? 0) + 1e-6);
    expect(bound).toBeGreaterThan((whole?.objective ?? 0) - 12);
    const found = anneal(month, model, asked, { start: greedy(month, asked), spent: () => 0 });
    const annealed = cost(model, complete(model, found, asked.length));
    expect(annealed).toBeGreaterThanOrEqual((whole?.objective ?? 0) - 0.05);
    expect(annealed).toBeLessThan(cost(model, complete(model, greedy(month, asked), asked.length)));
  });

  it("is there, if only the first that holds, where its time is over before it begins", async () => {
    const month = problem([evening(1), evening(3)], named(4));
    const { shifts, people } = month;
    const { places, gap } = await proposeBeside({ shifts, people, wishes: "" }, 0);
    expect([...places.values()].flat()).toHaveLength(4);
    expect(gap).toBeNull();
  });

  it("holds for any month, also where it had to stop at the first that holds", async () => {
    const any = fc.record({
      shifts: fc.array(
        fc.record({
          day: fc.integer({ min: 0, max: 6 }),
          hour: fc.constantFrom(8, 13, 18, 22),
          needed: fc.integer({ min: 1, max: 3 }),
          language: fc.boolean(),
        }),
        { minLength: 1, maxLength: 8 },
      ),
      people: fc.array(
        fc.record({
          standing: fc.constantFrom<Standing>("shadowing", "newcomer", "experienced"),
          most: fc.constantFrom(null, 0, 1, 3),
          speaks: fc.boolean(),
        }),
        { minLength: 1, maxLength: 6 },
      ),
      wishes: fc.array(fc.constantFrom<Wish | undefined>("prefer", "can", "cannot", undefined), {
        minLength: 7,
        maxLength: 7,
      }),
    });
    await fc.assert(
      fc.asyncProperty(any, async ({ shifts, people, wishes }) => {
        const month: Problem = {
          shifts: shifts.map(({ day, hour, needed, language }, at) => ({
            ...{
              id: `s${at}`,
              startsAt: (day * 24 + hour) * HOUR,
              endsAt: (day * 24 + hour + 3) * HOUR,
              needed,
            },
            ...{
              atLeast: language ? ["language:ar"] : [],
              weight: 1 + (hour === 22 ? 0.5 : 0),
              on: [],
            },
          })),
          people: people.map(({ standing, most, speaks }, at) =>
            woman(`w${at}`, { standing, most, knows: speaks ? ["language:ar"] : [] }),
          ),
          wishOf: (shift, member) =>
            wishes[(Number(shift.slice(1)) * 3 + Number(member.slice(1))) % 7],
        };
        const { places } = await best(month);
        expect(breaches(month, places)).toEqual([]);
        const { model, asked } = modelOf(month);
        const first = greedy(month, asked);
        const stopped = propose(month, () => undefined, 0);
        expect(breaches(month, stopped.places)).toEqual([]);
        expect(stopped.gap).toBe(asked.length > 0 ? null : 0);
        const whole = complete(model, first, asked.length);
        for (const row of model.rowLower.keys()) {
          let sum = 0;
          for (let at = model.starts[row] ?? 0; at < (model.starts[row + 1] ?? 0); at++)
            sum += (model.values[at] ?? 0) * (whole[model.indices[at] ?? 0] ?? 0);
          expect(sum).toBeGreaterThanOrEqual((model.rowLower[row] ?? 0) - 1e-9);
          expect(sum).toBeLessThanOrEqual((model.rowUpper[row] ?? 0) + 1e-9);
        }
      }),
      { numRuns: 12 },
    );
  });
});

it("shifts that rule each other out are found in groups: overlapping, or without eleven hours between", () => {
  const [a, b, week] = [
    evening(1),
    evening(1, 1, { startsAt: 42 * HOUR + HOUR, endsAt: 46 * HOUR }),
    evening(1, 1, { endsAt: 9 * 24 * HOUR }),
  ];
  const next = evening(2, 1, { startsAt: 48 * HOUR + 6 * HOUR, endsAt: 48 * HOUR + 9 * HOUR });
  expect([clash(a, b), clash(a, next), clash(a, evening(2)), clash(a, week)]).toEqual([
    "elsewhere",
    "resting",
    undefined,
    undefined,
  ]);
  expect(cliques([a, b, next, evening(3), week])).toEqual([[0, 1, 2]]);
});
