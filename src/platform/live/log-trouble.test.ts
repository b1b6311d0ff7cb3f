import { readdirSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { soon } from "../../../tests/factories/soon.ts";
import {
  clientFrame,
  eventFrame,
  type LiveHouse,
  liveHouse,
  type LiveProcess,
} from "../../../tests/factories/live.server.ts";
import type { ShredStore } from "../shred/index.server.ts";
import type { LiveLog } from "./log.server.ts";
import type { AppendOutcome } from "./log-record.server.ts";
import type { LogFrame } from "./stored-frame.server.ts";

let house: LiveHouse;
beforeEach(async () => {
  house = await liveHouse();
});
afterEach(() => house.close());

async function begin(log: LiveLog): Promise<string> {
  const made = await log.create(eventFrame({ e: "opened" }));
  if (!made.ok) throw new Error("no log was made");
  return made.value;
}

const append = (log: LiveLog, id: string, frame: LogFrame): Promise<AppendOutcome> =>
  new Promise((settle) => log.append(id, frame, settle));

const withKeys = (change: (keys: ShredStore) => Partial<ShredStore>): Promise<LiveProcess> =>
  house.process(undefined, undefined, (keys) => ({ ...keys, ...change(keys) }));

describe("an end that does not go smoothly", () => {
  test("is told to nobody before it has happened, however many ask", async () => {
    let shred = (): void => undefined;
    const disk = new Promise<void>((go) => (shred = go));
    const { log } = await withKeys((store) => ({
      destroy: (id) => disk.then(() => store.destroy(id)),
    }));
    const id = await begin(log);
    let answers = 0;
    const ends = [1, 2, 3].map(async () => {
      const outcome = await log.destroy(id, "ended");
      answers++;
      return outcome;
    });
    await sleep(100);
    expect(answers).toBe(0);
    expect(readdirSync(house.keys)).toHaveLength(1);
    shred();
    // One of them ended it, for the others it was gone: the length of a conversation is counted once.
    const outcomes = await Promise.all(ends);
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.code === "gone")).toHaveLength(2);
    expect(readdirSync(house.keys)).toEqual([]);
  });

  test("leaves the conversation as it was when the key could not be touched", async () => {
    const { log } = await withKeys(() => ({ destroy: () => Promise.reject(new Error("EIO")) }));
    const id = await begin(log);
    expect(await log.destroy(id, "ended")).toEqual({ ok: false, code: "try-again" });
    expect(await append(log, id, clientFrame("a", 1))).toEqual({ ok: true, value: 2 });
  });

  test("takes no more frames once the key is broken, and is ended by asking again", async () => {
    let isBroken = true;
    const { log } = await withKeys((store) => ({
      // The key is overwritten, then the disk fails.
      async destroy(id) {
        await store.destroy(id);
        if (isBroken) throw new Error("EIO");
      },
    }));
    const id = await begin(log);
    expect(await log.destroy(id, "ended")).toEqual({ ok: false, code: "try-again" });
    // An acknowledgement would promise what the next start could not read.
    expect(await append(log, id, clientFrame("a", 1))).toEqual({ ok: false, code: "try-again" });
    isBroken = false;
    expect(await log.destroy(id, "ended")).toEqual({ ok: true, value: undefined });
    expect(await append(log, id, clientFrame("a", 1))).toEqual({ ok: false, code: "gone" });
  });
});

describe("a database that is away for longer than a frame waits", () => {
  test.each([
    ["at its commit", "append" as const],
    ["at the look that follows", "readFrom" as const],
  ])("lets no later frame of the tab overtake an earlier one: %s", async (_, hanging) => {
    let isAway = false;
    const { log } = await house.process(
      (store) => ({
        ...store,
        append: (rows) => (isAway ? Promise.reject(new Error("away")) : store.append(rows)),
        readFrom: (places, limit) =>
          isAway && hanging === "readFrom"
            ? Promise.reject(new Error("away"))
            : store.readFrom(places, limit),
      }),
      400,
    );
    const id = await begin(log);
    isAway = true;
    const first = append(log, id, clientFrame("1", 1));
    await sleep(300);
    const second = append(log, id, clientFrame("2", 2));
    expect(await first).toEqual({ ok: false, code: "try-again" });
    await sleep(hanging === "readFrom" ? 50 : 0);
    isAway = false;
    expect(await second).toEqual({ ok: false, code: "try-again" });
    await soon(async () =>
      expect(await append(log, id, clientFrame("1", 1))).toEqual({ ok: true, value: 2 }),
    );
    expect(await append(log, id, clientFrame("2", 2))).toEqual({ ok: true, value: 3 });
  });
});
