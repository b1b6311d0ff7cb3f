import { join } from "node:path";
import pg from "pg";
import { joinEmbedded } from "../../src/platform/database/embedded.server.ts";
import { databaseDirectory } from "../../src/platform/database/index.server.ts";
import { postmasterPid, placeIn } from "../../src/platform/database/cluster.server.ts";
import { houseDirectories, startHouse } from "../frame/house.ts";
import type { BenchContext, Figure, Part } from "../frame/part.ts";
import { startProgram } from "../frame/process.ts";
import { type Contestant, type Outcome, round } from "./contest.ts";
import { foundTown, ticketsFor, type Town } from "./town.ts";

const PLAN = { jours: 20, conversations: 50, perDesk: 2 } as const;
/** Measured for the reference: two are faster than one, and as fast as three. */
const REFERENCE_BATCHES = 2;

export const live: Part = {
  name: "live",
  title: "The live conversation: 1,000 conversations, 600-byte frames",
  async run(context) {
    const directory = join(context.scratch, "live");
    const town = await foundTown(directory, PLAN);
    const contestants: Contestant[] = [];
    try {
      await enterAll(directory, town, contestants);
      return await measure(context, directory, contestants);
    } finally {
      for (const { program } of contestants.toReversed()) await program.stop();
      await town.database.stop();
    }
  },
};

async function enterAll(directory: string, town: Town, contestants: Contestant[]): Promise<void> {
  const house = await startHouse({ directory, mode: "production" });
  const visitors = async (): Promise<Awaited<ReturnType<Contestant["visitors"]>>> => [
    ...town.seekers,
    ...(await ticketsFor(house.port, town.desks)),
  ];
  contestants.push({ name: "house", port: house.port, program: house, visitors, after: {} });
  const connection = await referenceDatabase(directory);
  const others = town.desks.map(({ host, conversations }) => ({
    ...{ side: 1 as const, host, token: "any", conversations },
  }));
  for (const [name, store] of [
    ["durable relay", JSON.stringify(connection)],
    ["bare relay", "none"],
  ] as const) {
    const program = await startProgram({
      args: ["--import", "tsx", "bench/live/relay.program.ts", store, String(REFERENCE_BATCHES)],
      ready: /^ready (\d+)/m,
    });
    const port = Number(program.ready?.[1]);
    const all = async () => [...town.seekers, ...others];
    contestants.push({ name, port, program, visitors: all, after: {} });
  }
}

/** A database of its own on the very same PostgreSQL. */
async function referenceDatabase(directory: string): Promise<pg.ClientConfig> {
  const embedded = joinEmbedded(databaseDirectory(houseDirectories(directory).data));
  if (!embedded) throw new Error("the house's database is not there");
  const client = new pg.Client(embedded.connection("postgres"));
  await client.connect();
  await client.query("create database relay");
  await client.end();
  return embedded.connection("relay");
}

async function measure(
  context: BenchContext,
  directory: string,
  contestants: readonly Contestant[],
): Promise<Figure[]> {
  const place = placeIn(databaseDirectory(houseDirectories(directory).data));
  const database = postmasterPid(place) ?? 0;
  const figures: Figure[] = [];
  for (const mode of ["schedule", "closed"] as const) {
    const outcomes = new Map<string, Outcome[]>();
    for (let turn = 0; turn < context.rounds; turn++) {
      // The reference first: the house's value stands beside the one just before it.
      for (const contestant of contestants.toReversed()) {
        const outcome = await round(context, contestant, database, mode);
        outcomes.set(contestant.name, [...(outcomes.get(contestant.name) ?? []), outcome]);
        context.say(lineOf(contestant.name, mode, outcome));
      }
    }
    figures.push(...figuresOf(mode, outcomes));
    if (context.profiles === undefined) continue;
    // In a round of its own: to be watched costs time.
    for (const contestant of contestants) {
      const file = join(context.profiles, `${contestant.name}.${mode}.cpuprofile`);
      await round(context, contestant, database, mode, file);
    }
  }
  return figures;
}

function lineOf(name: string, mode: string, outcome: Outcome): string {
  const { perSecond, p50, p99, most, serverMs, databaseMs } = outcome;
  const fixed = (value: number): string => value.toFixed(1);
  return (
    `${mode} ${name}: ${Math.round(perSecond)} messages/s, p50 ${fixed(p50)}, p99 ${fixed(p99)}, ` +
    `most ${fixed(most)} ms; per 1,000: server ${fixed(serverMs)}, database ${fixed(databaseMs)} ms`
  );
}

function figuresOf(mode: "schedule" | "closed", outcomes: Map<string, Outcome[]>): Figure[] {
  const values = (name: string, key: keyof Outcome): number[] =>
    (outcomes.get(name) ?? []).map((outcome) => Number(outcome[key]));
  const compared = (
    what: string,
    unit: string,
    key: keyof Outcome,
    aim?: Figure["aim"],
  ): Figure => ({
    ...{ what, unit, house: values("house", key), reference: values("durable relay", key) },
    ...(aim ? { aim } : {}),
  });
  const bare = (what: string, unit: string, key: keyof Outcome): Figure => ({
    ...{ what: `bare relay, nothing stored: ${what}`, unit, house: values("bare relay", key) },
  });
  if (mode === "closed") {
    return [
      compared("durable messages, closed loop", "1/s", "perSecond", { atLeast: 0.8 }),
      compared("closed loop: server processor per 1,000", "ms", "serverMs"),
      compared("closed loop: database processor per 1,000", "ms", "databaseMs"),
      bare("closed loop", "1/s", "perSecond"),
    ];
  }
  return [
    compared("1 message/s each way: sent → received, p50", "ms", "p50"),
    compared("sent → received, p99", "ms", "p99", { atMost: 1.5 }),
    compared("sent → received, p99.9", "ms", "p999"),
    compared("server processor per 1,000 messages", "ms", "serverMs"),
    compared("database processor per 1,000 messages", "ms", "databaseMs"),
    bare("p50", "ms", "p50"),
    bare("p99", "ms", "p99"),
    bare("server processor per 1,000", "ms", "serverMs"),
  ];
}
