import type { Browser, Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { faultsOf } from "./axe.server.ts";

/** What every journey asks of a screen, and how it finds its way on it. */

export const heading = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole("heading", { name }).first().waitFor();
export const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole("button", { name }).first().click();

/** It is read somewhere on the screen: a status often says for a moment what the text beside it says too. */
export const appears = (
  text: Locator,
  options: { readonly timeout?: number } = {},
): Promise<void> => text.filter({ visible: true }).first().waitFor(options);

/** In light and in dark: nothing that axe finds, nothing wider than the window. */
export async function isAccessible(page: Page): Promise<void> {
  for (const theme of ["light", "dark"] as const) expect(await faultsOf(page, theme)).toEqual([]);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(over).toBeLessThanOrEqual(0);
}

/** For whoever wants to look at a screen: `SHOTS=directory`. */
export async function picture(page: Page, name: string): Promise<void> {
  const directory = process.env["SHOTS"];
  if (directory === undefined) return;
  const before = page.viewportSize() ?? { width: 360, height: 740 };
  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [360, 1280]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      const path = `${directory}/${name}-${width}-${colorScheme}.png`;
      await page.screenshot({ path, fullPage: true });
    }
  }
  await page.setViewportSize(before);
}

export async function isShown(page: Page, name: string): Promise<void> {
  await isAccessible(page);
  await picture(page, name);
}

/** A mail as it is read: quoted-printable, as ours are sent. */
export const readable = (mail: string): string =>
  Buffer.from(
    mail
      .replaceAll("=\r\n", "")
      .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      ),
    "latin1",
  ).toString("utf8");

/** Another page with script, as axe needs it, of what is seen without. */
export async function isShownWithScript(
  browser: Browser,
  address: string,
  name: string,
): Promise<void> {
  const viewport = { width: 360, height: 740 };
  const context = await browser.newContext({ viewport, locale: "sv-SE" });
  const page = await context.newPage();
  await page.goto(address);
  await isShown(page, name);
  await context.close();
}
