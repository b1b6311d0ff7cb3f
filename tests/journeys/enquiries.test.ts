import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type House, laptop, openBrowser, openHouse, phone } from "./harness.server.ts";
import { appears, heading, isShown, press } from "./look.server.ts";
import { enterDesk, pageOf, part } from "./staff.server.ts";

let house: House;
let browser: Browser;
let writer: Page;
let plain: Page;
let karin: Page;
const wire: string[] = [];

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse(), openBrowser()]);
  writer = await (await phone(browser)).newPage();
  writer.on("request", (request) => void wire.push(request.url() + (request.postData() ?? "")));
  const noScript = await browser.newContext({ javaScriptEnabled: false });
  plain = await noScript.newPage();
  karin = await (await laptop(browser)).newPage();
  // Early: the office's key is shared with her while the others write.
  await enterDesk(karin, house.invitations.coordinator, "Karin");
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

describe("contact us", () => {
  it("is where one who is young and reads a guide comes to say what does not work on the site", async () => {
    const page = await (await phone(browser)).newPage();
    await page.goto(house.url("dinungdomsjour"));
    await page.getByRole("link", { name: "Jag är 12–21 år" }).click();
    await heading(page, "Jag är 12–21 år");
    await isShown(page, "door-young");
    await page.getByRole("link", { name: "Har någon tvingat dig?" }).click();
    await heading(page, "Har någon tvingat dig?");
    await isShown(page, "guide-young");
    await page.getByRole("contentinfo").getByRole("link", { name: "Tillgänglighet" }).click();
    await heading(page, "Tillgänglighet");
    await isShown(page, "accessibility");
    await page.getByRole("link", { name: "Tyck till om tillgängligheten" }).click();
    await heading(page, "Kontakta oss");
    expect(page.url()).toBe(house.url("dinungdomsjour", "/kontakta-oss#feedback"));
    await page.context().close();
  });

  it("is found from the front page, shows the way for whoever needs support, and each form", async () => {
    await writer.goto(house.url("mira"));
    await writer.getByRole("link", { name: /Kontakta oss/ }).click();
    await heading(writer, "Kontakta oss");
    await writer.getByRole("link", { name: "Hit om du behöver stöd" }).waitFor();
    expect(await writer.locator("main section.card").count()).toBe(5);
    await isShown(writer, "contact-us");
  });

  it("a journalist's question is sealed in her browser, and asks for an address", async () => {
    await writer.getByRole("link", { name: /Skriv till oss.*Press och forskning/ }).click();
    await heading(writer, "Press och forskning");
    await press(writer, "Skicka");
    await appears(writer.getByText("Skriv en adress eller ett nummer"));
    await isShown(writer, "press-form");
    await writer.getByLabel("Redaktion eller lärosäte").fill("Granviksbladet");
    await writer.getByLabel("Vad handlar det om?").fill("Kommunens stöd till jouren.");
    await writer.getByLabel("Hur når vi dig?").fill("lo@granviksbladet.example");
    await press(writer, "Skicka");
    await heading(writer, "Tack, det har kommit fram");
    await isShown(writer, "press-sent");
    const sent = wire.join("\n");
    for (const secret of ["Granviksbladet", "Kommunens", "granviksbladet.example"])
      expect(sent.includes(secret), secret).toBe(false);
  });

  it("feedback is given without script, and says what that means", async () => {
    await plain.goto(house.url("mira", "/kontakta-oss"));
    await plain.getByRole("link", { name: /utan JavaScript.*Tyck till/ }).click();
    await appears(plain.getByText("Det här är formuläret utan JavaScript."));
    await plain.getByLabel("Tillgängligheten").check();
    await plain.getByLabel("Vad vill du säga?").fill("Knappen syns inte i mörkt läge.");
    await plain.getByRole("button", { name: "Skicka" }).click();
    await appears(plain.getByText("Tack, det har kommit fram"));
    await writer.goto(house.url("mira", "/contact/plain/form/press"));
    await isShown(writer, "plain-form");
  });

  it("the office reads both, in a room of its own, and nothing of it is among the letters", async () => {
    await part(karin, "Inkorg");
    await appears(karin.getByText("Inga brev just nu"));
    await part(karin, "Kontoret");
    await press(karin, "Hämta nytt");
    await karin
      .getByText("Du kan inte läsa det här än")
      .waitFor({ state: "detached", timeout: 90_000 });
    const entries = karin.getByRole("button", { name: /Väntar/ });
    await entries.nth(1).waitFor();
    const texts: string[] = [];
    for (const at of [0, 1]) {
      await entries.nth(at).click();
      await expect.poll(() => entries.nth(at).getAttribute("aria-current")).toBe("true");
      await appears(karin.getByText("Gäller inte någon som söker stöd", { exact: true }));
      texts.push((await karin.locator(".request").last().textContent()) ?? "");
      await isShown(karin, `office-${at}`);
    }
    const all = texts.join();
    for (const said of ["Granviksbladet", "lo@granviksbladet.example", "Knappen syns inte"])
      expect(all).toContain(said);
  });

  it("the jour asks in her own words; what was written before is read as it was asked", async () => {
    await part(karin, "Jouren");
    await pageOf(karin, "Jouren", "Formulär");
    await press(karin, "Press och forskning");
    await appears(karin.getByText("Just nu ställs husets egna frågor."));
    await press(karin, "Börja med vårt förslag");
    await karin.getByLabel("Inledning, Svenska").fill("För dig som skriver om oss i Granvik.");
    await isShown(karin, "office-forms");
    await press(karin, "Publicera som version 1");
    await appears(karin.getByText("Version 1 är publicerad."));
    await writer.goto(house.url("mira", "/contact/?way=office&form=press"));
    await appears(writer.getByText("För dig som skriver om oss i Granvik."));
    await plain.goto(house.url("mira", "/contact/plain/form/press"));
    await appears(plain.getByText("För dig som skriver om oss i Granvik."));
    await part(karin, "Kontoret");
    const texts: string[] = [];
    for (const at of [0, 1]) {
      const entry = karin.getByRole("button", { name: /Väntar/ }).nth(at);
      await entry.click();
      await expect.poll(() => entry.getAttribute("aria-current")).toBe("true");
      await appears(karin.getByText("Gäller inte någon som söker stöd", { exact: true }));
      texts.push((await karin.locator(".request").last().textContent()) ?? "");
    }
    expect(texts.join()).toContain("Redaktion eller lärosäte");
  });

  it("a form goes to the team that the coordinator chooses; while nobody there can read, to the office", async () => {
    await part(karin, "Jouren");
    await pageOf(karin, "Jouren", "Formulär");
    await press(karin, "Samarbeta");
    await karin.getByRole("radio", { name: /Föreläsarna/ }).check();
    await press(karin, "Spara vem som läser");
    await appears(karin.getByText("Föreläsarna kan inte läsa än"));
    await isShown(karin, "enquiry-reader");
    await part(karin, "Människor");
    await pageOf(karin, "Människor", "Medlemmar");
    await press(karin, "Välj grupper för Karin");
    await karin.getByRole("checkbox", { name: "Föreläsare" }).check();
    await press(karin, "Spara och skriv under");
    await part(karin, "Till föreläsarna");
    await press(karin, "Hämta nytt");
    await appears(karin.getByText("Inget har kommit"));
    await part(karin, "Jouren");
    // She can read as soon as the team's key has been shared with her.
    const isRead = async (): Promise<boolean> => {
      await press(karin, "Press och forskning");
      await press(karin, "Samarbeta");
      const lecturers = karin.getByRole("radio", { name: /Föreläsarna/ });
      await expect.poll(() => lecturers.isChecked()).toBe(true);
      return (await karin.getByText("Föreläsarna kan inte läsa än").count()) === 0;
    };
    await expect.poll(isRead, { interval: 1000 }).toBe(true);
  });

  it("both ways to it arrive with them, and nothing at the office", async () => {
    await writer.goto(house.url("mira", "/contact/?way=office&form=cooperation"));
    await heading(writer, "Samarbeta");
    await writer.getByLabel("Organisation").fill("Granviks kommun");
    await writer.getByLabel("Vad vill ni göra tillsammans?").fill("En vecka mot våld.");
    await writer.getByLabel("Hur når vi dig?").fill("bo@granvik.example");
    await press(writer, "Skicka");
    await heading(writer, "Tack, det har kommit fram");
    await plain.goto(house.url("mira", "/contact/plain/form/cooperation"));
    await plain.getByLabel("Organisation").fill("Alskolan");
    await plain.getByLabel("Vad vill ni göra tillsammans?").fill("En temadag.");
    await plain.getByLabel("Hur når vi dig?").fill("rektor@alskolan.example");
    await plain.getByRole("button", { name: "Skicka" }).click();
    await appears(plain.getByText("Tack, det har kommit fram"));
    await part(karin, "Till föreläsarna");
    await press(karin, "Hämta nytt");
    const room = karin.getByRole("region", { name: "Till föreläsarna" });
    await expect.poll(() => room.getByRole("button", { name: /Väntar/ }).count()).toBe(2);
    const texts: string[] = [];
    for (const at of [0, 1]) {
      const entry = room.getByRole("button", { name: /Väntar/ }).nth(at);
      await entry.click();
      await expect.poll(() => entry.getAttribute("aria-current")).toBe("true");
      await appears(room.getByText("Gäller inte någon som söker stöd", { exact: true }));
      texts.push((await room.locator(".request").last().textContent()) ?? "");
    }
    expect(texts.join()).toContain("Granviks kommun");
    expect(texts.join()).toContain("En temadag.");
    await isShown(karin, "lecturers-inbox");
    await part(karin, "Kontoret");
    await press(karin, "Hämta nytt");
    const office = karin.getByRole("region", { name: "Kontoret" });
    await expect.poll(() => office.getByRole("button", { name: /Väntar/ }).count()).toBe(2);
  });
});
