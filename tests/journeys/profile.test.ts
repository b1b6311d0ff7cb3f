import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Canary, canary } from "../remains/canary.server.ts";
import {
  careless,
  type ControlPage,
  keptIn,
  openControlPage,
} from "../remains/control-page.server.ts";
import { searchFiles } from "../remains/places.server.ts";
import { newProfile, type Profile } from "../remains/profile.server.ts";
import { Search } from "../remains/search.server.ts";
import { type House, laptop, openBrowser, openHouse } from "./harness.server.ts";
import { enterDesk } from "./staff.server.ts";
import { fieldOf, goOnDuty, hears, queue, says, take } from "./talk.server.ts";

const written = {
  waiting: canary("what she typed while she waited"),
  sent: canary("what she sent"),
  draft: canary("what she typed and did not send"),
  answer: canary("what the volunteer answered"),
  late: canary("what she was typing when the browser was killed"),
};
/** In the very field that she writes in, when nothing protects it. */
const unprotected = canary("a text in her field without its attributes");

let house: House;
let browser: Browser;
let profile: Profile;
let control: ControlPage;
let seeker: Page;
let desk: Page;

beforeAll(async () => {
  [house, browser, control] = await Promise.all([openHouse(), openBrowser(), openControlPage()]);
  desk = await (await laptop(browser)).newPage();
  await enterDesk(desk, house.invitations.volunteers[0] ?? "", "Maja");
  await goOnDuty(desk, "Alma");
  profile = newProfile();
  seeker = await profile.open();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await profile?.remove();
  await control?.close();
  await house?.close();
});

function searchProfile(): Search {
  const search = new Search([...Object.values({ ...written, ...careless }), unprotected]);
  searchFiles(search, profile.directory);
  return search;
}

const found = (search: Search): string[] => search.of(Object.values(written));
const untilFound = (one: Canary): Promise<void> =>
  expect
    .poll(() => searchProfile().placesOf(one), { timeout: 30_000, interval: 300 })
    .not.toEqual([]);

describe("the profile of her browser, on disk", () => {
  test("holds nothing of what is written, while a page without care is found in it", async () => {
    await queue(seeker, house);
    await fieldOf(seeker).fill(written.waiting.text);
    await take(seeker, desk);
    await says(seeker, written.sent.text);
    await hears(desk, written.sent.core);
    await says(desk, written.answer.text);
    await hears(seeker, written.answer.core);
    await fieldOf(seeker).fill(written.draft.text);
    // In the same browser and a little later, so that hers would have been written down by then.
    await control.leaveTraces(await profile.window());
    await untilFound(careless.field);
    expect(found(searchProfile())).toEqual([]);
  });

  test("holds nothing when the browser is killed while she writes, nor when it is opened again", async () => {
    await fieldOf(seeker).pressSequentially(written.late.text, { delay: 5 });
    await profile.kill();
    expect(found(searchProfile())).toEqual([]);
    await profile.open();
    expect(found(searchProfile())).toEqual([]);
  });

  test("would hold the text of her very field, were it not for the field's attributes", async () => {
    seeker = await profile.window();
    await queue(seeker, house);
    await fieldOf(seeker).evaluate((field) => field.removeAttribute("autocomplete"));
    await fieldOf(seeker).fill(unprotected.text);
    await untilFound(unprotected);
    expect(found(searchProfile())).toEqual([]);
  });

  test("holds nothing when all was closed properly, while every other trace is found where it is kept", async () => {
    // What is kept by way of a delay was lost when the browser was killed.
    await control.leaveTraces(await profile.window());
    await profile.quit();
    const search = searchProfile();
    expect(found(search)).toEqual([]);
    for (const [one, place] of keptIn) {
      expect(search.placesOf(one), one.name).toContainEqual(expect.stringMatching(place));
    }
  });
});
