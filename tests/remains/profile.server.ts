import { type ChildProcess, spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Browser, chromium, type Page } from "playwright-core";
import { chromiumPath } from "../journeys/harness.server.ts";

/**
 * Chromium as a person runs it: a profile that stays, what was open is opened again at the next
 * start. Home, caches and temporary files lie in one directory of its own.
 */
export interface Profile {
  readonly directory: string;
  /** Starts it on the same profile; resolves to its first page. */
  open(): Promise<Page>;
  /** A second window beside the first; both are seen, so both are written down alike. */
  window(): Promise<Page>;
  /** The process that draws the pages of the jour. */
  renderers(): number[];
  /** As by its menu: everything is written down. */
  quit(): Promise<void>;
  /** `kill -9` of all its processes. */
  kill(): Promise<void>;
  remove(): Promise<void>;
}

/** Chromium writes its session down some seconds after something has changed. */
export const WRITTEN_MS = 5000;

const START_LIMIT_MS = 30_000;

export function newProfile(flags: readonly string[] = []): Profile {
  const directory = mkdtempSync(join(tmpdir(), "lykta-profile-"));
  for (const name of ["data/Default", "tmp"]) mkdirSync(join(directory, name), { recursive: true });
  // 1: go on where it was left.
  const preferences = JSON.stringify({ session: { restore_on_startup: 1 } });
  writeFileSync(join(directory, "data/Default/Preferences"), preferences);
  let running: { child: ChildProcess; browser: Browser } | undefined;
  const over = async (): Promise<void> => {
    const child = running?.child;
    running = undefined;
    while (child && child.exitCode === null && child.signalCode === null) await sleep(20);
  };
  const kill = async (): Promise<void> => {
    if (running?.child.pid !== undefined) signalAll(running.child.pid);
    await over();
  };
  return {
    directory,
    async open() {
      await kill();
      running = await start(directory, flags);
      const [context] = running.browser.contexts();
      return context?.pages()[0] ?? (await running.browser.newPage());
    },
    async window() {
      const [context] = running?.browser.contexts() ?? [];
      const devtools = await running?.browser.newBrowserCDPSession();
      if (!context || !devtools) throw new Error("the browser is not open");
      const page = context.waitForEvent("page");
      await devtools.send("Target.createTarget", { url: "about:blank", newWindow: true });
      return page;
    },
    renderers: () => (running?.child.pid === undefined ? [] : renderersOf(running.child.pid)),
    async quit() {
      const devtools = await running?.browser.newBrowserCDPSession();
      await devtools?.send("Browser.close").catch(() => undefined);
      await over();
    },
    kill,
    async remove() {
      await kill();
      rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Now and then a browser starts and never answers: then another is started in its place. */
async function start(
  directory: string,
  flags: readonly string[],
  attempts = 3,
): Promise<{ child: ChildProcess; browser: Browser }> {
  const port = join(directory, "data/DevToolsActivePort");
  rmSync(port, { force: true });
  const args = [
    "--headless",
    "--no-sandbox",
    "--no-first-run",
    "--password-store=basic",
    "--remote-debugging-port=0",
    `--user-data-dir=${join(directory, "data")}`,
    ...flags,
  ];
  const child = spawn(chromiumPath, args, {
    env: { ...process.env, HOME: directory, TMPDIR: join(directory, "tmp"), LANG: "sv_SE.UTF-8" },
    // A group of its own, so that all of it can be killed at once.
    detached: true,
    stdio: "ignore",
  });
  const deadline = Date.now() + START_LIMIT_MS;
  const told = (): string => (existsSync(port) ? readFileSync(port, "utf8") : "");
  while (!told().includes("\n")) {
    if (Date.now() > deadline) throw new Error("the browser did not start");
    await sleep(50);
  }
  const address = `http://127.0.0.1:${told().split("\n")[0]}`;
  try {
    const browser = await chromium.connectOverCDP(address, { timeout: 15_000 });
    return { child, browser };
  } catch (error) {
    if (child.pid !== undefined) signalAll(child.pid);
    if (attempts === 1) throw error;
    return start(directory, flags, attempts - 1);
  }
}

function signalAll(group: number): void {
  try {
    process.kill(-group, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

function renderersOf(group: number): number[] {
  return readdirSync("/proc")
    .map(Number)
    .filter((pid) => {
      const told = Number.isInteger(pid) && existsSync(`/proc/${pid}/stat`);
      const stat = told ? readFileSync(`/proc/${pid}/stat`, "utf8") : "";
      const isOurs = Number(stat.split(/\) \w /)[1]?.split(" ")[1]) === group;
      return isOurs && readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("--type=renderer");
    });
}
