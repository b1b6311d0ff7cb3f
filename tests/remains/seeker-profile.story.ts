import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type House, laptop, openBrowser, openHouse } from "../journeys/harness.server.ts";
import { enterDesk } from "../journeys/staff.server.ts";
import {
  endBySeeker,
  fieldOf,
  goOnDuty,
  hears,
  queue,
  says,
  take,
} from "../journeys/talk.server.ts";
import { canary, wholeText } from "./canary.server.ts";
import { careless, type ControlPage, openControlPage } from "./control-page.server.ts";
import { searchFiles } from "./places.server.ts";
import { newProfile, type Profile, WRITTEN_MS } from "./profile.server.ts";
import { Search } from "./search.server.ts";

const written = {
  waiting: canary("what she typed while she waited"),
  sent: canary("what she sent"),
  draft: canary("what she typed and did not send"),
  answer: canary("what the volunteer answered"),
};
const host = wholeText("the jour's host", "mira.localhost");

/** Where the name of the host, and which page it was, may stay: docs/threat-model.md lists the same. */
const named = [
  /\/History/,
  /\/Sessions\//,
  /\/Top Sites/,
  /\/Preferences$/,
  /\/Code Cache\/js\//,
  /\/DIPS/,
  /\/segmentation_platform\/ukm_db/,
];

let house: House;
let browser: Browser;
let control: ControlPage;
let profile: Profile;
let seeker: Page;
let desk: Page;

beforeAll(async () => {
  [house, browser, control] = await Promise.all([openHouse(), openBrowser(), openControlPage()]);
  desk = await (await laptop(browser)).newPage();
  await enterDesk(desk, house.invitations.volunteers[0] ?? "", "Maja");
  await goOnDuty(desk, "Alma");
});
afterEach(() => profile?.remove());
afterAll(async () => {
  await browser?.close();
  await control?.close();
  await house?.close();
});

function searchProfile(): Search {
  const search = new Search([...Object.values({ ...written, ...careless }), host]);
  searchFiles(search, profile.directory);
  return search;
}

const words = (search: Search): string[] => search.of(Object.values(written));
const elsewhere = (search: Search): string[] =>
  search.placesOf(host).filter((place) => !named.some((one) => one.test(place)));

/** From the front page to a conversation, with something begun that is not sent. */
async function talk(flags: readonly string[] = []): Promise<void> {
  profile = newProfile(flags);
  seeker = await profile.open();
  await seeker.goto(house.url("mira"));
  await seeker.goto(house.url("mira", "/door/woman"));
  await queue(seeker, house);
  await fieldOf(seeker).fill(written.waiting.text);
  await take(seeker, desk);
  await fieldOf(seeker).fill("");
  await says(seeker, written.sent.text);
  await hears(desk, written.sent.core);
  await says(desk, written.answer.text);
  await hears(seeker, written.answer.core);
  await fieldOf(seeker).fill(written.draft.text);
  await sleep(WRITTEN_MS);
}

/** So that the next one is the first again. */
async function clearDesk(): Promise<void> {
  const done = desk.getByRole("button", { name: "Klar" });
  await done.first().click({ timeout: 60_000 });
}

describe("the profile of her browser, on disk, holds nothing of what is written", () => {
  test("when she leaves in a hurry", async () => {
    await talk();
    await seeker.route(/smhi/, (route) => route.fulfill({ body: "Sol i morgon." }));
    for (let press = 0; press < 3; press++) await seeker.keyboard.press("Shift");
    await seeker.waitForURL(/smhi/);
    expect(words(searchProfile())).toEqual([]);
    await sleep(WRITTEN_MS);
    await profile.quit();
    const search = searchProfile();
    expect(words(search)).toEqual([]);
    expect(elsewhere(search)).toEqual([]);
    expect(search.placesOf(host)).toContainEqual(expect.stringMatching(/\/History$/));
    await clearDesk();
  });

  test("when it ended and her screen still shows it; what is opened again shows nothing", async () => {
    await talk();
    await desk.getByText("Mer", { exact: true }).click();
    await desk.getByRole("button", { name: "Avsluta", exact: true }).click();
    await desk.getByRole("button", { name: "Avsluta och radera" }).click();
    await seeker.getByText("Den du skrev med har avslutat.").waitFor();
    await seeker.getByText(written.answer.core).waitFor();
    await sleep(WRITTEN_MS);
    await profile.quit();
    expect(words(searchProfile())).toEqual([]);
    const again = await profile.open();
    await again.waitForURL(/\/contact\//);
    await again.getByRole("button", { name: "Visa sidan" }).waitFor();
    expect(await again.getByText(written.answer.core).count()).toBe(0);
    await profile.quit();
    const search = searchProfile();
    expect(words(search)).toEqual([]);
    expect(elsewhere(search)).toEqual([]);
    await clearDesk();
  });

  test("when her page crashes: the dump of it names the host", async () => {
    await talk();
    for (const pid of profile.renderers()) process.kill(pid, "SIGSEGV");
    await sleep(WRITTEN_MS);
    const search = searchProfile();
    expect(search.placesOf(host)).toContainEqual(expect.stringMatching(/\.dmp$/));
    expect(words(search)).toEqual([]);
    await desk.getByText("Mer", { exact: true }).click();
    await desk.getByRole("button", { name: "Avsluta", exact: true }).click();
    await desk.getByRole("button", { name: "Avsluta och radera" }).click();
    await clearDesk();
  });

  test("in a private window not even the name of the host", async () => {
    await talk(["--incognito"]);
    await endBySeeker(seeker);
    expect(searchProfile().of([host, ...Object.values(written)])).toEqual([]);
    await profile.quit();
    expect(searchProfile().of([host, ...Object.values(written)])).toEqual([]);
    await clearDesk();
  });
});

test("a text in a database of the page is found, in its log and packed with Snappy", async () => {
  profile = newProfile();
  const page = await profile.open();
  await control.leaveTraces(page);
  await page.evaluate(async () => {
    const opening = indexedDB.open("a");
    await new Promise((resolve) => (opening.onsuccess = resolve));
    // More than LevelDB keeps in its log; less than what would lie in a file of its own.
    for (let key = 0; key < 300; key++) {
      const change = opening.result.transaction("a", "readwrite");
      change.objectStore("a").put(`om vädret ${key} `.repeat(2000), key);
      await new Promise((resolve) => (change.oncomplete = resolve));
    }
  });
  await profile.quit();
  const places = searchProfile().placesOf(careless.database);
  expect(places).toContainEqual(expect.stringMatching(/\.indexeddb\.leveldb\/\d+\.ldb$/));
});
