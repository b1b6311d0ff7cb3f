import type pg from "pg";
import { createDatabase } from "../src/platform/database/handle.server.ts";
import { type Bus, LiveLog, openBus } from "../src/platform/live/index.server.ts";
import { logStore } from "../src/platform/live/log-store.server.ts";
import { meetNeighbours } from "../src/platform/live/neighbours.server.ts";
import { openShredStore } from "../src/platform/shred/index.server.ts";

// One of the two processes that scripts/bus-cost.ts measures.

export interface Order {
  readonly bus: "none" | "PostgreSQL" | "NATS";
  readonly nats: string;
  readonly connection: pg.ClientConfig;
  readonly keys: string;
  readonly index: number;
  /** Messages per second of this process; 0 as many as go. */
  readonly pace: number;
}

/** Milliseconds, but for `frames`, which are per second. `over`: until heard on the other process. */
export interface Measured {
  readonly frames: number;
  readonly p50: number;
  readonly p99: number;
  readonly over50: number;
  readonly over99: number;
}

const LOGS = 200;
const WARM_MS = 1500;
const MEASURED_MS = 5000;
const BYTES = 600;
const now = (): number => performance.timeOrigin + performance.now();

const nobody = new Uint8Array(16);
const nothing = (): void => undefined;

function busOf({ bus, nats }: Order, database: Parameters<typeof openBus>[0]): Bus {
  const real = openBus(database, bus === "NATS" ? nats : undefined);
  // The two still meet, but tell each other nothing of what they write.
  const isMeeting = (text: string): boolean => !text.includes('"frames"');
  if (bus !== "none") return real;
  return { ...real, publish: (text) => isMeeting(text) && real.publish(text) };
}

async function run(order: Order): Promise<void> {
  const database = createDatabase({ ...order.connection, user: "lykta_app" });
  const neighbours = await meetNeighbours(busOf(order, database));
  const store = logStore(database.raw);
  const log = new LiveLog({ store, keys: await openShredStore(order.keys), neighbours });
  const mine: string[] = [];
  for (let n = 0; n < LOGS; n++) {
    const payload = new Uint8Array(1);
    const made = await log.create({ kind: 0, by: nobody, tab: nobody, ref: 0, payload });
    if (made.ok) mine.push(made.value);
  }
  const theirs = new Promise<string[]>((resolve) =>
    process.on("message", (message: object) => {
      if ("logs" in message) resolve(message.logs as string[]);
    }),
  );
  process.send?.({ logs: mine });
  const over: number[] = [];
  const waits: number[] = [];
  for (const id of await theirs) {
    await log.has(id);
    log.subscribe(id, 1, {
      frame: ({ payload }) => over.push(now() - Buffer.from(payload).readDoubleLE(0)) > 0,
      ...{ typing: nothing, present: nothing, closed: nothing },
    });
  }
  const stop = speak(log, mine, order.pace, waits);
  await pause(WARM_MS);
  over.length = 0;
  waits.length = 0;
  const since = performance.now();
  await pause(MEASURED_MS);
  const seconds = (performance.now() - since) / 1000;
  process.send?.({
    frames: waits.length / seconds,
    ...{ p50: part(waits, 0.5), p99: part(waits, 0.99) },
    ...{ over50: part(over, 0.5), over99: part(over, 0.99) },
  } satisfies Measured);
  stop();
}

/** One message of each log on its way at a time; at a pace, or as soon as the last was acknowledged. */
function speak(log: LiveLog, ids: readonly string[], pace: number, waits: number[]): () => void {
  let isOver = false;
  let ref = 0;
  const say = (id: string, then: () => void): void => {
    const payload = Buffer.alloc(BYTES);
    payload.writeDoubleLE(now(), 0);
    const since = performance.now();
    const tab = new Uint8Array(16).fill(1);
    log.append(id, { kind: 1, by: nobody, tab, ref: ++ref, payload }, () => {
      waits.push(performance.now() - since);
      if (!isOver) then();
    });
  };
  if (pace === 0)
    for (const id of ids)
      say(id, function again() {
        say(id, again);
      });
  let turn = 0;
  let owed = 0;
  const timer = setInterval(() => {
    for (owed += pace / 100; owed >= 1; owed--) say(ids[turn++ % ids.length] ?? "", nothing);
  }, 10);
  return () => {
    isOver = true;
    clearInterval(timer);
  };
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((go) => void setTimeout(go, milliseconds));

function part(values: readonly number[], share: number): number {
  const sorted = values.toSorted((x, y) => x - y);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

process.once("message", (message: Order) => void run(message));
