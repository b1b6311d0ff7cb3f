import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, CDPSession, Page } from "playwright-core";
import { CODE_ARGON2 } from "../../src/protocol/letters/code.ts";
import {
  chromiumPath,
  type House,
  openBrowser,
  openHouse,
  phone,
} from "../../tests/journeys/harness.server.ts";
import { heading, press } from "../../tests/journeys/look.server.ts";

/** Milliseconds of one round. */
export interface Words {
  /** Argon2id alone, on this machine and slowed down. */
  readonly fast: number;
  readonly slow: number;
  /** From her wish to go on until her seven words stand there. */
  readonly shown: number;
  /** From her seven words to her letters. */
  readonly opened: number;
}

const SLOWER = 6;
const LIBRARY = createRequire(import.meta.url).resolve("hash-wasm/dist/argon2.umd.min.js");

/** In real Chromium, slowed down by its own means, in the real app. */
export async function wordsOnSlowPhone(
  rounds: number,
  say: (line: string) => void,
): Promise<Words[]> {
  const house = await openHouse({ NODE_ENV: "production" });
  const browser = await openBrowser(chromiumPath);
  try {
    const found: Words[] = [];
    // The first is for the house and the browser to grow warm.
    for (let round = 0; round <= rounds; round++) {
      const { words, shown } = await write(browser, house);
      const one = {
        ...{ fast: await stretching(browser, 1), slow: await stretching(browser, SLOWER), shown },
        opened: await open(browser, house, words),
      };
      if (round === 0) continue;
      found.push(one);
      say(`words, round ${round} of ${rounds}`);
    }
    return found;
  } finally {
    await browser.close();
    await house.close();
  }
}

/** The library that her browser runs, on the thread that Chromium slows down: a worker's it does not. */
async function stretching(browser: Browser, rate: number): Promise<number> {
  const context = await phone(browser);
  try {
    const page = await context.newPage();
    await page.evaluate(readFileSync(LIBRARY, "utf8"));
    await slowDown(await context.newCDPSession(page), rate);
    const { memory, passes, lanes, length } = CODE_ARGON2;
    const how = { memorySize: memory, iterations: passes, parallelism: lanes, hashLength: length };
    return await page.evaluate(async (given) => {
      const { hashwasm } = globalThis as unknown as {
        hashwasm: { argon2id(how: object): Promise<unknown> };
      };
      const began = performance.now();
      const [password, salt] = [new Uint8Array(40).fill(7), new Uint8Array(32).fill(9)];
      await hashwasm.argon2id({ ...given, password, salt, outputType: "binary" });
      return performance.now() - began;
    }, how);
  } finally {
    await context.close();
  }
}

async function write(
  browser: Browser,
  house: House,
): Promise<{ words: readonly string[]; shown: number }> {
  const context = await phone(browser);
  try {
    const page = await arrive(await context.newPage(), house);
    await press(page, /Skriv ett brev/);
    await page.getByLabel("Ditt brev").fill("Hej.");
    const devtools = await context.newCDPSession(page);
    await slowDown(devtools, SLOWER);
    const began = performance.now();
    await press(page, "Fortsätt");
    await heading(page, "Dina sju ord");
    const shown = performance.now() - began;
    await slowDown(devtools, 1);
    const words = await page.locator(".code-words li").allTextContents();
    await page.getByLabel("Ord nummer 3").fill(words[2] ?? "");
    await page.getByLabel("Ord nummer 5").fill(words[4] ?? "");
    await press(page, "Skicka brevet");
    await heading(page, "Brevet har kommit fram");
    return { words, shown };
  } finally {
    await context.close();
  }
}

async function open(browser: Browser, house: House, words: readonly string[]): Promise<number> {
  const context = await phone(browser);
  try {
    const page = await arrive(await context.newPage(), house);
    await press(page, /Jag har skrivit förut/);
    await page.getByLabel("Dina sju ord").fill(words.join(" "));
    await slowDown(await context.newCDPSession(page), SLOWER);
    const began = performance.now();
    await press(page, "Öppna");
    await heading(page, "Din brevlåda");
    return performance.now() - began;
  } finally {
    await context.close();
  }
}

async function arrive(page: Page, house: House): Promise<Page> {
  await page.goto(house.url("mira", "/contact/?way=letter"));
  await heading(page, "Brev");
  return page;
}

async function slowDown(devtools: CDPSession, rate: number): Promise<void> {
  await devtools.send("Emulation.setCPUThrottlingRate", { rate });
}
