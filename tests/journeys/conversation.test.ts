import { execFileSync } from "node:child_process";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type House, laptop, openBrowser, openHouse, phone } from "./harness.server.ts";
import { atDesk, enterDesk } from "./staff.server.ts";

let house: House;
let browser: Browser;
let seeker: Page;
let maja: Page;
let siv: Page;

beforeAll(async () => {
  house = await openHouse();
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

async function goOnDuty(page: Page, alias: string): Promise<void> {
  await page.getByLabel("Namn under passet").fill(alias);
  await page.getByRole("button", { name: "Gå i tjänst" }).click();
  await page.getByText("Chatten är öppen för att du är här.").first().waitFor();
}

const logOf = (page: Page) => page.getByRole("log");
const hears = (page: Page, text: string): Promise<void> => logOf(page).getByText(text).waitFor();

async function says(page: Page, text: string): Promise<void> {
  const field = page.getByRole("textbox").last();
  await field.fill(text);
  await page.getByRole("button", { name: "Skicka" }).click();
}

/** How often a sentence stands in the log: nothing may be doubled. */
const times = (page: Page, text: string): Promise<number> => logOf(page).getByText(text).count();

describe("a seeker and a volunteer", () => {
  it("finds the chat closed while nobody is there, and open when somebody is", async () => {
    seeker = await (await phone(browser)).newPage();
    await seeker.goto(house.url("mira"));
    expect(await seeker.getByText("Öppet nu").count()).toBe(0);
    maja = await (await laptop(browser)).newPage();
    const [first = "", second = ""] = house.invitations.volunteers;
    await enterDesk(maja, first, "Maja");
    await goOnDuty(maja, "Alma");
    siv = await (await laptop(browser)).newPage();
    await enterDesk(siv, second, "Siv");
    await goOnDuty(siv, "Björk");
  }, 120_000);

  it("waits, is taken by somebody whom the jour has signed for, and they talk", async () => {
    await seeker.goto(house.url("mira", "/contact/?door=woman"));
    await seeker.getByRole("button", { name: "Gå till chatten" }).first().click();
    await seeker.getByText("Du är först.").waitFor();
    await maja.getByRole("button", { name: /Ta emot/ }).click();
    await seeker.getByRole("heading", { name: "Du skriver med Alma" }).waitFor();
    await says(seeker, "Hej, jag vågar inte gå hem.");
    await hears(maja, "Hej, jag vågar inte gå hem.");
    await says(maja, "Jag finns här.");
    await hears(seeker, "Jag finns här.");
    await maja.getByText("Läst").first().waitFor();
    expect(house.output()).not.toContain("vågar");
  }, 60_000);

  it("goes on when the server was killed in the middle: nothing lost, nothing doubled", async () => {
    await house.crash();
    await seeker.getByText(/Du har tappat nätet/).waitFor();
    await says(seeker, "Detta skrevs utan nät.");
    await house.restart();
    await hears(maja, "Detta skrevs utan nät.");
    await says(maja, "Jag är kvar.");
    await hears(seeker, "Jag är kvar.");
    expect(await times(maja, "Detta skrevs utan nät.")).toBe(1);
    expect(await times(seeker, "Jag finns här.")).toBe(1);
  }, 120_000);

  it("keeps the conversation when the volunteer's page is loaded again", async () => {
    await maja.reload();
    await maja
      .getByRole("button", { name: /med passkey/ })
      .first()
      .click();
    await atDesk(maja);
    await maja
      .getByRole("button", { name: /Samtal 1/ })
      .first()
      .click();
    await hears(maja, "Hej, jag vågar inte gå hem.");
    await says(maja, "Där var jag igen.");
    await hears(seeker, "Där var jag igen.");
  }, 60_000);

  it("ends, and both are told that it is deleted", async () => {
    await seeker.getByRole("button", { name: "Avsluta och radera" }).click();
    await seeker.getByRole("button", { name: "Ja, avsluta och radera" }).click();
    await seeker.getByRole("heading", { name: "Samtalet är slut" }).waitFor();
    await maja
      .getByText(/Avslutat/)
      .first()
      .waitFor();
    const rows = execFileSync("ls", [`${house.dataDirectory}/shred`])
      .toString()
      .trim();
    expect(rows).toBe("");
  }, 60_000);
});
