import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type House, laptop, openBrowser, openHouse, phone } from "./harness.server.ts";
import { appears, heading, isShown, press } from "./look.server.ts";
import { enterDesk, pageOf, part } from "./staff.server.ts";

let house: House;
let browser: Browser;
let seeker: Page;
let karin: Page;
let sara: Page;
let words: string[] = [];
const wire: string[] = [];

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse(), openBrowser()]);
  seeker = await (await phone(browser)).newPage();
  [karin, sara] = [
    await (await laptop(browser)).newPage(),
    await (await laptop(browser)).newPage(),
  ];
  for (const page of [seeker, karin, sara])
    page.on("request", (request) => void wire.push(request.url() + (request.postData() ?? "")));
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

const preview = () => karin.locator(".form-preview-page").first();

describe("a form", () => {
  it("is written in the desk, and beside it stands what she will see", async () => {
    await enterDesk(karin, house.invitations.coordinator, "Karin");
    await part(karin, "Jouren");
    await pageOf(karin, "Jouren", "Formulär");
    await heading(karin, "Formulär");
    await press(karin, "Be om en stödperson");
    await appears(karin.getByText("Version 1 är publicerad."));
    await press(karin, "Lägg till en fråga");
    await karin.getByLabel("Frågan, Svenska").fill("Behöver du tolk?");
    await appears(preview().getByText("Behöver du tolk?"));
    await karin.getByLabel("Svaret är").selectOption("choice");
    await karin.getByLabel("Val 1, Svenska").fill("Ja");
    await karin.getByLabel("Val 2, Svenska").fill("Nej");
    await press(karin, "Lägg till en fråga");
    await karin.getByLabel("Frågan, Svenska").fill("Vilket språk?");
    await karin.getByLabel("Vem får frågan").selectOption({
      label: "Den som svarat ”Ja” på ”Behöver du tolk?”",
    });
    expect(await preview().getByLabel("Vilket språk?").count()).toBe(0);
    await preview().getByLabel("Ja", { exact: true }).check();
    await preview().getByLabel("Vilket språk?").waitFor();
  });

  it("is put in order by the keyboard, and what was taken away comes back", async () => {
    await karin.getByRole("button", { name: /6\. Vilket språk/ }).press("Alt+ArrowUp");
    await appears(karin.getByText("Frågan hänger på ett val"));
    await karin.getByRole("button", { name: /5\. Vilket språk/ }).press("Alt+ArrowDown");
    await karin.getByText("Frågan hänger på ett val").waitFor({ state: "detached" });
    await press(karin, "Ta bort Något mer vi ska veta?");
    await appears(karin.getByText("Frågan är borttagen."));
    await press(karin, "Ångra");
    await karin.getByRole("button", { name: /4\. Något mer vi ska veta/ }).waitFor();
    await isShown(karin, "editor");
  });

  it("is kept when she leaves the page, and nobody is asked it before it is published", async () => {
    await appears(karin.getByText("Utkastet är sparat."));
    await karin.reload();
    await karin.getByRole("button", { name: "Logga in med passkey" }).click();
    await part(karin, "Jouren");
    await pageOf(karin, "Jouren", "Formulär");
    await press(karin, "Be om en stödperson");
    await appears(preview().getByText("Behöver du tolk?"));
    await press(karin, "Publicera som version 2");
    await appears(karin.getByText("Version 2 är publicerad. De som"));
    await karin.getByText("Karin").last().waitFor();
    await isShown(karin, "published");
  });
});

describe("a supporter", () => {
  it("says herself what she is willing to", async () => {
    await enterDesk(sara, house.invitations.volunteers[0] ?? "", "Sara");
    await part(sara, "Min sida");
    await pageOf(sara, "Min sida", "Följa med");
    await sara.getByLabel("Domstol").check();
    await sara.getByLabel("Var", { exact: false }).first().fill("Granvik, Eslöv");
    await press(sara, "Spara");
    await appears(sara.getByText("Sparat. Samtalsmottagningen"));
    await isShown(sara, "willing");
  });

  it("is asked for by the form that the coordinator wrote", async () => {
    await seeker.goto(house.url("mira", "/contact/?way=talk"));
    await press(seeker, /Be om en stödperson/);
    await seeker.getByLabel("Domstol").check();
    await seeker.getByLabel("Vilken dag?").fill("2030-12-06");
    await seeker.getByLabel("I vilken ort?").fill("Granvik");
    await seeker.getByLabel("Ja", { exact: true }).check();
    await seeker.getByLabel("Vilket språk?").fill("Tigrinska");
    await press(seeker, "Fortsätt");
    await heading(seeker, "Dina sju ord");
    words = await seeker.locator(".code-words li").allTextContents();
    await seeker.getByLabel("Ord nummer 3").fill(words[2] ?? "");
    await seeker.getByLabel("Ord nummer 5").fill(words[4] ?? "");
    await press(seeker, "Skicka förfrågan");
    await heading(seeker, "Förfrågan har kommit fram");
  });

  it("is found in the team's browser, and asked", async () => {
    await part(karin, "Samtal");
    await press(karin, "Hämta nytt");
    await karin
      .getByText("Du kan inte läsa förfrågningarna än")
      .waitFor({ state: "detached", timeout: 90_000 });
    await press(karin, /Väntar sedan/);
    await appears(karin.getByText("Tigrinska"));
    await appears(karin.locator("li", { hasText: "Sara" }).getByText("Passar", { exact: true }));
    await isShown(karin, "match");
    await press(karin, "Fråga henne");
    await karin.getByLabel("Annat hon behöver veta").fill("Hon vill ha sällskap på bussen.");
    await isShown(karin, "asking");
    await press(karin, "Skicka frågan");
    await appears(karin.getByText("Sara har inte svarat än."));
  });

  it("reads what she is asked, and says yes, and in words when she comes", async () => {
    await pageOf(sara, "Min sida", "Om mig");
    await pageOf(sara, "Min sida", "Följa med");
    await appears(sara.getByText("Hon vill ha sällskap på bussen."));
    await appears(sara.getByText("6 december"));
    await sara.getByLabel("Vad ska hon kalla dig?").fill("Saga");
    await sara.getByLabel("Skriv till samtalsmottagningen").fill("Jag tar bussen klockan åtta.");
    await isShown(sara, "asked");
    await press(sara, "Ja, jag följer med");
    await appears(sara.getByRole("heading", { name: "Du har sagt ja till att följa med" }));
    await appears(sara.getByText("Jag tar bussen klockan åtta."));
  });

  it("reads what the team writes to her later, and colleagues what she was told", async () => {
    await press(karin, "Hämta nytt");
    await appears(karin.getByText("Sara följer med, och kallas Saga."));
    await appears(karin.getByText("Sara har skrivit om att följa med."));
    await press(karin, "Läs och skriv till henne");
    await appears(karin.getByText("Hon vill ha sällskap på bussen."));
    await appears(karin.getByText("Jag tar bussen klockan åtta."));
    await isShown(karin, "answered");
    await karin.getByLabel("Skriv till henne").fill("Ni ses vid fontänen.");
    await press(karin, "Skicka");
    await appears(karin.getByText("Skickat till henne."));
    await pageOf(sara, "Min sida", "Om mig");
    await pageOf(sara, "Min sida", "Följa med");
    await appears(sara.getByText("Ni ses vid fontänen."));
    await isShown(sara, "told");
  });

  it("is sent a picture with the answer, whose place and time stay behind", async () => {
    await press(karin, "Hämta nytt");
    await press(karin, "Jag svarar");
    await karin.getByLabel("Ditt svar").fill("Ni ses vid grinden.");
    const buffer = await karin.screenshot({ clip: { x: 0, y: 0, width: 200, height: 120 } });
    const name = "IMG_Granbacken.png";
    await karin
      .getByLabel("Lägg till bild eller PDF")
      .setInputFiles({ name, mimeType: "image/png", buffer });
    await karin.getByText("kB)").waitFor();
    await press(karin, "Skicka svaret");
    await appears(karin.getByText("Svaret är skickat"));
  });

  it("is told of in her mailbox, with the picture, and is called off by her", async () => {
    await press(seeker, "Öppna brevlådan");
    await appears(seeker.getByText("Saga följer med dig."));
    await appears(seeker.getByText("Ni ses vid grinden."));
    await press(seeker, /Visa Bild 1/);
    await seeker.getByRole("img").waitFor();
    await seeker.getByRole("link", { name: /Spara/ }).waitFor();
    await isShown(seeker, "companion");
    await press(seeker, "Jag behöver ingen stödperson");
    await press(seeker, "Ja, avboka");
    await appears(seeker.getByText("Du har sagt att du inte behöver någon stödperson"));
    await pageOf(sara, "Min sida", "Om mig");
    await pageOf(sara, "Min sida", "Följa med");
    await appears(sara.getByText("Hon behöver ingen stödperson längre"));
    expect(await sara.getByText("fontänen").count()).toBe(0);
  });

  it("who has said yes is told when she deletes everything, and nothing of it is left", async () => {
    await press(karin, "Hämta nytt");
    await press(karin, "Fråga henne");
    await press(karin, "Skicka frågan");
    await appears(karin.getByText("Sara har inte svarat än."));
    await pageOf(sara, "Min sida", "Om mig");
    await pageOf(sara, "Min sida", "Följa med");
    await press(sara, "Ja, jag följer med");
    await appears(sara.getByRole("heading", { name: "Du har sagt ja till att följa med" }));
    await press(seeker, "Ta bort allt");
    await press(seeker, "Ja, ta bort allt");
    await heading(seeker, "Allt är borta");
    await pageOf(sara, "Min sida", "Om mig");
    await pageOf(sara, "Min sida", "Följa med");
    await appears(sara.getByText("Hon som du skulle följa med har tagit bort allt."));
    await isShown(sara, "over");
    await press(sara, "Jag har läst det");
    await expect.poll(() => sara.getByText("Uppdraget är inställt").count()).toBe(0);
  });

  it("was found without the wire carrying where, when, or what the picture was called", () => {
    const sent = wire.filter((line) => !line.includes("/accompany/offer")).join("\n");
    // Long words: four letters stand by chance in what is sealed.
    for (const secret of [
      "Granvik",
      "2030-12-06",
      "Tigrinska",
      "Granbacken",
      "vid grinden",
      "fontänen",
      "klockan åtta",
    ])
      expect(sent.includes(secret), secret).toBe(false);
  });
});
