import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { joinEmbedded } from "../../src/platform/database/embedded.server.ts";
import { scratches } from "../scratch.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where this run's database server lives; the first test that asks for a database starts it. */
    databaseDirectory: string;
  }
}

const prefix = "lykta-test-";

export default function setup(project: TestProject): () => Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  project.provide("databaseDirectory", directory);
  return async () => {
    await stopIn(directory);
    await sweepKilledRuns();
  };
}

async function stopIn(directory: string): Promise<void> {
  await joinEmbedded(join(directory, "postgres"))?.stop({ force: true });
  rmSync(directory, { recursive: true, force: true });
}

/** A run that was killed leaves its server behind; the next run clears it away. */
async function sweepKilledRuns(): Promise<void> {
  await sweepServers(tmpdir());
  for (const { directory, pid } of scratches()) {
    if (isAlive(pid)) continue;
    await sweepServers(directory);
    rmSync(directory, { recursive: true, force: true });
  }
}

async function sweepServers(home: string): Promise<void> {
  for (const name of readdirSync(home)) {
    const owner = name.startsWith(prefix)
      ? Number.parseInt(name.slice(prefix.length), 10)
      : Number.NaN;
    if (Number.isInteger(owner) && !isAlive(owner))
      await stopIn(join(home, name)).catch(() => undefined);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
