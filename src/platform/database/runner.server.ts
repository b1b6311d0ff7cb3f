import { spawnSync } from "node:child_process";
import { lchownSync, lstatSync, readdirSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";

/** How a program of PostgreSQL, which refuses root, is started here. */
export interface Runner {
  readonly wrapper: readonly string[];
  /** The user to become, where that is how root is avoided. */
  readonly user: { readonly uid: number; readonly gid: number } | undefined;
}

/** "nobody": PostgreSQL wants its user to have an entry in the passwd file, and this one always has. */
const nobody = 65534;

const plain: Runner = { wrapper: [], user: undefined };
const renamed: Runner = {
  wrapper: ["unshare", "--user", `--map-user=${nobody}`, `--map-group=${nobody}`],
  user: undefined,
};
const lowered: Runner = { wrapper: [], user: { uid: nobody, gid: nobody } };

/** Tries each way by starting a harmless program with it. */
export function chooseRunner(program: string, directory: string): Runner {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && hasName()) return plain;
  if (works(renamed, [program, "--version"])) return renamed;
  if (!isRoot) {
    throw new Error(
      "PostgreSQL does not run as a user without an entry in the passwd file. Add one, or set DATABASE_URL.",
    );
  }
  giveTo(directory, nobody);
  const enters = works(lowered, ["/bin/sh", "-c", 'cd "$0"', directory]);
  if (enters && works(lowered, [program, "--version"])) return lowered;
  throw new Error(
    'PostgreSQL refuses to run as root. Neither a user namespace (unshare) nor the user "nobody" ' +
      `can run ${program} and reach ${directory}. Start Lykta as an ordinary user, keep the program and its ` +
      "data (LYKTA_DATA) where every user may enter, or set DATABASE_URL.",
  );
}

/** Container platforms start programs as numbers without a name, and PostgreSQL wants a name. */
function hasName(): boolean {
  try {
    return userInfo().username !== "";
  } catch {
    return false;
  }
}

/** The uid that must own the files on disk: inside the namespace root's own files are "nobody's". */
export function ownerOf(runner: Runner): number | undefined {
  return runner.user?.uid ?? process.getuid?.();
}

function works(runner: Runner, command: readonly string[]): boolean {
  const [file, ...rest] = [...runner.wrapper, ...command];
  return spawnSync(file ?? "", rest, { ...runner.user, cwd: "/", stdio: "ignore" }).status === 0;
}

/** Hands a directory over when an earlier start, as another user, owned it. */
export function giveTo(directory: string, uid: number): void {
  if (lstatSync(directory).uid === uid) return;
  if (process.getuid?.() !== 0) throw new Error(`${directory} belongs to another user.`);
  for (const entry of readdirSync(directory, { recursive: true, encoding: "utf8" })) {
    lchownSync(join(directory, entry), uid, uid);
  }
  lchownSync(directory, uid, uid);
}
