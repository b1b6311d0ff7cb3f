import type { Browser, CDPSession, Page } from "playwright-core";
import {
  type House,
  laptop,
  chromiumPath,
  openBrowser,
  openHouse,
  phone,
} from "../../tests/journeys/harness.server.ts";
import { enterDesk } from "../../tests/journeys/staff.server.ts";
import { type Order, type Times, visitor, volunteer } from "./in-page.ts";
import { openLine, slow4g } from "./slow-line.ts";

const SLOWER = 6;
const TEXT = "Hej, jag vågar inte gå hem.";
const READING_MS = 1500;
/** As over https: one round trip for TCP, one for TLS 1.3. */
const HANDSHAKES = 2;
/** What tsx writes around functions, which inside a page is not there. */
const named = "globalThis.__name = (one) => one";

export interface VisitPlace {
  /** The page is opened, and that is all. */
  load(): Promise<Times>;
  /** From opening it until her first message is delivered. */
  talk(): Promise<Times>;
  /** The desk is opened at a strange device: when it first shows something, and when a way in stands there. */
  desk(): Promise<{ readonly painted: number; readonly ready: number }>;
  close(): Promise<void>;
}

/** A house, a volunteer on duty who takes at once, and visitors on a slow line. */
export async function openVisit(): Promise<VisitPlace> {
  const house = await openHouse({ NODE_ENV: "production" });
  const line = await openLine(house.port, { ...slow4g, handshakes: HANDSHAKES });
  const [near, far] = [await openBrowser(chromiumPath), await openBrowser(chromiumPath)];
  const address = `http://mira.localhost:${line.port}/contact/?door=woman`;
  const close = async (): Promise<void> => {
    await Promise.all([near.close(), far.close(), line.close()]);
    await house.close();
  };
  try {
    const desk = await sitDown(near, house);
    return {
      load: () => visit(far, address, { text: null, readingMs: READING_MS }),
      talk: () => talk(far, address, desk),
      desk: () => openDesk(far, `http://mira.localhost:${line.port}/desk/`),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function sitDown(browser: Browser, house: House): Promise<Page> {
  const desk = await (await laptop(browser)).newPage();
  await desk.addInitScript(named);
  await enterDesk(desk, house.invitations.volunteers[0] ?? "", "Maja");
  await desk.getByLabel("Namn under passet").fill("Alma");
  await desk.getByRole("button", { name: "Gå i tjänst" }).click();
  await desk.getByText("Chatten är öppen för att du är här.").first().waitFor();
  return desk;
}

async function talk(browser: Browser, address: string, desk: Page): Promise<Times> {
  const text = `${TEXT} ${Date.now()}`;
  const arrival = desk.evaluate(volunteer, text);
  // Awaited below; a visit that fails first must not end the program.
  arrival.catch(() => undefined);
  const { origin = 0, ...times } = await visit(browser, address, { text, readingMs: READING_MS });
  const arrived = await arrival;
  await desk.getByRole("button", { name: "Klar" }).click();
  return { ...times, delivered: arrived - origin };
}

/** With a browser context of her own: nothing is cached, no connection is open. */
async function visit(browser: Browser, address: string, order: Order): Promise<Times> {
  const context = await phone(browser);
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await slowDown(devtools, SLOWER);
    await page.addInitScript(named);
    await page.addInitScript(visitor, order);
    await page.goto(address, { waitUntil: "commit" });
    await page.waitForFunction(
      (name) => name in ((globalThis as { times?: object }).times ?? {}),
      order.text === null ? "interactive" : "acknowledged",
      { timeout: 60_000 },
    );
    const times = await page.evaluate(() => (globalThis as unknown as { times: Times }).times);
    await slowDown(devtools, 1);
    if (order.text !== null) await end(page);
    return times;
  } finally {
    await context.close();
  }
}

/** As slow as the visitor's, with nothing cached either. */
async function openDesk(browser: Browser, address: string) {
  const context = await laptop(browser);
  try {
    const page = await context.newPage();
    await slowDown(await context.newCDPSession(page), SLOWER);
    await page.addInitScript(named);
    await page.goto(address, { waitUntil: "commit" });
    const ready = await page.waitForFunction(() =>
      document.querySelector("h1") && document.querySelector("main button, button")
        ? performance.now()
        : false,
    );
    const painted = await page.waitForFunction(
      () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? false,
    );
    return { painted: Number(await painted.jsonValue()), ready: Number(await ready.jsonValue()) };
  } finally {
    await context.close();
  }
}

async function slowDown(devtools: CDPSession, rate: number): Promise<void> {
  await devtools.send("Emulation.setCPUThrottlingRate", { rate });
}

async function end(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Avsluta och radera" }).click();
  await page.getByRole("button", { name: "Ja, avsluta och radera" }).click();
  await page.getByRole("heading", { name: "Samtalet är slut" }).waitFor();
}
