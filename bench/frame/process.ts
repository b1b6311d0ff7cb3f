import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(fileURLToPath(import.meta.url), "../../..");

/** A program that a measurement started, and what it said when it was ready. */
export interface Program {
  readonly pid: number;
  readonly child: ChildProcess;
  readonly ready: RegExpExecArray | undefined;
  /** Rejects when it ends by itself with a fault, with what it said. */
  readonly failed: Promise<never>;
  /** Asks it to end, and resolves when it has. */
  stop(): Promise<void>;
}

export interface Start {
  /** Arguments of `node`: the file, and what it is told. */
  readonly args: readonly string[];
  /** The line that says it is ready; without it, it is at once. */
  readonly ready?: RegExp;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** Starts a Node program and waits until it is ready; fails with what it said instead. */
export async function startProgram({ args, ready, env, cwd = root }: Start): Promise<Program> {
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let said = "";
  let heard = (): void => undefined;
  const hear = (part: Buffer): void => {
    said = (said + part.toString("utf8")).slice(-SAID_AT_MOST);
    heard();
  };
  child.stdout?.on("data", hear);
  child.stderr?.on("data", hear);
  const gone = new Promise<number | null>((resolve) => child.once("close", resolve));
  const failed = gone.then((code) => {
    if (code === 0 || child.killed) return new Promise<never>(() => undefined);
    throw new Error(`${args.at(-1)} ended with ${code}:\n${said}`);
  });
  failed.catch(() => undefined);
  const isReady = new Promise<RegExpExecArray | undefined>((resolve) => {
    heard = () => {
      const found = ready?.exec(said);
      if (found) resolve(found);
    };
    if (!ready) resolve(undefined);
  });
  const stop = async (): Promise<void> => {
    child.kill("SIGTERM");
    await gone;
  };
  return { pid: child.pid ?? 0, child, failed, stop, ready: await Promise.race([isReady, failed]) };
}

/** Enough for a stack. */
const SAID_AT_MOST = 10_000;
const TICKS_PER_SECOND = 100;

/** Milliseconds of processor time that a process has used, its threads included, its children not. */
export function processorMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_PER_SECOND;
}

/** The same for a process and all that it started, those included that have ended. */
export function familyMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const ended = ((Number(fields[13]) + Number(fields[14])) * 1000) / TICKS_PER_SECOND;
  return childrenOf(pid).reduce((sum, child) => sum + familyMs(child), processorMs(pid) + ended);
}

function childrenOf(pid: number): number[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((task) => {
    const file = `/proc/${pid}/task/${task}/children`;
    return existsSync(file) ? (readFileSync(file, "utf8").match(/\d+/g) ?? []).map(Number) : [];
  });
}

/** Proportional set size in bytes: what the process costs, shared pages divided among those who share. */
export function memoryOf(pid: number): number {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
  return Number(/^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1]) * 1024;
}
