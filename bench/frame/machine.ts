import { closeSync, fdatasyncSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { cpus, release, totalmem } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { summary } from "./statistics.ts";

export interface Machine {
  readonly cores: number;
  readonly processor: string;
  readonly memoryGb: number;
  readonly kernel: string;
  readonly node: string;
  /** Milliseconds until 8 KB are on the disk: what every durable commit waits for. */
  readonly diskMs: number;
}

export function describeMachine(directory: string): Machine {
  return {
    cores: cpus().length,
    processor: cpus()[0]?.model.trim() ?? "unknown",
    memoryGb: Math.round(totalmem() / 2 ** 30),
    kernel: release(),
    node: process.version,
    diskMs: diskWait(directory),
  };
}

function diskWait(directory: string): number {
  const path = join(directory, "disk");
  const file = openSync(path, "w");
  const block = Buffer.alloc(8192, 1);
  writeSync(file, Buffer.alloc(8192 * 100), 0, 8192 * 100, 0);
  fdatasyncSync(file);
  const times = Array.from({ length: 50 }, (_, at) => {
    const began = performance.now();
    writeSync(file, block, 0, block.length, at * block.length);
    fdatasyncSync(file);
    return performance.now() - began;
  });
  closeSync(file);
  rmSync(path);
  return Number(summary(times).median.toFixed(2));
}

/** Ticks of all cores since the machine started, as the kernel counts them. */
interface Ticks {
  readonly all: number;
  readonly idle: number;
  readonly nice: number;
  readonly steal: number;
}

function ticks(): Ticks {
  const [first = ""] = readFileSync("/proc/stat", "utf8").split("\n");
  const numbers = first.trim().split(/\s+/).slice(1, 9).map(Number);
  const at = (place: number): number => numbers[place] ?? 0;
  return {
    all: numbers.reduce((sum, one) => sum + one, 0),
    idle: at(3) + at(4),
    nice: at(1),
    steal: at(7),
  };
}

/** Percent of all cores. */
export interface Busy {
  readonly before: number;
  /** While it was measured: programs of low priority, which are never the benchmark's own. */
  readonly niced: number;
  /** While it was measured: what the hypervisor gave to others. */
  readonly stolen: number;
}

/** How busy others kept the machine, before and during a measurement. */
export async function watchBusy(): Promise<() => Busy> {
  const first = ticks();
  await sleep(2000);
  const begun = ticks();
  const share = (part: number, all: number): number =>
    Number(((100 * part) / Math.max(all, 1)).toFixed(1));
  const all = begun.all - first.all;
  const before = share(all - (begun.idle - first.idle), all);
  return () => {
    const ended = ticks();
    const during = ended.all - begun.all;
    return {
      before,
      niced: share(ended.nice - begun.nice, during),
      stolen: share(ended.steal - begun.steal, during),
    };
  };
}
