import type { z } from "zod";
import type { Database, JourId } from "../../platform/database/index.server.ts";
import { type Context, defineDoor, type Door } from "../../platform/http/index.server.ts";
import { fail, ok, type Result } from "../../platform/result.ts";
import { listContract, type OverflowList, overflowPaths, sayContract } from "./contract.ts";
import * as store from "./store.server.ts";

export interface OverflowParts {
  readonly database: Database;
  /** What the pages show has changed. */
  readonly changed: () => void;
}

/** For coordinators: with whom the jour shares its seekers while one of them is closed. */
export const overflowDoors = ({ database, changed }: OverflowParts): Door[] => [
  defineDoor({
    ...{ method: "POST", host: "jour", access: "jour.set" },
    ...{ path: overflowPaths.list, body: listContract },
    handle: async ({ host }) =>
      host.jour ? ok(await listOf(database, host.jour.id)) : fail("not-found"),
  }),
  defineDoor({
    ...{ method: "POST", host: "jour", access: "jour.set" },
    ...{ path: overflowPaths.say, body: sayContract },
    async handle({ host, body }: Context<z.infer<typeof sayContract>>) {
      if (!host.jour) return fail("not-found");
      const said = await say(database, host.jour.id, body);
      if (said.ok) changed();
      return said;
    },
  }),
];

const listOf = async (database: Database, jour: JourId): Promise<OverflowList> => ({
  jours: await database.tenant(jour, store.othersOf),
});

/** Her own word, and hers alone: it holds while the other says the same. */
function say(
  database: Database,
  jour: JourId,
  { jour: other, yes }: z.infer<typeof sayContract>,
): Promise<Result<OverflowList, "not-found">> {
  return database.tenant(jour, async (tx) => {
    if (!yes) await store.takeBack(tx, other);
    else if (!(await store.sayYes(tx, other))) return fail("not-found");
    return ok({ jours: await store.othersOf(tx) });
  });
}
