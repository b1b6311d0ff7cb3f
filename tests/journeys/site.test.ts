import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { federationPages } from "../../src/entry/demo.federation.ts";
import { type DemoPage, miraPages } from "../../src/entry/demo.pages.ts";
import { addressOf } from "../../src/pages/kinds.ts";
import { direction } from "../../src/ui/languages.ts";
import { faultsOf } from "./axe.server.ts";
import {
  chromiumArguments,
  chromiumPath,
  type House,
  laptop,
  openBrowser,
  openHouse,
  phone,
} from "./harness.server.ts";
import { enterDesk, pageOf, part } from "./staff.server.ts";
import { appears, picture } from "./look.server.ts";

let house: House;
let browser: Browser;

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

const outside = "https://www.smhi.se/";

/** The weather page, as it would answer; the tests ask nobody outside. */
async function withWeather(context: BrowserContext): Promise<void> {
  const page = { contentType: "text/html; charset=utf-8", body: "<h1>Väder</h1>" };
  await context.route(`${outside}**`, (route) => route.fulfill(page));
}

/** Playwright switches the back/forward cache off; people's browsers have it. */
async function ordinaryBrowser(profile: string): Promise<BrowserContext> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath,
    args: chromiumArguments,
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
    viewport: { width: 360, height: 640 },
    hasTouch: true,
  });
  await context.addInitScript(() => {
    addEventListener("pageshow", (event) => Object.assign(globalThis, { kept: event.persisted }));
  });
  await withWeather(context);
  return context;
}

const seen = (page: Page): Promise<string> =>
  page.evaluate(() => document.body.innerText.replaceAll(/\s+/g, " ").trim());
const isKept = (page: Page): Promise<boolean> =>
  page.evaluate(() => (globalThis as unknown as { kept: boolean }).kept);

describe("somebody comes into the room", () => {
  let profile: string;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    profile = mkdtempSync(join(tmpdir(), "lykta-profile-"));
    context = await ordinaryBrowser(profile);
  });
  afterAll(async () => {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  });

  async function atDoor(): Promise<void> {
    page = await context.newPage();
    await page.goto(house.url("mira"));
    await page.getByRole("link", { name: "Jag är kvinna över 18 år" }).click();
    await page.getByRole("heading", { name: "Jag är kvinna över 18 år" }).waitFor();
  }

  test("Shift three times, and she is gone; Back shows nothing of ours", async () => {
    await atDoor();
    const status = page.getByRole("status");
    await page.keyboard.press("Shift");
    await expect.poll(() => status.textContent()).toContain("två gånger till");
    await page.keyboard.press("Shift+A");
    await expect.poll(() => status.textContent()).toContain("kvar");
    for (let press = 0; press < 3; press++) await page.keyboard.press("Shift");
    await page.waitForURL(outside);
    await page.goBack({ waitUntil: "commit" });
    await page.getByRole("button", { name: "Visa sidan" }).waitFor();
    expect(await isKept(page)).toBe(true);
    expect(await seen(page)).toBe("Visa sidan");
    expect(await page.title()).toBe("Mira");
    await page.getByRole("button", { name: "Visa sidan" }).click();
    await page.getByRole("heading", { level: 1 }).waitFor();
  });

  test("within the site, Back leads back as it should", async () => {
    await atDoor();
    await page.goBack({ waitUntil: "commit" });
    await page.getByRole("link", { name: "Jag vill veta mer" }).waitFor();
  });

  test("three taps with two fingers do the same", async () => {
    await atDoor();
    const devtools = await context.newCDPSession(page);
    const fingers = [100, 220].map((x) => ({ x, y: 300 }));
    const touch = (type: "touchStart" | "touchEnd", touchPoints: typeof fingers) =>
      devtools.send("Input.dispatchTouchEvent", { type, touchPoints });
    for (let tap = 0; tap < 3; tap++) {
      await touch("touchStart", fingers);
      await touch("touchEnd", []);
    }
    await page.waitForURL(outside);
  });

  test("the screen is empty before the network answers", async () => {
    await atDoor();
    const left = await page.evaluate(() => {
      document.querySelector<HTMLElement>("a.exit")?.click();
      return { text: document.body.textContent, title: document.title };
    });
    expect(left).toEqual({ text: "Lämnar sidan.", title: "www.smhi.se" });
    await page.waitForURL(outside);
  });

  test("the link works where no script runs", async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    await withWeather(plain);
    const still = await plain.newPage();
    await still.goto(house.url("mira", "/door/worried"));
    await still.getByRole("link", { name: "Nödutgång: Lämna sidan" }).click();
    await still.waitForURL(outside);
    await plain.close();
  });
});

test("every public page can be read by everybody: axe, 320 px, light and dark, both directions", async () => {
  const context = await browser.newContext({
    viewport: { width: 320, height: 640 },
    bypassCSP: true,
  });
  const page = await context.newPage();
  const doors = ["woman", "young", "worried", "social-services", "learn"];
  const pages = [
    house.url(""),
    house.url("", "/hitta"),
    house.url("dinungdomsjour", "/?lang=en"),
    house.url("mira"),
    ...doors.map((door) => house.url("mira", `/door/${door}`)),
  ];
  for (const theme of ["light", "dark"] as const) {
    for (const [index, url] of pages.entries()) {
      await page.goto(url);
      const dir = index % 2 === 0 ? "rtl" : "ltr";
      await page.evaluate((way) => (document.documentElement.dir = way), dir);
      expect(await faultsOf(page, theme), url).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      expect(wide, url).toBe(false);
    }
  }
  // The control: what cannot be read is found, in a frame of the page too.
  const faint = '<p style="color:#ccc;background:#fff">Svag</p>';
  await page.setContent(`<h1>Svagt</h1>${faint}<iframe title="Mer" srcdoc='${faint}'></iframe>`);
  const found = (await faultsOf(page, "dark")).filter((one) => one.startsWith("color-contrast"));
  expect(found).toHaveLength(2);
  await context.close();
});

const ofFace = (face: "kvinnojour" | "ungdomsjour"): readonly DemoPage[] =>
  miraPages.filter((page) => (page.face ?? face) === face);

/** One page of each kind, in Swedish and, where it is there, in Arabic; each stands in the sitemap. */
async function kindsOn(page: Page, host: string, pages: readonly DemoPage[]) {
  await page.goto(house.url(host));
  const sitemap = await page.evaluate(async () => (await fetch("/sitemap.xml")).text());
  return (["sv", "ar"] as const).flatMap((language) => {
    const written = pages.filter(({ texts }) => texts[language]);
    const first = new Map(written.toReversed().map((one) => [one.kind, one]));
    return [...first.values()].map((one) => {
      expect(sitemap).toContain(`${addressOf(one, "sv")}</loc>`);
      return {
        name: `${host || "forbund"}-${one.kind}-${language}`,
        url: house.url(host, addressOf(one, language)),
        dir: direction(language),
      };
    });
  });
}

test("every kind of page on every face, in Swedish and Arabic: axe, light and dark, 360 px", async () => {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    bypassCSP: true,
  });
  const page = await context.newPage();
  const kinds = [
    ...(await kindsOn(page, "mira", ofFace("kvinnojour"))),
    ...(await kindsOn(page, "dinungdomsjour", ofFace("ungdomsjour"))),
    ...(await kindsOn(page, "", federationPages)),
  ];
  for (const { name, url, dir } of kinds) {
    await page.goto(url);
    expect(await page.evaluate(() => document.dir), name).toBe(dir);
    // On the other face of the same jour the colours alone are others.
    const themes = name.startsWith("dinungdomsjour")
      ? (["dark"] as const)
      : (["light", "dark"] as const);
    for (const theme of themes) expect(await faultsOf(page, theme), name).toEqual([]);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(over, name).toBeLessThanOrEqual(0);
    await picture(page, name);
  }
  await context.close();
});

test("the whole front page, with its exit, stands on one small screen", async () => {
  const page = await (await phone(browser)).newPage();
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto(house.url("mira"));
  for (const name of ["Ring 112", "08-465 004 10", "Jag vill veta mer", "Nödutgång: Lämna sidan"]) {
    const box = await page.getByRole("link", { name }).first().boundingBox();
    expect((box?.y ?? 999) + (box?.height ?? 0), name).toBeLessThanOrEqual(640);
    expect(box?.height, name).toBeGreaterThanOrEqual(44);
  }
  await page.context().close();
});

describe("a coordinator opens the settings", () => {
  let desk: Page;
  const place = () => desk.getByLabel("Orter");
  const save = () => desk.getByRole("button", { name: "Spara", exact: true }).click();

  beforeAll(async () => {
    desk = await (await laptop(browser)).newPage();
    await enterDesk(desk, house.invitations.coordinator, "Majken");
    await part(desk, "Jouren");
  });

  test("announces other hours, sees at once what the site would say, and saves", async () => {
    await desk.getByRole("button", { name: "Lägg till tid, söndag" }).first().click();
    await desk.getByRole("textbox", { name: "söndag, från" }).first().fill("0930");
    await desk.getByRole("textbox", { name: "söndag, till" }).first().fill("9");
    await desk.getByRole("textbox", { name: "söndag, från" }).first().focus();
    await expect
      .poll(() => desk.getByRole("textbox", { name: "söndag, till" }).first().inputValue())
      .toBe("09:00");
    await appears(desk.getByText("slutar nästa dag"));
    await appears(desk.getByText("Du har ändringar som inte är sparade."));
    await save();
    await appears(desk.getByText("Sparat."));
  });

  test("tells the directory whom they are there for", async () => {
    await pageOf(desk, "Jouren", "I katalogen");
    await desk.getByLabel("Lägg till en kommun").selectOption({ label: "Trosa" });
    await desk.getByRole("button", { name: "Ta bort Oxelösund" }).click();
    await desk.getByLabel("arabiska").check();
    await save();
    await appears(desk.getByText("Sparat."));
    const directory = await (await fetch(house.url("", "/hitta"))).text();
    expect(directory).toContain(
      "Finns för Nyköping, Trosa. Språk: svenska, engelska och arabiska.",
    );
  });

  test("is not in a colleague's way, nor she in hers", async () => {
    await pageOf(desk, "Jouren", "Namn och telefon");
    await place().fill("Nyköping, Oxelösund och Trosa");
    // The colleague's desk is another window of the same session: what matters is who saves first.
    const other = await desk.context().newPage();
    await other.goto(house.url("mira", "/desk/"));
    const saved = await other.evaluate(async () => {
      const path = "/desk/api/faces";
      const { faces } = (await (await fetch(path)).json()) as {
        faces: { id: string; version: number; face: Record<string, unknown> }[];
      };
      const [first] = faces;
      const body = { version: first?.version, face: { ...first?.face, phone: "08-465 004 12" } };
      const headers = { "Content-Type": "application/json" };
      const put = { method: "PUT", headers, body: JSON.stringify(body) };
      return (await fetch(`${path}/${first?.id}`, put)).status;
    });
    expect(saved).toBe(200);
    await save();
    await appears(desk.getByText("En kollega har sparat under tiden."));
    await expect.poll(() => place().inputValue()).toBe("Nyköping, Oxelösund och Trosa");
    await expect.poll(() => desk.getByLabel("Telefonnummer").inputValue()).toBe("08-465 004 12");
    await save();
    await appears(desk.getByText("Sparat."));
    await other.goto(house.url("", "/api/v1/jours"));
    expect(await other.textContent("body")).toContain("Nyköping, Oxelösund och Trosa");
  });

  test("is told which field is wrong, and may undo", async () => {
    await desk.getByLabel("Telefonnummer").fill("ring oss");
    await save();
    await appears(desk.getByText("Titta på de fält som är markerade"));
    const marked = await desk.getByLabel("Telefonnummer").getAttribute("aria-invalid");
    expect(marked).toBe("true");
    await desk.getByRole("button", { name: "Ångra ändringarna" }).click();
    await expect.poll(() => desk.getByLabel("Telefonnummer").inputValue()).toBe("08-465 004 12");
  });

  test("finds what she began to write when she comes back from another part of the desk", async () => {
    await place().fill("Bara Trosa");
    await part(desk, "Pass");
    await part(desk, "Jouren");
    await pageOf(desk, "Jouren", "Namn och telefon");
    await expect.poll(() => place().inputValue()).toBe("Bara Trosa");
    await desk.getByRole("button", { name: "Ångra ändringarna" }).click();
  });
});
