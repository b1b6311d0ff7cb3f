import { publishForm } from "../forms/index.server.ts";
import { createJour } from "../people/index.server.ts";
import type { Database, JourId } from "../platform/database/index.server.ts";
import type { Result } from "../platform/result.ts";
import { starterApplication } from "../recruitment/index.ts";
import { createFace } from "../site/index.server.ts";
import { publishStarter } from "../training/index.server.ts";
import { layStarter } from "./starter.pages.server.ts";
import { starterFace } from "./starter.ts";

interface Draft {
  readonly host: string;
  readonly name: string;
  /** Its short name; else the first word of its host, or all of them where another has that. */
  readonly slug?: string | undefined;
}

/** A jour with all that a new one begins with and nobody in it: from the command line, or from the federation's desk. */
export async function makeJour(
  database: Database,
  { host, name, slug }: Draft,
): Promise<Result<JourId, "slug-taken" | "host-taken">> {
  const face = starterFace(name);
  const make = (short: string) =>
    createJour(database, {
      ...{ slug: short, name, demo: false },
      faces: [
        {
          host,
          async create(tx, id, position) {
            await createFace(tx, { ...face, id, position });
            await layStarter(tx, { id, kind: face.kind, name });
            await publishForm(tx, "application", 0, starterApplication);
            await publishStarter(tx);
          },
        },
      ],
    });
  const made = await make(slug ?? host.split(".")[0] ?? host);
  const isFree = made.ok || made.code !== "slug-taken" || slug !== undefined;
  return isFree ? made : make(host.replaceAll(".", "-").slice(0, 63));
}
