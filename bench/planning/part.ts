import { monitorEventLoopDelay } from "node:perf_hooks";
import type { BenchContext, Figure, Part } from "../frame/part.ts";
import { setTimeout as sleep } from "node:timers/promises";
import { proposeBeside } from "../../src/planning/proposal/solver.server.ts";
import { monthOf } from "./month.ts";

const SIZES = [20, 60, 200];
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
  // It counts from its second look at the clock.
  await sleep(10);
  const began = performance.now();
  const { places, gap } = await proposeBeside(month);
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
