import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  clientFrame,
  eventFrame,
  type LiveHouse,
  liveHouse,
} from "../../../tests/factories/live.server.ts";
import { type ShredKey, wrap } from "../shred/index.server.ts";
import { memoryBus } from "./bus.server.ts";
import { LiveLog } from "./log.server.ts";
import { type AppendOutcome, type LogRoom, WHOLE_ROOM } from "./log-record.server.ts";
import { type LogStore, READ_BYTES, type SealedRow } from "./log-store.server.ts";
import { meetNeighbours } from "./neighbours.server.ts";
import { encodeStored, type LogFrame, placeOf } from "./stored-frame.server.ts";
import { MAX_PAYLOAD } from "./wire.ts";

const full: AppendOutcome = { ok: false, code: "conversation-full" };

async function begin(log: LiveLog): Promise<string> {
  const made = await log.create(eventFrame({ e: "opened" }));
  if (!made.ok) throw new Error("no log was made");
  return made.value;
}

const append = (log: LiveLog, id: string, frame: LogFrame, room?: LogRoom) =>
  new Promise<AppendOutcome>((settle) => log.append(id, frame, settle, room));

const long = (ref: number): LogFrame => ({
  ...clientFrame("", ref),
  payload: new Uint8Array(MAX_PAYLOAD).fill(ref),
});

describe("what clients may write into one log", () => {
  let house: LiveHouse;
  beforeEach(async () => {
    house = await liveHouse();
  });
  afterEach(() => house.close());

  test("has an end in frames: what stands is known, an event goes in, and it can be ended", async () => {
    const { log } = await house.process();
    const id = await begin(log);
    const few: LogRoom = { frames: 3, bytes: 1000 };
    const flood = await Promise.all(
      Array.from({ length: 10 }, (_, n) => append(log, id, clientFrame("word", n + 1), few)),
    );
    expect(flood.map((one) => one.ok)).toEqual([true, true, true, ...Array(7).fill(false)]);
    expect(flood[3]).toEqual(full);
    // Sent again, it has its old number; and who has more room goes on.
    expect(await append(log, id, clientFrame("word", 3), few)).toEqual({ ok: true, value: 4 });
    expect(await log.appendEvent(id, eventFrame({ e: "taken" }))).toEqual({ ok: true, value: 5 });
    expect(await append(log, id, clientFrame("word", 11))).toEqual({ ok: true, value: 6 });
    expect(await append(log, id, clientFrame("word", 12), few)).toEqual(full);
    expect(await log.destroy(id, "ended")).toEqual({ ok: true, value: undefined });
  });

  test("waits in memory only as far as there is room for it, while the database is away", async () => {
    let isAway = true;
    const { log } = await house.process((store) => ({
      ...store,
      append: (rows) =>
        isAway && rows[0]?.base !== 0
          ? Promise.reject(new Error("the database is away"))
          : store.append(rows),
    }));
    const [hers, other] = [await begin(log), await begin(log)];
    const flood = Array.from({ length: 8 }, (_, n) =>
      append(log, hers, long(n + 1), { frames: 64, bytes: 2 * MAX_PAYLOAD }),
    );
    const talk = append(log, other, long(1));
    const later: AppendOutcome = { ok: false, code: "try-again" };
    expect(await Promise.all(flood.slice(2))).toEqual(flood.slice(2).map(() => later));
    isAway = false;
    expect((await Promise.all([...flood.slice(0, 2), talk])).map((one) => one.ok)).toEqual([
      true,
      true,
      true,
    ]);
  });

  test("has an end in bytes, counted from the log: after a restart and on another process too", async () => {
    const { log, store } = await house.process();
    const id = await begin(log);
    const many = Math.floor(WHOLE_ROOM.bytes / MAX_PAYLOAD);
    const flood: Promise<AppendOutcome>[] = [];
    for (let ref = 1; ref <= many + 1; ref++) {
      flood.push(append(log, id, long(ref)));
      // No more at once than are taken.
      if (ref % 64 === 0) await flood.at(-1);
    }
    const outcomes = await Promise.all(flood);
    expect(outcomes.filter((one) => one.ok)).toHaveLength(many);
    expect(outcomes.at(-1)).toEqual(full);

    const other = await house.process();
    expect(await other.log.recover()).toBe(1);
    expect(await append(other.log, id, long(many + 2))).toEqual(full);
    // What is small still fits: a goodbye.
    const goodbye = await append(other.log, id, clientFrame("goodbye", many + 3));
    expect(goodbye).toEqual({ ok: true, value: many + 2 });

    // And no answer of the database is larger than it should be, from the first row to the last.
    let read = 0;
    while (read < many + 2) {
      const rows = await store.readFrom([{ log: id, n: read + 1 }], 1000);
      const bytes = rows.reduce((sum, { sealed }) => sum + sealed.length, 0);
      expect(bytes).toBeLessThan(READ_BYTES + MAX_PAYLOAD + 100);
      expect(rows.map(({ n }) => n)).toEqual(rows.map((_, at) => read + 1 + at));
      expect(rows.length).toBeGreaterThan(0);
      read += rows.length;
    }
  });
});

describe("a start", () => {
  test("finds logs that are larger than its memory, and keeps nothing of what was said", async () => {
    const MIB = 1024 * 1024;
    const logs = ["AAAAAAAAAAAAAAAAAAAAAA", "AQAAAAAAAAAAAAAAAAAAAA", "AgAAAAAAAAAAAAAAAAAAAA"];
    const last = Math.ceil((60 * MIB) / MAX_PAYLOAD);
    const key = new Uint8Array(32).fill(7) as ShredKey;
    const collect = exposedCollector();
    let most = 0;
    const rowOf = (log: string, n: number): SealedRow => {
      const frame = n % 100 === 1 ? eventFrame({ e: "event", n }) : long(n);
      return { log, n, sealed: wrap(key, placeOf(log, n), encodeStored(frame)) };
    };
    const store: LogStore = {
      append: () => Promise.reject(new Error("nothing is written")),
      remove: () => Promise.reject(new Error("nothing is deleted")),
      heads: async () => logs.map((log) => ({ log, n: last })),
      async readFrom([place], limit) {
        const rows: SealedRow[] = [];
        let bytes = 0;
        for (let n = place?.n ?? 0; place && n <= last && bytes < READ_BYTES; n++) {
          const row = rowOf(place.log, n);
          rows.push(row);
          bytes += row.sealed.length;
          if (rows.length === limit) break;
        }
        return rows;
      },
    };
    const neighbours = await meetNeighbours(memoryBus());
    const log = new LiveLog({ store, keys: keysOf(logs, key), neighbours });
    const heard: number[] = [];
    log.observe({
      event(_, { seq }) {
        collect();
        most = Math.max(most, process.memoryUsage().arrayBuffers);
        heard.push(seq);
      },
      gone: () => undefined,
    });
    collect();
    const before = process.memoryUsage().arrayBuffers;
    expect(await log.recover()).toBe(3);
    const events = Array.from({ length: Math.ceil(last / 100) }, (_, n) => n * 100 + 1);
    expect(heard).toEqual([...events, ...events, ...events]);
    // Not half of what was read; what is collected is given back a little later.
    expect(most - before).toBeLessThan(90 * MIB);
    expect(logs.map((id) => log.next(id))).toEqual([last + 1, last + 1, last + 1]);
    await neighbours.close();
  });
});

function keysOf(logs: readonly string[], key: ShredKey) {
  const unused = (): Promise<never> => Promise.reject(new Error("not asked"));
  return {
    ...{ create: unused, keep: unused, look: unused, mend: unused, destroy: unused },
    read: async () => key.slice() as ShredKey,
    list: async () => logs.map((log) => new Uint8Array(Buffer.from(log, "base64url"))),
  };
}

function exposedCollector(): () => void {
  setFlagsFromString("--expose-gc");
  return runInNewContext("gc") as () => void;
}
