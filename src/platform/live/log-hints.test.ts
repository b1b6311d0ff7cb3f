import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  clientFrame,
  eventFrame,
  type LiveHouse,
  liveHouse,
  type LiveProcess,
  textOf,
} from "../../../tests/factories/live.server.ts";
import { soon } from "../../../tests/factories/soon.ts";
import { captureLog } from "../log.ts";
import type { Bus } from "./bus.server.ts";
import { postgresBus } from "./bus-postgres.server.ts";
import type { LogStore } from "./log-store.server.ts";

// Hints may be lost: a frame that was acknowledged must be found all the same.

interface Line {
  speaks: boolean;
  hears: boolean;
}
let house: LiveHouse;
let lines: Line[];
let unmute: () => void;
beforeEach(async () => {
  unmute = captureLog(() => undefined);
  lines = [];
  house = await liveHouse((database) => {
    const line: Line = { speaks: true, hears: true };
    lines.push(line);
    return cuttable(postgresBus(database), line);
  });
});
afterEach(async () => {
  await house.close();
  unmute();
});

function cuttable(bus: Bus, line: Line): Bus {
  return {
    publish: (text) => void (line.speaks && bus.publish(text)),
    subscribe: (hear) => bus.subscribe((text) => line.hears && hear(text)),
    close: () => bus.close(),
  };
}

const patient = { beatMs: 60_000, silentMs: 600_000 };
const quick = { beatMs: 40, silentMs: 200 };
const same = (store: LogStore): LogStore => store;

/** Two processes that have met, and a log that somebody follows on the second. */
async function pair({ timing = patient, change = same } = {}) {
  const a = await house.process(same, 10_000, undefined, timing);
  const b = await house.process(change, 10_000, undefined, timing);
  for (const each of [a, b]) await soon(() => expect(each.neighbours.others()).toHaveLength(1));
  const made = await a.log.create(eventFrame({ e: "opened" }));
  if (!made.ok) throw new Error("no log was made");
  const id = made.value;
  const heard: string[] = [];
  const follow = async (): Promise<void> => {
    await b.log.has(id);
    b.log.subscribe(id, 1, {
      frame: (frame) => heard.push(`${frame.seq}:${textOf(frame.payload)}`) > 0,
      typing: () => undefined,
      present: () => undefined,
      closed: () => undefined,
    });
  };
  return { a, b, id, heard, follow };
}

const say = (process: LiveProcess, id: string, text: string): Promise<unknown> =>
  new Promise((settle) => process.log.append(id, clientFrame(text, 1), settle));
const moment = (): Promise<void> => new Promise((go) => setTimeout(go, 150));
const silence = (index: number): void => {
  const line = lines[index];
  if (line) line.speaks = false;
};

describe("a frame whose hint was lost", () => {
  test("is found when somebody goes on with the log", async () => {
    const { a, b, id, heard, follow } = await pair();
    await follow();
    silence(0);
    expect(await say(a, id, "x")).toEqual({ ok: true, value: 2 });
    await moment();
    expect(heard).toEqual([]);
    await Promise.all([b.log.freshen(id), b.log.freshen(id)]);
    expect(heard).toEqual(["2:x"]);
  });

  test("is found when the process that wrote it falls silent", async () => {
    const { a, id, heard, follow } = await pair({ timing: quick });
    await follow();
    silence(0);
    await say(a, id, "x");
    await soon(() => expect(heard).toEqual(["2:x"]));
  });

  test("is found by a process that does not even hear itself", async () => {
    const { a, id, heard, follow } = await pair({ timing: quick });
    await follow();
    const [, deaf] = lines;
    if (deaf) deaf.hears = false;
    await moment();
    await moment();
    await say(a, id, "x");
    await soon(() => expect(heard).toEqual(["2:x"]));
  });
});

test("a hint that comes while the log is being read for the first time is not lost", async () => {
  let release = (): void => undefined;
  const gate = new Promise<void>((go) => (release = go));
  let isHeld = false;
  const slow = (store: LogStore): LogStore => ({
    ...store,
    async readFrom(places, limit) {
      const rows = await store.readFrom(places, limit);
      isHeld = true;
      await gate;
      return rows;
    },
  });
  const { a, b, id } = await pair({ change: slow });
  const fetching = b.log.has(id);
  await soon(() => expect(isHeld).toBe(true));
  await say(a, id, "x");
  await moment();
  release();
  expect(await fetching).toBe(true);
  await soon(() => expect(b.log.next(id)).toBe(3));
});

test("a comparison that the database did not answer is made again", async () => {
  let refusals = 3;
  const shaky = (store: LogStore): LogStore => ({
    ...store,
    heads: () => (refusals-- > 0 ? Promise.reject(new Error("starting up")) : store.heads()),
  });
  const { a, b, id, heard, follow } = await pair({ change: shaky });
  await follow();
  silence(0);
  await say(a, id, "x");
  await b.log.compare();
  await soon(() => expect(heard).toEqual(["2:x"]));
});
