import { once } from "node:events";
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
/** The engine gives back what the arrivals left behind only when there has been little to do for a while. */
const CALM_MS = 60_000;
const SERVERS = {
  house: (directory: string) => startHouse({ directory, mode: "production" }),
  layer: (directory: string) => program("bench/memory/layer.program.ts", directory),
  bare: () => program("bench/live/relay.program.ts", "none"),
};
type Name = keyof typeof SERVERS;

/** In KB for each of them. */
interface Memory {
  readonly come: number;
  readonly calm: number;
}

export const memory: Part = {
  name: "memory",
  title: `Memory of ${SEEKERS.toLocaleString("en")} seekers who wait, each with her connection and her conversation open`,
  async run(context) {
    const [empty, full] = [join(context.scratch, "empty"), join(context.scratch, "full")];
    for (const directory of [empty, full]) mkdirSync(directory);
    await (await foundTown(empty, { jours: JOURS, conversations: 0, perDesk: 0 })).database.stop();
    const town = await foundTown(full, { jours: JOURS, conversations: WAITING, perDesk: 0 });
    const found: Record<Name, Memory[]> = { house: [], layer: [], bare: [] };
    try {
      for (let turn = 0; turn < Math.min(context.rounds, 3); turn++) {
        for (const name of ["bare", "layer", "house"] as const) {
          const before = await withoutSeekers(name, empty);
          const value = await withSeekers(context, name, full, town.seekers, before);
          found[name].push(value);
          const { come, calm } = value;
          context.say(`${name}: ${calm.toFixed(1)} KB; ${come.toFixed(1)} when all had just come`);
        }
      }
    } finally {
      await town.database.stop();
    }
    return figuresOf(found);
  },
};

type Server = Program & { readonly port: number };

async function program(file: string, argument: string): Promise<Server> {
  const args = ["--import", "tsx", file, argument];
  const started = await startProgram({ args, ready: /^ready (\d+)/m });
  return { ...started, port: Number(started.ready?.[1]) };
}

/** In bytes: what the process holds before anybody comes. */
async function withoutSeekers(name: Name, directory: string): Promise<number> {
  const server = await SERVERS[name](directory);
  await sleep(CALM_MS);
  const bytes = memoryOf(server.pid);
  await server.stop();
  return bytes;
}

async function withSeekers(
  context: BenchContext,
  name: Name,
  directory: string,
  visitors: readonly Visitor[],
  before: number,
): Promise<Memory> {
  const server = await SERVERS[name](directory);
  const crowd = await orderLoad(context.scratch, {
    ...{ port: server.port, visitors, after: {}, warmSeconds: 0, seconds: 0 },
    mode: "idle",
  });
  const forEach = (): number => (memoryOf(server.pid) - before) / 1024 / visitors.length;
  try {
    await Promise.race([once(crowd.child, "message"), crowd.failed]);
    const come = forEach();
    await sleep(CALM_MS);
    return { come, calm: forEach() };
  } finally {
    await crowd.stop();
    await server.stop();
  }
}

function figuresOf({ house, layer, bare }: Record<Name, Memory[]>): Figure[] {
  const calm = (all: readonly Memory[]): number[] => all.map((one) => one.calm);
  const aim = { atMost: 12 };
  return [
    { what: "a seeker who has waited a minute, in the house", unit: "KB", house: calm(house), aim },
    { what: "when all have just come", unit: "KB", house: house.map(({ come }) => come) },
    { what: "a minute later, the live layer alone", unit: "KB", house: calm(layer) },
    { what: "a minute later, a bare ws relay", unit: "KB", house: calm(bare) },
  ];
}
