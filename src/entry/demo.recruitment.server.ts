import type { Letters } from "../letters/index.server.ts";
import type { Database, JourId } from "../platform/database/index.server.ts";
import { RECRUITERS } from "../protocol/index.ts";
import { furnishApplications } from "../recruitment/index.server.ts";
import { facesOf } from "../site/index.server.ts";
import { demoApplications } from "./demo.recruitment.ts";

/** Some have applied already. Sealed like all others: only recruiters read them. */
export async function furnishRecruitment(
  { database, letters }: { database: Database; letters: Pick<Letters, "writeDemo"> },
  jour: JourId,
): Promise<void> {
  const [face] = await facesOf(database, jour);
  if (!face) return;
  await furnishApplications(database, jour, demoApplications, (text) =>
    letters.writeDemo({ jour, face: face.id, team: RECRUITERS, text }),
  );
}
