import { join } from "node:path";
import { type StartedEmbedded, startEmbedded } from "./embedded.server.ts";
import { addressesOf } from "./addresses.ts";
import { createDatabase } from "./handle.server.ts";
import { keepRunning } from "./keeper.server.ts";
import { ensureDatabase, prepare, refuseStrongRole } from "./prepare.server.ts";
import { Primary } from "./primary.server.ts";
import type { Database } from "./types.server.ts";

export type { Brand, FaceId, JourId } from "../ids.ts";
export { isAway } from "./away.server.ts";
export type { Database, SharedTx, TenantTx } from "./types.server.ts";

export interface DatabaseOptions {
  /** A PostgreSQL server of your own, or a primary with its standbys; without it the embedded one starts. */
  readonly url?: string;
  /** Holds, in `postgres/`, the embedded database. */
  readonly dataDirectory?: string;
  readonly onProgress?: (line: string) => void;
}

/** Opens the migrated database. `stop` also stops the embedded server, unless somebody else uses it. */
export async function openDatabase(
  options: DatabaseOptions,
): Promise<Database & { stop(): Promise<void> }> {
  const onProgress = options.onProgress ?? (() => undefined);
  if (options.url !== undefined) return openServer(options.url, onProgress);
  const directory = databaseDirectory(options.dataDirectory ?? "data");
  const embedded = await startEmbedded({ directory, onProgress });
  try {
    return await openEmbedded(embedded, onProgress);
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}

/** The directory that belongs to PostgreSQL alone. */
export function databaseDirectory(dataDirectory: string): string {
  return join(dataDirectory, "postgres");
}

async function openEmbedded(embedded: StartedEmbedded, onProgress: (line: string) => void) {
  await ensureDatabase(embedded.connection("postgres"), "lykta");
  const connection = embedded.connection("lykta");
  await prepare(connection, true, onProgress);
  const release = keepRunning(embedded);
  return withStop(createDatabase({ ...connection, user: "lykta_app" }), async () => {
    await release();
    await embedded.stop();
  });
}

async function openServer(url: string, onProgress: (line: string) => void) {
  const addresses = addressesOf(url);
  if (addresses.length > 1) return openOneOf(addresses, onProgress);
  await prepare({ connectionString: url }, false, onProgress);
  return withStop(createDatabase({ connectionString: asApp(url) }), async () => undefined);
}

async function openOneOf(addresses: readonly string[], onProgress: (line: string) => void) {
  const primary = await Primary.find(addresses);
  await prepare(primary.connection(), false, onProgress);
  return withStop(
    // Connections stay, so that an end of the server is noticed by each process.
    createDatabase({ idleTimeoutMillis: 0 }, () => primary.connection(asApp)),
    async () => primary.close(),
  );
}

/** In the address, because pg lets the options of an address win over those beside it. */
function asApp(url: string): string {
  return `${url}${url.includes("?") ? "&" : "?"}options=-c%20role%3Dlykta_app`;
}

async function withStop(database: Database, stopServer: () => Promise<void>) {
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopping ??= database.close().then(stopServer));
  await refuseStrongRole(database.raw).catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
  return { ...database, stop };
}
