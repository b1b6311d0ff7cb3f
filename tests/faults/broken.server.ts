import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "../../src/platform/database/index.server.ts";
import type { ShredStore } from "../../src/platform/shred/index.server.ts";

/**
 * Programs that are wrong on purpose: the suite must find each of them out, or it proves nothing about
 * the right one.
 */
export const BREAKAGES = [
  /** Tells that a frame is durable before the database has said so. */
  "ack-first",
  /** Tells that a conversation has ended before its key is destroyed. */
  "end-first",
  /** Destroys a key in memory only. */
  "key-kept",
  /** Knows nobody again: a frame that is sent again counts as a new one. */
  "no-memory",
  /** Lets PostgreSQL say "committed" before its log is on the disk. */
  "lazy-database",
] as const;
export type Breakage = (typeof BREAKAGES)[number];

const LATE_MS = 60;

export function brokenDatabase(database: Database, breakage: Breakage | undefined): Database {
  if (breakage !== "ack-first") return database;
  const query = database.raw.query.bind(database.raw) as (asked: unknown) => Promise<unknown>;
  const raw = Object.create(database.raw, {
    query: {
      value: async (asked: { name?: string }, ...rest: unknown[]) => {
        if (asked.name !== "live_append") {
          return (query as (...all: unknown[]) => Promise<unknown>)(asked, ...rest);
        }
        void sleep(LATE_MS).then(() => query(asked).catch(() => undefined));
        return { rows: [{ refused: [] }] };
      },
    },
  }) as Database["raw"];
  return { ...database, raw };
}

/** "ack-first" for what is written in transactions of a jour: their end is told before it is so. */
export function lateCommits<D extends Database>(database: D, breakage: Breakage | undefined): D {
  if (breakage !== "ack-first") return database;
  const tenant: Database["tenant"] = (jour, work) =>
    new Promise((resolve, reject) => {
      const late = database.tenant(jour, async (tx) => {
        resolve(await work(tx));
        await sleep(LATE_MS);
      });
      late.catch(reject);
    });
  return { ...database, tenant };
}

export function brokenKeys(keys: ShredStore, breakage: Breakage | undefined): ShredStore {
  if (breakage === "end-first") {
    return {
      ...keys,
      async destroy(id) {
        void sleep(LATE_MS).then(() => keys.destroy(id).catch(() => undefined));
      },
    };
  }
  if (breakage !== "key-kept") return keys;
  const gone = new Set<string>();
  const name = (id: Uint8Array): string => Buffer.from(id).toString("hex");
  return {
    ...keys,
    read: async (id) => (gone.has(name(id)) ? undefined : keys.read(id)),
    destroy: async (id) => void gone.add(name(id)),
  };
}

/** Whose frames these are: the same person is the same, unless the program is broken. */
export function byOf(token: string, breakage: Breakage | undefined): Uint8Array {
  if (breakage === "no-memory") return randomBytes(16);
  return Buffer.alloc(16, token);
}

export async function loosen(database: Database, breakage: Breakage | undefined): Promise<void> {
  if (breakage !== "lazy-database") return;
  // The role's own setting; connections that stand already keep the old one.
  await database.raw.query("set synchronous_commit = off");
  database.raw.on("connect", (client) => void client.query("set synchronous_commit = off"));
}
