import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTextBrowser, type TextBrowser } from "../factories/text-browser.server.ts";
import { faultsOf } from "./axe.server.ts";
import {
  chromiumArguments,
  chromiumPath,
  type House,
  laptop,
  openBrowser,
  openHouse,
} from "./harness.server.ts";
import { appears, heading, isAccessible, press } from "./look.server.ts";
import { enterDesk, pageOf, part } from "./staff.server.ts";

let house: House;
let browser: Browser;
let context: BrowserContext;
const profile = mkdtempSync(join(tmpdir(), "lykta-library-"));
let text: TextBrowser;
let library: Page;
let desk: Page;
let coordinator: Page;
let words: string[] = [];

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse(), openBrowser()]);
  desk = await (await laptop(browser)).newPage();
  await enterDesk(desk, house.invitations.volunteers[0] ?? "", "Sara");
  coordinator = await (await laptop(browser)).newPage();
  await enterDesk(coordinator, house.invitations.coordinator, "Klara");
  context = await chromium.launchPersistentContext(profile, {
    ...{ executablePath: chromiumPath, args: chromiumArguments },
    // As a person's: pages that were left are put aside for Back.
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
    ...{ viewport: { width: 360, height: 740 }, locale: "sv-SE", javaScriptEnabled: false },
  });
  library = await context.newPage();
}, 120_000);
afterAll(async () => {
  text?.close();
  await context?.close();
  rmSync(profile, { recursive: true, force: true });
  await browser?.close();
  await house?.close();
});

const shownWords = (page: Page) => page.locator(".code-words li").allTextContents();

/** The very same page with script, since the check itself is one. */
async function isAccessibleWithout(page: Page): Promise<void> {
  const html = (await page.content()).replaceAll(/<script[^>]*><\/script>/g, "");
  const checked = await (
    await browser.newContext({ viewport: { width: 360, height: 740 } })
  ).newPage();
  await checked.setContent(html);
  await isAccessible(checked);
  await checked.context().close();
}

describe("a letter from a text browser, read at a library where scripts are off", () => {
  it("is found on the front page, and what it is not is said before she writes", async () => {
    text = await openTextBrowser(house.url("mira"), house.port);
    await text.sees("Vi lyssnar");
    await text.press("Skriv eller läs brev utan JavaScript", "Enkla brev");
    expect(await text.sees("Enkla brev")).toContain("Det här skyddar sämre än våra vanliga brev.");
    await text.press("Skriv ett enkelt brev", "Dina sju ord");
  });

  it("is written with two of its words; one that is copied wrong is told, and the letter stays", async () => {
    const page = await text.sees("Dina sju ord");
    words = [...page.matchAll(/^ *\d\. (\S+)/gm)].map(([, word]) => word ?? "");
    expect(words).toHaveLength(7);
    await text.fill("Ditt brev", "Han läser min telefon.\nVad gör jag?\n");
    await text.fill("Ord nummer 3", "fel");
    await text.fill("Ord nummer 5", words[4] ?? "");
    expect(await text.press("Skicka brevet", "Ord nummer 3 stämmer inte")).toContain(
      "Vad gör jag?",
    );
    await text.fill("Ord nummer 3[", words[2] ?? "");
    await text.fill("Ord nummer 5[", words[4] ?? "");
    await text.press("Skicka brevet", "Brevet har kommit fram");
  });

  it("outlives a killed server once it is acknowledged", async () => {
    await house.crash();
    await house.restart();
  });

  it("comes to the team's inbox like any other, and is marked as seen by the server", async () => {
    await part(desk, "Inkorg");
    await press(desk, "Hämta nytt");
    const entry = desk.getByRole("button", { name: /Väntar sedan.*Utan JavaScript/ });
    await entry.waitFor({ timeout: 60_000 });
    await desk
      .getByText("Du kan inte läsa breven än")
      .waitFor({ state: "detached", timeout: 90_000 });
    await entry.click();
    await appears(desk.getByText("Han läser min telefon."));
    await appears(desk.getByText("Den ser också ert svar en kort stund när hon läser det."));
    await press(desk, "Jag svarar");
    await desk.getByLabel("Ditt svar").fill("Ring från en annan telefon. Vi finns här.");
    await press(desk, "Skicka svaret");
    await appears(desk.getByText("Svaret är skickat"));
  });

  it("is found from the contact page, and a mistyped word is named", async () => {
    await library.goto(house.url("mira", "/contact/?way=letter"));
    await library.getByRole("link", { name: "Enkla brev" }).click();
    await heading(library, "Enkla brev");
    await library.getByRole("link", { name: /Läs svaret/ }).click();
    const slipped = words.with(1, `${(words[1] ?? "").slice(0, 3)}xyzq`);
    await library.getByLabel("Dina sju ord").fill(slipped.join(" "));
    await press(library, "Öppna");
    await appears(library.getByText(/Ord nummer 2, .*finns inte/));
    await isAccessibleWithout(library);
  });

  it("is read, and written on", async () => {
    await library.getByLabel("Dina sju ord").fill(words.join(" ").toUpperCase());
    await press(library, "Öppna");
    await heading(library, "Din brevlåda");
    await appears(library.getByText("Ring från en annan telefon. Vi finns här."));
    await appears(library.getByText("Läst av oss"));
    await isAccessibleWithout(library);
    await library.getByLabel("Ditt brev").fill("Tack. Det gör jag.");
    await press(library, "Skicka");
    await appears(library.getByText("Ditt brev har kommit fram."));
  });

  it("and Back shows nothing of it, on none of the pages", async () => {
    await library.goto(house.url("", "/"));
    const visited = new Set<string>();
    for (let steps = 0; steps < 5; steps++) {
      await library.goBack({ waitUntil: "commit" });
      await library.getByRole("heading", { level: 1 }).waitFor();
      visited.add(library.url());
      const shown = (await library.content()) + (await fieldsOf(library));
      for (const secret of ["Han läser", "Ring från", "Det gör jag", words.slice(0, 3).join(" ")])
        expect(shown.includes(secret), `${library.url()} shows ${secret}`).toBe(false);
    }
    expect(visited.size).toBe(5);
    expect(await context.cookies()).toEqual([]);
  });
});

/** What stands in its fields, which is no part of a page's text. */
const fieldsOf = (page: Page): Promise<string> =>
  page
    .locator("textarea, input")
    .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value).join("\n"));

describe("a letter that was begun here", () => {
  it("is checked before it is sent, and Back shows neither its text nor its words", async () => {
    await library.goto(house.url("mira", "/contact/plain/write"));
    const own = await shownWords(library);
    expect(own).toHaveLength(7);
    await isAccessibleWithout(library);
    await library.getByLabel("Ditt brev").fill("Det syns väl inte sedan?");
    await library.getByLabel("Ord nummer 3").fill("fel");
    await library.getByLabel("Ord nummer 5").fill(own[4] ?? "");
    await press(library, "Skicka brevet");
    // The browser itself holds it back: it has not left the page.
    expect(library.url()).toMatch(/write$/);
    await library.getByLabel("Ord nummer 3").fill((own[2] ?? "").toUpperCase());
    await press(library, "Skicka brevet");
    await heading(library, "Brevet har kommit fram");
    await library.goBack({ waitUntil: "commit" });
    await heading(library, "Skriv ett enkelt brev");
    expect(await fieldsOf(library)).not.toContain("Det syns väl");
    expect(await shownWords(library)).not.toEqual(own);
  });

  it("is left in a hurry by a plain link", async () => {
    const exit = library.locator("a.exit");
    expect(await exit.getAttribute("rel")).toBe("nofollow noreferrer");
    expect(await exit.getAttribute("href")).toMatch(/^https:/);
  });
});

describe("everything is deleted", () => {
  it("at once, from the text browser, and the words open nothing any more", async () => {
    await text.press("Läs svaret med dina ord", "Dina sju ord");
    const open = async (): Promise<void> => {
      await text.fill("Dina sju ord", `${words.join(" ")}\n`);
      await text.press("Öppna", "Det gör jag.");
    };
    await open();
    await text.press("Ta bort allt", "Kryssa i rutan först");
    await text.tick("Ja, ta bort alla brev");
    await text.press("Ta bort allt", "Allt är borta");
    await press(desk, "Hämta nytt");
    await desk
      .getByRole("button", { name: /Besvarat|Väntar sedan/ })
      .nth(1)
      .waitFor({ state: "detached" });
  });
});

describe("how long letters are kept", () => {
  it("is for a coordinator to set, who is told what it means for letters that are there", async () => {
    const page = coordinator;
    await part(page, "Jouren");
    await pageOf(page, "Jouren", "Brev");
    await appears(page.getByText("Brev som redan finns behåller sin dag"));
    const days = page.getByLabel("Antal dagar, 7 till 90");
    await expect.poll(() => days.inputValue()).toBe("30");
    await days.fill("3");
    await press(page, "Spara antalet dagar");
    await appears(page.getByText("Inget har ändrats"));
    await days.fill("14");
    await press(page, "Spara antalet dagar");
    await appears(page.getByText("Det gäller från nästa brev"));
    expect(await faultsOf(page, "light", { include: ["form"] })).toEqual([]);
  });
});
