import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type House,
  laptop,
  openBrowser,
  openHouse,
  phone,
  withPasskeyDevice,
} from "../journeys/harness.server.ts";
import { atDesk, confirmCode, enterDesk, shownCode } from "../journeys/staff.server.ts";
import { fieldOf, goOnDuty, hears, queue, says, take } from "../journeys/talk.server.ts";
import { type Canary, canary, knownText } from "./canary.server.ts";
import { searchFiles } from "./places.server.ts";
import { newProfile, type Profile, WRITTEN_MS } from "./profile.server.ts";
import { Search } from "./search.server.ts";

const staff = {
  name: canary("her name"),
  signInName: canary("her sign-in name"),
  phrase: canary("her passphrase"),
  wrongPhrase: canary("a passphrase with a slip"),
};
const talk = {
  sent: canary("what the seeker wrote"),
  answer: canary("what she answered"),
  draft: canary("what she typed and did not send"),
  note: canary("a note to a colleague, not sent"),
};
const own: Canary[] = [];

let house: House;
let browser: Browser;
let profile: Profile;
let desk: Page;
let invitation: Canary;

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse(), openBrowser()]);
  profile = newProfile();
  desk = await profile.open();
  // A device without PRF: the way that has most to type.
  await withPasskeyDevice(desk, false);
});
afterAll(async () => {
  await browser?.close();
  await profile?.remove();
  await house?.close();
});

function searchProfile(): Search {
  const search = new Search([...Object.values(staff), ...Object.values(talk), ...own, invitation]);
  searchFiles(search, profile.directory);
  return search;
}

const nothing = (): string[] =>
  [...Object.values(staff), ...Object.values(talk), ...own].flatMap((one) =>
    searchProfile().of([one]),
  );

/** Typed, seen by the browser as sent, and long enough ago to be on its disk. */
async function submit(name: string): Promise<void> {
  await sleep(WRITTEN_MS);
  await desk.getByRole("button", { name, exact: true }).click();
}

describe("the profile of a volunteer's browser", () => {
  test("keeps neither her passphrase nor her recovery code when she makes her key", async () => {
    const [link = ""] = house.invitations.volunteers;
    invitation = knownText("the link's secret", link.split("#i=")[1] ?? "");
    await desk.goto(link);
    await desk.getByLabel("Vad ska kollegorna kalla dig?").fill(staff.name.text);
    await submit("Fortsätt");
    await desk.getByRole("button", { name: "Använd en lösenfras i stället" }).click();
    await desk.getByRole("button", { name: "Skriv en egen i stället" }).click();
    await desk.getByLabel("Inloggningsnamn").fill(staff.signInName.text);
    await desk.getByLabel("Din egen fras").fill(staff.phrase.core);
    await desk.getByLabel("Skriv frasen en gång till").fill(staff.phrase.core);
    await submit("Använd frasen");
    const code = await shownCode(desk);
    own.push(knownText("her recovery code", code.join("-")), knownText("code", code.join("")));
    await sleep(WRITTEN_MS);
    await confirmCode(desk, code);
    await atDesk(desk);
    expect(nothing()).toEqual([]);
  });

  test("keeps nothing of what she types to open her desk again, shown or hidden", async () => {
    await desk.keyboard.press("Control+.");
    await desk.getByRole("heading", { name: "Låst" }).waitFor();
    await desk.getByRole("button", { name: "Lösenfras" }).click();
    await desk.getByLabel("Inloggningsnamn").fill(staff.signInName.text);
    await desk.getByLabel("Lösenfras", { exact: true }).fill(staff.wrongPhrase.core);
    await submit("Logga in");
    await desk.getByText("Det stämde inte").waitFor();
    await desk.getByRole("button", { name: "Visa" }).click();
    await desk.getByLabel("Lösenfras", { exact: true }).fill(staff.phrase.core);
    await submit("Logga in");
    await atDesk(desk);
    expect(nothing()).toEqual([]);
  });

  test("keeps nothing of a conversation: sent, received, begun, nor the note to a colleague", async () => {
    await goOnDuty(desk, "Alma");
    const colleague = await (await laptop(browser)).newPage();
    await enterDesk(colleague, house.invitations.volunteers[1] ?? "", "Siv");
    await goOnDuty(colleague, "Björk");
    const seeker = await (await phone(browser)).newPage();
    await queue(seeker, house);
    await take(seeker, desk);
    await says(seeker, talk.sent.text);
    await hears(desk, talk.sent.core);
    await says(desk, talk.answer.text);
    await hears(seeker, talk.answer.core);
    await fieldOf(desk).fill(talk.draft.text);
    await desk.getByText("Mer", { exact: true }).click();
    await desk.getByRole("button", { name: "Kalla in" }).click();
    await desk.getByLabel("Bara till kollegan").fill(talk.note.text);
    await sleep(WRITTEN_MS);
    expect(nothing()).toEqual([]);
    await profile.kill();
    expect(nothing()).toEqual([]);
  });

  test("holds the secret of her invitation, used up, in its history: the search finds it there", async () => {
    desk = await profile.open();
    await profile.quit();
    expect(searchProfile().placesOf(invitation)).toContain("/data/Default/History");
    expect(nothing()).toEqual([]);
  });
});
