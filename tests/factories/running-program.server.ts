import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { ended } from "./programs.server.ts";

const START_MS = 90_000;

/** One process of the house: the built program itself. */
export interface Program {
  /** Any free one is taken at the first start, and kept, where it was begun with 0. */
  readonly port: number;
  readonly isUp: boolean;
  readonly pid: number;
  /** All that it wrote on its outputs. */
  output(): string;
  start(): Promise<void>;
  /** SIGKILL: it has no time for anything. */
  kill(): Promise<void>;
  /** SIGTERM, as a service manager sends it; resolves to how long it took to leave. */
  stop(): Promise<number>;
}

export function programAt(wanted: number, environment: Readonly<Record<string, string>>): Program {
  const lines: string[] = [];
  let port = wanted;
  let child: ChildProcess | undefined;
  const isUp = (): boolean =>
    child !== undefined && child.exitCode === null && child.signalCode === null;
  return {
    get port() {
      return port;
    },
    get isUp() {
      return isUp();
    },
    get pid() {
      return child?.pid ?? 0;
    },
    output: () => lines.join("\n"),
    async start() {
      // Each story brings its own colleagues and pledge.
      const env = { LYKTA_DEMO: "bare", ...process.env, ...environment, PORT: String(port) };
      child = spawn(process.execPath, ["dist/server/main.server.js"], {
        ...{ env, stdio: ["ignore", "pipe", "pipe"] },
      });
      const told = await ready(child, lines);
      port ||= told;
    },
    kill: async () => child && (await ended(child, "SIGKILL")),
    async stop() {
      const since = performance.now();
      if (child) await ended(child, "SIGTERM");
      return performance.now() - since;
    },
  };
}

function ready(child: ChildProcess, lines: string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error("the program did not open")), START_MS);
    const take = (line: string): void => {
      lines.push(line);
      if (!line.startsWith("ready ")) return;
      clearTimeout(late);
      resolve(Number(new URL(line.slice("ready ".length).trim()).port));
    };
    for (const output of [child.stdout, child.stderr])
      if (output) createInterface({ input: output }).on("line", take);
    child.once("exit", (code) => {
      clearTimeout(late);
      reject(new Error(`the program closed with ${String(code)}:\n${lines.join("\n")}`));
    });
  });
}
