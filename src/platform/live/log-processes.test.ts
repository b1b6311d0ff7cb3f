import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { everyBus } from "../../../tests/factories/buses.server.ts";
import { soon } from "../../../tests/factories/soon.ts";
import {
  clientFrame,
  eventFrame,
  type LiveHouse,
  liveHouse,
  textOf,
} from "../../../tests/factories/live.server.ts";
import { postgresBus } from "./bus-postgres.server.ts";
import type { LiveLog } from "./log.server.ts";
import type { AppendOutcome } from "./log-record.server.ts";
import type { LogFrame } from "./stored-frame.server.ts";

const buses = await everyBus();
let house: LiveHouse;
afterEach(() => house.close());
afterAll(() => buses.close());

const append = (log: LiveLog, id: string, frame: LogFrame): Promise<AppendOutcome> =>
  new Promise((settle) => log.append(id, frame, settle));

async function begin(log: LiveLog): Promise<string> {
  const made = await log.create(eventFrame({ e: "opened" }));
  if (!made.ok) throw new Error("no log was made");
  return made.value;
}

function listen(log: LiveLog, id: string, after = 1) {
  const heard: string[] = [];
  const codes: string[] = [];
  log.subscribe(id, after, {
    frame: (frame) => heard.push(`${frame.seq}:${textOf(frame.payload)}`) > 0,
    typing: () => undefined,
    present: () => undefined,
    closed: (code) => codes.push(code),
  });
  return { heard, codes };
}

async function pair() {
  const a = await house.process();
  const b = await house.process();
  await soon(() => {
    expect(a.neighbours.others()).toEqual([b.neighbours.self]);
    expect(b.neighbours.others()).toEqual([a.neighbours.self]);
  });
  return { a: a.log, b: b.log };
}

/** Every append of one tab in order, sent again whenever the answer was "try again". */
async function talk(log: LiveLog, id: string, tab: number, count: number): Promise<number[]> {
  const seqs: number[] = [];
  for (let ref = 1; ref <= count; ref++) {
    const outcome = await append(log, id, clientFrame(`${tab}/${ref}`, ref, tab));
    if (outcome.ok) seqs.push(outcome.value);
  }
  return seqs;
}

describe.each(buses.kinds)("two processes on one database, hints over $name", ({ make }) => {
  beforeEach(async () => {
    house = await liveHouse(make);
  });

  test("number one log together, without a gap and without a double", async () => {
    const { a, b } = await pair();
    const id = await begin(a);
    await soon(async () => expect(await b.has(id)).toBe(true));
    const [sideA, sideB] = [listen(a, id), listen(b, id)];
    const numbers = (
      await Promise.all([
        talk(a, id, 1, 60),
        talk(b, id, 2, 60),
        talk(a, id, 3, 60),
        talk(b, id, 4, 60),
      ])
    ).flat();
    expect(numbers.toSorted((x, y) => x - y)).toEqual(Array.from({ length: 240 }, (_, n) => n + 2));
    await soon(() => expect(sideA.heard).toHaveLength(240));
    await soon(() => expect(sideB.heard).toEqual(sideA.heard));
  });

  test("know a frame that reached both as one", async () => {
    const { a, b } = await pair();
    const id = await begin(a);
    await b.has(id);
    for (let ref = 1; ref <= 40; ref++) {
      const frame = clientFrame(`${ref}`, ref);
      const [one, two] = await Promise.all([append(a, id, frame), append(b, id, frame)]);
      expect(one).toEqual({ ok: true, value: ref + 1 });
      expect(two).toEqual(one);
    }
  });

  test("let one of two win what both want", async () => {
    const { a, b } = await pair();
    for (let round = 0; round < 20; round++) {
      const id = await begin(a);
      await b.has(id);
      const taken = new Set<LiveLog>();
      for (const log of [a, b]) {
        log.observe({
          event: (of, frame) => {
            if (of === id && frame.seq > 1) taken.add(log);
          },
          gone: () => undefined,
        });
      }
      const take = (log: LiveLog) =>
        log.appendEvent(id, eventFrame({ e: "taken" }), () => !taken.has(log));
      const outcomes = await Promise.all([take(a), take(b)]);
      expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    }
  });

  test("hand out the last frames everywhere before an end, then answer as gone", async () => {
    const { a, b } = await pair();
    const id = await begin(a);
    await b.has(id);
    const side = listen(b, id);
    for (let ref = 1; ref <= 30; ref++) void append(a, id, clientFrame(`${ref}`, ref));
    expect(await a.destroy(id, "ended")).toEqual({ ok: true, value: undefined });
    await soon(() => expect(side.codes).toEqual(["ended"]));
    expect(side.heard).toHaveLength(30);
    expect(await append(b, id, clientFrame("more", 1))).toEqual({ ok: false, code: "gone" });
    expect(await b.has(id)).toBe(false);
  });

  test("write nothing into a log that ended elsewhere, even when the news was lost", async () => {
    const { a, b } = await pair();
    const id = await begin(a);
    await b.has(id);
    // Gone behind b's back: no hint tells it.
    await house.database.raw.query("delete from live_frames");
    expect(await append(b, id, clientFrame("late", 1))).toEqual({ ok: false, code: "gone" });
    const { rows } = await house.database.raw.query("select from live_frames");
    expect(rows).toHaveLength(0);
  });
});

describe("a database that fails for a while", () => {
  beforeEach(async () => {
    house = await liveHouse(postgresBus);
  });

  test("loses nothing that was acknowledged and doubles nothing, also when answers get lost", async () => {
    let calls = 0;
    const { log } = await house.process((store) => ({
      ...store,
      async append(rows) {
        calls++;
        if (calls % 3 === 1) throw new Error("the connection broke before the commit");
        const refused = await store.append(rows);
        if (calls % 3 === 2) throw new Error("the connection broke after the commit");
        return refused;
      },
    }));
    const id = await begin(log);
    const side = listen(log, id);
    const seqs = await Promise.all([talk(log, id, 1, 8), talk(log, id, 2, 8)]);
    expect(seqs.flat().toSorted((x, y) => x - y)).toEqual(
      Array.from({ length: 16 }, (_, n) => n + 2),
    );
    expect(side.heard).toHaveLength(16);
  });

  test("says try-again when it takes too long, and knows afterwards what had landed", async () => {
    let away = false;
    const { log } = await house.process(
      (store) => ({
        ...store,
        async append(rows) {
          const refused = await store.append(rows);
          if (away) throw new Error("committed, but nobody heard");
          return refused;
        },
      }),
      300,
    );
    const id = await begin(log);
    away = true;
    expect(await append(log, id, clientFrame("a", 1))).toEqual({ ok: false, code: "try-again" });
    away = false;
    expect(await append(log, id, clientFrame("b", 2))).toEqual({ ok: true, value: 3 });
    expect(await append(log, id, clientFrame("a", 1))).toEqual({ ok: true, value: 2 });
  });

  test("answers at once beyond the bounds of what may wait", async () => {
    let release: () => void = () => undefined;
    const { log } = await house.process((store) => ({
      ...store,
      append: async (rows) => {
        await new Promise<void>((go) => (release = go));
        return store.append(rows);
      },
    }));
    const making = begin(log);
    await soon(() => release());
    setInterval(() => release(), 5).unref();
    const id = await making;
    const outcomes = await Promise.all(
      Array.from({ length: 300 }, (_, n) => append(log, id, clientFrame("x", n + 1))),
    );
    const refused = outcomes.filter((outcome) => !outcome.ok);
    expect(refused.length).toBeGreaterThanOrEqual(40);
    expect(new Set(refused.map((outcome) => !outcome.ok && outcome.code))).toEqual(
      new Set(["try-again"]),
    );
  });
});
