import { existsSync, mkdirSync, readdirSync, rmSync, statfsSync } from "node:fs";
import { join } from "node:path";

const MEMORY = "/dev/shm";
/** A run holds some hundreds of megabytes at once. */
const ROOM_BYTES = 3 * 2 ** 30;
const PREFIX = "lykta-scratch-";

/**
 * What a run throws away lies in memory, where there is room: it makes and drops hundreds of databases
 * of a thousand files each, and ext4 walks past every inode deleted within the last seconds before it
 * gives out a new one. On such a disk that was half of the processor's time.
 */
export function scratchInMemory(): void {
  if (process.env["TMPDIR"] !== undefined || !hasRoom()) return;
  const directory = join(MEMORY, `${PREFIX}${process.pid}`);
  mkdirSync(directory, { recursive: true });
  process.env["TMPDIR"] = directory;
  process.once("exit", () => rmSync(directory, { recursive: true, force: true }));
}

/** Where runs of this kind, also killed ones, put what they throw away: directory and process. */
export function scratches(): readonly { readonly directory: string; readonly pid: number }[] {
  if (!existsSync(MEMORY)) return [];
  return readdirSync(MEMORY)
    .filter((name) => name.startsWith(PREFIX))
    .map((name) => ({ directory: join(MEMORY, name), pid: Number(name.slice(PREFIX.length)) }));
}

function hasRoom(): boolean {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize >= ROOM_BYTES;
  } catch {
    return false;
  }
}
