import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type House, laptop, openBrowser, openHouse, phone } from "../journeys/harness.server.ts";
import { atDesk, enterDesk } from "../journeys/staff.server.ts";
import {
  endBySeeker,
  fieldOf,
  goOnDuty,
  hears,
  queue,
  says,
  take,
} from "../journeys/talk.server.ts";
import { type Canary, canary, knownBytes } from "./canary.server.ts";
import {
  checkpoint,
  processesOf,
  searchDisk,
  searchMemoryOf,
  searchTables,
  shredKeyOf,
} from "./house.server.ts";
import { searchFiles } from "./places.server.ts";
import { Search } from "./search.server.ts";

const written = {
  sent: canary("what she sent"),
  draft: canary("what she typed and did not send"),
  offline: canary("what she wrote while the server was dead"),
  stuck: canary("what she wrote while the database was stuck"),
  dead: canary("what she wrote while the database was dead"),
  answer: canary("what the volunteer answered"),
  handOver: canary("a word to the colleague who takes over"),
  unsentNote: canary("a word to a colleague, not sent"),
  colleague: canary("what the colleague wrote"),
  polled: canary("what another sent by long poll"),
  pollAnswer: canary("what she was answered by long poll"),
};
const known = { name: canary("a volunteer's name"), alias: canary("a volunteer's alias") };
const own: Canary[] = [];

let house: House;
let browser: Browser;
let seeker: Page;
let maja: Page;
let siv: Page;
let sentFrame: Buffer;

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse({ DATABASE_URL: "" }), openBrowser()]);
  const [first = "", second = ""] = house.invitations.volunteers;
  maja = await (await laptop(browser)).newPage();
  await enterDesk(maja, first, known.name.text);
  await goOnDuty(maja, known.alias.core);
  siv = await (await laptop(browser)).newPage();
  await enterDesk(siv, second, "Siv");
  await goOnDuty(siv, "Björk");
  seeker = await (await phone(browser)).newPage();
  seeker.on("websocket", (socket) => {
    socket.on("framesent", ({ payload }) => {
      if (typeof payload !== "string" && payload.length > 200) sentFrame = payload;
    });
  });
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

async function searchAll(more: readonly Canary[] = []): Promise<Search> {
  const search = new Search([...Object.values(written), ...Object.values(known), ...own, ...more]);
  await checkpoint(house);
  searchDisk(search, house);
  searchMemoryOf(search, house);
  await searchTables(search, house);
  return search;
}

async function nothingOfIt(): Promise<void> {
  const search = await searchAll();
  for (const one of Object.values(known)) expect(search.placesOf(one)).not.toEqual([]);
  expect(search.of(Object.values(written))).toEqual([]);
}

const database = () => processesOf(house).filter(({ name }) => name === "PostgreSQL");

describe("a conversation with all that can happen to it leaves nothing at the server", () => {
  test("while both write", async () => {
    await queue(seeker, house);
    await take(seeker, maja);
    await says(seeker, written.sent.text);
    await hears(maja, written.sent.core);
    await says(maja, written.answer.text);
    await hears(seeker, written.answer.core);
    own.push(shredKeyOf(house));
    await nothingOfIt();
  });

  test("while the database is stuck, and what she sent waits in memory, locked", async () => {
    const stopped = database();
    for (const { pid } of stopped) process.kill(pid, "SIGSTOP");
    await says(seeker, written.stuck.text);
    await sleep(300);
    const frame = knownBytes("the frame as it came", sentFrame.subarray(-64));
    const waiting = new Search([...Object.values(written), frame]);
    searchMemoryOf(waiting, house);
    for (const { pid } of stopped) process.kill(pid, "SIGCONT");
    expect(waiting.of(Object.values(written))).toEqual([]);
    expect(waiting.placesOf(frame)).toContainEqual(expect.stringMatching(/^memory of the program/));
    await hears(maja, written.stuck.core);
    // Written down it is wrapped once more: not even the locked frame is seen on the disk.
    const later = await searchAll([frame]);
    const places = later
      .placesOf(frame)
      .filter((place) => !place.startsWith("memory of the program"));
    expect(places).toEqual([]);
    await nothingOfIt();
  });

  test("when the database is killed and comes back", async () => {
    const [postmaster] = database();
    if (postmaster) process.kill(postmaster.pid, "SIGKILL");
    await says(seeker, written.dead.text);
    await hears(maja, written.dead.core);
    await nothingOfIt();
  });

  test("when the program is killed in the middle", async () => {
    await house.crash();
    await seeker.getByText(/Du har tappat nätet/).waitFor();
    await says(seeker, written.offline.text);
    await house.restart();
    await hears(maja, written.offline.core);
    await fieldOf(seeker).fill(written.draft.text);
    await nothingOfIt();
  });

  test("when a colleague is called in, told something, and takes over", async () => {
    await maja.getByText("Mer", { exact: true }).click();
    await maja.getByRole("button", { name: "Kalla in" }).click();
    await maja.getByLabel("Bara till kollegan").fill(written.unsentNote.text);
    await maja.getByRole("button", { name: "Avbryt" }).click();
    await maja.getByText("Mer", { exact: true }).click();
    await maja.getByRole("button", { name: "Lämna över" }).click();
    await maja.getByLabel("Bara till kollegan").fill(written.handOver.text);
    await maja.getByRole("button", { name: "Fråga kollegan" }).click();
    await siv.getByRole("button", { name: "Gå med" }).click();
    await seeker.getByRole("button", { name: "Det går bra" }).click();
    await siv.getByText(written.handOver.core).first().waitFor();
    await maja.getByRole("button", { name: "Lämna samtalet" }).click();
    await seeker.getByRole("heading", { name: "Du skriver med Björk" }).waitFor();
    await says(siv, written.colleague.text);
    await hears(seeker, written.colleague.core);
    await nothingOfIt();
  });

  test("in a copy of the database's files, in which what the server knows is found", async () => {
    const copy = join(house.dataDirectory, "backup");
    await checkpoint(house);
    cpSync(join(house.dataDirectory, "postgres/cluster"), copy, { recursive: true });
    const search = new Search([...Object.values(written), ...Object.values(known), ...own]);
    searchFiles(search, copy);
    rmSync(copy, { recursive: true });
    for (const one of Object.values(known)) expect(search.placesOf(one)).not.toEqual([]);
    expect(search.of([...Object.values(written), ...own])).toEqual([]);
  });

  test("when it is over: its key, read again by the restarted program, is nowhere", async () => {
    const before = await searchAll();
    for (const key of own) expect(before.placesOf(key)).not.toEqual([]);
    await endBySeeker(seeker);
    const after = await searchAll();
    expect(after.of([...own, ...Object.values(written)])).toEqual([]);
  });

  test("nor by long poll, where sockets are blocked", async () => {
    const polls: string[] = [];
    const other = await (await phone(browser)).newPage();
    other.on("request", (request) => polls.push(request.url()));
    await other.addInitScript(() => {
      class Blocked {
        onerror: (() => void) | null = null;
        constructor() {
          setTimeout(() => this.onerror?.());
        }
        close(): void {}
      }
      Object.assign(globalThis, { WebSocket: Blocked });
    });
    await atDesk(siv);
    await queue(other, house);
    await take(other, siv);
    await says(other, written.polled.text);
    await hears(siv, written.polled.core);
    await says(siv, written.pollAnswer.text);
    await hears(other, written.pollAnswer.core);
    expect(polls.filter((url) => url.endsWith("/live/poll"))).not.toEqual([]);
    const key = shredKeyOf(house);
    own.push(key);
    await nothingOfIt();
    await endBySeeker(other);
    const after = await searchAll();
    expect(after.of([key, ...Object.values(written)])).toEqual([]);
  });
});

test("what PostgreSQL deletes stays in its files for a while, though in no table: a shift's alias shows it", async () => {
  await maja.getByRole("button", { name: "Gå av", exact: true }).click();
  await maja.getByLabel("Namn under passet").waitFor();
  const places = (await searchAll()).placesOf(known.alias);
  expect(places.filter((place) => place.startsWith("table "))).toEqual([]);
  expect(places).toContainEqual(expect.stringMatching(/pg_wal/));
});
