import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startHouse } from "../frame/house.ts";
import type { BenchContext, Figure, Part } from "../frame/part.ts";
import { memoryOf, type Program, startProgram } from "../frame/process.ts";
import type { Visitor } from "../live/crowd.ts";
import { orderLoad } from "../live/contest.ts";
import { foundTown } from "../live/town.ts";

const JOURS = 20;
/** As many as may wait in one queue. */
const WAITING = 500;
const SEEKERS = JOURS * WAITING;
/** The engine gives back what it does not need only when it has had nothing to do for a while. */
const CALM_MS = 30_000;

export const memory: Part = {
  name: "memory",
  title: `Memory of ${SEEKERS.toLocaleString("en")} seekers who wait, each with her connection and her conversation open`,
  async run(context) {
    const house: number[] = [];
    const layer: number[] = [];
    const bare: number[] = [];
    const [empty, full] = [join(context.scratch, "empty"), join(context.scratch, "full")];
    for (const directory of [empty, full]) mkdirSync(directory);
    await (await foundTown(empty, { jours: JOURS, conversations: 0, perDesk: 0 })).database.stop();
    const town = await foundTown(full, { jours: JOURS, conversations: WAITING, perDesk: 0 });
    const measure = async (name: string, start: (directory: string) => Promise<Server>) => {
      const value = await perSeeker(context, town.seekers, start, [empty, full]);
      context.say(`${name}: ${value.toFixed(1)} KB`);
      return value;
    };
    try {
      for (let turn = 0; turn < Math.min(context.rounds, 3); turn++) {
        bare.push(await measure("bare ws", () => program("bench/live/relay.program.ts", "none")));
        layer.push(
          await measure("live layer", (directory) =>
            program("bench/memory/layer.program.ts", directory),
          ),
        );
        house.push(
          await measure("house", (directory) => startHouse({ directory, mode: "production" })),
        );
      }
    } finally {
      await town.database.stop();
    }
    return figuresOf(house, layer, bare);
  },
};

type Server = Program & { readonly port: number };

async function program(file: string, argument: string): Promise<Server> {
  const args = ["--import", "tsx", file, argument];
  const started = await startProgram({ args, ready: /^ready (\d+)/m });
  return { ...started, port: Number(started.ready?.[1]) };
}

/** In KB: what the process holds more than one without seekers, for each of them. */
async function perSeeker(
  context: BenchContext,
  visitors: readonly Visitor[],
  start: (directory: string) => Promise<Server>,
  [empty, full]: readonly [string, string],
): Promise<number> {
  const without = await start(empty);
  await sleep(CALM_MS);
  const before = memoryOf(without.pid);
  await without.stop();
  const server = await start(full);
  const crowd = await orderLoad(context.scratch, {
    ...{ port: server.port, visitors, after: {}, warmSeconds: 0, seconds: 0 },
    mode: "idle",
  });
  await new Promise((resolve, reject) => {
    crowd.child.once("message", resolve);
    crowd.failed.catch(reject);
  });
  await sleep(CALM_MS);
  const after = memoryOf(server.pid);
  await crowd.stop();
  await server.stop();
  return (after - before) / 1024 / visitors.length;
}

function figuresOf(house: number[], layer: number[], bare: number[]): Figure[] {
  return [
    { what: "an idle seeker in the house", unit: "KB", house, aim: { atMost: 12 } },
    { what: "the live layer alone", unit: "KB", house: layer },
    { what: "bare ws relay: an idle connection", unit: "KB", house: bare },
  ];
}
