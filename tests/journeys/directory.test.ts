import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { faultsOf } from "./axe.server.ts";
import { type House, laptop, openBrowser, openHouse, phone } from "./harness.server.ts";
import { appears, heading, isShown, press } from "./look.server.ts";
import { enterDesk, pageOf, part } from "./staff.server.ts";

let house: House;
let browser: Browser;

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

/** Three in the night of a Friday: the chats sleep, a few telephones do not. */
const night = new Date("2026-11-27T03:00+01:00");

interface Opened {
  readonly page: Page;
  /** Path and query of every request, in order. */
  readonly asked: string[];
}

/** The directory at a moment of hers; the server's clock goes with it unless told otherwise. */
async function directory(context: BrowserContext, at: Date, server = at): Promise<Opened> {
  const page = await context.newPage();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url().replace(house.url(""), "/")));
  await page.clock.setFixedTime(at);
  await context.route("**/hitta/jourer.json", async (route) => {
    const answer = await route.fetch();
    const headers = { ...answer.headers(), date: server.toUTCString() };
    await route.fulfill({ response: answer, headers });
  });
  await page.goto(house.url("", "/hitta"));
  await page.getByRole("search").waitFor();
  return { page, asked };
}

const results = (page: Page): Promise<string[]> =>
  page.locator("#results").getByRole("heading", { level: 4 }).allTextContents();

/** What a browser keeps of a page, apart from its own history of hosts. */
const kept = (page: Page) =>
  page.evaluate(async () => ({
    ...{ address: location.pathname + location.search + location.hash, entries: history.length },
    ...{ local: localStorage.length, session: sessionStorage.length, cookies: document.cookie },
    caches: (await caches.keys()).length,
    databases: (await indexedDB.databases()).length,
  }));

const plainFiles = ["/hitta", "/exit.js", "/hitta/app.js", "/hitta/jourer.json"];

describe("a woman in Kiruna at night", () => {
  let opened: Opened;
  let page: Page;

  beforeAll(async () => {
    opened = await directory(await phone(browser), night);
    page = opened.page;
  });

  test("writes a few letters and finds who is there for her, and who answers now", async () => {
    await page.getByText("Kvinna över 18", { exact: true }).click();
    const town = page.getByRole("combobox", { name: "Kommun" });
    await town.pressSequentially("kiru");
    await page.getByRole("option", { name: "Kiruna" }).waitFor();
    await town.press("ArrowDown");
    expect(await town.getAttribute("aria-activedescendant")).toBe("town-0");
    await town.press("Enter");
    await expect.poll(() => town.inputValue()).toBe("Kiruna");
    await page.getByRole("heading", { name: "Finns för Kiruna" }).waitFor();
    const found = await results(page);
    expect(found[0]).toBe("Kvinnojouren Hjortron");
    // Renlav in Luleå answers its telephone through the night, and receives her.
    expect(found).toContain("Kvinnojouren Renlav");
    expect(found.join()).not.toContain("Ungdomsjouren");
    const renlav = page.locator("#results li.card").filter({ hasText: "Renlav" });
    await appears(renlav.getByText("Telefon: öppen enligt öppettiderna till 08:00"));
    const first = page.locator("#results li.card").first();
    expect(await first.locator(".states .open").count()).toBe(0);
    await expect.poll(() => page.locator("#told").textContent()).toMatch(/enligt öppettiderna/);
  });

  test("leaves out what is closed when she asks for that", async () => {
    await page.getByLabel("Bara öppna nu").check();
    const found = await results(page);
    expect(found).not.toContain("Kvinnojouren Hjortron");
    expect(found).toContain("Kvinnojouren Renlav");
    await appears(page.getByText("Ingen jour som passar säger att den finns för Kiruna."));
  });

  test("chooses not her home town as freely", async () => {
    await page.getByText("Inte min hemort", { exact: true }).click();
    await page.getByRole("heading", { name: "Tar emot dig var du än bor" }).waitFor();
    const found = await results(page);
    expect(found).toContain("Kvinnojouren Nattskärra");
    expect(found).not.toContain("Kvinnojouren Hjortron");
    await page.getByLabel("Bara öppna nu").uncheck();
    // One that is there for its own municipalities alone does not receive her.
    expect(await results(page)).not.toContain("Kvinnojouren Tuvull");
    expect(await results(page)).not.toContain("Kvinnojouren Hjortron");
  });

  test("has asked for nothing that tells of it, and nothing of it is kept", async () => {
    expect(opened.asked).toEqual(plainFiles);
    expect(await kept(page)).toEqual({
      ...{ address: "/hitta", entries: 2, local: 0, session: 0, cookies: "" },
      ...{ caches: 0, databases: 0 },
    });
  });

  test("leaves at once", async () => {
    await page.route("https://www.smhi.se/**", (route) => route.fulfill({ body: "Väder" }));
    await page.getByRole("link", { name: "Nödutgång: Lämna sidan" }).click();
    await page.waitForURL("https://www.smhi.se/");
    await page.context().close();
  });
});

test("somebody who knows its name finds a jour in the list by keyboard, and is asked nothing", async () => {
  const { page, asked } = await directory(await phone(browser), night);
  await page.getByLabel("Sök i listan").focus();
  await page.keyboard.type("lulea ungdom");
  await appears(page.getByText("1 jour visas."));
  await appears(page.locator(".county .card", { hasText: "Ungdomsjouren Fjällglim" }));
  expect(await page.locator(".county .card").filter({ visible: true }).count()).toBe(1);
  // What the list hides, the search above still shows.
  await page.getByRole("combobox").fill("Kiruna");
  await appears(page.locator("#results .card", { hasText: "Kvinnojouren Hjortron" }));
  await page.getByLabel("Sök i listan").fill("xyz");
  await appears(page.getByText("Ingen jour i listan passar."));
  await isShown(page, "directory-sifted");
  await page.getByLabel("Sök i listan").fill("");
  await appears(page.locator(".county").getByText("Norrbottens län"));
  expect(await page.locator(".county[open]").count()).toBe(0);
  expect(asked).toEqual(plainFiles);
  await page.context().close();
});

test("whatever is searched, the requests are the same to the letter, and so is the file", async () => {
  const context = await laptop(browser);
  const logs: string[][] = [];
  for (const [who, town] of [
    ["Kvinna över 18", "Malmö"],
    ["Ung, 12–21 år", "Pajala"],
    ["Orolig för någon", "xyz"],
  ] as const) {
    const { page, asked } = await directory(context, night);
    await page.getByText(who, { exact: true }).click();
    await page.getByRole("combobox").fill(town);
    await page.getByRole("combobox").press("Enter");
    await page.getByText("Inte min hemort", { exact: true }).click();
    logs.push(asked);
    await page.close();
  }
  expect(logs).toEqual([plainFiles, plainFiles, plainFiles]);
  const [swedish, english] = await Promise.all(
    ["", "?lang=en"].map(async (query) =>
      (await fetch(house.url("", `/hitta/jourer.json${query}`))).text(),
    ),
  );
  expect(swedish).toBe(english);
  await context.close();
});

test("a youth finds those for the young, in English and by keyboard alone", async () => {
  const context = await laptop(browser);
  const page = await context.newPage();
  await page.clock.setFixedTime(new Date("2026-11-26T19:30+01:00"));
  await page.goto(house.url("", "/hitta?lang=en"));
  await page.getByRole("search").waitFor();
  await page.getByRole("radio", { name: "Show all centres" }).focus();
  for (const key of ["ArrowDown", "ArrowDown", "Tab", "Tab"]) await page.keyboard.press(key);
  await page.keyboard.type("lulea");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "There for Luleå" }).waitFor();
  expect((await results(page))[0]).toBe("Ungdomsjouren Fjällglim");
  expect((await results(page)).join()).not.toContain("Kvinnojouren");
  await context.close();
});

test("a clock that is wrong is told, and opens no door", async () => {
  const context = await laptop(browser);
  const { page } = await directory(context, night, new Date("2026-11-27T12:00+01:00"));
  await appears(page.getByText("Din enhets klocka ger 03:00, vår 12:00"));
  await page.getByRole("combobox").fill("Luleå");
  const renlav = page.locator("#results li.card").filter({ hasText: "Renlav" });
  await appears(renlav.getByText("Telefon: stängd"));
  await context.close();
});

describe("where no script runs", () => {
  test("the same page lists the jours county by county, with numbers and hours", async () => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 360, height: 740 },
    });
    const page = await context.newPage();
    await page.goto(house.url(""));
    await page.getByRole("link", { name: "Hitta en jour" }).click();
    expect(await page.getByRole("search").count()).toBe(0);
    await page.getByText("Norrbottens län").click();
    const hjortron = page.locator("li.card").filter({ hasText: "Hjortron" });
    await appears(hjortron.getByText("Finns för Kiruna, Gällivare"));
    expect(await hjortron.locator("a[href^='tel:']").count()).toBe(1);
    expect(new URL(page.url()).pathname).toBe("/hitta");
    await hjortron.getByRole("link", { name: "Kvinnojouren Hjortron" }).click();
    await page.getByRole("heading", { level: 1 }).waitFor();
    expect(new URL(page.url()).hostname).toBe("hjortron.localhost");
    await context.close();
  });

  test("it holds all seventy", async () => {
    const html = await (await fetch(house.url("", "/hitta"))).text();
    const hosts = new Set(
      [...html.matchAll(/href="\/\/([a-z]+)\.localhost/g)].map(([, name]) => name),
    );
    // Seventy jours, one of them with two faces.
    expect(hosts.size).toBe(71);
  });
});

test("can be read by everybody: axe, 360 px and wide, light and dark, results and suggestions", async () => {
  for (const [colorScheme, width] of [
    ["light", 360],
    ["dark", 1280],
  ] as const) {
    const viewport = { width, height: 800 };
    const context = await browser.newContext({ viewport, colorScheme, bypassCSP: true });
    const { page } = await directory(context, night);
    const check = async (what: string): Promise<void> => {
      // The cards of all folded counties are alike: one county stands for them.
      const cards = { exclude: [".county:not(:last-child)"] };
      expect(await faultsOf(page, colorScheme, cards), what).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      expect(wide, `${what} at ${width}`).toBe(false);
    };
    await page.getByText("Norrbottens län").click();
    await page.getByRole("combobox").pressSequentially("ha");
    await page.getByRole("combobox").press("ArrowDown");
    await check("suggestions");
    await page.getByRole("combobox").fill("Kiruna");
    await page.keyboard.press("Escape");
    await check("results");
    await context.close();
  }
});

/** Applications that nobody means. */
async function sendFalse({ request }: Page, count: number): Promise<void> {
  const origin = new URL(house.url("")).origin;
  const form = {
    ...{ name: "Kvinnojouren Påhitt", kind: "kvinnojour", url: "pahitt.example", from: "18" },
    ...{ municipalities: "Kiruna", receives: "women", person: "X", mail: "x@pahitt.example" },
  };
  for (let sent = 0; sent < count; sent++) {
    const answer = await request.post(house.url("", "/anslut"), { form, headers: { origin } });
    expect(answer.status()).toBe(200);
  }
}

/** At the federation's desk. */
let gun: Page;

test("a jour asks the federation to be let in, is asked, answers, and stands in the directory", async () => {
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const applicant = await plain.newPage();
  await applicant.goto(house.url(""));
  await applicant.getByRole("link", { name: "Rätten att vara anonym" }).waitFor();
  await applicant.getByRole("link", { name: "Gå med i förbundet" }).click();
  const fill = (label: string, text: string): Promise<void> =>
    applicant.getByLabel(label).fill(text);
  await fill("Jourens namn", "Kvinnojouren Ljung");
  await fill("Er webbplats", "ljung.example");
  await fill("Vilka kommuner finns ni för?", "Storuman, Sorselle");
  await fill("Från vilken ålder", "18");
  await fill("Ditt namn", "Siv");
  await fill("Din e-post", "siv@ljung.example");
  await press(applicant, "Skicka ansökan");
  await appears(applicant.getByText("Ingen kommun heter så: Sorselle."));
  await fill("Vilka kommuner finns ni för?", "Storuman, Sorsele");
  await press(applicant, "Skicka ansökan");
  const code = (await applicant.locator(".joining-code").textContent()) ?? "";

  const page = (gun = await (await laptop(browser)).newPage());
  await enterDesk(page, house.invitations.federation, "Gun");
  await heading(page, "Medlemsjourer");
  expect(
    await page.getByRole("button", { name: "Pass", exact: true, includeHidden: true }).count(),
  ).toBe(0);
  await pageOf(page, "Förbundet", "Ansökningar");
  const card = page.locator("li.card").filter({ hasText: "Ljung" });
  await card.getByLabel("Skriv till sökande").fill("Hur länge har ni funnits?");
  await card.getByRole("button", { name: "Fråga" }).click();
  await appears(card.getByText("Ni har frågat"));

  await applicant.getByRole("link", { name: "Läs svaret" }).click();
  await fill("Kod", code);
  await press(applicant, "Läs");
  await appears(applicant.getByText("Hur länge har ni funnits?"));
  await fill("Skriv till förbundet", "Sedan 2011.");
  await press(applicant, "Skicka");

  await sendFalse(applicant, 5);
  await part(page, "Sidor");
  await part(page, "Förbundet");
  await pageOf(page, "Förbundet", "Ansökningar");
  await appears(card.getByText("Sedan 2011."));
  await isShown(page, "federation-applications");
  await press(page, /^Ta bort alla \d/);
  await press(page, /^Ja, ta bort \d/);
  await appears(page.getByText("Ansökningarna är borttagna."));
  await expect.poll(() => page.getByText("Kvinnojouren Påhitt").count()).toBe(0);
  await card.getByRole("button", { name: "Godkänn" }).click();
  await appears(page.getByText("Jouren finns nu i katalogen"));
  const listed = await (await fetch(house.url("", "/api/v1/jours"))).text();
  expect(listed).toContain("https://ljung.example");
  await pageOf(page, "Förbundet", "Medlemsjourer");
  await page.getByLabel("Sök bland jourerna").fill("ljung");
  await appears(page.getByText("1 jour visas"));
  await page.locator("li.card strong", { hasText: "Kvinnojouren Ljung" }).waitFor();
  await pageOf(page, "Förbundet", "Läs in");
  const hsds = await fetch(house.url("", "/api/v1/hsds/services"));
  const file = { name: "jourer.json", mimeType: "application/json" };
  await page
    .getByLabel("Välj fil (JSON)")
    .setInputFiles({ ...file, buffer: Buffer.from(await hsds.text()) });
  await heading(page, /7\d jourer går att läsa in/);
  await plain.close();
});

test("a journalist writes to the federation; its office reads it, and notes what it did", async () => {
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const journalist = await plain.newPage();
  await journalist.goto(house.url("", "/sidor/referensgrupp-unga"));
  await journalist.getByRole("link", { name: "Hör av dig till förbundet" }).click();
  await heading(journalist, "Kontakta oss");
  await journalist.getByRole("link", { name: /Skriv till oss.*Press och forskning/ }).click();
  await appears(journalist.getByText("Servern ser texten en kort stund"));
  await journalist.getByLabel("Vad handlar det om?").fill("Hur många boenden står tomma?");
  await journalist.getByLabel("Hur når vi dig?").fill("ina@radio.example");
  await press(journalist, "Skicka");
  await heading(journalist, "Tack, det har kommit fram");
  await plain.close();

  await part(gun, "Kontoret");
  await press(gun, "Hämta nytt");
  const locked = gun.getByText("Du kan inte läsa det här än");
  await locked.waitFor({ state: "detached", timeout: 90_000 });
  await gun.getByRole("button", { name: /Väntar/ }).click();
  await appears(gun.getByText("Hur många boenden står tomma?"));
  await press(gun, "Jag tar det");
  await gun.getByLabel("Vad ni gjorde").fill("Ringde upp: 41, i oktober.");
  await isShown(gun, "federation-office");
  await press(gun, "Anteckna som klart");
  await appears(gun.getByText("Antecknat som klart."));
  await part(gun, "Förbundet");
  await pageOf(gun, "Förbundet", "Formulär");
  await appears(gun.getByText("Just nu ställs husets egna frågor."));
  await gun.context().close();
});

test("the federation's pages and desk can be read by everybody", async () => {
  const context = await browser.newContext({
    bypassCSP: true,
    viewport: { width: 360, height: 740 },
  });
  const page = await context.newPage();
  for (const [path, name] of [
    ["/anslut", "federation-join"],
    ["/kontakta-oss", "federation-contact"],
    ["/remissvar/tillstand-for-skyddat-boende", "federation-referral"],
  ] as const) {
    await page.goto(house.url("", path));
    await isShown(page, name);
  }
  await context.close();
});

test("two jours agree to be offered for each other; one of them says no again", async () => {
  const context = await laptop(browser);
  const page = await context.newPage();
  await enterDesk(page, house.invitations.coordinator, "Berit");
  await part(page, "Jouren");
  await pageOf(page, "Jouren", "Avlastning");
  const card = page.locator("li.card").filter({ hasText: "Kvinnojouren Vide" });
  await page.getByLabel("Sök jour").fill("vide");
  await card.getByRole("button", { name: "Säg ja till Kvinnojouren Vide" }).click();
  await appears(page.getByText("Ert ja till Kvinnojouren Vide är sparat."));
  await appears(card.getByText("Ni har sagt ja, de har inte svarat"));
  await isShown(page, "overflow");
  await card.getByRole("button", { name: "Ta tillbaka ert ja till Kvinnojouren Vide" }).click();
  await appears(page.getByText("Det slutade gälla nu."));
  await context.close();
});
