import type { Locator, Page } from "playwright-core";
import type { House } from "./harness.server.ts";
import { appears } from "./look.server.ts";

/** Steps of a conversation that several stories share, on both sides of it. */

export async function goOnDuty(page: Page, alias: string): Promise<void> {
  await page.getByLabel("Namn under passet").fill(alias);
  await page.getByRole("button", { name: "Gå i tjänst" }).click();
  await appears(page.getByText("I tjänst till"));
}

/** From the page before she writes into the queue. */
export async function queue(seeker: Page, house: House): Promise<void> {
  await seeker.goto(house.url("mira", "/contact/?door=woman"));
  await seeker.getByRole("button", { name: "Gå till chatten" }).first().click();
  await appears(seeker.getByText(/Du är (först|nummer)/));
}

/** Somebody on duty takes the one who waits; resolves when both may write. */
export async function take(seeker: Page, desk: Page): Promise<void> {
  await desk.getByRole("button", { name: /Ta emot/ }).click();
  await seeker.getByRole("heading", { name: /Du skriver med/ }).waitFor();
}

export const fieldOf = (page: Page): Locator => page.getByRole("textbox").last();

export const hears = (page: Page, text: string): Promise<void> =>
  appears(page.getByRole("log").getByText(text));

export async function says(page: Page, text: string): Promise<void> {
  await fieldOf(page).fill(text);
  await page.getByRole("button", { name: "Skicka" }).click();
}

export async function endBySeeker(seeker: Page): Promise<void> {
  await seeker.getByRole("button", { name: "Avsluta och radera" }).click();
  await seeker.getByRole("button", { name: "Ja, avsluta och radera" }).click();
  await seeker.getByRole("heading", { name: "Samtalet är slut" }).waitFor();
}
