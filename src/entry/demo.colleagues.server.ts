import { furnishPlaces } from "../planning/index.server.ts";
import type { DemoKeys, People } from "../people/index.server.ts";
import type { Database, JourId } from "../platform/database/index.server.ts";
import { furnishPledge } from "../records/index.server.ts";
import { demoColleagues, demoMonths, demoPledge } from "./demo.planning.ts";

interface Parts {
  readonly database: Database;
  readonly people: Pick<People, "members" | "inventColleagues">;
}

/** At the first start: invented colleagues who have places in this month and the next, and a pledge to sign. */
export async function furnishColleagues(
  { database, people }: Parts,
  jour: JourId,
  keys: DemoKeys,
): Promise<void> {
  if ((await people.members(jour)).length > 0) return;
  const names = demoColleagues.map(({ name }) => name);
  const ids = await people.inventColleagues(jour, keys, names);
  const colleagues = demoColleagues.map((one, at) => ({ ...one, id: ids[at] ?? "" }));
  await database.tenant(jour, async (tx) => {
    await furnishPlaces(tx, colleagues, demoMonths(Date.now()));
    await furnishPledge(tx, demoPledge, ids[0] ?? "", Date.now());
  });
}
