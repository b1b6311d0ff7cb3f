import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type House, openHouse } from "../journeys/harness.server.ts";
import { canary, knownText } from "./canary.server.ts";
import { careless, type ControlPage, openControlPage } from "./control-page.server.ts";
import { checkpoint, searchDisk, searchMemoryOf, searchTables } from "./house.server.ts";
import { searchFiles } from "./places.server.ts";
import { newProfile, type Profile, WRITTEN_MS } from "./profile.server.ts";
import { Search } from "./search.server.ts";

const written = {
  first: canary("a letter without script"),
  more: canary("what she wrote on"),
  draft: canary("what she typed and did not send"),
};
const texts = Object.values(written);
let words = knownText("her words", "");

let house: House;
let control: ControlPage;
let profile: Profile;
let page: Page;

beforeAll(async () => {
  [house, control] = await Promise.all([openHouse({ DATABASE_URL: "" }), openControlPage()]);
  profile = newProfile();
  page = await profile.open();
}, 120_000);
afterAll(async () => {
  await profile?.remove();
  await control?.close();
  await house?.close();
});

async function write(): Promise<void> {
  await page.goto(house.url("mira", "/contact/plain/write"));
  const shown = await page.locator(".code-words li").allTextContents();
  // As they stand in the hidden field and in what is posted.
  words = knownText("her words", shown.join(" "));
  await page.getByLabel("Ditt brev").fill(written.first.text);
  await page.getByLabel("Ord nummer 3").fill(shown[2] ?? "");
  await page.getByLabel("Ord nummer 5").fill(shown[4] ?? "");
  await page.getByRole("button", { name: "Skicka brevet" }).click();
  await page.getByText("Brevet har kommit fram").waitFor();
  await page.goto(house.url("mira", "/contact/plain/read"));
  await page.getByLabel("Dina sju ord").fill(shown.join(" "));
  await page.getByRole("button", { name: "Öppna" }).click();
  await page.getByLabel("Ditt brev").fill(written.more.text);
  await page.getByRole("button", { name: "Skicka", exact: true }).click();
  await page.getByText("Ditt brev har kommit fram").waitFor();
  await page.getByLabel("Ditt brev").fill(written.draft.text);
}

describe("a letter whose text the server sees for a moment", () => {
  test("is on no disk of the server, in no table, in no log, in no memory of the database", async () => {
    await write();
    await checkpoint(house);
    const search = new Search([...texts, words]);
    searchDisk(search, house);
    await searchTables(search, house);
    expect(search.of([...texts, words])).toEqual([]);
    const memory = new Search(texts);
    searchMemoryOf(memory, house);
    // The control: it has been there, and what was not sent has not.
    expect(memory.placesOf(written.first)).toContainEqual(
      expect.stringMatching(/^memory of the program/),
    );
    expect(memory.placesOf(written.draft)).toEqual([]);
    const inDatabase = memory.hits.filter(({ place }) => place.startsWith("memory of PostgreSQL"));
    expect(inDatabase).toEqual([]);
  });

  test("leaves neither text nor words in her browser's profile, while a careless page's are found", async () => {
    await control.leaveTraces(await profile.window());
    await sleep(WRITTEN_MS * 2);
    const search = (): Search => {
      const one = new Search([...texts, words, ...Object.values(careless)]);
      searchFiles(one, profile.directory);
      return one;
    };
    expect(search().placesOf(careless.field)).not.toEqual([]);
    expect(search().of([...texts, words])).toEqual([]);
    await profile.kill();
    expect(search().of([...texts, words])).toEqual([]);
  });
});
