import { type ChildProcess, fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startEmbedded } from "../src/platform/database/embedded.server.ts";
import { ensureDatabase, prepare } from "../src/platform/database/prepare.server.ts";
import { openNats } from "../tests/factories/programs.server.ts";
import type { Measured, Order } from "./bus-cost-process.ts";

// What the hints between two processes cost: `npm run bus-cost`. Two processes write and follow each
// other's logs on one durable PostgreSQL of this machine; once without any hints, once with each bus.

const RUNS = Number(process.argv[2] ?? 5);
const buses = ["none", "PostgreSQL", "NATS"] as const;
/** Messages per second of both processes together; 0 as many as go. */
const paces = [1000, 0];

interface Row extends Measured {
  readonly pace: number;
  readonly bus: string;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), "lykta-bus-cost-"));
  const server = await startEmbedded({ directory: join(home, "postgres"), onProgress: say });
  const connection = server.connection("lykta");
  await ensureDatabase(server.connection("postgres"), "lykta");
  await prepare(connection, true, say);
  const nats = await openNats();
  const rows: Row[] = [];
  const close = async (): Promise<void> => {
    await nats.close();
    await server.stop({ force: true });
    rmSync(home, { recursive: true, force: true });
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => void close().then(() => process.exit(1)));
  for (let run = 0; run < RUNS; run++) {
    for (const pace of paces) {
      // Another order each time, so that what else goes on here spreads over all.
      for (const bus of rotated(buses, run)) {
        const order = { bus, pace: pace / 2, connection, keys: join(home, "keys") };
        rows.push({ pace, bus, ...(await pair({ ...order, nats: nats.address })) });
      }
    }
    say(`run ${run + 1} of ${RUNS}; load of the machine ${loadavg()[0]?.toFixed(1)}`);
  }
  for (const pace of paces) for (const bus of buses) say(lineOf(rows, pace, bus));
  await close();
}

async function pair(order: Omit<Order, "index">): Promise<Measured> {
  const program = fileURLToPath(new URL("./bus-cost-process.ts", import.meta.url));
  const children = [0, 1].map(() => fork(program, { execArgv: ["--import", "tsx"] }));
  const [one, two] = children as [ChildProcess, ChildProcess];
  one.on("message", (message: object) => "logs" in message && two.send(message));
  two.on("message", (message: object) => "logs" in message && one.send(message));
  const measured = children.map((child, index) => {
    child.send({ ...order, index });
    return new Promise<Measured>((resolve, reject) => {
      child.on("message", (message: object) => "frames" in message && resolve(message as Measured));
      child.once("exit", (code) => reject(new Error(`a process ended with ${code}`)));
    });
  });
  const [a, b] = (await Promise.all(measured)) as [Measured, Measured];
  for (const child of children) child.kill("SIGKILL");
  const mean = (name: keyof Measured): number => (a[name] + b[name]) / 2;
  return {
    frames: a.frames + b.frames,
    ...{ p50: mean("p50"), p99: mean("p99"), over50: mean("over50"), over99: mean("over99") },
  };
}

function lineOf(rows: readonly Row[], pace: number, bus: string): string {
  const of = rows.filter((row) => row.pace === pace && row.bus === bus);
  const middle = (name: keyof Measured): string => {
    const sorted = of.map((row) => row[name]).toSorted((x, y) => x - y);
    const [low = 0, high = 0] = [sorted[0], sorted.at(-1)];
    const digits = name === "frames" ? 0 : 1;
    const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
    return `${median.toFixed(digits)} (${low.toFixed(digits)}–${high.toFixed(digits)})`;
  };
  const wanted = pace === 0 ? "as many as go" : `${pace}/s`;
  return (
    `${wanted.padEnd(14)} ${bus.padEnd(11)} messages/s ${middle("frames")}; acknowledged ms ` +
    `p50 ${middle("p50")} p99 ${middle("p99")}; heard on the other process ms ` +
    `p50 ${middle("over50")} p99 ${middle("over99")}`
  );
}

function rotated<T>(values: readonly T[], by: number): T[] {
  return values.map((_, index) => values[(index + by) % values.length] as T);
}

await main();
