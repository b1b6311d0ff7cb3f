import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

/**
 * A process that crashes must not write its memory to a disk: the keys of living conversations are
 * in it. Holds for this process and those that it starts. Tells in sentences what could not be done.
 */
export function keepMemoryOffDisk(): string[] {
  const risks: string[] = [];
  if (!refuseCoreDumps()) {
    risks.push("Core dumps are not switched off: start Lykta with `ulimit -c 0` (SECURITY.md).");
  }
  if (mayBeSwapped(read("/proc/swaps"), read(cgroupFile("memory.swap.max")))) {
    risks.push("Swap is on: keys may reach the disk. Switch it off or encrypt it (SECURITY.md).");
  }
  return risks;
}

/**
 * Twice: what may be dumped is set to nothing, which holds for a dump that a program of the system
 * takes over too; and the limit is 1 byte, at which Linux neither writes a file nor asks such a
 * program (at 0 it would ask).
 */
function refuseCoreDumps(): boolean {
  const isEmpty = attempt(() => writeFileSync("/proc/self/coredump_filter", "0"));
  const limit = ["--pid", String(process.pid), "--core=1:1"];
  const isLimited = spawnSync("prlimit", limit, { stdio: "ignore" }).status === 0;
  return isEmpty || isLimited;
}

/** `swaps` as the kernel lists them; compressed memory is no disk. A group that may not swap is safe. */
export function mayBeSwapped(swaps: string, groupLimit: string): boolean {
  const onDisk = swaps
    .split("\n")
    .slice(1)
    .filter((line) => line.trim() !== "" && !line.startsWith("/dev/zram"));
  return onDisk.length > 0 && groupLimit.trim() !== "0";
}

function cgroupFile(name: string): string {
  const group = /^0::(.*)$/m.exec(read("/proc/self/cgroup"))?.[1] ?? "/";
  return `/sys/fs/cgroup${group === "/" ? "" : group}/${name}`;
}

const read = (path: string): string => (existsSync(path) ? readFileSync(path, "utf8") : "");

function attempt(work: () => void): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}
