import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
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
let woman: Page;
let desk: Page;
let own = "";
const home = mkdtempSync(join(tmpdir(), "lykta-association-"));

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
  woman = await (await browser.newContext({ ...context, javaScriptEnabled: false })).newPage();
  desk = await (await laptop(browser)).newPage();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
  await relay?.close();
  rmSync(home, { recursive: true });
});

/** Those that were sent to her. */
const toHer = (): string[] =>
  relay.taken.map(readable).filter((mail) => mail.includes("rut.ek@post.example"));

const looksRight = (path: string, name: string): Promise<void> =>
  isShownWithScript(browser, house.url("mira", path), name);

const meeting = () => desk.getByRole("listitem").filter({ hasText: "Årsmöte 2031" });
const card = (name: string) => desk.getByRole("listitem").filter({ hasText: name });

describe("a woman, without script", () => {
  it("finds the page from Contact us, is told what is kept, and asks to become a member", async () => {
    await woman.goto(house.url("mira", "/kontakta-oss"));
    await woman.getByRole("link", { name: "Till sidan Bli medlem" }).click();
    await heading(woman, "Bli medlem");
    await appears(woman.getByText("Medlemsavgiften är 200 kr om året."));
    await woman.getByLabel("Ditt namn").fill("Rut Ek");
    await woman.getByLabel(/Jag vill bli medlem/).check();
    await press(woman, "Skicka ansökan");
    await appears(woman.getByText("Lämna e-post eller en postadress"));
    expect(await woman.getByLabel("Ditt namn").inputValue()).toBe("Rut Ek");
    await woman.getByLabel("Din e-post").fill("rut.ek@post.example");
    await woman.getByLabel(/Jag vill bli medlem/).check();
    await press(woman, "Skicka ansökan");
    await heading(woman, "Tack, din ansökan har kommit fram");
    await looksRight("/bli-medlem", "join");
  });
});

describe("the board", () => {
  it("sees her, admits her, and notes the fee", async () => {
    await enterDesk(desk, house.invitations.coordinator, "Majken");
    await part(desk, "Föreningen");
    await card("Rut Ek")
      .getByRole("button", { name: /^Öppna/ })
      .click();
    await press(desk, "Ta in som medlem");
    await appears(desk.getByText("Hon är medlem, och välkomstmejlet är på väg."));
    await expect.poll(() => toHer().length, { timeout: 15_000 }).toBe(1);
    own = /http:\/\/\S+(\/medlem\/[\w-]{22})/.exec(toHer()[0] ?? "")?.[1] ?? "";
    expect(own).not.toBe("");
    await desk.getByLabel("Sök namn").fill("rut ek");
    await appears(desk.getByText(/^1 av \d+ medlemmar$/));
    const close = card("Rut Ek").getByRole("button", { name: /^Stäng/ });
    if (!(await close.isVisible()))
      await card("Rut Ek")
        .getByRole("button", { name: /^Öppna/ })
        .click();
    await press(desk, "Notera avgiften");
    await appears(card("Rut Ek").getByText(/^Betalat \d{4} · medlem sedan/));
    await isShown(desk, "desk-members");
  });
});

/** As Excel in Sweden saves it: semicolons, Windows-1252. */
const file = Buffer.from(
  "Namn;E-post;Postadress;Medlem sedan\r\nTyra Asp;tyra.asp@post.example;;2019-03-01\r\nRut Ek;rut.ek@post.example;;\r\nÅke;;;\r\n",
  "latin1",
);

describe("the register as a file", () => {
  it("is looked at row by row, and comes in when the board says that they have agreed", async () => {
    await press(desk, "Läs in från en fil");
    const choose = () =>
      desk
        .getByLabel("Välj en CSV-fil")
        .setInputFiles({ name: "m.csv", mimeType: "text/csv", buffer: file });
    await choose();
    await appears(desk.getByText("1 rad skrivs inte in"));
    await appears(desk.getByText("Det behövs e-post eller postadress"));
    await appears(desk.getByText("1 rad finns redan. Av dem ändras inget."));
    await isShown(desk, "desk-file");
    const yes = desk.getByRole("button", { name: "Ja, skriv in 1 medlem" });
    expect(await yes.isDisabled()).toBe(true);
    await desk.getByLabel("Styrelsen vet att alla i filen har sagt ja").check();
    await yes.click();
    await appears(desk.getByText("Inskrivet: 1 medlem."));
    await choose();
    await appears(desk.getByText("2 rader finns redan. Av dem ändras inget."));
    await press(desk, "Nej, skriv inte in någon");
    await desk.getByLabel("Sök namn").fill("");
    await appears(desk.getByText("26 medlemmar"));
    await desk.getByLabel("Sök namn").fill("tyra");
    await appears(card("Tyra Asp").getByText(/medlem sedan fredag 1 mars 2019/));
  });
});

describe("the fee", () => {
  it("is asked for from those who have not paid, once", async () => {
    await press(desk, "Avgifter");
    await heading(desk, "Påminn om avgiften");
    await appears(desk.getByText("5 mejl går till dem som inte har betalat."));
    await desk.getByText("Så ser mejlet ut").click();
    await appears(desk.getByText(/^Ämne: Medlemsavgiften \d{4} till Kvinnojouren Mira$/));
    await isShown(desk, "desk-fees");
    await press(desk, "Skicka påminnelsen");
    await press(desk, "Ja, skicka");
    await appears(desk.getByText("5 mejl är på väg."));
    await appears(desk.getByText("Alla har betalat, eller är nyss påminda."));
    const reminders = () =>
      relay.taken.map(readable).filter((mail) => mail.includes("vi ser inte att du har betalat"));
    await expect.poll(() => reminders().length, { timeout: 20_000 }).toBe(5);
    expect(reminders().filter((mail) => mail.includes("tyra.asp@post.example"))).toHaveLength(1);
    await appears(desk.getByText(/^5 mejl skickade$/), { timeout: 20_000 });
  });
});

describe("the annual meeting", () => {
  it("is called by mail, with the agenda and the time for her calendar", async () => {
    await press(desk, "Möten");
    await heading(desk, "Möten");
    await press(desk, "Nytt möte");
    await desk.getByLabel("Vad mötet heter").fill("Årsmöte 2031");
    await desk.getByLabel("Börjar").fill("2031-03-05T18:00");
    await desk.getByLabel("Plats eller länk").fill("Biblioteket");
    await desk.getByLabel(/^Motioner senast/).fill("2031-02-20");
    await isShown(desk, "desk-meeting-form");
    await press(desk, "Spara mötet");
    await meeting()
      .getByRole("button", { name: /^Öppna/ })
      .click();
    await meeting().getByRole("button", { name: "Skicka kallelsen" }).click();
    await press(desk, "Ja, skicka");
    await appears(desk.getByText("Kallelsen är på väg. Hur det går står under mötet."));
    await expect.poll(() => toHer().length, { timeout: 20_000 }).toBe(2);
    const mail = toHer().find((one) => one.includes("text/calendar")) ?? "";
    for (const words of [
      own,
      "Biblioteket",
      "5 mars 2031 18:00–20:00",
      "1. Mötet öppnas",
      "senast torsdag 20 februari 2031",
    ])
      expect(mail).toContain(words);
    const encoded = /text\/calendar[\s\S]*?\r\n\r\n([\w+/=\r\n]+)/.exec(mail)?.[1];
    expect(Buffer.from(encoded ?? "", "base64").toString()).toContain("DTSTART:20310305T170000Z");
    await appears(meeting().getByText(/^24 är skickade$/), { timeout: 30_000 });
  });

  it("takes motions from the members' own pages, and has them in its agenda", async () => {
    await woman.goto(house.url("mira", own));
    await woman
      .getByText(/^Skriv en motion, senast/)
      .first()
      .click();
    const section = woman.locator("section").filter({ hasText: "Årsmöte 2031" });
    await section.getByLabel("Rubrik").last().fill("Öppet på söndagar");
    await section.getByLabel("Ditt förslag, och varför").last().fill("Många hör av sig då.");
    await section.getByRole("button", { name: "Skicka motionen" }).last().click();
    await woman.getByRole("button", { name: "Ta tillbaka Öppet på söndagar" }).waitFor();
    await looksRight(own, "own-motion");
    await press(desk, "Medlemmar");
    await heading(desk, "Medlemmar");
    await press(desk, "Möten");
    await meeting()
      .getByRole("button", { name: /^Öppna/ })
      .click();
    await meeting().getByRole("button", { name: "Lägg i dagordningen Öppet på söndagar" }).click();
    await appears(meeting().getByText("Står i dagordningen"));
    await picture(desk, "desk-motions");
  });

  it("is counted by those who are there, and its minutes are locked by the adjusters", async () => {
    await woman.goto(house.url("mira", own));
    await appears(woman.getByText(/När mötet har öppnats/));
    await meeting().getByRole("button", { name: "Öppna närvaron" }).click();
    await meeting().getByRole("button", { name: "Stäng närvaron" }).waitFor();
    await woman.goto(house.url("mira", own));
    await press(woman, "Jag är på plats");
    await appears(woman.getByText("Du är noterad som närvarande."));
    await looksRight(own, "own-meeting");
    await appears(meeting().getByText("1 närvarande, 1 på röstlängden"));
    await meeting().getByLabel("Märta Viol är här").click();
    await appears(meeting().getByText("2 närvarande, 2 på röstlängden"));
    await meeting().getByLabel("Märta Viol har röst").click();
    await appears(meeting().getByText("2 närvarande, 1 på röstlängden"));
    await isShown(desk, "desk-meeting-open");
    await meeting().getByRole("button", { name: "Stäng närvaron" }).click();
    await meeting().getByRole("button", { name: "Öppna närvaron igen" }).waitFor();
    await meeting().getByRole("button", { name: "Spara versionen" }).click();
    for (const name of ["Rut Ek", "Märta Viol"])
      await meeting().getByRole("checkbox", { name, exact: true }).check();
    await meeting().getByRole("button", { name: "Be dem justera" }).click();
    await appears(meeting().getByText("Märta Viol: saknas"));
    await isShown(desk, "desk-adjusting");
    await expect
      .poll(() => toHer().filter((mail) => mail.includes("vald att justera")).length, {
        timeout: 20_000,
      })
      .toBe(1);
    await looksRight(own, "own-minutes");
    await woman.goto(house.url("mira", own));
    await press(woman, "Det stämmer, jag justerar");
    await appears(woman.getByText("Tack. Det är noterat att du har justerat protokollet."));
    await appears(meeting().getByText("Rut Ek: har justerat"));
    const missing = meeting().getByRole("listitem").filter({ hasText: "Märta Viol: saknas" });
    await missing.getByText("Länken till hennes sida").click();
    const link = (await missing.getByText("/medlem/").textContent()) ?? "";
    await woman.goto(house.url("mira", new URL(link).pathname));
    await press(woman, "Det stämmer, jag justerar");
    await appears(woman.getByText("Tack. Det är noterat att du har justerat protokollet."));
    await appears(meeting().getByText(/^Justerat .* av (Rut Ek, Märta Viol|Märta Viol, Rut Ek)/));
    await appears(meeting().getByText("Protokoll från Årsmöte 2031"));
    await appears(meeting().getByText("Närvarande: 2 medlemmar, 1 på röstlängden."));
    await isShown(desk, "desk-minutes");
  });
});

describe("the member", () => {
  it("sees what is kept of her, corrects it, leaves, and is gone", async () => {
    await woman.goto(house.url("mira", own));
    await appears(woman.getByText(/^\d{4}: 200 kr$/));
    await looksRight(own, "own");
    await woman.getByLabel("Ditt namn").fill("Rut Ekdahl");
    await press(woman, "Spara");
    await appears(woman.getByText("Sparat."));
    await woman.getByLabel("Nu. Radera allt direkt.").check();
    await press(woman, "Gå ur");
    await heading(woman, "Du är inte längre medlem");
    await woman.goto(house.url("mira", own));
    await heading(woman, "Länken öppnar ingenting");
    await press(desk, "Inställningar");
    await isShown(desk, "desk-settings");
    await press(desk, "Medlemmar");
    await desk.getByLabel("Sök namn").fill("rut");
    await appears(desk.getByText(/^1 av \d+ medlemmar$/));
    await appears(desk.getByText("Rut Almgren"));
  });
});
