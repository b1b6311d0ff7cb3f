import { type ChildProcess, fork } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { databaseDirectory } from "../../src/platform/database/index.server.ts";
import { joinEmbedded } from "../../src/platform/database/embedded.server.ts";
import type { FaultOrder } from "../../src/platform/fault-points.server.ts";
import type { Breakage } from "./broken.server.ts";
import { Journal } from "./journal.server.ts";
import { builtProgram, type ProgramName } from "./build.server.ts";

export interface HouseOptions {
  readonly program?: ProgramName;
  readonly breakage?: Breakage;
  /** Where the data lie, should it be a file system of its own. */
  readonly data?: string;
  readonly keys?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Programs that start the program, such as one that slows its disk. */
  readonly wrapper?: readonly string[];
}

const START_MS = 60_000;

/** The program, its PostgreSQL and its directories: all that can be struck. */
export class House {
  readonly data: string;
  readonly keys: string;
  readonly #home: string;
  readonly #options: HouseOptions;
  readonly #output: string[] = [];
  /** Taken along by the next start alone: for the points that are passed at a start. */
  ordersForStart: readonly FaultOrder[] = [];
  readonly #journal: Journal;
  readonly #wakers = new Set<() => void>();
  #child: ChildProcess | undefined;
  #port = 0;
  #isReady = false;

  constructor(options: HouseOptions = {}) {
    // The name of killed test runs, which the next run of tests clears away.
    this.#home = mkdtempSync(join(tmpdir(), `lykta-test-${process.pid}-`));
    this.data = options.data ?? this.#home;
    this.keys = options.keys ?? join(this.#home, "keys");
    this.#journal = new Journal(join(this.#home, "journal"));
    this.#options = options;
  }

  get port(): number {
    return this.#port;
  }

  get isUp(): boolean {
    return this.#child !== undefined && isRunning(this.#child);
  }

  /** It has come up and serves. */
  get isReady(): boolean {
    return this.isUp && this.#isReady;
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  output(): string {
    return this.#output.join("");
  }

  /** Resolves to false when it died on the way, as ordered. */
  async start(): Promise<boolean> {
    const program = await builtProgram(this.#options.program ?? "program");
    const orders = this.ordersForStart;
    this.ordersForStart = [];
    const child = fork(program, {
      ...{ stdio: ["ignore", "pipe", "pipe", "ipc"], execArgv: [] },
      env: {
        ...process.env,
        ...{ LYKTA_DATA: this.data, LYKTA_SHRED: this.keys, LYKTA_FAULTS: this.#journal.path },
        ...(this.#options.breakage ? { FAULTS_BREAKAGE: this.#options.breakage } : {}),
        ...{ PORT: String(this.#port), ...this.#options.environment },
      },
    });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (part: Buffer) => void this.#output.push(part.toString("utf8")));
    }
    child.send({ faultOrders: orders });
    child.send("go");
    this.#isReady = false;
    const port = await new Promise<number | undefined>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`no start:\n${this.output()}`)), START_MS);
      const settle = (value: number | undefined): void => {
        clearTimeout(late);
        resolve(value);
      };
      child.on("message", (message: { ready?: number }) => {
        if (message.ready !== undefined) settle(message.ready);
      });
      child.once("exit", () => settle(undefined));
    });
    this.#port = port ?? this.#port;
    this.#isReady = port !== undefined;
    if (this.#isReady) for (const wake of this.#wakers) wake();
    return port !== undefined;
  }

  /** Replaces all orders; resolves when the program has them, or is not there. */
  async order(orders: readonly FaultOrder[]): Promise<void> {
    const child = this.#child;
    if (!child || !isRunning(child)) return;
    await new Promise<void>((done) => {
      const hear = (message: { faultOrders?: number }): void => {
        if (message.faultOrders === undefined) return;
        child.off("message", hear);
        done();
      };
      child.on("message", hear);
      child.once("exit", () => done());
      child.send({ faultOrders: orders }, (error) => error && done());
    });
  }

  signal(signal: NodeJS.Signals): void {
    if (this.isUp) this.#child?.kill(signal);
  }

  /** Resolves when the program is gone, by whose hand ever. */
  async gone(): Promise<void> {
    const child = this.#child;
    if (!child || !isRunning(child)) return;
    await new Promise((done) => child.once("exit", done));
  }

  /** The postmaster first, then its children; empty when it does not run. */
  postgres(): number[] {
    const file = join(databaseDirectory(this.data), "cluster/postmaster.pid");
    const pid = existsSync(file) ? Number.parseInt(readFileSync(file, "utf8"), 10) : Number.NaN;
    if (!existsSync(`/proc/${pid}`)) return [];
    return [pid, ...childrenOf(pid)];
  }

  /** Sends a signal to all that runs of PostgreSQL, or to some of it; how many there were. */
  strikePostgres(signal: NodeJS.Signals, pids = this.postgres()): number {
    for (const pid of pids) {
      try {
        process.kill(pid, signal);
      } catch {
        // It went by itself.
      }
    }
    return pids.length;
  }

  /** The processes of PostgreSQL that serve connections of the program. */
  backends(): number[] {
    return this.postgres()
      .slice(1)
      .filter((pid) => commandOf(pid).includes("lykta_app"));
  }

  /** Reads on in what the program writes about its fault points. */
  get journal(): Journal {
    this.#journal.readOn();
    return this.#journal;
  }

  /** Calls `wake` whenever the program has come up, until what it returns is called. */
  onUp(wake: () => void): () => void {
    this.#wakers.add(wake);
    return () => void this.#wakers.delete(wake);
  }

  /** Starts the program again whenever it has died. What it returns ends that. */
  keepUp(): () => Promise<void> {
    let isKept = true;
    const keeping = (async () => {
      while (isKept) {
        if (!this.isUp) await this.start();
        await Promise.race([this.gone(), until(() => !isKept, 60_000)]);
      }
    })();
    return async () => {
      isKept = false;
      await keeping;
    };
  }

  async close(): Promise<void> {
    this.signal("SIGKILL");
    await this.gone();
    this.strikePostgres("SIGCONT");
    const postgres = databaseDirectory(this.data);
    if (existsSync(postgres)) await joinEmbedded(postgres)?.stop({ force: true });
    rmSync(this.#home, { recursive: true, force: true });
  }
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}

function childrenOf(parent: number): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => parentOf(pid) === parent);
}

function parentOf(pid: number): number {
  const stat = readOrNothing(`/proc/${pid}/stat`);
  return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
}

const commandOf = (pid: number): string => readOrNothing(`/proc/${pid}/cmdline`);

function readOrNothing(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

/** Waits until it is so; false when it takes longer than that. */
export async function until(
  check: () => boolean | Promise<boolean>,
  milliseconds: number,
): Promise<boolean> {
  const deadline = performance.now() + milliseconds;
  while (!(await check())) {
    if (performance.now() > deadline) return false;
    await sleep(10);
  }
  return true;
}
