import { randomUUID } from "node:crypto";
import type { Database, FaceId, JourId, TenantTx } from "../platform/database/index.server.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import {
  allJours,
  deleteJour,
  giveHost,
  hostExists,
  insertHost,
  insertJour,
  type JourRow,
} from "./jours-store.server.ts";

const FEDERATION_SLUG = "forbundet";

export interface JourDraft {
  readonly slug: string;
  readonly name: string;
  readonly demo: boolean;
  /** The first face stands on the primary host, where the desk lives too. */
  readonly faces: readonly {
    readonly host: string;
    readonly create: (tx: TenantTx, id: FaceId, position: number) => Promise<void>;
  }[];
}

export type CreateCode = "slug-taken" | "host-taken";

/** Makes a jour with its faces; its hosts come last, so that nobody meets half of one. */
export async function createJour(
  database: Database,
  draft: JourDraft,
): Promise<Result<JourId, CreateCode>> {
  const id = randomUUID() as JourId;
  const { slug, name, demo } = draft;
  const made = await database.shared((tx) =>
    insertJour(tx, { id, slug, name, demo, federation: false }),
  );
  if (!made) return fail("slug-taken");
  const done = await furnish(database, id, draft).catch(async (error: unknown) => {
    await database.shared((tx) => deleteJour(tx, id));
    throw error;
  });
  if (!done) {
    await database.shared((tx) => deleteJour(tx, id));
    return fail("host-taken");
  }
  return ok(id);
}

async function furnish(database: Database, jour: JourId, draft: JourDraft): Promise<boolean> {
  const faces = draft.faces.map(({ host, create }) => ({
    host,
    create,
    id: randomUUID() as FaceId,
  }));
  await database.tenant(jour, async (tx) => {
    for (const [position, face] of faces.entries()) await face.create(tx, face.id, position);
  });
  return database.shared(async (tx) => {
    for (const [position, { host, id }] of faces.entries()) {
      const isMade = await insertHost(tx, { host, jour, face: id, isPrimary: position === 0 });
      if (!isMade) return false;
    }
    return true;
  });
}

export const listJours = (database: Database): Promise<JourRow[]> => database.shared(allJours);

export const removeJour = (database: Database, id: JourId): Promise<void> =>
  database.shared((tx) => deleteJour(tx, id));

/** The federation's own host; true when it was not there before. */
export const addFederationHost = (database: Database, host: string): Promise<boolean> =>
  database.shared((tx) => insertHost(tx, { host, jour: null, face: null, isPrimary: false }));

/** A desk and pages for the federation, at the host of the directory; there is one at most. */
export async function createFederation(
  database: Database,
  { host, name, demo }: { readonly host: string; readonly name: string; readonly demo: boolean },
  write: (tx: TenantTx) => Promise<void>,
): Promise<Result<JourId, CreateCode>> {
  const id = randomUUID() as JourId;
  const federation = { id, slug: FEDERATION_SLUG, name, demo, federation: true };
  if (!(await database.shared((tx) => insertJour(tx, federation)))) return fail("slug-taken");
  try {
    await database.tenant(id, write);
    if (await database.shared((tx) => giveHost(tx, host, id))) return ok(id);
  } catch (error) {
    await database.shared((tx) => deleteJour(tx, id));
    throw error;
  }
  await database.shared((tx) => deleteJour(tx, id));
  return fail("host-taken");
}

export const isHostKnown = (database: Database, host: string): Promise<boolean> =>
  database.shared((tx) => hostExists(tx, host));
