import { monitorEventLoopDelay } from "node:perf_hooks";
import type { BenchContext, Figure, Part } from "../frame/part.ts";
import type { Problem, ToFill } from "../../src/planning/proposal/problem.ts";
import { propose } from "../../src/planning/proposal/propose.ts";
import { solve } from "../../src/planning/proposal/solver.server.ts";
import { shiftWeight } from "../../src/planning/proposal/weight.server.ts";

const SIZES = [20, 60, 200];
const DAY = 86_400_000;
const FIRST = Date.parse("2026-12-01T00:00:00+01:00");

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
function monthOf(people: number, seed: number): Problem {
  const random = chance(seed);
  const aDay = Math.max(1, Math.round((people * 2.2) / 31 / 2));
  const shifts = Array.from({ length: 31 * aDay }, (_, at): ToFill => {
    const hour = [18, 13, 9, 21, 16, 11, 19, 8][(at % aDay) % 8] ?? 18;
    const startsAt = FIRST + Math.floor(at / aDay) * DAY + hour * 3_600_000;
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
  const wishes = new Map(
    shifts.flatMap(({ id }) =>
      helpers.flatMap(({ member }) => {
        const drawn = random();
        const wish = drawn < 0.2 ? "cannot" : drawn < 0.3 ? "prefer" : drawn < 0.6 ? "can" : null;
        return wish === null ? [] : [[`${id} ${member}`, wish] as const];
      }),
    ),
  );
  return { shifts, people: helpers, wishOf: (shift, member) => wishes.get(`${shift} ${member}`) };
}

interface Round {
  readonly seconds: number;
  readonly gap: number;
  readonly empty: number;
  readonly stall: number;
}

async function reckon(people: number, seed: number): Promise<Round> {
  const month = monthOf(people, seed);
  const loop = monitorEventLoopDelay({ resolution: 1 });
  loop.enable();
  const began = performance.now();
  const { places, gap } = await propose(month, solve);
  const seconds = (performance.now() - began) / 1000;
  loop.disable();
  const wanted = month.shifts.reduce((sum, { needed }) => sum + needed, 0);
  const filled = [...places.values()].reduce((sum, who) => sum + who.length, 0);
  // A month of which nothing better is known than the first that holds counts as all the way off.
  return {
    ...{ seconds, gap: (gap ?? 1) * 100, stall: loop.max / 1e6 },
    empty: ((wanted - filled) / wanted) * 100,
  };
}

export const planning: Part = {
  name: "planning",
  title: "A month proposed for 20, 60 and 200 volunteers, in a thread of the lowest rank",
  async run(context: BenchContext): Promise<readonly Figure[]> {
    const figures: Figure[] = [];
    for (const people of SIZES) {
      const rounds: Round[] = [];
      for (let round = 0; round < Math.min(context.rounds, 3); round++) {
        const found = await reckon(people, people * 100 + round);
        rounds.push(found);
        const { seconds, gap, empty, stall } = found;
        context.say(
          `${people}: ${seconds.toFixed(2)} s, gap ${gap.toFixed(1)} %, ${empty.toFixed(1)} % empty, the thread of the house held up ${stall.toFixed(0)} ms at most`,
        );
      }
      const of = (what: keyof Round): number[] => rounds.map((one) => one[what]);
      const aim = people <= 60 ? { aim: { atMost: 5 } } : {};
      figures.push(
        { what: `${people} volunteers: time`, unit: "s", house: of("seconds"), aim: { atMost: 5 } },
        { what: `${people} volunteers: gap`, unit: "%", house: of("gap"), ...aim },
        { what: `${people} volunteers: places empty`, unit: "%", house: of("empty") },
        {
          what: `${people} volunteers: the main thread held up at most`,
          unit: "ms",
          house: of("stall"),
        },
      );
    }
    return figures;
  },
};
