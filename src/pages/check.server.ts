import type { Database, JourId, TenantTx } from "../platform/database/index.server.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import { isFurther } from "../ui/further.ts";
import * as checks from "./check-store.server.ts";
import type { TextPlace } from "./service.server.ts";
import { notNewest } from "./review.server.ts";

interface Checking {
  readonly version: number;
  readonly by: string;
  readonly on: string;
  readonly member: string;
  /** Its day on the clock of Sweden. */
  readonly today: string;
}

/** That somebody who speaks the language has read exactly this version, as long as it is the newest. */
export function enterCheck(
  database: Database,
  jour: JourId,
  place: TextPlace,
  { today, ...check }: Checking,
): Promise<Result<undefined, "not-found" | "changed-meanwhile" | "day-refused">> {
  return database.tenant(jour, async (tx) => {
    const refused = await notNewest(tx, place, check.version);
    if (refused) return fail(refused);
    if (check.on > today) return fail("day-refused");
    await checks.putCheck(tx, { ...place, ...check });
    return ok();
  });
}

/** The check was a mistake: where nobody has checked it, the text is no longer shown. */
export const takeBackCheck = (
  database: Database,
  jour: JourId,
  place: TextPlace,
  version: number,
): Promise<Result<undefined, "not-found">> =>
  database.tenant(jour, async (tx) =>
    (await checks.deleteCheck(tx, { ...place, version })) ? ok() : fail("not-found"),
  );

/** Whether this version may be shown: one in a further language only when a person has checked it. */
export async function mayBeShown(
  tx: TenantTx,
  place: TextPlace,
  version: number,
): Promise<boolean> {
  if (!isFurther(place.language) || (await checks.isDemo(tx))) return true;
  return (await checks.findCheck(tx, { ...place, version })) !== undefined;
}
