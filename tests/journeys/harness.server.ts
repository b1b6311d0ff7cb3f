import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

/** The real program, as `npm start` runs it, on a free port with a data directory of its own. */
export interface House {
  readonly port: number;
  /** `url('mira', '/desk/')`; the federation has the empty name. */
  url(host: string, path?: string): string;
  /** One-time invitations as the start printed them. */
  readonly invitations: { volunteers: string[]; coordinator: string };
  readonly dataDirectory: string;
  /** The process of the program as it runs now. */
  pid(): number;
  /** All that the program wrote on its outputs so far. */
  output(): string;
  /** `kill -9` of the program alone. */
  crash(): Promise<void>;
  /** A new start on the same data and port. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

const START_LIMIT_MS = 90_000;

export async function openHouse(environment: Record<string, string> = {}): Promise<House> {
  const dataDirectory = mkdtempSync(join(tmpdir(), "lykta-house-"));
  let lines: string[] = [];
  let run = await launch({ LYKTA_DATA: dataDirectory, PORT: "0", ...environment }, lines);
  const port = Number(new URL(run.ready).port);
  const named = (kind: string): string[] =>
    lines.filter((line) => line.includes(kind)).flatMap((line) => /https?:\S+/.exec(line) ?? []);
  return {
    port,
    url: (host, path = "/") => `http://${host === "" ? "" : `${host}.`}localhost:${port}${path}`,
    invitations: {
      volunteers: named("volunteer invitation"),
      coordinator: named("coordinator invitation")[0] ?? "",
    },
    dataDirectory,
    pid: () => run.child.pid ?? 0,
    output: () => lines.join("\n"),
    crash: () => ended(run.child, "SIGKILL"),
    restart: async () => {
      lines = [];
      const again = { LYKTA_DATA: dataDirectory, ...environment, PORT: String(port) };
      run = await launch(again, lines);
    },
    close: async () => {
      await ended(run.child, "SIGTERM");
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}

async function launch(
  environment: Record<string, string>,
  lines: string[],
): Promise<{ child: ChildProcess; ready: string }> {
  const child = spawn(process.execPath, ["dist/server/main.server.js"], {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ready = new Promise<string>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error("the house did not open")), START_LIMIT_MS);
    const take = (line: string): void => {
      lines.push(line);
      if (!line.startsWith("ready ")) return;
      clearTimeout(late);
      resolve(line.slice("ready ".length).trim());
    };
    createInterface({ input: child.stdout }).on("line", take);
    createInterface({ input: child.stderr }).on("line", take);
    child.once("exit", (code) => {
      clearTimeout(late);
      reject(new Error(`the house closed with ${String(code)}:\n${lines.join("\n")}`));
    });
  });
  return { child, ready: await ready };
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill(signal);
  });
}

export const chromiumPath: string =
  process.env["CHROMIUM_PATH"] ??
  ["/usr/bin/chromium", "/usr/bin/google-chrome", "/usr/bin/chromium-browser"].find(existsSync) ??
  "/usr/bin/chromium";

export const chromiumArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath, args: chromiumArguments });
}

/** A phone of the small kind: 360 px wide, touch. */
export function phone(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
    locale: "sv-SE",
  });
}

export function laptop(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "sv-SE" });
}

/** Gives the page a passkey device of its own that knows PRF, and says yes by itself. */
export async function withPasskeyDevice(page: Page, hasPrf = true): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      ctap2Version: "ctap2_1",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
      hasPrf,
    },
  });
}
