import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { BenchContext } from "../frame/part.ts";
import { profile } from "../frame/profile.ts";
import { familyMs, processorMs, type Program, startProgram } from "../frame/process.ts";
import type { Visitor } from "./crowd.ts";
import type { LoadOrder, LoadReport } from "./load.program.ts";

/** A server under load. */
export interface Contestant {
  readonly name: string;
  readonly port: number;
  readonly program: Program;
  /** Who connects in this round. */
  visitors(): Promise<readonly Visitor[]>;
  /** Last numbers of the conversations, as the rounds before left them. */
  after: Readonly<Record<string, number>>;
}

export interface Outcome extends LoadReport {
  /** Milliseconds of processor time per 1,000 messages. */
  readonly serverMs: number;
  readonly databaseMs: number;
}

/** One load on one server, with what it cost. */
export async function round(
  context: BenchContext,
  contestant: Contestant,
  database: number,
  mode: LoadOrder["mode"],
  profileTo?: string,
): Promise<Outcome> {
  const { port, after, program } = contestant;
  const order: LoadOrder = {
    ...{ port, after, mode, seconds: context.seconds, warmSeconds: 3 },
    visitors: await contestant.visitors(),
  };
  const cost = (): readonly [number, number] => [processorMs(program.pid), familyMs(database)];
  let before = cost();
  let used: readonly [number, number] = [0, 0];
  let watched: Promise<void> | undefined;
  let profiling: ReturnType<typeof profile> | undefined;
  const report = await load(context, order, (moment) => {
    const now = cost();
    if (moment === "begin") before = now;
    else used = [now[0] - before[0], now[1] - before[1]];
    if (moment === "begin" && profileTo !== undefined) profiling = profile(program.pid);
    else if (profileTo !== undefined) watched = profiling?.then(({ end }) => end(profileTo));
  });
  await watched;
  contestant.after = report.after;
  const serverMs = (used[0] * 1000) / report.sent;
  const databaseMs = (used[1] * 1000) / report.sent;
  return { ...report, serverMs, databaseMs };
}

/** Starts the load generator. */
export function orderLoad(scratch: string, order: LoadOrder): Promise<Program> {
  const file = join(scratch, "order.json");
  writeFileSync(file, JSON.stringify(order));
  return startProgram({ args: ["--import", "tsx", "bench/live/load.program.ts", file] });
}

async function load(
  { scratch }: BenchContext,
  order: LoadOrder,
  moment: (which: "begin" | "end") => void,
): Promise<LoadReport> {
  const child = await orderLoad(scratch, order);
  return new Promise((resolve, reject) => {
    child.child.on("message", (message: "begin" | "end" | LoadReport) => {
      if (typeof message === "string") moment(message);
      else resolve(message);
    });
    child.failed.catch(reject);
  });
}
