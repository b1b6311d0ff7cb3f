import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { decodeInvitation } from "../../src/protocol/index.ts";
import {
  type House,
  laptop,
  openBrowser,
  openHouse,
  phone,
  withPasskeyDevice,
} from "../journeys/harness.server.ts";
import {
  atDesk,
  confirmCode,
  eavesdrop,
  enterDesk,
  part,
  shownCode,
  signOut,
} from "../journeys/staff.server.ts";
import { type Canary, canary, knownBytes, knownText } from "./canary.server.ts";
import { checkpoint, searchDisk, searchMemoryOf, searchTables } from "./house.server.ts";
import { Search } from "./search.server.ts";

const typed = {
  signInName: canary("a sign-in name"),
  phrase: canary("a passphrase"),
  wrongPhrase: canary("a passphrase with a slip"),
};
const known = {
  coordinator: canary("the coordinator's name"),
  volunteer: canary("a volunteer's name"),
};
const secrets: Canary[] = Object.values(typed);

let house: House;
let browser: Browser;
let coordinator: Page;
let volunteer: Page;

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse({ DATABASE_URL: "" }), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

/** None of the secrets is anywhere at the server; what it knows of them is. */
async function nothingOfSecrets(names: readonly Canary[]): Promise<void> {
  const search = new Search([...secrets, ...Object.values(known)]);
  await checkpoint(house);
  searchDisk(search, house);
  searchMemoryOf(search, house);
  await searchTables(search, house);
  for (const name of names) {
    expect(search.placesOf(name)).toContain("table members");
    expect(search.placesOf(name)).toContainEqual(expect.stringMatching(/^memory of the program/));
  }
  expect(search.of(secrets)).toEqual([]);
}

const codes = (name: string, groups: readonly string[]): Canary[] =>
  ["-", "", " "].map((between) => knownText(name, groups.join(between)));

test("what a coordinator's passkey says and her recovery code never reach the server", async () => {
  coordinator = await (await laptop(browser)).newPage();
  const heard = await eavesdrop(coordinator);
  const code = await enterDesk(coordinator, house.invitations.coordinator, known.coordinator.text);
  const prf = await heard.secrets();
  expect(prf.length).toBeGreaterThan(0);
  for (const secret of prf) {
    secrets.push(knownBytes("what the passkey says", Buffer.from(secret, "base64url")));
  }
  secrets.push(...codes("a recovery code", code));
  await signOut(coordinator);
  await coordinator.getByRole("button", { name: "Återställningskod" }).click();
  await coordinator.getByLabel("Återställningskod").fill(code.join(" "));
  await coordinator.getByRole("button", { name: "Logga in", exact: true }).click();
  await atDesk(coordinator);
  await nothingOfSecrets([known.coordinator]);
});

test("nor the secret of a link that she makes, whether it is used or not", async () => {
  await part(coordinator, "Människor");
  await coordinator.getByRole("button", { name: "Gör en länk" }).click();
  const link = await coordinator.getByLabel("Inbjudan", { exact: true }).inputValue();
  const { hash } = new URL(link);
  const { secret } = decodeInvitation(hash.slice("#i=".length));
  secrets.push(knownBytes("the secret of a link", secret));
  await coordinator.getByRole("button", { name: "Klar" }).click();
  volunteer = await (await phone(browser)).newPage();
  await withPasskeyDevice(volunteer, false);
  await volunteer.goto(link);
  await volunteer.getByLabel("Vad ska kollegorna kalla dig?").waitFor();
  await nothingOfSecrets([known.coordinator]);
});

test("nor a volunteer's passphrase, her sign-in name and her recovery code", async () => {
  await volunteer.getByLabel("Vad ska kollegorna kalla dig?").fill(known.volunteer.text);
  await volunteer.getByRole("button", { name: "Fortsätt" }).click();
  await volunteer.getByRole("button", { name: "Använd en lösenfras i stället" }).click();
  await volunteer.getByRole("button", { name: "Skriv en egen i stället" }).click();
  await volunteer.getByLabel("Inloggningsnamn").fill(typed.signInName.text);
  await volunteer.getByLabel("Din egen fras").fill(typed.phrase.core);
  await volunteer.getByLabel("Skriv frasen en gång till").fill(typed.phrase.core);
  await volunteer.getByRole("button", { name: "Använd frasen" }).click();
  const code = await shownCode(volunteer);
  secrets.push(...codes("a volunteer's recovery code", code));
  await confirmCode(volunteer, code);
  await part(coordinator, "Min sida");
  await part(coordinator, "Människor");
  await coordinator.getByRole("button", { name: "De är lika: släpp in henne" }).click();
  await atDesk(volunteer);
  await nothingOfSecrets(Object.values(known));
});

test("nor what she types to open her desk again, right or wrong", async () => {
  await volunteer.keyboard.press("Control+.");
  await volunteer.getByRole("button", { name: "Lösenfras" }).click();
  await volunteer.getByLabel("Inloggningsnamn").fill(typed.signInName.text);
  await volunteer.getByLabel("Lösenfras", { exact: true }).fill(typed.wrongPhrase.core);
  await volunteer.getByRole("button", { name: "Logga in", exact: true }).click();
  await volunteer.getByText("Det stämde inte").waitFor();
  await volunteer.getByLabel("Lösenfras", { exact: true }).fill(typed.phrase.core);
  await volunteer.getByRole("button", { name: "Logga in", exact: true }).click();
  await atDesk(volunteer);
  await nothingOfSecrets(Object.values(known));
});
