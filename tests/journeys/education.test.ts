import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { decodeQR } from "qr/decode.js";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pdf } from "../factories/pdf.ts";
import { openRelay, type Relay } from "../factories/relay.server.ts";
import { type House, laptop, openBrowser, openHouse } from "./harness.server.ts";
import {
  appears,
  heading,
  isShown,
  isShownWithScript,
  picture,
  press,
  readable,
} from "./look.server.ts";
import { enterDesk, part } from "./staff.server.ts";

let house: House;
let browser: Browser;
let relay: Relay;
let school: Page;
let desk: Page;
let code = "";
let own = "";
const home = mkdtempSync(join(tmpdir(), "lykta-education-"));

/** The jour sends through the relay; nothing is fetched. */
function mailFile(): string {
  const path = join(home, "mail.json");
  const smtp = { host: "127.0.0.1", port: relay.port, security: "none" };
  const jours = { "mira.localhost": { address: "jouren@mira.example", smtp } };
  writeFileSync(path, JSON.stringify({ fetchSeconds: 1, jours }), { mode: 0o600 });
  return path;
}

beforeAll(async () => {
  relay = await openRelay();
  [house, browser] = await Promise.all([openHouse({ LYKTA_MAIL: mailFile() }), openBrowser()]);
  const context = { viewport: { width: 360, height: 740 }, locale: "sv-SE" };
  school = await (await browser.newContext({ ...context, javaScriptEnabled: false })).newPage();
  desk = await (await laptop(browser)).newPage();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
  await relay?.close();
  rmSync(home, { recursive: true });
});

const looksRight = (path: string, name: string): Promise<void> =>
  isShownWithScript(browser, house.url("mira", path), name);

describe("a school, without script", () => {
  it("finds what there is to book, and asks", async () => {
    await school.goto(house.url("mira"));
    await school.getByRole("link", { name: "Boka en föreläsning" }).click();
    await heading(school, "Föreläsningar och workshoppar");
    await looksRight("/forelasningar", "lectures");
    await looksRight("/forelasningar/nar-karlek-gor-ont?lang=en", "lecture-en");
    await school.getByRole("link", { name: "När kärlek gör ont", exact: true }).click();
    await appears(school.getByText("årskurs 7–9 och gymnasiet"));
    await school.getByRole("link", { name: "Fråga om en tid" }).click();
    await school.getByLabel("Skola, arbetsplats eller förening").fill("Linskolan");
    await school.getByLabel("Ditt namn").fill("Rut Ek");
    await school.getByLabel("Din e-post").fill("rut@linskolan.example");
    await school.getByLabel("Önskade dagar och tider").fill("En tisdag i mars");
    await school.getByLabel("Hur många lyssnar").fill("två");
    await press(school, "Skicka förfrågan");
    await appears(school.getByText("Skriv ett tal, till exempel 25."));
    await expect.poll(() => school.getByLabel("Ditt namn").inputValue()).toBe("Rut Ek");
    await picture(school, "ask-faults");
    await school.getByLabel("Hur många lyssnar").fill("52");
    await press(school, "Skicka förfrågan");
    await heading(school, "Tack, förfrågan har kommit fram");
    // The address of this page is theirs: they come back by it.
    own = new URL(school.url()).pathname;
    expect(own).toMatch(/^\/var-bokning\/[\w-]{43}$/);
    await looksRight("/boka-forelasning", "ask");
  });
});

const card = (name: string) => desk.getByRole("listitem").filter({ hasText: name });

describe("the jour", () => {
  it("books it, sees what is in the way, and the school is told with the time for its calendar", async () => {
    await enterDesk(desk, house.invitations.coordinator, "Majken");
    await part(desk, "Föreläsningar");
    await card("Linskolan")
      .getByRole("button", { name: /^Öppna/ })
      .click();
    await appears(card("Linskolan").getByText("En tisdag i mars"));
    await desk.getByLabel("Börjar").fill("2030-03-05T10:00");
    await desk.getByLabel(/^Plats/).fill("Linskolan, aulan");
    await isShown(desk, "desk-booking");
    await press(desk, "Föreslå tiden");
    await appears(desk.getByText("Sparat, och mejlet är på väg."));
    await school.goto(house.url("mira", own));
    await heading(school, "Passar den här tiden?");
    await looksRight(own, "own-offered");
    await school.getByText("Be om en annan tid").first().click();
    await school.getByRole("textbox").fill("Hellre en annan dag den veckan");
    await press(school, "Skicka önskemålet");
    await heading(school, "Tack, förfrågan har kommit fram");
    await appears(school.getByText("Ni har bett om en annan tid."));
    await press(desk, "Förfrågningar");
    await appears(card("Linskolan").getByText("De ber om en annan tid"));
    await card("Linskolan")
      .getByRole("button", { name: /^Öppna/ })
      .click();
    await appears(desk.getByText("Hellre en annan dag den veckan"));
    await desk.getByLabel("Börjar").fill("2030-03-05T10:00");
    await press(desk, "Föreslå tiden");
    await appears(desk.getByText("Sparat, och mejlet är på väg."));
    await expect
      .poll(async () => {
        await school.reload();
        return school.getByRole("button", { name: "Ja, vi tar tiden" }).count();
      })
      .toBe(1);
    await press(school, "Ja, vi tar tiden");
    await heading(school, "Bokat");
    await looksRight(own, "own-booked");
    await expect.poll(() => relay.taken.length, { timeout: 15_000 }).toBe(3);
    const taken = relay.taken.find((one) => readable(one).includes("Bokat")) ?? "";
    const mail = readable(taken);
    for (const words of ["rut@linskolan.example", "Linskolan, aulan", "5 mars 2030 10:00–11:00"])
      expect(mail).toContain(words);
    const encoded = /text\/calendar[\s\S]*?\r\n\r\n([\w+/=\r\n]+)/.exec(taken)?.[1];
    expect(Buffer.from(encoded ?? "", "base64").toString()).toContain("DTSTART:20300305T090000Z");
    await press(desk, "Förfrågningar");
    await appears(desk.getByRole("heading", { name: /^Bokade/ }));
    await card("Granskolan")
      .getByRole("button", { name: /^Öppna/ })
      .click();
    await card("Granskolan").getByLabel("Börjar").fill("2030-03-05T10:30");
    await appears(desk.getByText("Majken är upptagen då"));
    await card("Granskolan")
      .getByRole("button", { name: /^Stäng/ })
      .click();
  });

  it("opens the evaluation with a code for the screen", async () => {
    const closed = card("Linskolan").getByRole("button", { name: /^Öppna Linskolan/ });
    const open = desk.getByRole("button", { name: "Öppna utvärderingen" });
    await closed.or(open).first().waitFor();
    if (await closed.isVisible()) await closed.click();
    await open.click();
    code = (await desk.locator(".education-code").textContent()) ?? "";
    expect(code).toMatch(/^[a-z2-9]{6}$/);
    const square = await desk.getByRole("img", { name: /^QR-kod/ }).screenshot();
    const { data, info } = await sharp(square).ensureAlpha().raw().toBuffer({
      resolveWithObject: true,
    });
    const { width, height } = info;
    const read = decodeQR({ width, height, data: new Uint8Array(data) });
    expect(read).toBe(house.url("mira", `/utvardering/${code}`));
    await isShown(desk, "desk-code");
  });
});

describe("a class", () => {
  it("answers with the code, without script", async () => {
    for (const step of ["3", "4", "5", "5", "5"]) {
      await school.goto(house.url("mira", "/utvardering"));
      await school.getByLabel("Kod").fill(` ${code.toUpperCase()}`);
      await press(school, "Öppna");
      await school.getByLabel(new RegExp(`^${step}`)).check();
      await school.getByLabel("Ja", { exact: true }).first().check();
      await school.getByLabel("Jag är osäker").check();
      if (step === "3") await looksRight(`/utvardering/${code}`, "evaluation");
      await school.getByLabel("Vad tar du med dig?").fill(step === "3" ? "Att våga fråga" : "");
      await press(school, "Skicka svaren");
      await heading(school, "Tack för ditt svar");
    }
  });

  it("is counted; the result is shown when it has closed, and the code opens nothing more", async () => {
    await press(desk, "Räkna igen");
    await appears(desk.getByText("5 har svarat."));
    await press(desk, "Stäng utvärderingen");
    await appears(desk.getByText("Stängd. 5 svarade."));
    await press(desk, "Utvärderingar");
    await heading(desk, "Utvärderingar");
    const row = desk.getByRole("listitem").filter({ hasText: "5 svar" }).first();
    await row.getByRole("button", { name: /^Visa svaren/ }).click();
    await appears(desk.getByText("Att våga fråga"));
    const chart = desk.getByRole("table", { name: "Vad tyckte du om föreläsningen?" });
    await chart.getByRole("row", { name: "5 (mycket bra) 3" }).waitFor();
    await isShown(desk, "desk-results");
    await school.goto(house.url("mira", `/utvardering/${code}`));
    await appears(school.getByText("Koden stämmer inte, eller har stängt."));
  });
});

describe("what is offered", () => {
  it("is written in the desk, and stands on the site", async () => {
    await press(desk, "Utbud");
    await press(desk, "Ny föreläsning");
    await desk.getByLabel("Titel", { exact: true }).fill("Digitalt våld");
    await desk.getByLabel("arbetsplatser").check();
    await desk.getByLabel("Visa på sidan").check();
    await isShown(desk, "desk-lecture");
    await press(desk, "Spara");
    await appears(desk.getByText("Sparat."));
    await isShown(desk, "desk-lectures");
    await expect
      .poll(async () => {
        await school.goto(house.url("mira", "/forelasningar"));
        return school.getByRole("link", { name: "Digitalt våld", exact: true }).count();
      })
      .toBe(1);
  });

  it("has files: one that could do harm is refused by name; a good one goes to everybody, or to who has booked", async () => {
    await desk.getByRole("button", { name: "Ändra När kärlek gör ont" }).click();
    const choose = desk.getByLabel("Lägg till en fil (PDF)");
    const given = (name: string, text: string) => ({
      ...{ name, mimeType: "application/pdf", buffer: Buffer.from(text, "latin1") },
    });
    await choose.setInputFiles(given("Skript.pdf", pdf("9 0 obj << /S /JavaScript >> endobj")));
    await appears(desk.getByText("Filen innehåller skript"));
    await choose.setInputFiles(given("Övningar.pdf", pdf()));
    await appears(desk.getByText("Filen ligger här."));
    await choose.setInputFiles(given("Affisch.pdf", pdf()));
    await expect.poll(() => desk.getByText("PDF hos er").count()).toBe(2);
    await desk.getByLabel("Visa för alla på sidan").nth(2).check();
    await isShown(desk, "desk-materials");
    await press(desk, "Spara");
    await appears(desk.getByText("Sparat."));
    await expect
      .poll(async () => {
        await school.goto(house.url("mira", "/forelasningar/nar-karlek-gor-ont"));
        return school.getByRole("link", { name: "Affisch", exact: true }).count();
      })
      .toBe(1);
    expect(await school.getByRole("link", { name: "Övningar" }).count()).toBe(0);
    expect(await handedOver("Affisch")).toBe("Affisch.pdf");
    await school.goto(house.url("mira", own));
    expect(await handedOver("Övningar")).toBe("Ovningar.pdf");
    await looksRight(own, "own-materials");
  });
});

/** What a link hands over to be saved: the file is the one that was brought. */
async function handedOver(link: string): Promise<string> {
  const coming = school.waitForEvent("download");
  await school.getByRole("link", { name: link, exact: true }).click();
  const file = await coming;
  expect(readFileSync(await file.path(), "latin1")).toBe(pdf());
  return file.suggestedFilename();
}
