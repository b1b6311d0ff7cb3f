import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type House, laptop, openBrowser, openHouse, phone } from "../journeys/harness.server.ts";
import { enterDesk } from "../journeys/staff.server.ts";
import { endBySeeker, goOnDuty, hears, queue, says, take } from "../journeys/talk.server.ts";
import { type Canary, canary } from "./canary.server.ts";
import { shredKeyOf } from "./house.server.ts";
import { searchFile } from "./places.server.ts";
import { Search } from "./search.server.ts";

const pattern = "/proc/sys/kernel/core_pattern";
/** Elsewhere a program of the system takes the dumps, and where it puts them is not known here. */
const writesFiles =
  existsSync(pattern) && readFileSync(pattern, "utf8").trim() === "core" && mayDump();

/** What this process may, the program inherits. */
function mayDump(): boolean {
  const args = ["--pid", String(process.pid), "--core=unlimited"];
  return spawnSync("prlimit", args).status === 0;
}

const written = [canary("what she sent"), canary("what the volunteer answered")] as const;
const known = canary("a volunteer's alias");

let programs: string | undefined;
let house: House;
let browser: Browser;
let seeker: Page;
let desk: Page;
let key: Canary;

beforeAll(async () => {
  if (!writesFiles) return;
  programs = mkdtempSync(join(tmpdir(), "lykta-no-limit-"));
  writeFileSync(join(programs, "prlimit"), "#!/bin/sh\nexit 1\n", { mode: 0o755 });
  const unlimited = { DATABASE_URL: "", PATH: `${programs}:${process.env["PATH"]}` };
  [house, browser] = await Promise.all([openHouse(unlimited), openBrowser()]);
  desk = await (await laptop(browser)).newPage();
  await enterDesk(desk, house.invitations.volunteers[0] ?? "", "Maja");
  await goOnDuty(desk, known.text);
  seeker = await (await phone(browser)).newPage();
  await queue(seeker, house);
  await take(seeker, desk);
  await says(seeker, written[0].text);
  await hears(desk, written[0].core);
  await says(desk, written[1].text);
  await hears(seeker, written[1].core);
  key = shredKeyOf(house);
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
  if (programs) rmSync(programs, { recursive: true });
});

/** The limit could not be set here; somebody with root's rights lifts the other lock, and lets it crash. */
async function dumped(): Promise<Search> {
  const pid = house.pid();
  const directory = readlinkSync(`/proc/${pid}/cwd`);
  expect(readFileSync(`/proc/${pid}/coredump_filter`, "utf8").trim()).toBe("00000000");
  writeFileSync(`/proc/${pid}/coredump_filter`, "0x7f");
  process.kill(pid, "SIGABRT");
  await expect.poll(() => existsSync(`/proc/${pid}`), { timeout: 60_000 }).toBe(false);
  const search = new Search([...written, known, key]);
  const files = ["core", `core.${pid}`].map((name) => join(directory, name)).filter(existsSync);
  expect(files).toHaveLength(1);
  for (const file of files) {
    searchFile(search, file, "the dump");
    rmSync(file);
  }
  return search;
}

describe.runIf(writesFiles)("a dump of the program's memory, forced by who has the machine", () => {
  test("while they write: the conversation's key and what staff call themselves, no word", async () => {
    const search = await dumped();
    // What the key opens is still locked by the keys of the two browsers.
    expect(search.placesOf(key)).toContain("the dump");
    expect(search.placesOf(known)).toContain("the dump");
    expect(search.of(written)).toEqual([]);
  });

  test("when it is over: the key is not in it either", async () => {
    await house.restart();
    await says(seeker, "hej");
    await hears(desk, "hej");
    await endBySeeker(seeker);
    const search = await dumped();
    expect(search.placesOf(known)).toContain("the dump");
    expect(search.of([...written, key])).toEqual([]);
  });
});
