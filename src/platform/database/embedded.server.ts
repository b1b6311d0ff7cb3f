import { setTimeout as sleep } from "node:timers/promises";
import { existsSync, realpathSync, rmSync } from "node:fs";
import pg from "pg";
import { findBinaries } from "./binaries.server.ts";
import {
  type Place,
  initialise,
  isPostmaster,
  launch,
  logTail,
  ownDirectory,
  placeIn,
  postmasterPid,
  removeStaleLock,
} from "./cluster.server.ts";
import type { Kept } from "./keeper.server.ts";
import { chooseRunner, giveTo, ownerOf } from "./runner.server.ts";

export interface Embedded {
  /** How its owner connects to one of its databases. */
  connection(database: string): pg.ClientConfig;
  /** Stops it unless another program is still connected; with `force`, even then. */
  stop(how?: { readonly force: boolean }): Promise<void>;
}

export interface StartedEmbedded extends Embedded, Kept {}

export interface EmbeddedOptions {
  readonly directory: string;
  readonly onProgress: (line: string) => void;
  /** False only for tests, which may lose everything with the machine. */
  readonly durable?: boolean;
}

const patience = { starting: 120_000, lock: 15_000 } as const;

/** Starts the embedded PostgreSQL in `directory`, or joins the one that already runs there. */
export async function startEmbedded(options: EmbeddedOptions): Promise<StartedEmbedded> {
  const { onProgress, durable = true } = options;
  ownDirectory(options.directory, undefined);
  const place = placeIn(realpathSync(options.directory));
  const binaries = await findBinaries();
  const runner = chooseRunner(binaries.postgres, place.directory);
  const owner = ownerOf(runner);
  const embedded = handleOf(place);
  if ((await knock(embedded)) !== "open") {
    if (owner !== undefined) giveTo(place.directory, owner);
    ownDirectory(place.socket, owner);
    onProgress("Database: starting PostgreSQL");
    initialise(binaries, runner, place, durable);
  }
  const revive = (): Promise<void> =>
    untilOpen(embedded, place, () => launch(binaries, runner, place, durable));
  await revive();
  return { ...embedded, runs: () => isThere(place), revive };
}

/** The embedded PostgreSQL of `directory`, whether or not it runs; nothing if there is none. */
export function joinEmbedded(directory: string): Embedded | undefined {
  return existsSync(directory) ? handleOf(placeIn(realpathSync(directory))) : undefined;
}

type Answer = "open" | "busy" | "silent";

/** busy = somebody is there but starts up or shuts down (57P03). */
async function knock(embedded: Embedded): Promise<Answer> {
  const client = new pg.Client({
    ...embedded.connection("postgres"),
    connectionTimeoutMillis: 5000,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.end();
    return "open";
  } catch (error) {
    const code = (error as { code?: string }).code;
    if (code === "57P03") return "busy";
    if (code === "ENOENT" || code === "ECONNREFUSED" || code === "ECONNRESET") return "silent";
    throw error;
  }
}

/**
 * After a kill the old server may still be leaving, or its children may still hold its memory:
 * then the new one refuses, and is tried again for a while.
 */
async function untilOpen(
  embedded: Embedded,
  place: Place,
  start: () => Promise<number>,
): Promise<void> {
  const began = performance.now();
  let gone = true;
  while ((await knock(embedded)) !== "open") {
    const waited = performance.now() - began;
    if (gone && !isThere(place)) {
      if (waited > patience.lock) throw new Error(`PostgreSQL does not start:\n${logTail(place)}`);
      removeStaleLock(place);
      gone = false;
      start().then(
        () => (gone = true),
        () => (gone = true),
      );
    } else if (waited > patience.starting) {
      throw new Error(`PostgreSQL does not answer in ${place.directory}:\n${logTail(place)}`);
    }
    await sleep(waited < 1000 ? 20 : 200);
  }
}

function isThere(place: Place): boolean {
  const pid = postmasterPid(place);
  return pid !== undefined && isPostmaster(pid, place);
}

function handleOf(place: Place): Embedded {
  const connection = (database: string): pg.ClientConfig => ({
    host: place.socket,
    port: 5432,
    user: "postgres",
    database,
  });
  return { connection, stop: (how) => stop(place, connection("postgres"), how?.force ?? false) };
}

async function stop(place: Place, connection: pg.ClientConfig, force: boolean): Promise<void> {
  const pid = postmasterPid(place);
  if (pid === undefined || !isPostmaster(pid, place)) return;
  if (!force && (await othersAreConnected(connection))) return;
  process.kill(pid, "SIGINT");
  const began = performance.now();
  while (isPostmaster(pid, place)) {
    if (performance.now() - began > 30_000) throw new Error("PostgreSQL does not stop");
    await sleep(10);
  }
  if (!place.socket.startsWith(place.directory))
    rmSync(place.socket, { recursive: true, force: true });
}

/** Two programs that stop at once must not wait for each other. */
const stopping = "lykta-stop";

/** Connections that were closed a moment ago take a few milliseconds to leave the list. */
async function othersAreConnected(connection: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client({ ...connection, application_name: stopping });
  client.on("error", () => undefined);
  await client.connect();
  try {
    for (let attempt = 0; attempt < 25; attempt += 1) {
      const { rowCount } = await client.query(
        `select 1 from pg_stat_activity where backend_type = 'client backend' and application_name <> $1`,
        [stopping],
      );
      if (rowCount === 0) return false;
      await sleep(20);
    }
    return true;
  } finally {
    await client.end();
  }
}
