import type { Database } from "../../src/platform/database/index.server.ts";
import { type Bus, memoryBus } from "../../src/platform/live/bus.server.ts";
import { natsBus } from "../../src/platform/live/bus-nats.server.ts";
import { postgresBus } from "../../src/platform/live/bus-postgres.server.ts";
import { findProgram, type Nats, openNats } from "./programs.server.ts";

export interface BusKind {
  readonly name: string;
  /** As each process of a house makes its own. */
  make(database: Database): Bus;
}

export interface Buses {
  readonly kinds: readonly BusKind[];
  /** Undefined where Debian's nats-server is not installed. */
  readonly nats: Nats | undefined;
  close(): Promise<void>;
}

/** Every bus that this machine can run, with a NATS server of our own where there is one. */
export async function everyBus(): Promise<Buses> {
  const nats = findProgram("nats-server") === undefined ? undefined : await openNats();
  const kinds: BusKind[] = [
    { name: "memory", make: sharedMemory },
    { name: "PostgreSQL", make: postgresBus },
  ];
  if (nats)
    kinds.push({
      name: "NATS",
      make: (database) => natsBus(nats.address, postgresBus(database)),
    });
  return { kinds, nats, close: async () => nats?.close() };
}

const memories = new WeakMap<Database, Bus>();

/** One for all "processes" of a house. */
export function sharedMemory(database: Database): Bus {
  const bus = memories.get(database) ?? memoryBus();
  memories.set(database, bus);
  return bus;
}
