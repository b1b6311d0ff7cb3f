import { readdirSync, unlinkSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type pg from "pg";
import {
  clientFrame,
  eventFrame,
  type LiveHouse,
  liveHouse,
} from "../../../tests/factories/live.server.ts";
import type { LiveLog } from "./log.server.ts";
import type { AppendOutcome } from "./log-record.server.ts";
import { type LogStore, logStore } from "./log-store.server.ts";

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

async function rows(): Promise<number> {
  const found = await house.database.raw.query<{ n: number }>(
    "select count(*)::int as n from live_frames",
  );
  return found.rows[0]?.n ?? -1;
}

/** The real store, but a write that has been made waits before it is committed. */
function slowCommits(): { store: LogStore; made: Promise<void>; commit: () => void } {
  let tellMade = (): void => undefined;
  let commit = (): void => undefined;
  const made = new Promise<void>((go) => (tellMade = go));
  const isToCommit = new Promise<void>((go) => (commit = go));
  const { raw } = house.database;
  const pool = {
    on: () => undefined,
    async query(question: pg.QueryConfig) {
      if (!question.text.includes("live_append")) return raw.query(question);
      const client = await raw.connect();
      await client.query("begin");
      const answer = await client.query(question);
      tellMade();
      await isToCommit;
      await client.query("commit");
      client.release();
      return answer;
    },
  };
  return { store: logStore(pool as unknown as pg.Pool), made, commit };
}

describe("a sweep", () => {
  test("deletes the row of a write that was on its way while another process ended its log", async () => {
    const a = await house.process();
    const id = await begin(a.log);
    const slow = slowCommits();
    const b = await house.process(() => slow.store);
    expect(await b.log.has(id)).toBe(true);
    const late = new Promise<AppendOutcome>((settle) =>
      b.log.append(id, clientFrame("late", 1), settle),
    );
    await slow.made;
    expect((await a.log.destroy(id, "ended")).ok).toBe(true);
    slow.commit();
    await late;
    // The deletion could not see it; its key is gone.
    expect(await rows()).toBe(1);
    expect(readdirSync(house.keys)).toEqual([]);
    await a.log.sweep(1);
    expect(await rows()).toBe(0);
    expect(await b.log.has(id)).toBe(false);
  });

  test("ends on its own process what it finds without a key, whoever has not been told", async () => {
    const { log } = await house.process();
    const [id, other] = [await begin(log), await begin(log)];
    const codes: string[] = [];
    const [frame, typing, present] = [() => true, () => undefined, () => undefined];
    log.subscribe(id, 1, { frame, typing, present, closed: (code) => codes.push(code) });
    unlinkSync(`${house.keys}/${Buffer.from(id, "base64url").toString("hex")}`);
    await log.sweep(1);
    expect(codes).toEqual(["gone"]);
    expect([await log.has(id), await log.has(other)]).toEqual([false, true]);
    expect(await rows()).toBe(1);
  });

  test("touches nothing that begins or lives, and sweeps what a beginning left behind", async () => {
    const { log } = await house.process();
    const before = await begin(log);
    const sweeping = log.sweep(200);
    const meanwhile = await begin(log);
    await sweeping;
    expect([await log.has(before), await log.has(meanwhile)]).toEqual([true, true]);
    expect([await rows(), readdirSync(house.keys).length]).toEqual([2, 2]);
    const gone = await begin(log);
    await house.database.raw.query("delete from live_frames where log = $1", [
      Buffer.from(gone, "base64url"),
    ]);
    // Here it is still known, perhaps as one that is just beginning: another process sweeps it.
    await log.sweep(1);
    expect(readdirSync(house.keys)).toHaveLength(3);
    await (await house.process()).log.sweep(1);
    expect(readdirSync(house.keys)).toHaveLength(2);
  });

  test("deletes nothing when the disk of the keys is away", async () => {
    let isAway = false;
    const { log } = await house.process(undefined, undefined, (keys) => ({
      ...keys,
      list: () => (isAway ? Promise.resolve([]) : keys.list()),
    }));
    for (let n = 0; n < 2; n++) await begin(log);
    isAway = true;
    await log.sweep(1);
    expect(await rows()).toBe(2);
  });
});
