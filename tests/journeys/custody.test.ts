import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type House,
  laptop,
  openBrowser,
  openHouse,
  phone,
  withPasskeyDevice,
} from "./harness.server.ts";
import { appears, heading, isAccessible, press } from "./look.server.ts";
import {
  atDesk,
  confirmCode,
  digitsIn,
  enterDesk,
  pageOf,
  part,
  shownCode,
} from "./staff.server.ts";
import { endBySeeker, goOnDuty, hears, says, take } from "./talk.server.ts";

// A founder, by a link of the command line, and two custodians found a jour. One loses her phone; the other two give her key to a third. Then she
// comes back herself, with new keys, and answers. Another jour is founded by an invitation of the federation.

let house: House;
let browser: Browser;
const women: Record<"Majken" | "Berit" | "Sahar" | "Alva", Page> = {} as never;

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

/** `SHOTS=/some/place` keeps a picture of each screen, to be looked at. */
async function shot(page: Page, name: string): Promise<void> {
  const directory = process.env["SHOTS"];
  if (directory === undefined) return;
  for (const [width, colorScheme] of [
    [360, "light"],
    [1280, "dark"],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    await page.screenshot({ path: join(directory, `${name}-${width}.png`), fullPage: true });
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ colorScheme: "light" });
}

/** Whoever runs the server makes a jour, and gives its founder the link. */
async function linkOfCommand(): Promise<string> {
  const told = await house.lykta(
    "found",
    "--host",
    "stod.localhost",
    "--name",
    "Kvinnojouren Stod",
  );
  expect(told).toContain("Made Kvinnojouren Stod at stod.localhost.");
  const link = /https?:\S+/.exec(told)?.[0] ?? "";
  expect(link).toContain(house.url("stod", "/desk/#i="));
  return link;
}

/** At the federation's desk: a jour of her own, which the federation never enters. */
async function foundingLink(page: Page): Promise<string> {
  await enterDesk(page, house.invitations.federation, "Siv");
  await pageOf(page, "Förbundet", "Nya jourer");
  await heading(page, "Nya jourer");
  await press(page, "Gör länken");
  await appears(page.getByText("Skriv jourens namn."));
  await page.getByLabel("Jourens namn").fill("Kvinnojouren Fyren");
  await page.getByLabel("Jourens adress").fill("fyren.localhost");
  await isAccessible(page);
  await shot(page, "foundings-empty");
  await press(page, "Gör länken");
  const link = await page.getByLabel("Länk som grundar jouren").inputValue();
  await isAccessible(page);
  await shot(page, "foundings-link");
  return link;
}

/** At a device of her own: opens the link, makes her keys, and waits for the comparison. */
async function answerLink(page: Page, link: string, name?: string): Promise<string[]> {
  await withPasskeyDevice(page);
  await page.goto(link);
  if (name !== undefined) await page.getByLabel("Vad ska kollegorna kalla dig?").fill(name);
  else {
    await heading(page, "Välkommen tillbaka, Berit");
    await isAccessible(page);
  }
  await press(page, "Fortsätt");
  await press(page, "Gör min nyckel");
  await confirmCode(page, await shownCode(page));
  await appears(page.getByText("Väntar på att hon skriver under"));
  return digitsIn(page);
}

/** The federation is told that she is founded, and has nothing more to do with it. */
async function seenByOffice(office: Page): Promise<void> {
  await press(office, "Klar");
  await pageOf(office, "Förbundet", "Medlemsjourer");
  await pageOf(office, "Förbundet", "Nya jourer");
  const row = office.getByRole("listitem").filter({ hasText: "Kvinnojouren Fyren" });
  await appears(row.getByText("Grundad"));
  expect(await row.getByRole("button").count()).toBe(0);
  await shot(office, "foundings-founded");
}

async function letIn(name: string, digits: readonly string[], word: string): Promise<void> {
  const pending = women.Majken.getByRole("region", { name: "Väntar på dig" });
  const hers = pending.locator("div.stack", { has: women.Majken.getByRole("heading", { name }) });
  await hers.waitFor();
  expect(await digitsIn(hers)).toEqual(digits);
  await hers.getByRole("button", { name: word }).click();
  await hers.waitFor({ state: "detached" });
}

async function members(): Promise<void> {
  await part(women.Majken, "Min sida");
  await part(women.Majken, "Människor");
  await pageOf(women.Majken, "Människor", "Medlemmar");
}

/** At three devices at once; the coordinator compares with one after the other. */
async function becomeMembers(...names: ("Berit" | "Sahar" | "Alva")[]): Promise<void> {
  await members();
  const answers: Promise<string[]>[] = [];
  for (const name of names) {
    await press(women.Majken, "Gör en länk");
    const link = await women.Majken.getByLabel("Inbjudan", { exact: true }).inputValue();
    await press(women.Majken, "Klar");
    women[name] = await (await laptop(browser)).newPage();
    answers.push(answerLink(women[name], link, name));
  }
  const digits = await Promise.all(answers);
  await members();
  for (const [at, name] of names.entries())
    await letIn(name, digits[at] ?? [], "De är lika: släpp in henne");
  await Promise.all(names.map((name) => atDesk(women[name])));
}

/** The page of the root key, anew. */
async function rootKey(name: keyof typeof women): Promise<Page> {
  const page = women[name];
  const room = name === "Majken" ? "Människor" : "Min sida";
  await part(page, "Pass");
  await part(page, room);
  await pageOf(page, room, "Rotnyckeln");
  await heading(page, "Nyckelbärare");
  return page;
}

const waitingDigits = (page: Page): Promise<string[]> =>
  digitsIn(page.getByRole("region", { name: "Väntar på underskrift" }));

describe("a jour of her own", () => {
  test("is founded by one, who is told that she is alone with its root", async () => {
    women.Majken = await (await laptop(browser)).newPage();
    const link = await linkOfCommand();
    await enterDesk(women.Majken, link, "Majken");
    // The link was good once.
    await expect(house.lykta("found", "--host", "stod.localhost")).rejects.toThrow(
      /is founded already/,
    );
    await becomeMembers("Berit", "Sahar", "Alva");
    const page = await rootKey("Majken");
    await appears(page.getByText("Bara en person bär rotnyckeln"));
    await isAccessible(page);
  });

  test("gets two more custodians, each by her own yes", async () => {
    const majken = women.Majken;
    await majken.getByLabel("Berit", { exact: true }).check();
    await majken.getByLabel("Sahar", { exact: true }).check();
    await expect
      .poll(() => majken.getByLabel("Hur många måste skriva under?").inputValue())
      .toBe("2");
    await press(majken, "Föreslå och skriv under");
    await appears(majken.getByText("Ska själv säga ja"));
    await isAccessible(majken);
    await shot(majken, "proposed");
    const digits = await waitingDigits(majken);
    for (const name of ["Berit", "Sahar"] as const) {
      const page = await rootKey(name);
      expect(await waitingDigits(page)).toEqual(digits);
      await press(page, "De är lika, och jag vill bära en nyckel");
      await page.getByRole("button", { name: "De är lika" }).waitFor({ state: "detached" });
    }
    // Their desks may not sign the register: hers puts what is complete into the chain as she sits down.
    await majken.reload();
    await press(majken, "Logga in med passkey");
    await atDesk(majken);
    const page = await rootKey("Majken");
    await appears(page.getByText("2 av 3 måste skriva under"));
    await appears(page.getByText("Ni klarar er om en av er förlorar alla sina vägar in"));
    expect(await page.getByText("Något annat hann före").count()).toBe(0);
    for (const name of ["Majken", "Berit", "Sahar"])
      expect(await page.getByLabel(name, { exact: true }).isChecked()).toBe(true);
    await shot(page, "custody");
  });
});

describe("Berit has lost her phone", () => {
  test("and the other two give a key to Alva in the place of hers", async () => {
    await women.Berit.close();
    const majken = await rootKey("Majken");
    await majken.getByLabel("Berit", { exact: true }).uncheck();
    await majken.getByLabel("Alva", { exact: true }).check();
    await press(majken, "Föreslå och skriv under");
    await appears(majken.getByText("Tas bort: Berit"));
    await press(await rootKey("Sahar"), "De är lika: skriv under");
    await appears(women.Sahar.getByText("Har skrivit under: "));
    const alva = await rootKey("Alva");
    await isAccessible(alva);
    await press(alva, "De är lika, och jag vill bära en nyckel");
    await appears(alva.getByText("Alla har skrivit under"));
    const page = await rootKey("Majken");
    const holders = page.getByRole("region", { name: "Nyckelbärare" });
    await appears(holders.getByText("Alva"));
    expect(await holders.getByText("Berit").count()).toBe(0);
  });

  test("she comes back as herself, at a new phone, with new keys", async () => {
    const majken = women.Majken;
    await pageOf(majken, "Människor", "Medlemmar");
    await majken.getByLabel("Vem?").selectOption({ label: "Berit" });
    await press(majken, "Gör en länk åt henne");
    const link = await majken.getByLabel("Inbjudan", { exact: true }).inputValue();
    await isAccessible(majken);
    await shot(majken, "recover");
    await press(majken, "Klar");
    const page = await (await phone(browser)).newPage();
    women.Berit = page;
    const digits = await answerLink(page, link);
    await members();
    await letIn("Berit", digits, "De är lika: ge henne hennes plats tillbaka");
    await atDesk(page);
    await rootKey("Alva");
    await appears(women.Alva.getByText(/Berit har förlorat sina enheter/));
  });

  test("and answers again", async () => {
    await part(women.Berit, "Pass");
    await goOnDuty(women.Berit, "Bella");
    const seeker = await (await phone(browser)).newPage();
    await seeker.goto(house.url("stod", "/contact/?door=woman"));
    await press(seeker, "Gå till chatten");
    await appears(seeker.getByText(/Du är (först|nummer)/));
    await take(seeker, women.Berit);
    await says(women.Berit, "Hej, jag är här igen.");
    await hears(seeker, "Hej, jag är här igen.");
    await endBySeeker(seeker);
  });
});

describe("a jour that the federation invites", () => {
  test("is founded in its founder's own browser, and the federation is told that it is", async () => {
    const office = await (await laptop(browser)).newPage();
    const link = await foundingLink(office);
    const disa = await (await laptop(browser)).newPage();
    await enterDesk(disa, link, "Disa");
    await seenByOffice(office);
    await Promise.all([office.context().close(), disa.context().close()]);
  });
});

describe("the drill", () => {
  test("is played to its end at her own screen, and changes nothing", async () => {
    const page = await rootKey("Sahar");
    await press(page, "Börja öva");
    await press(page, "Vidare");
    await press(page, "Vidare");
    await isAccessible(page);
    await shot(page, "drill");
    await press(page, "De är lika: skriv under");
    await appears(page.getByText("Där gick det fel"));
    await press(page, "Vidare");
    await press(page, "De är inte lika");
    await press(page, "Vidare");
    await press(page, "De är lika: skriv under");
    await press(page, "Vidare");
    await appears(page.getByText("Servern visade en kortare kedja"));
    await press(page, "Vidare");
    await appears(page.getByText("Klart. Du har bytt ut en nyckelbärare"));
    await appears(page.getByText("2 av 3 måste skriva under"));
  });
});
