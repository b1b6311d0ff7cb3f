import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { mayBeSwapped } from "./core-dumps.server.ts";

const pattern = "/proc/sys/kernel/core_pattern";
/** Elsewhere a program of the system takes the dumps, and where it puts them is not known here. */
const writesFiles = existsSync(pattern) && readFileSync(pattern, "utf8").trim() === "core";

/** Aborts a program that may dump as much as it likes; tells what lies beside it then. */
function crash(prepare: string): string[] {
  const directory = mkdtempSync(join(tmpdir(), "lykta-core-"));
  const module = new URL("core-dumps.server.ts", import.meta.url).href;
  const program = `
    const { keepMemoryOffDisk } = await import(${JSON.stringify(module)});
    ${prepare}
    process.abort();`;
  const args = ["--import", import.meta.resolve("tsx"), "--input-type=module", "-e", program];
  const command = ["-c", 'ulimit -c unlimited; exec "$0" "$@"', process.execPath, ...args];
  try {
    expect(spawnSync("/bin/sh", command, { cwd: directory }).signal).toBe("SIGABRT");
    return existsSync(join(directory, "core")) ? ["core"] : [];
  } finally {
    rmSync(directory, { recursive: true });
  }
}

describe.runIf(writesFiles)("a program that crashes", () => {
  test("writes its memory down, unless that is switched off", () => {
    expect(crash("")).toEqual(["core"]);
    expect(crash("keepMemoryOffDisk();")).toEqual([]);
  });
});

describe("swap is told of", () => {
  const head = "Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n";
  test.each([
    ["where there is none", head, "max", false],
    ["where it is a disk", `${head}/dev/sda2 partition 4194300 0 -2\n`, "max", true],
    ["where no group is known", `${head}/swapfile file 4194300 0 -2\n`, "", true],
    ["where our group may not swap", `${head}/dev/sda2 partition 4194300 0 -2\n`, "0\n", false],
    ["where it is memory, compressed", `${head}/dev/zram0 partition 8388604 0 100\n`, "max", false],
    ["where the system tells nothing", "", "", false],
  ])("%s", (_, swaps, group, expected) => {
    expect(mayBeSwapped(swaps, group)).toBe(expected);
  });
});
