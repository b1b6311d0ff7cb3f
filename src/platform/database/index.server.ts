import { join } from "node:path";
import { type StartedEmbedded, startEmbedded } from "./embedded.server.ts";
import { createDatabase } from "./handle.server.ts";
import { keepRunning } from "./keeper.server.ts";
import { ensureDatabase, prepare, refuseStrongRole } from "./prepare.server.ts";
import type { Database } from "./types.server.ts";

export type { Brand, FaceId, JourId } from "../ids.ts";
export { isAway } from "./away.server.ts";
export type { Database, SharedTx, TenantTx } from "./types.server.ts";

export interface DatabaseOptions {
  /** A PostgreSQL server of your own; without it the embedded one starts. */
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
  await prepare({ connectionString: url }, false, onProgress);
  // In the address, because pg lets the options of an address win over those beside it.
  const asApp = `${url}${url.includes("?") ? "&" : "?"}options=-c%20role%3Dlykta_app`;
  return withStop(createDatabase({ connectionString: asApp }), async () => undefined);
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
