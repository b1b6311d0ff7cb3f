import { readFileSync } from "node:fs";
import {
  federationDoors,
  joiningDoors,
  networkDoors,
  overflowDoors,
} from "../network/index.server.ts";
import { federationVoice, pagesDoors } from "../pages/index.server.ts";
import type { Database } from "../platform/database/index.server.ts";
import type { Door, Glances, PageCache } from "../platform/http/index.server.ts";

/** A federation has a desk, members and pages as a jour has, by the same doors. */
export const alsoAtFederation = (doors: readonly Door[]): Door[] =>
  doors.map((door) => (door.host === "jour" ? { ...door, federationToo: true } : door));

interface Ground {
  readonly database: Database;
  readonly pages: PageCache;
  readonly glances: Glances;
}

/** The pages of jours and federation, the directory, and the federation's desk. */
export function networkRooms({ database, pages, glances }: Ground, script: string): Door[] {
  const changed = (): void => glances.forget();
  const parts = { database, changed, now: Date.now };
  return [
    ...networkDoors({
      ...{ pages, glances, script: readFileSync(script, "utf8") },
      voice: federationVoice(database),
    }),
    ...alsoAtFederation(pagesDoors({ database, pages, glances })),
    ...overflowDoors({ database, changed }),
    ...federationDoors(parts),
    ...joiningDoors(parts),
  ];
}
