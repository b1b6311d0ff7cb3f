import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CallStory, ElksEmulator } from "../factories/operator.server.ts";
import { faultsOf } from "./axe.server.ts";
import { type House, laptop, openBrowser, openHouse, phone } from "./harness.server.ts";
import { enterDesk, pageOf, part } from "./staff.server.ts";
import { goOnDuty } from "./talk.server.ts";
import { appears } from "./look.server.ts";

// Numbers that the Swedish regulator reserves for fiction.
const JOUR = "+46313900600";
const CALLER = "+46701740699";
const SIV = "+46701740611";
const ALMA = "+46701740622";

let house: House;
let browser: Browser;
let elks: ElksEmulator;
let [siv, alma]: (Page | undefined)[] = [];
let address = "";

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse(), openBrowser()]);
  elks = new ElksEmulator(() => house.port);
  elks.phones.set(SIV, "answers").set(ALMA, "answers");
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

const desk = (page: Page | undefined): Page => {
  if (!page) throw new Error("nobody sits at this desk");
  return page;
};
const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole("button", { name }).first().click();
const ring = (): Promise<CallStory> => elks.call({ from: CALLER, to: JOUR, voiceStart: address });
const rang = ({ rang: who }: CallStory): string[] => who.map(({ number }) => number);

/** `SHOTS=/some/place` keeps a picture of each screen, to be looked at. */
async function looksRight(page: Page, name: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    expect(await faultsOf(page, colorScheme)).toEqual([]);
    for (const [width, height] of [
      [360, 740],
      [1280, 800],
    ] as const) {
      await page.setViewportSize({ width, height });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over, `${name} at ${width}`).toBeLessThanOrEqual(0);
      const directory = process.env["SHOTS"];
      const path = `${directory}/phone-${name}-${width}-${colorScheme}.png`;
      if (directory) await page.screenshot({ path, fullPage: true });
    }
  }
  await page.emulateMedia({ colorScheme: "light" });
}

describe("the jour's number rings to whoever is on duty", () => {
  it("a coordinator connects the telephone and gets the address for the operator", async () => {
    siv = await (await laptop(browser)).newPage();
    const page = siv;
    await enterDesk(page, house.invitations.coordinator, "Siv");
    await part(page, "Jouren");
    await pageOf(page, "Jouren", "Telefonen");
    const card = page.locator(".phone-line").first();
    await card.getByLabel("Numret hos operatören").fill("031-390 06 00");
    await press(page, "Börja koppla telefonen");
    await appears(page.getByText("Operatören har inte nått oss än."));
    await press(page, "Gör en adress");
    await appears(page.getByText("Adressen visas bara nu."));
    address = (await card.locator(".desk-secret").textContent()) ?? "";
    expect(address).toMatch(/^http:\/\/mira\.localhost:\d+\/phone\/[\w-]{36}\/[\w-]{43}$/);
    await looksRight(page, "settings");
  });

  it("nobody is on duty: the caller hears 112 and the way to letters", async () => {
    const story = await ring();
    expect(story.rang).toEqual([]);
    expect(story.heard[0]?.path).toContain("danger-sv.letter-sv");
    expect(story.heard[0]?.sound.length).toBeGreaterThan(100_000);
    const page = desk(siv);
    await part(page, "Pass");
    await part(page, "Jouren");
    await pageOf(page, "Jouren", "Telefonen");
    await appears(page.getByText("Operatören har nått oss i dag.", { exact: true }));
  });

  it("she goes on duty and takes the telephone; a wrong number is told before", async () => {
    const page = desk(siv);
    await part(page, "Pass");
    await page.getByLabel("Jag tar telefonen också").check();
    await page.getByLabel("Numret som ska ringa").fill("112");
    await page.getByLabel("Namn under passet").fill("Björk");
    await press(page, "Gå i tjänst");
    await appears(page.getByText("Det ser inte ut som ett vanligt svenskt telefonnummer"));
    await looksRight(page, "going-on");
    await page.getByLabel("Numret som ska ringa").fill("070-174 06 11");
    await goOnDuty(page, "Björk");
    await appears(page.getByText("Telefonen ringer på ditt nummer …11."));
    await looksRight(page, "corner");
  });

  it("the front page says that somebody answers, and what a call leaves behind", async () => {
    const page = await (await phone(browser)).newPage();
    await page.goto(house.url("mira"));
    const row = page.locator(".now li").filter({ hasText: "Telefon" });
    await expect.poll(() => row.textContent()).toContain("Öppen nu");
    await appears(page.getByText("på telefonräkningen"));
    await page.goto(house.url("mira", "/door/woman"));
    await appears(page.getByText("på telefonräkningen"));
    await page.close();
  });

  it("rings her; she does not answer, and her colleague's telephone rings", async () => {
    expect((await ring()).talkedTo).toBe(SIV);
    alma = await (await laptop(browser)).newPage();
    const page = alma;
    await enterDesk(page, house.invitations.volunteers[0] ?? "", "Alma");
    await goOnDuty(page, "Al");
    await press(page, "Ta telefonen");
    await page.getByLabel("Numret som ska ringa").fill("070-174 06 22");
    await press(page, "Ta telefonen");
    await appears(page.getByText("Telefonen ringer på ditt nummer …22."));
    elks.phones.set(SIV, "silent");
    const story = await ring();
    expect([rang(story), story.talkedTo]).toEqual([[SIV, ALMA], ALMA]);
    expect(story.rang.map(({ shows }) => shows)).toEqual([JOUR, JOUR]);
    expect(await desk(siv).content()).not.toContain("0622");
  });

  it("who says that she is in a call is let be", async () => {
    const page = desk(alma);
    await press(page, "Jag är i samtal");
    await appears(page.getByText("du har sagt att du är i samtal"));
    const story = await ring();
    expect([rang(story), story.end]).toEqual([[SIV], "played"]);
    expect(story.heard[0]?.path).toContain("unanswered-sv");
    await press(page, "Jag är ledig igen");
    await appears(page.getByText("Telefonen ringer på ditt nummer …22."));
  });

  it("she counts the call by two taps, and takes one back", async () => {
    const page = desk(alma);
    await press(page, "Kvinna 18+");
    await press(page, "5–20");
    await appears(page.getByText("Räknat."));
    await press(page, "Ångra");
    await appears(page.getByText("Samtalet räknas inte."));
    await press(page, "Ung 12–21");
    await looksRight(page, "count");
    await press(page, "mer än 60");
    await appears(page.getByText("Räknat."));
  });

  it("when they have gone off duty nothing rings, and the page says so", async () => {
    for (const page of [desk(siv), desk(alma)]) {
      await press(page, "Gå av");
      await page.getByRole("button", { name: "Gå i tjänst" }).waitFor();
    }
    const story = await ring();
    expect([story.rang, story.end]).toEqual([[], "played"]);
    const page = await (await phone(browser)).newPage();
    await page.goto(house.url("mira"));
    const row = page.locator(".now li").filter({ hasText: "Telefon" });
    await expect.poll(() => row.textContent()).not.toContain("Öppen nu");
  });

  it("nothing that the program wrote names a number", () => {
    for (const number of [CALLER, SIV, ALMA]) expect(house.output()).not.toContain(number.slice(3));
  });
});
