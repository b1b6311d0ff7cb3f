import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type House, laptop, openBrowser, openHouse, phone } from "./harness.server.ts";
import { appears, isShown, press } from "./look.server.ts";
import { enterDesk, part } from "./staff.server.ts";

let house: House;
let browser: Browser;
let majken: Page;
let sara: Page;

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse(), openBrowser()]);
  majken = await (await laptop(browser)).newPage();
  sara = await (await phone(browser)).newPage();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

const says = (page: Page, text: string | RegExp): Promise<void> =>
  page.getByText(text).first().waitFor();
const choose = (page: Page, name: "Kalender" | "Planera"): Promise<void> =>
  page.getByRole("navigation", { name: "Delar av kalendern" }).getByText(name).click();

/** The shifts that this story has made, in their order; the demo has others. */
const chat = (page: Page, at: number) =>
  page.locator(".calendar-shift", { hasText: "Chattpass" }).nth(at);

async function goOnDuty(page: Page): Promise<void> {
  await part(page, "Pass");
  await press(page, "Gå i tjänst");
  await page.getByRole("button", { name: "Gå av" }).waitFor();
}

/** What the front page says of the chat, asked for anew until it says so. */
const frontSays = async (text: RegExp): Promise<void> => {
  const seeker = await (await phone(browser)).newPage();
  await expect
    .poll(
      async () => {
        await seeker.goto(house.url("mira"));
        return seeker.locator("li", { hasText: "Chatt" }).first().textContent();
      },
      { timeout: 20_000 },
    )
    .toMatch(text);
  await seeker.context().close();
};

describe("a month", () => {
  it("is laid out from a pattern by the coordinator", async () => {
    await enterDesk(majken, house.invitations.coordinator, "Majken");
    await part(majken, "Kalender");
    await says(majken, "Mina pass");
    await choose(majken, "Planera");
    await press(majken, "Nytt schema");
    await majken.getByLabel("Vad heter det?").fill("Chatten");
    for (const day of ["måndag", "tisdag", "onsdag", "fredag", "lördag", "söndag"])
      await majken.getByLabel(day, { exact: true }).check();
    await majken.getByLabel("Börjar", { exact: true }).fill("00:00");
    await majken.getByLabel("Slutar", { exact: true }).fill("23:59");
    await isShown(majken, "pattern");
    await press(majken, "Spara");
    await says(majken, "Ändringen är sparad.");
    await press(majken, "Lägg ut passen");
    await says(majken, /pass lades ut/);
    await press(majken, "Månaden efter");
    await press(majken, "Lägg ut passen");
    await says(majken, /pass lades ut/);
  });

  it("has places that a volunteer takes with one press, on her phone", async () => {
    await enterDesk(sara, house.invitations.volunteers[0] ?? "", "Sara");
    await part(sara, "Kalender");
    await press(sara, "Månaden efter");
    await chat(sara, 0)
      .getByRole("button", { name: /^Ta passet/ })
      .click();
    await says(sara, "Platsen är din.");
    await choose(majken, "Kalender");
    await chat(majken, 1)
      .getByRole("button", { name: /^Ta passet/ })
      .click();
    await says(majken, "Platsen är din.");
    await isShown(sara, "month");
  });

  it("is swapped between the two whom it concerns", async () => {
    await press(sara, "Månaden före");
    await press(sara, "Månaden efter");
    const first = chat(sara, 0);
    await first.locator("summary").click();
    await first.getByLabel("Byt mot").selectOption({ index: 0 });
    await first.getByRole("button", { name: "Fråga om byte" }).click();
    await says(sara, "Erbjudandet är skickat.");
    await isShown(sara, "swap");
    await press(majken, "Månaden före");
    await press(majken, "Månaden efter");
    await says(majken, /Sara vill byta sitt pass/);
    await press(majken, "Ja, byt");
    await says(majken, "Klart. Kalendern är ändrad.");
    const where = (name: string) =>
      majken.locator(".calendar-shift", {
        has: majken.locator(".calendar-names", { hasText: name }),
      });
    await expect.poll(() => where("Sara").count()).toBe(1);
    await expect.poll(() => where("Majken").count()).toBe(1);
    await expect.poll(() => chat(majken, 0).textContent()).toContain("Majken");
  });

  it("is proposed by the solver, with what it could not fill and why, and saved by the coordinator", async () => {
    await choose(majken, "Planera");
    await press(majken, "Räkna ut ett förslag");
    await appears(majken.getByText(/^Räknat på/), { timeout: 30_000 });
    await says(majken, "Platser som blev tomma");
    await says(majken, /skulle få två pass inom elva timmar/);
    await isShown(majken, "proposal");
    await press(majken, "Spara förslaget");
    await says(majken, "Månaden är sparad.");
  });
});

describe("the chat", () => {
  it("opens by the shift: not for one where two are needed, and when the second comes", async () => {
    await goOnDuty(sara);
    await part(majken, "Pass");
    await part(majken, "Kalender");
    await says(majken, /För få är på plats\. 1 av 2 på plats/);
    await isShown(majken, "doors");
    await frontSays(/Ingen|Öppnar|Stängd/);
    await goOnDuty(majken);
    await frontSays(/Öppen nu/);
  });

  it("is closed by hand, and the page says so", async () => {
    await part(majken, "Kalender");
    await says(majken, /Tillräckligt många är på plats/);
    await press(majken, /^Stäng nu/);
    await says(majken, /Bakjouren har bestämt det/);
    await frontSays(/Ingen|Öppnar|Stängd/);
  });
});
