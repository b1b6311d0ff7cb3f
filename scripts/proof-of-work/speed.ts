import { pbkdf2Sync, randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";

// How fast the work is done: by a program on one core, and by the page's own worker in a browser. An old
// phone is taken to be six times slower than the browser here.

/** Iterations of PBKDF2 in one step: gate.server.ts asks for so many. */
export const ITERATIONS = 500;
export const SLOW_DOWN = 6;
const MEASURED_MS = 5000;
const ASSETS = "dist/web/contact/assets";

export interface Speed {
  /** Steps a second. */
  readonly program: number;
  readonly browser: number;
  readonly phone: number;
}

export async function measureSpeed(): Promise<Speed> {
  const program = Math.max(...Array.from({ length: 5 }, programSpeed));
  const { close, url } = await serveWorker();
  const executablePath = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  try {
    const fast = await browserSpeed(browser, url);
    return { program, browser: fast, phone: fast / SLOW_DOWN };
  } finally {
    await browser.close();
    close();
  }
}

/** By the time that the processor spent, so that others on the machine matter little. */
function programSpeed(): number {
  const [salt, before] = [randomBytes(16), process.cpuUsage()];
  const steps = 2000;
  for (let step = 0; step < steps; step++) pbkdf2Sync(`x${step}`, salt, ITERATIONS, 32, "sha256");
  const { user, system } = process.cpuUsage(before);
  return (steps / (user + system)) * 1e6;
}

async function serveWorker(): Promise<{ url: string; close: () => void }> {
  const file = readdirSync(ASSETS).find((name) => /^proof\.worker.*\.js$/.test(name));
  if (file === undefined) throw new Error("npm run build first: the worker of the page is missing");
  const script = readFileSync(join(ASSETS, file));
  const server = createServer((request, response) => {
    const isScript = request.url === "/worker.js";
    response.writeHead(200, { "Content-Type": isScript ? "text/javascript" : "text/html" });
    response.end(isScript ? script : "<!doctype html><title>speed</title>");
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return { url: `http://localhost:${port}/`, close: () => server.close() };
}

/** Steps a second over the later half of the time. */
async function browserSpeed(browser: Browser, url: string): Promise<number> {
  const page = await browser.newPage();
  await page.goto(url);
  const parameters = {
    algorithm: "PBKDF2/SHA-256",
    ...{ cost: ITERATIONS, keyLength: 32, keyPrefix: "00".repeat(16) },
    ...{ nonce: "11".repeat(16), salt: "22".repeat(16) },
  };
  const reports = await page.evaluate(worked, { parameters, milliseconds: MEASURED_MS });
  await page.close();
  const late = reports.filter(({ at }) => at > MEASURED_MS / 2);
  const [first, last] = [late[0], late.at(-1)];
  if (!first || !last || first === last) throw new Error("the worker told too little");
  return ((last.tried - first.tried) / (last.at - first.at)) * 1000;
}

/** Runs in the page: what the worker told, and when. */
function worked({
  parameters,
  milliseconds,
}: {
  parameters: object;
  milliseconds: number;
}): Promise<{ tried: number; at: number }[]> {
  const scope = globalThis as unknown as {
    Worker: new (
      url: string,
      options: object,
    ) => {
      onmessage: (event: { data: { tried?: number } }) => void;
      postMessage(message: object): void;
      terminate(): void;
    };
  };
  return new Promise((resolve) => {
    const worker = new scope.Worker("/worker.js", { type: "module" });
    const began = performance.now();
    const reports: { tried: number; at: number }[] = [];
    worker.onmessage = ({ data }) => {
      const at = performance.now() - began;
      if (data.tried !== undefined) reports.push({ tried: data.tried, at });
      if (at < milliseconds) return;
      worker.terminate();
      resolve(reports);
    };
    worker.postMessage({ parameters, signature: "" });
  });
}
