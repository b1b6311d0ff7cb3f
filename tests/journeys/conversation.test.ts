import { readdirSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { faultsOf } from "./axe.server.ts";
import { type House, laptop, openBrowser, openHouse, phone } from "./harness.server.ts";
import { atDesk, enterDesk } from "./staff.server.ts";
import { endBySeeker, goOnDuty, hears, says } from "./talk.server.ts";
import { appears } from "./look.server.ts";

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

const logOf = (page: Page) => page.getByRole("log");
/** How often a sentence stands in the log: nothing may be doubled. */
const times = (page: Page, text: string): Promise<number> => logOf(page).getByText(text).count();

/** By everybody: light and dark, from both directions. */
async function canBeRead(page: Page): Promise<void> {
  for (const theme of ["light", "dark"] as const) {
    for (const direction of ["rtl", "ltr"]) {
      await page.evaluate((dir) => (document.documentElement.dir = dir), direction);
      expect(await faultsOf(page, theme)).toEqual([]);
    }
  }
  await page.emulateMedia({ colorScheme: "light" });
}

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
    await canBeRead(seeker);
    await seeker.getByRole("button", { name: "Gå till chatten" }).first().click();
    await appears(seeker.getByText("Du är först."));
    await maja.getByRole("button", { name: /Ta emot/ }).click();
    await seeker.getByRole("heading", { name: "Du skriver med Alma" }).waitFor();
    await says(seeker, "Hej, jag vågar inte gå hem.");
    await hears(maja, "Hej, jag vågar inte gå hem.");
    await says(maja, "Jag finns här.");
    await hears(seeker, "Jag finns här.");
    await maja.getByText("Läst").first().waitFor();
    expect(house.output()).not.toContain("vågar");
  }, 60_000);

  it("can be read by everybody, on both sides", async () => {
    await canBeRead(seeker);
    await canBeRead(maja);
    await canBeRead(siv);
  }, 60_000);

  it("goes on when the server was killed in the middle: nothing lost, nothing doubled", async () => {
    await house.crash();
    await appears(seeker.getByText(/Du har tappat nätet/));
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

  it("is handed over, with a word that only the colleague can read", async () => {
    await maja.getByText("Mer", { exact: true }).click();
    await maja.getByRole("button", { name: "Lämna över" }).click();
    await maja.getByLabel("Bara till kollegan").fill("Hon är rädd för i kväll.");
    await maja.getByRole("button", { name: "Fråga kollegan" }).click();
    await siv.getByRole("button", { name: "Gå med" }).click();
    await appears(seeker.getByText("Björk vill vara med"));
    await seeker.getByRole("button", { name: "Det går bra" }).click();
    await hears(siv, "Hej, jag vågar inte gå hem.");
    await siv.getByText("Hon är rädd för i kväll.").first().waitFor();
    expect(await times(seeker, "Hon är rädd för i kväll.")).toBe(0);
    await maja.getByRole("button", { name: "Lämna samtalet" }).click();
    await seeker.getByRole("heading", { name: "Du skriver med Björk" }).waitFor();
    await says(siv, "Nu är det jag som är här.");
    await hears(seeker, "Nu är det jag som är här.");
    expect(await times(maja, "Nu är det jag som är här.")).toBe(0);
  }, 60_000);

  it("ends, and both are told that it is deleted", async () => {
    await endBySeeker(seeker);
    await siv.getByText("Den som skrev avslutade samtalet.").first().waitFor();
    expect(readdirSync(`${house.dataDirectory}/shred`)).toEqual([]);
  }, 60_000);
});
