import { readdirSync, readFileSync } from "node:fs";
import type { Browser, BrowserContext, Page, Request } from "playwright-core";
import { brotliCompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { faultsOf } from "./axe.server.ts";
import { type House, laptop, openBrowser, openHouse, phone } from "./harness.server.ts";
import { appears, isShown, press } from "./look.server.ts";
import { enterDesk } from "./staff.server.ts";
import { goOnDuty, queue } from "./talk.server.ts";

let house: House;
let browser: Browser;
let context: BrowserContext;
let seeker: Page;
let desk: Page;
let colleague: Page;
/** Everything that the seeker's browser sent or was sent, as text. */
const wire: string[] = [];
const fetched: Request[] = [];

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse(), openBrowser()]);
  context = await phone(browser);
  seeker = await context.newPage();
  seeker.on("request", (request) => {
    fetched.push(request);
    wire.push(request.url() + (request.postData() ?? ""));
  });
  seeker.on("websocket", (socket) => {
    const keep = ({ payload }: { payload: string | Buffer }): void =>
      void wire.push(payload.toString());
    socket.on("framesent", keep);
    socket.on("framereceived", keep);
  });
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

const heading = (name: string | RegExp) =>
  seeker.getByRole("heading", { name, level: 1 }).waitFor();
const field = () => seeker.getByRole("textbox");

const isFocused = (name: string) =>
  expect.poll(() => seeker.evaluate(() => document.activeElement?.textContent)).toBe(name);

async function onDuty(invitation: number, alias: string): Promise<Page> {
  const page = await (await laptop(browser)).newPage();
  await enterDesk(page, house.invitations.volunteers[invitation] ?? "", alias);
  const limit = page.getByRole("group", { name: "Samtal på en gång" });
  await limit.getByText("1", { exact: true }).click();
  await goOnDuty(page, alias);
  return page;
}

/** Both themes, both directions, and never wider than the phone. */
async function isAccessible(): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    for (const dir of ["ltr", "rtl"]) {
      await seeker.evaluate((way) => (document.documentElement.dir = way), dir);
      expect(await faultsOf(seeker, colorScheme)).toEqual([]);
      expect(await seeker.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    }
  }
  await seeker.evaluate(() => (document.documentElement.dir = "ltr"));
  await seeker.emulateMedia({ colorScheme: "light" });
}

/** What this host has left in her browser; the tab's history counts its entries. */
const traces = () =>
  seeker.evaluate(async () => ({
    storage: localStorage.length + sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    cookie: document.cookie,
    entries: history.length,
  }));

describe("the way in", () => {
  it("never ends at a closed door: hours, other numbers, 112", async () => {
    await seeker.goto(house.url("mira", "/contact/?door=woman"));
    await heading("Chatten är stängd just nu");
    for (const name of ["112", "08-465 004 10"]) {
      await seeker.getByRole("link", { name }).first().waitFor();
    }
    await isAccessible();
  });

  it("shows whoever is not received here to those who do", async () => {
    await seeker.goto(house.url("mira", "/contact/?door=young"));
    await heading(/du är inte ensam/);
    await seeker.getByRole("link", { name: /Din Ungdomsjour/ }).waitFor();
    await isAccessible();
  });

  it("speaks English where that was chosen", async () => {
    await seeker.goto(house.url("mira", "/contact/?door=woman&lang=en"));
    await heading("The chat is closed just now");
    expect(await seeker.evaluate(() => document.documentElement.lang)).toBe("en");
  });

  it("says before she writes what is kept, what is not and what cannot be hidden", async () => {
    desk = await onDuty(0, "Alma");
    fetched.length = 0;
    await seeker.goto(house.url("mira", "/contact/?door=woman"));
    await heading("Innan du skriver");
    for (const title of [/se din skärm/, /Vad sparas/, /inte dölja/, /ta ditt liv/, /telefonen$/]) {
      await seeker.locator("summary", { hasText: title }).click();
    }
    await seeker
      .getByText("Tryck på de tre prickarna")
      .or(seeker.getByText("Ctrl + Skift + N"))
      .waitFor();
    await seeker.getByRole("link", { name: "90101" }).waitFor();
    await isAccessible();
  }, 120_000);

  it("weighs at most 60 KB, the worker and all answers included", async () => {
    await press(seeker, "Gå till chatten");
    await heading("Du står i kön");
    const sizes = await Promise.all(
      fetched.map(async (request) => (await request.response()) && request.sizes()),
    );
    const bodies = sizes.reduce((sum, size) => sum + (size?.responseBodySize ?? 0), 0);
    const assets = "dist/web/contact/assets";
    const worker = readdirSync(assets).find((name) => /^proof\.worker.*\.js$/.test(name)) ?? "";
    const isSeen = fetched.some((request) => request.url().includes(worker));
    const weight =
      bodies + (isSeen ? 0 : brotliCompressSync(readFileSync(`${assets}/${worker}`)).length);
    expect(weight).toBeGreaterThan(30_000);
    expect(weight).toBeLessThan(60_000);
  });
});

describe("the room", () => {
  it("keeps what she writes while she waits on her screen only", async () => {
    await appears(seeker.getByText("Du är först."));
    await field().fill("kanarie i burken");
    await seeker.keyboard.press("Enter");
    await isAccessible();
    expect(wire.some((text) => text.includes('"t":"open"'))).toBe(true);
    expect(wire.filter((text) => text.includes("kanarie"))).toEqual([]);
  });

  it("protects the field, and leaves nothing in the browser", async () => {
    const attributes = await field().evaluate((element) =>
      Object.fromEntries(
        element.getAttributeNames().map((name) => [name, element.getAttribute(name)]),
      ),
    );
    expect(attributes).toMatchObject({
      autocomplete: "off",
      autocorrect: "off",
      autocapitalize: "none",
      spellcheck: "false",
      translate: "no",
      "data-gramm": "false",
    });
    expect(await seeker.locator("form, iframe, [contenteditable]").count()).toBe(0);
    expect(await context.cookies()).toEqual([]);
    const left = await traces();
    expect(left).toMatchObject({ storage: 0, databases: 0, caches: 0, workers: 0, cookie: "" });
  });

  it("shows who comes, and sends what she had begun without retyping", async () => {
    await press(desk, /Ta emot/);
    await appears(seeker.getByText("Vi har kontrollerat att Alma hör hit."));
    await heading("Du skriver med Alma");
    expect((await field().inputValue()).trim()).toBe("kanarie i burken");
    await press(seeker, "Skicka");
    await appears(desk.getByRole("log").getByText("kanarie i burken"));
    await appears(seeker.getByText("Läst"));
    expect(wire.filter((text) => text.includes("kanarie"))).toEqual([]);
    await isAccessible();
  });

  it("is full for the next who waits: beside her place stands another jour that is open", async () => {
    const page = await (await phone(browser)).newPage();
    const asked: string[] = [];
    const face = await seeker.evaluate(
      async () => (await (await fetch("/contact/api/face?lang=sv")).json()) as object,
    );
    const vide = {
      ...{ name: "Kvinnojouren Vide", hint: "Flen", doors: ["woman"], open: true, phone: null },
      url: "//vide.localhost/",
    };
    // As it is when both have agreed and Vide's chat is open, which src/site/overflow.test.ts holds.
    await page.route("**/contact/api/face?lang=sv", async (route) => {
      asked.push(route.request().postData() ?? "");
      await route.fulfill({ json: { ...face, otherJours: [vide] } });
    });
    await queue(page, house);
    await appears(page.getByRole("heading", { name: "Andra jourer har öppet nu" }));
    await appears(page.getByText("Du har kvar din plats här"));
    await appears(page.getByText("Du är först."));
    const link = page.getByRole("region", { name: "Andra jourer" }).getByRole("link");
    expect(await link.getAttribute("href")).toBe("//vide.localhost/");
    expect(await link.getAttribute("rel")).toBe("noreferrer");
    expect(asked).toEqual(["", ""]);
    await isShown(page, "waiting-elsewhere");
    await press(page, "Lämna kön");
    await press(page, "Ja, lämna kön");
    await appears(page.getByText("Du har lämnat kön"));
    await page.context().close();
  });

  it("lets nobody in whom she has said no to", async () => {
    colleague = await onDuty(1, "Björk");
    await desk.getByText("Mer", { exact: true }).click();
    await desk.getByText("Kalla in", { exact: true }).click();
    await press(desk, "Fråga kollegan");
    await press(colleague, "Gå med");
    await seeker.getByRole("group", { name: "Björk vill vara med" }).waitFor();
    await press(seeker, /^Nej$/);
    // Longer than the moment that she would have had.
    await seeker.waitForTimeout(9000);
    expect(await colleague.getByText("kanarie i burken").count()).toBe(0);
    await isAccessible();
    await press(seeker, "Det går bra");
    await heading("Du skriver med Alma och Björk");
    await appears(colleague.getByText("kanarie i burken"));
  }, 120_000);

  it("can be left by keyboard, is asked once, and tells what was deleted", async () => {
    await field().focus();
    for (const name of ["Skicka", "Avsluta och radera"]) {
      await seeker.keyboard.press("Tab");
      await isFocused(name);
    }
    await seeker.keyboard.press("Enter");
    await isFocused("Nej, fortsätt");
    await seeker.keyboard.press("Escape");
    await isFocused("Avsluta och radera");
    await seeker.keyboard.press("Enter");
    await isFocused("Nej, fortsätt");
    await seeker.keyboard.press("Shift+Tab");
    await seeker.keyboard.press("Enter");
    await heading("Samtalet är slut");
    await appears(seeker.getByText("Allt ni skrev är raderat"));
    expect(await seeker.content()).not.toContain("kanarie");
    await isAccessible();
  });

  it("has made no history of itself", async () => {
    // The empty tab, the two doors, the English one, and this.
    expect((await traces()).entries).toBe(5);
  });
});
