import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pagePaths as paths } from "../../src/pages/index.ts";
import { hostileMarkdown } from "../hostile/markdown.ts";
import { type House, laptop, openBrowser, openHouse, phone } from "./harness.server.ts";
import { appears, heading, isAccessible, isShown, picture, press } from "./look.server.ts";
import { oldAddressesLeadOn, oldSite } from "./old-site.server.ts";
import { enterDesk, part, signOut } from "./staff.server.ts";
import { translates } from "./translating.server.ts";

let house: House;
let browser: Browser;

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse(), openBrowser()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

describe("whoever wants to read", () => {
  it("finds advice and news below the doors, and everything on one page", async () => {
    const page = await (await phone(browser)).newPage();
    await page.goto(house.url("mira"));
    const first = page.getByRole("link", { name: "Är det våld?" });
    expect((await first.boundingBox())?.y).toBeGreaterThan(640);
    await picture(page, "front");
    await page.getByRole("link", { name: "Alla sidor, och sök" }).click();
    await heading(page, "Läs mer");
    await isShown(page, "pages");
    await page.getByRole("link", { name: /Är det våld/ }).click();
    await heading(page, "Är det våld?");
    // The tab, which others may see, names no subject.
    expect(await page.title()).toBe("Mira, sida");
    await isShown(page, "guide");
    await page.getByRole("link", { name: "English" }).click();
    await heading(page, "Is it violence?");
    await page.goto(house.url("mira"));
    await page.getByRole("link", { name: "العربية" }).click();
    await appears(page.getByText("لم يراجع أي إنسان"));
    expect(await page.evaluate(() => [document.dir, document.documentElement.lang])).toEqual([
      "rtl",
      "ar",
    ]);
    await isShown(page, "front-ar");
    await page.getByRole("link", { name: "أنا امرأة" }).click();
    await heading(page, "أنا امرأة");
    await isShown(page, "door-ar");
    await page.goto(house.url("mira", "/sprak/sv-easy"));
    await heading(page, "Du är inte ensam");
    await isShown(page, "front-easy");
    await page.context().close();
  });

  it("a friend, a social worker and a giver each find what is for them behind their own door", async () => {
    const page = await (await phone(browser)).newPage();
    const through = async (door: string, link: string | RegExp, what: string): Promise<void> => {
      await page.goto(house.url("mira"));
      await page.getByRole("link", { name: door }).click();
      await heading(page, door);
      await page.getByRole("main").getByRole("link", { name: link }).click();
      await heading(page, what);
    };
    await through("Jag är orolig för någon", "Orolig för någon?", "Orolig för någon?");
    await through("Jag arbetar i socialtjänsten", "Skyddat boende", "Skyddat boende");
    await through("Jag vill veta mer", /Kontakta oss/, "Kontakta oss");
    await page.getByRole("link", { name: /Skriv till oss.*Ge något/ }).click();
    await heading(page, "Ge något");
    await page.goto(house.url("mira", "/door/learn"));
    await page.getByRole("link", { name: "Boka en föreläsning" }).waitFor();
    await isAccessible(page);
    await page.context().close();
  });

  it("reads news by year, a report with its cover, and the easy text", async () => {
    const page = await (await phone(browser)).newPage();
    const foreign: string[] = [];
    page.on("request", (request) => {
      if (!request.url().startsWith(house.url("mira", ""))) foreign.push(request.url());
    });
    await page.goto(house.url("mira", "/nyheter"));
    await heading(page, "2024");
    await isShown(page, "news");
    const sizes: Promise<{ responseBodySize: number }>[] = [];
    page.on("requestfinished", (request) => sizes.push(request.sizes()));
    await page.goto(house.url("mira", "/rapporter/ungas-utsatthet"), { waitUntil: "networkidle" });
    await heading(page, "Det som inte berättas");
    const shown = page.locator(".cover img");
    expect(await shown.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
    const bytes = (await Promise.all(sizes)).reduce((sum, one) => sum + one.responseBodySize, 0);
    expect(bytes).toBeGreaterThan(5000);
    expect(bytes).toBeLessThan(30_000);
    await isShown(page, "report");
    await page.goto(house.url("mira", "/sidor/vad-ar-en-kvinnojour"));
    await page.getByRole("link", { name: "Läs på lätt svenska" }).click();
    await appears(page.getByText("Vi är kvinnor som hjälper kvinnor."));
    await picture(page, "easy");
    expect(foreign).toEqual([]);
    await page.context().close();
  });

  it("searches without script, and no address tells for what", async () => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 360, height: 740 },
    });
    const page = await context.newPage();
    await page.goto(house.url("mira", "/sidor"));
    await page.getByLabel("Sök på den här platsen").fill("målsägande");
    await page.getByRole("button", { name: "Sök" }).click();
    await heading(page, "En sida");
    expect(page.url()).toBe(house.url("mira", "/sok"));
    await page.getByRole("link", { name: /Att anmäla till polisen/ }).click();
    await page.getByRole("cell", { name: "Målsägandebiträde" }).waitFor();
    await context.close();
  });
});

describe("whoever writes the pages", () => {
  let desk: Page;
  let reader: Page;
  const body = "## Så går det till\n\nVi **träffas** först.\n\n- Ring oss\n- Skriv till oss\n";

  /** As another tab of hers, or a colleague's, would ask. */
  const ask = <T>(path: string, said: object): Promise<T> =>
    desk.evaluate(
      async ([where, what]) => {
        const headers = { "Content-Type": "application/json" };
        const answer = await fetch(where, { method: "POST", headers, body: what });
        return (await answer.json()) as T;
      },
      [path, JSON.stringify(said)] as const,
    );

  beforeAll(async () => {
    desk = await (await laptop(browser)).newPage();
    reader = await (await phone(browser)).newPage();
    await enterDesk(desk, house.invitations.coordinator, "Berit");
  }, 120_000);

  it("makes a page, and sees it as it will be read", async () => {
    await part(desk, "Sidor");
    await heading(desk, "Råd och fakta");
    await isShown(desk, "desk-list");
    await press(desk, "Ny sida");
    await desk.getByLabel("Rubrik", { exact: true }).fill("Följa med som stöd");
    await expect
      .poll(() => desk.getByLabel("Adress", { exact: true }).inputValue())
      .toBe("folja-med-som-stod");
    await press(desk, "Skapa sidan");
    await desk.getByLabel("Kort sagt").fill("En av oss följer med dig.");
    await desk.getByLabel("Text", { exact: true }).fill(body);
    await appears(desk.getByText("Det du skrivit ligger kvar här för dig"));
    await press(desk, "Spara och publicera");
    await appears(desk.getByText("Version 2 syns på webbplatsen."));
    await reader.goto(house.url("mira", "/sidor/folja-med-som-stod"));
    // All of the page between the way back and what stands at every foot.
    const page = await reader.locator("main").evaluate((main) =>
      [...main.children]
        .slice(1, -1)
        .map((one) => one.outerHTML)
        .join(""),
    );
    await expect.poll(() => desk.locator(".pages-whole").innerHTML()).toBe(page);
    await isShown(desk, "desk-editor");
  });

  it("is told of a link that leads nowhere, and how hard it reads", async () => {
    const text = desk.getByLabel("Text", { exact: true });
    const long = "Vi lyssnar på dig och tror på dig. Du bestämmer själv. ".repeat(4);
    await text.fill(`${body}\n[Mer](/sidor/borta) ${long}`);
    await appears(desk.getByText("/sidor/borta leder till en sida som inte finns här."));
    await appears(desk.getByText(/LIX \d+: mycket lätt att läsa/));
    await appears(desk.getByText("Det du skrivit ligger kvar här för dig"));
  });

  it("loses nothing when a colleague saves first: both texts are shown", async () => {
    const { pages } = await ask<{ pages: { id: string; slug: string }[] }>(paths.list, {});
    const page = pages.find(({ slug }) => slug === "folja-med-som-stod")?.id;
    const theirs = { title: "Följa med som stöd", summary: "", body: "Majkens ord.", cover: null };
    await ask(paths.save, { page, language: "sv", after: 2, text: theirs });
    await desk.keyboard.press("Control+s");
    await desk.getByText("En kollega har sparat en nyare text").first().waitFor();
    await desk.locator(".pages-diff del", { hasText: "Majkens" }).waitFor();
    await desk.locator(".pages-diff ins", { hasText: "lyssnar" }).first().waitFor();
    await expect
      .poll(() => desk.getByLabel("Text", { exact: true }).inputValue())
      .toContain("Vi lyssnar");
    await isShown(desk, "desk-both");
    await press(desk, "Spara min som den nyaste");
    await desk
      .getByText("En kollega har sparat en nyare text")
      .first()
      .waitFor({ state: "detached" });
    await desk.getByText("Tidigare versioner (4)").click();
    await press(desk, "Jämför 3");
    await press(desk, "Ta upp den här texten igen");
    await expect
      .poll(() => desk.getByLabel("Text", { exact: true }).inputValue())
      .toBe("Majkens ord.");
    await press(desk, "Spara");
    await appears(desk.getByText("Tidigare versioner (5)"));
  });

  it("adds a picture, which becomes small, and puts it into the text", async () => {
    const file = await sharp({
      create: { width: 1400, height: 900, channels: 3, background: "#8a5a00" },
    })
      .jpeg()
      .toBuffer();
    await desk.getByText(/^Bilder \(/).click();
    await desk.getByLabel("Välj en bild").setInputFiles({
      ...{ name: "IMG_1234.jpg", mimeType: "image/jpeg", buffer: Buffer.from("no picture") },
    });
    await desk.getByLabel("Vad bilden visar").fill("En varm färg");
    await press(desk, "Lägg till bilden");
    await appears(desk.getByText("Filen går inte att läsa som bild."));
    await desk.getByLabel("Välj en bild").setInputFiles({
      ...{ name: "IMG_1234.jpg", mimeType: "image/jpeg", buffer: file },
    });
    await press(desk, "Lägg till bilden");
    const added = desk.locator(".pages-pictures > li", { hasText: "En varm färg" });
    await added.getByRole("button", { name: "Sätt in i texten" }).click();
    await desk.locator(".pages-preview img[alt='En varm färg']").waitFor();
    await picture(desk, "desk-pictures");
    await press(desk, "Spara och publicera");
    await appears(desk.getByText("Version 6 syns på webbplatsen."));
    await reader.reload();
    const shown = reader.locator("article img[alt='En varm färg']");
    await expect.poll(() => shown.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(360);
    expect(await shown.evaluate((img: HTMLImageElement) => img.currentSrc)).toMatch(/\.avif$/);
  });

  it("cannot break the page, nor her own desk, whatever is written", async () => {
    const small = hostileMarkdown.filter((text) => text.length < 500);
    const lots = Array.from({ length: Math.ceil(small.length / 12) }, (_, at) =>
      small.slice(at * 12, at * 12 + 12).join("\n\n"),
    );
    const asked: string[] = [];
    reader.on("request", (request) => void asked.push(request.url()));
    reader.on("dialog", () => asked.push("dialog"));
    const text = desk.getByLabel("Text", { exact: true });
    const { pages } = await ask<{ pages: { id: string; slug: string }[] }>(paths.list, {});
    const page = pages.find(({ slug }) => slug === "folja-med-som-stod")?.id;
    const hit = (of: Page) => of.evaluate(() => "hit" in globalThis);
    for (const [at, lot] of lots.entries()) {
      await text.fill(lot);
      await desk.locator(".pages-preview .article > *").first().waitFor();
      expect(await hit(desk), lot).toBe(false);
      const after = 6 + at;
      const said = { title: "X", summary: "", body: lot, cover: null };
      await ask(paths.save, { page, language: "sv", after, text: said });
      await ask(paths.publish, { page, language: "sv", version: after + 1, at: null });
      await reader.goto(house.url("mira", "/sidor/folja-med-som-stod"));
      await expect.poll(() => reader.locator("article").textContent()).toContain("window.hit");
      expect(await hit(reader), lot).toBe(false);
      const odd = reader.locator(
        "article :is(script, iframe, object, embed, form, style, svg, video, base, meta, link)",
      );
      expect(await odd.count(), lot).toBe(0);
    }
    const own = house.url("mira", "");
    expect(asked.filter((url) => !url.startsWith(own))).toEqual([]);
  });

  it("translates beside the Swedish text, and says herself what the translation follows", async () => {
    await translates(desk, ask);
  });

  it("goes through the links: what leads nowhere is told, and opens the text", async () => {
    await press(desk, "Alla sidor");
    await press(desk, "Ny sida");
    await desk.getByLabel("Rubrik", { exact: true }).fill("Vägen vidare");
    await press(desk, "Skapa sidan");
    const text = desk.getByLabel("Text", { exact: true });
    await text.fill("[Mer](/sidor/borta) och [en granne](https://127.0.0.1/inne)");
    await press(desk, "Spara");
    await appears(desk.getByText("Tidigare versioner (2)"));
    // Only this text is really tried: a test asks no other site.
    const { pages } = await ask<{ pages: { id: string; slug: string }[] }>(paths.list, {});
    const own = pages.find(({ slug }) => slug === "vagen-vidare")?.id ?? "";
    await desk.route(`**${paths.tryLinks}`, (route) =>
      route.request().postData()?.includes(own)
        ? route.continue()
        : route.fulfill({ json: { tried: [] } }),
    );
    await press(desk, "Alla sidor");
    // Nothing of the whole demonstration leads nowhere, but what was written here.
    const { lost } = await ask<{ lost: { page: string }[] }>(paths.links, {});
    const bad = pages.filter(({ id }) => lost.some(({ page }) => page === id));
    expect(bad.map(({ slug }) => slug)).toEqual(["vagen-vidare"]);
    await press(desk, "Gå igenom länkarna");
    const links = desk.getByRole("region", { name: "Länkar" });
    await appears(links.getByText("/sidor/borta leder till en sida som inte finns här."));
    await links.getByRole("button", { name: /^Pröva länkarna i/ }).click();
    await appears(links.getByText("https://127.0.0.1/inne leder inte ut på det öppna nätet"));
    await appears(links.getByText("1 av 1 länkar behöver ses över."));
    await isShown(desk, "desk-links");
    await press(desk, /^Öppna texten: Vägen vidare/);
    await expect.poll(() => text.inputValue()).toContain("/sidor/borta");
    await text.fill("Vi går en bit på vägen.");
  });

  it("publishes nothing that a colleague has not read, where the jour wants it so", async () => {
    const sara = await (await laptop(browser)).newPage();
    await enterDesk(sara, house.invitations.volunteers[0] ?? "", "Sara");
    await part(desk, "Människor");
    await press(desk, "Välj grupper för Sara");
    await desk.getByRole("checkbox", { name: /Redaktör/ }).check();
    await press(desk, "Spara och skriv under");
    await desk.getByRole("checkbox", { name: /Redaktör/ }).waitFor({ state: "detached" });
    await part(desk, "Sidor");
    await press(desk, "Alla sidor");
    const rule = desk.getByRole("region", { name: "Ett andra par ögon" });
    await rule.getByRole("button", { name: "Slå på" }).click();
    await appears(rule.getByText("Påslaget."));
    await press(desk, /^Svenska.*Vägen vidare/);
    const text = desk.getByLabel("Text", { exact: true });
    await expect.poll(() => text.inputValue()).toBe("Vi går en bit på vägen.");
    await press(desk, "Spara och be en kollega läsa");
    await appears(desk.getByText("Berit ber en kollega läsa den här versionen."));
    await expect.poll(() => desk.getByRole("button", { name: "Publicera nu" }).count()).toBe(0);
    await isAccessible(desk);
    await signOut(sara);
    await press(sara, "Logga in med passkey");
    await part(sara, "Sidor");
    await appears(sara.getByText("väntar på en kollegas ja"));
    await press(sara, /^Svenska.*Vägen vidare/);
    await appears(sara.getByText("Läs texten här ovanför."));
    await press(sara, "Jag har läst, och säger ja");
    await appears(sara.getByText("Sara har läst den här versionen och sagt ja."));
    await isAccessible(sara);
    await press(sara, "Publicera nu");
    await appears(sara.getByText("Version 3 syns på webbplatsen."));
    await reader.goto(house.url("mira", "/sidor/vagen-vidare"));
    await appears(reader.getByText("Vi går en bit på vägen."));
    await sara.context().close();
    await press(desk, "Alla sidor");
    await rule.getByRole("button", { name: "Slå av" }).click();
    await appears(rule.getByText("Avslaget."));
  });

  it("moves an old site in as drafts; nothing of it runs, and it goes again in one step", async () => {
    const { zip, harmful } = await oldSite();
    const drafts = harmful + 5;
    const asked: string[] = [];
    for (const page of [reader, desk]) {
      page.on("request", (request) => void asked.push(request.url()));
      page.on("dialog", () => asked.push("dialog"));
    }
    await press(desk, "Flytta in en webbplats");
    await desk.getByLabel("Eller välj en zip-fil").setInputFiles({
      ...{ name: "sajt.zip", mimeType: "application/zip", buffer: zip },
    });
    await appears(desk.getByText(`${drafts} sidor och 2 bilder hittades.`));
    await desk
      .getByText(/^Det som inte följde med/)
      .first()
      .click();
    await appears(desk.getByText(/^filen lästes inte/));
    await isShown(desk, "desk-moving");
    await press(desk, `Lägg in ${drafts} utkast`);
    await appears(desk.getByText(`Klart: ${drafts} utkast ligger i listan.`));
    await press(desk, "Till listan");
    await isShown(desk, "desk-moved");
    const { pages } = await ask<{ pages: { id: string; slug: string }[] }>(paths.list, {});
    const moved = pages.filter(({ slug }) => slug.startsWith("prov-"));
    expect(moved).toHaveLength(harmful);
    for (const { id: page, slug } of moved) {
      await ask(paths.publish, { page, language: "sv", version: 1, at: null });
      // By the address that it had at the old site.
      await reader.goto(house.url("mira", `/${slug}.html`));
      expect(new URL(reader.url()).pathname).toBe(`/sidor/${slug}`);
      await expect.poll(() => reader.locator("article").textContent()).toContain("window.hit");
      expect(await reader.evaluate(() => "hit" in globalThis), slug).toBe(false);
      const odd =
        "article :is(script, iframe, object, embed, form, style, svg, math, video, base, meta, link)";
      expect(await reader.locator(odd).count(), slug).toBe(0);
      await ask(paths.withdraw, { page, language: "sv" });
    }
    await oldAddressesLeadOn(house, { desk, reader, ask, pages });
    expect(await desk.evaluate(() => "hit" in globalThis)).toBe(false);
    const own = house.url("mira", "");
    expect(asked.filter((url) => !url.startsWith(own))).toEqual([]);
    await press(desk, "Ångra hela importen");
    await press(desk, "Ja, ångra importen");
    await desk.getByText("Prov 0").first().waitFor({ state: "detached" });
    await reader.context().close();
  });
});
