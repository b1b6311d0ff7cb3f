import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Bus } from "../../src/platform/live/bus.server.ts";
import { LiveLog } from "../../src/platform/live/log.server.ts";
import type { LogFrame } from "../../src/platform/live/stored-frame.server.ts";
import { type LogStore, logStore } from "../../src/platform/live/log-store.server.ts";
import { meetNeighbours, type Neighbours } from "../../src/platform/live/neighbours.server.ts";
import { openShredStore, type ShredStore } from "../../src/platform/shred/index.server.ts";
import { sharedMemory } from "./buses.server.ts";
import { freshDatabase, type FreshDatabase } from "./database.server.ts";

export interface LiveProcess {
  readonly log: LiveLog;
  readonly neighbours: Neighbours;
  readonly store: LogStore;
}

export interface LiveHouse {
  readonly database: FreshDatabase;
  readonly keys: string;
  /** What one process of the house would hold; several may stand side by side on one database. */
  process(
    change?: (store: LogStore) => LogStore,
    waitMs?: number,
    changeKeys?: (keys: ShredStore) => ShredStore,
    timing?: Parameters<typeof meetNeighbours>[1],
  ): Promise<LiveProcess>;
  close(): Promise<void>;
}

/** A database and a directory of keys, for any number of processes, each with its bus. */
export async function liveHouse(
  makeBus: (database: FreshDatabase) => Bus = sharedMemory,
): Promise<LiveHouse> {
  const database = await freshDatabase();
  const keys = mkdtempSync(join(tmpdir(), "lykta-keys-"));
  const opened: { close(): Promise<void> }[] = [];
  return {
    database,
    keys,
    async process(
      change = (store) => store,
      waitMs = 10_000,
      changeKeys = (store) => store,
      timing,
    ) {
      const bus = makeBus(database);
      const neighbours = await meetNeighbours(bus, timing);
      opened.push(neighbours, bus);
      const store = change(logStore(database.raw));
      const log = new LiveLog({
        store,
        keys: changeKeys(await openShredStore(keys)),
        neighbours,
        bounds: { waitMs, frames: 20_000, bytes: 64 * 1024 * 1024 },
      });
      return { log, neighbours, store };
    },
    async close() {
      for (const one of opened) await one.close();
      await database.close();
      rmSync(keys, { recursive: true });
    },
  };
}

export const seekerBytes = new Uint8Array(16).fill(0xff);

export function clientFrame(text: string, ref: number, tab = 1, by = seekerBytes): LogFrame {
  return {
    kind: 1,
    by,
    tab: new Uint8Array(16).fill(tab),
    ref,
    payload: new TextEncoder().encode(text),
  };
}

export function eventFrame(event: object): LogFrame {
  const nobody = new Uint8Array(16);
  const payload = new TextEncoder().encode(JSON.stringify(event));
  return { kind: 0, by: nobody, tab: nobody, ref: 0, payload };
}

export const textOf = (payload: Uint8Array): string => new TextDecoder().decode(payload);
