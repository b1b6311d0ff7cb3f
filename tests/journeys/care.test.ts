import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type House, laptop, openBrowser, openHouse, phone } from "./harness.server.ts";
import { isShown, press } from "./look.server.ts";
import { enterDesk, pageOf, part } from "./staff.server.ts";
import { endBySeeker, goOnDuty, hears, queue, says as writes } from "./talk.server.ts";

let house: House;
let browser: Browser;
let majken: Page;
let sara: Page;

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse(), openBrowser()]);
  majken = await (await laptop(browser)).newPage();
  sara = await (await phone(browser)).newPage();
  await enterDesk(majken, house.invitations.coordinator, "Majken Öst");
  await enterDesk(sara, house.invitations.volunteers[0] ?? "", "Sara");
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

const says = (page: Page, text: string | RegExp): Promise<void> =>
  page.getByText(text).first().waitFor();

/** In Sweden, as a spreadsheet shows it: the day, and the time without seconds. */
function wall(minutes: number): { day: string; time: string } {
  const at = new Date(Date.now() + minutes * 60_000);
  const text = at.toLocaleString("sv-SE", { timeZone: "Europe/Stockholm" });
  return { day: text.slice(0, 10), time: text.slice(11, 16).replace(":", ".") };
}

/** As Excel in Sweden saves it: semicolons, Windows-1252. */
const roster = (): Buffer => {
  const [from, until] = [wall(-30), wall(60)];
  return Buffer.from(
    [
      "Datum;Börjar;Slutar;Vad;Rubrik;På passet",
      `${from.day};${from.time};${until.time};Handledning;Handledning med Ulla;Majken Öst, Sara`,
      "3/12 2026;18.00;21.00;;;Sara",
      `${from.day};09.00;12.00;;;Åsa Okänd`,
    ].join("\r\n"),
    "latin1",
  );
};

async function readIn(): Promise<void> {
  await majken
    .getByLabel("Välj en CSV-fil")
    .setInputFiles({ name: "pass.csv", mimeType: "text/csv", buffer: roster() });
  await says(majken, "2 rader läggs inte in");
  await says(majken, "1 rad går att lägga in");
}

describe("care for those who answer", () => {
  it("begins with a roster from a spreadsheet: faults by row, the rest at once, and back again", async () => {
    await part(majken, "Kalender");
    await majken
      .getByRole("navigation", { name: "Delar av kalendern" })
      .getByText("Planera")
      .click();
    await readIn();
    await says(majken, /Datumet ”3\/12 2026” finns inte eller kan förstås på flera sätt/);
    await says(majken, /Ingen medlem heter ”Åsa Okänd”/);
    await isShown(majken, "roster");
    await press(majken, "Ja, lägg in raden");
    await says(majken, "Inlagt: 1 nytt pass och 2 platser.");
    await press(majken, "Ångra");
    await press(majken, "Ja, ta bort det");
    await says(majken, "Borttaget: 1 pass och 2 platser.");
    await readIn();
    await press(majken, "Ja, lägg in raden");
    await says(majken, "Inlagt: 1 nytt pass och 2 platser.");
  });

  it("goes on with supervision, whose notes only those who were there can open", async () => {
    await part(sara, "Min sida");
    await pageOf(sara, "Min sida", "Handledning");
    await says(sara, "Majken Öst, Sara");
    await press(sara, "Skriv en anteckning");
    await sara.getByLabel("Anteckning").fill("Vi pratade om gränser.");
    await press(sara, "Lås och spara");
    await says(sara, "Anteckningen är låst och sparad.");
    await part(majken, "Min sida");
    await pageOf(majken, "Min sida", "Handledning");
    await majken.getByRole("button", { name: "Läs", exact: true }).click();
    await says(majken, "Vi pratade om gränser.");
    await isShown(majken, "supervision");
  });

  it("shows her how much she carries, and the coordinator only roughly", async () => {
    await pageOf(sara, "Min sida", "Så mycket bär du");
    await press(sara, "Lägg till ett");
    await says(sara, "1 den här månaden.");
    await isShown(sara, "load");
    await part(majken, "Människor");
    await pageOf(majken, "Människor", "Hur mycket vi bär");
    await says(majken, /några tunga/);
    await isShown(majken, "team-load");
  });
});

it("she who waits where nobody is free is asked whether another face may take her, and talks there", async () => {
  await part(sara, "Pass");
  await goOnDuty(sara, "Hassel");
  await part(majken, "Pass");
  await majken.getByLabel("Din Ungdomsjour").check();
  await goOnDuty(majken, "Rönn");
  const seeker = await (await phone(browser)).newPage();
  await queue(seeker, house);
  await part(majken, "Kalender");
  await press(majken, /Fråga den som väntat längst om hon vill till Din Ungdomsjour/);
  await says(majken, /Frågan är ställd/);
  await seeker.getByRole("heading", { name: "Vill du prata med Din Ungdomsjour" }).waitFor();
  await isShown(seeker, "move-asked");
  await press(seeker, "Ja, flytta mig dit");
  await says(seeker, "Nu står du i kön hos Din Ungdomsjour.");
  await isShown(majken, "doors-move");
  await part(majken, "Pass");
  await majken.getByRole("button", { name: /Ta emot/ }).click();
  await seeker.getByRole("heading", { name: "Du skriver med Rönn" }).waitFor();
  await writes(seeker, "Hej, är du där?");
  await hears(majken, "Hej, är du där?");
  await endBySeeker(seeker);
  await press(majken, "Tungt");
  await press(majken, "Räkna det som ett tungt samtal");
  await says(majken, "Räknat. Du ser det på Min sida.");
  expect(house.output()).not.toContain("gränser");
});
