import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, statfsSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findProgram } from "../factories/programs.server.ts";

/** File systems of our own need root; without it what needs them is not run, and says so. */
export const mayMount: boolean = process.getuid?.() === 0 && findProgram("mount") !== undefined;

export interface Mount {
  readonly path: string;
  /** Bytes that are free. */
  free(): number;
  /** Fills it up, to the last page or so that so many bytes are left; what it returns empties it again. */
  fill(left?: number): () => void;
  unmount(): void;
}

/** A small file system in memory, on a directory of its own. */
export function smallDisk(options: string): Mount {
  const path = mkdtempSync(join(tmpdir(), `lykta-test-${process.pid}-`));
  run("mount", ["-t", "tmpfs", "-o", options, "tmpfs", path]);
  return mountAt(path);
}

/** An ext4 in a file: what it has not been told to make durable is not in the file yet. */
export function diskInFile(image: string, path: string): Mount {
  mkdirSync(path, { recursive: true });
  // Its own timer would make things durable that nobody asked for: once in five minutes then.
  run("mount", ["-o", "loop,commit=300", image, path]);
  return mountAt(path);
}

export function makeDisk(image: string, megabytes: number): void {
  writeFileSync(image, "");
  truncateSync(image, megabytes * 1024 * 1024);
  run("mkfs.ext4", ["-q", "-F", "-E", "lazy_itable_init=0,lazy_journal_init=0", image]);
}

function mountAt(path: string): Mount {
  const free = (): number => {
    const { bavail, bsize } = statfsSync(path);
    return bavail * bsize;
  };
  return {
    ...{ path, free },
    fill(left = 0) {
      const ballast = join(path, "ballast");
      // The last write is cut short when not one more page fits.
      const size = left === 0 ? "" : `| head -c ${Math.max(0, free() - left)}`;
      run("sh", ["-c", `cat /dev/zero ${size} > '${ballast}' 2>/dev/null; true`]);
      return () => rmSync(ballast, { force: true });
    },
    unmount() {
      run("umount", ["-l", path]);
      rmSync(path, { recursive: true, force: true });
    },
  };
}

function run(program: string, args: readonly string[]): void {
  const { status, stderr } = spawnSync(program, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${program} ${args.join(" ")}: ${stderr}`);
}
