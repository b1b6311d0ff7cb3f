import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { programAt } from "../factories/running-program.server.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where a house lies that was furnished and has stopped, to be copied; none on a server of one's own. */
    furnishedHouse: string | undefined;
  }
}

/** To furnish a house takes longer than to copy one: the journeys begin in copies. */
export default async function setup(project: TestProject): Promise<(() => void) | undefined> {
  if (process.env["DATABASE_URL"] !== undefined) return undefined;
  const directory = mkdtempSync(join(tmpdir(), "lykta-furnished-"));
  const program = programAt(0, { LYKTA_DATA: directory });
  await program.start();
  await program.stop();
  project.provide("furnishedHouse", directory);
  return () => rmSync(directory, { recursive: true, force: true });
}
