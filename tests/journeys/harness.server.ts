import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { inject } from "vitest";
import { emptyDatabase } from "../factories/database.server.ts";
import { programAt } from "../factories/running-program.server.ts";

/** The real program, as `npm start` runs it, on a free port with a data directory of its own. */
export interface House {
  readonly port: number;
  /** `url('mira', '/desk/')`; the federation has the empty name. */
  url(host: string, path?: string): string;
  /** One-time invitations as the start printed them. */
  readonly invitations: { volunteers: string[]; coordinator: string; federation: string };
  readonly dataDirectory: string;
  /** The process of the program as it runs now. */
  pid(): number;
  /** All that the program wrote on its outputs so far. */
  output(): string;
  /** `kill -9` of the program alone. */
  crash(): Promise<void>;
  /** A new start on the same data and port. */
  restart(): Promise<void>;
  /** `npm run lykta -- …` beside the running program; resolves to what it wrote. */
  lykta(...args: string[]): Promise<string>;
  close(): Promise<void>;
}

export async function openHouse(environment: Record<string, string> = {}): Promise<House> {
  const dataDirectory = mkdtempSync(join(tmpdir(), "lykta-house-"));
  // Benchmarks open houses too, without Vitest.
  const isOwn = "DATABASE_URL" in environment;
  const isCopied = !isOwn && process.env["VITEST"] !== undefined;
  const furnished = isCopied ? inject("furnishedHouse") : undefined;
  if (furnished !== undefined) cpSync(furnished, dataDirectory, { recursive: true });
  const isElsewhere = !isOwn && process.env["DATABASE_URL"] !== undefined;
  const elsewhere = isElsewhere ? await emptyDatabase() : undefined;
  const settings = {
    ...{ LYKTA_DATA: dataDirectory, ...environment },
    ...(elsewhere ? { DATABASE_URL: elsewhere.url } : {}),
  };
  const program = programAt(0, settings);
  await program.start();
  const { port } = program;
  const lines = program.output().split("\n");
  const named = (kind: string): string[] =>
    lines.filter((line) => line.includes(kind)).flatMap((line) => /https?:\S+/.exec(line) ?? []);
  return {
    port,
    url: (host, path = "/") => `http://${host === "" ? "" : `${host}.`}localhost:${port}${path}`,
    invitations: {
      volunteers: named("volunteer invitation"),
      coordinator: named("coordinator invitation")[0] ?? "",
      federation: named("federation's desk")[0] ?? "",
    },
    dataDirectory,
    pid: () => program.pid,
    output: () => program.output(),
    crash: () => program.kill(),
    restart: () => program.start(),
    lykta: async (...args) => {
      const env = { ...process.env, ...settings, PORT: String(port) };
      const command = ["scripts/lykta.mjs", ...args];
      return (await promisify(execFile)(process.execPath, command, { env })).stdout;
    },
    close: async () => {
      await program.stop();
      await elsewhere?.close();
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}

export const chromiumPath: string =
  process.env["CHROMIUM_PATH"] ??
  ["/usr/bin/chromium", "/usr/bin/google-chrome", "/usr/bin/chromium-browser"].find(existsSync) ??
  "/usr/bin/chromium";

/** The same engine without windows, where it is installed: a page there takes a fraction of the processor. */
const shellPath = process.env["CHROMIUM_SHELL_PATH"] ?? "/usr/bin/chromium-headless-shell";

export const chromiumArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** `chromiumPath` where the whole browser is wanted. */
export function openBrowser(
  executablePath = existsSync(shellPath) ? shellPath : chromiumPath,
): Promise<Browser> {
  return chromium.launch({ executablePath, args: chromiumArguments });
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
