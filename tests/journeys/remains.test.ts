import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Canary, canary } from "../remains/canary.server.ts";
import {
  checkpoint,
  processesOf,
  searchDisk,
  searchMemoryOf,
  searchTables,
  shredKeyOf,
} from "../remains/house.server.ts";
import { Search } from "../remains/search.server.ts";
import { type House, laptop, openBrowser, openHouse, phone } from "./harness.server.ts";
import { enterDesk, pageOf, part } from "./staff.server.ts";
import { endBySeeker, fieldOf, goOnDuty, hears, queue, says, take } from "./talk.server.ts";
import { appears } from "./look.server.ts";

const written = {
  waiting: canary("what she typed while she waited"),
  sent: canary("what she sent"),
  draft: canary("what she typed and did not send"),
  answer: canary("what the volunteer answered"),
  answerDraft: canary("what the volunteer typed and did not send"),
};
/** What the server knows, so that the search must find it. */
const known = { site: canary("a text of the site"), name: canary("a volunteer's name") };

let house: House;
let browser: Browser;
let seeker: Page;
let desk: Page;
let key: Canary;
let search: Search;

beforeAll(async () => {
  // Always with the embedded database: its files are what is searched.
  [house, browser] = await Promise.all([openHouse({ DATABASE_URL: "" }), openBrowser()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

async function searchAll(): Promise<Search> {
  const all = new Search([...Object.values(written), ...Object.values(known), key]);
  await checkpoint(house);
  // The site's text goes through the program's memory once more.
  await desk.evaluate(async () => (await fetch("/")).text());
  searchDisk(all, house);
  searchMemoryOf(all, house);
  await searchTables(all, house);
  return all;
}

async function talk(): Promise<void> {
  desk = await (await laptop(browser)).newPage();
  await enterDesk(desk, house.invitations.coordinator, known.name.text);
  await part(desk, "Jouren");
  await pageOf(desk, "Jouren", "Namn och telefon");
  await desk.getByLabel("Orter").fill(known.site.text);
  await desk.getByRole("button", { name: "Spara", exact: true }).click();
  await appears(desk.getByText("Sparat."));
  await part(desk, "Pass");
  await goOnDuty(desk, "Alma");
  seeker = await (await phone(browser)).newPage();
  await queue(seeker, house);
  await fieldOf(seeker).fill(written.waiting.text);
  await take(seeker, desk);
  await says(seeker, written.sent.text);
  await hears(desk, written.sent.core);
  await says(desk, written.answer.text);
  await hears(seeker, written.answer.core);
  await fieldOf(seeker).fill(written.draft.text);
  await fieldOf(desk).fill(written.answerDraft.text);
}

describe("the server of a conversation that goes on", () => {
  beforeAll(async () => {
    await talk();
    key = shredKeyOf(house);
    search = await searchAll();
  });

  test.each([
    ["the tables' files", /cluster\/base\//],
    ["the write-ahead log", /cluster\/pg_wal\//],
    ["the memory of PostgreSQL", /^memory of PostgreSQL/],
    ["the memory of the program", /^memory of the program/],
    ["a logical backup", /^table /],
  ])("shows in %s what it knows: the search would find it there", (_, place) => {
    for (const one of Object.values(known)) {
      expect(search.placesOf(one)).toContainEqual(expect.stringMatching(place));
    }
  });

  test("holds nothing of what is written: not on its disk, not in its memory", () => {
    expect(search.of(Object.values(written))).toEqual([]);
  });

  test("holds the conversation's key in the shred store and in its own memory, and nowhere else", () => {
    const places = search.placesOf(key);
    expect(places).toContainEqual(expect.stringMatching(/^\/shred\//));
    expect(places).toContainEqual(expect.stringMatching(/^memory of the program/));
    const elsewhere = places.filter((place) => !/^(\/shred\/|memory of the program)/.test(place));
    expect(elsewhere).toEqual([]);
  });
});

test("neither the program nor PostgreSQL may write its memory down when it crashes", () => {
  // The postmaster comes next to the program; its children are as it is.
  const [program, postmaster] = processesOf(house);
  for (const pid of [program?.pid, postmaster?.pid]) {
    expect(readFileSync(`/proc/${pid}/coredump_filter`, "utf8").trim()).toBe("00000000");
    const limits = readFileSync(`/proc/${pid}/limits`, "utf8");
    expect(/^Max core file size +[01] +[01] /m.test(limits)).toBe(true);
  }
});

test("when the conversation has ended its key is in no file and in no memory", async () => {
  await endBySeeker(seeker);
  search = await searchAll();
  expect(search.of([key, ...Object.values(written)])).toEqual([]);
  expect(search.placesOf(known.site)).not.toEqual([]);
});
