// The whole process under a false calendar, PostgreSQL included: Debian's libfaketime moves the clock of
// the day from one moment to the next and leaves the monotonic clock alone, as an operator's `date -s` does.

import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import { Undo } from "./story.server.ts";

const undo = new Undo();
afterEach(() => undo.all());

function findFaketime(): string | undefined {
  for (const architecture of ["x86_64-linux-gnu", "aarch64-linux-gnu"]) {
    const directory = `/usr/lib/${architecture}/faketime`;
    try {
      const name = readdirSync(directory).find((file) => file.startsWith("libfaketime.so"));
      if (name) return join(directory, name);
    } catch {
      // Not this architecture.
    }
  }
  return undefined;
}

const library = findFaketime();
const JUMPS = ["+10m", "-10m", "+3h", "+30d", "-1d", "+0"];

describe.runIf(library !== undefined)("a calendar that jumps under the running program", () => {
  test("loses, doubles and brings back nothing, over kills and starts", async () => {
    const file = join(undo.directory(), "clock");
    writeFileSync(file, "+0\n");
    const house = await undo.house({
      environment: {
        LD_PRELOAD: library ?? "",
        FAKETIME_TIMESTAMP_FILE: file,
        FAKETIME_NO_CACHE: "1",
        FAKETIME_DONT_FAKE_MONOTONIC: "1",
        DONT_FAKE_MONOTONIC: "1",
      },
    });
    const talk = await undo.talk(house);
    for (const [at, jump] of JUMPS.entries()) {
      const short = await undo.talk(house);
      short.say();
      writeFileSync(file, `${jump}\n`);
      talk.say();
      expect(await short.isThrough(), jump).toBe(true);
      await short.finish();
      expect(await talk.isThrough(), jump).toBe(true);
      // Every other jump also meets a start: what is recovered then was written at another time.
      if (at % 2 === 1) house.signal("SIGKILL");
      await sleep(200);
      expect([...(await short.breaches()), ...(await talk.breaches())], jump).toEqual([]);
    }
    // The control: the calendar of the database did move.
    writeFileSync(file, "+400d\n");
    await sleep(100);
    const told = await undo.calendarOf(house);
    expect(told - Date.now()).toBeGreaterThan(300 * 86_400_000);
  });
});
