import { readdirSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { soon } from "../../../tests/factories/soon.ts";
import {
  clientFrame,
  eventFrame,
  type LiveHouse,
  liveHouse,
  textOf,
} from "../../../tests/factories/live.server.ts";
import type { LiveLog } from "./log.server.ts";
import type { AppendOutcome } from "./log-record.server.ts";
import type { LogFrame, NumberedFrame } from "./stored-frame.server.ts";

let house: LiveHouse;
beforeEach(async () => {
  house = await liveHouse();
});
afterEach(() => house.close());

const opened = eventFrame({ e: "opened" });

async function begin(log: LiveLog): Promise<string> {
  const made = await log.create(opened);
  if (!made.ok) throw new Error("no log was made");
  return made.value;
}

const append = (log: LiveLog, id: string, frame: LogFrame): Promise<AppendOutcome> =>
  new Promise((settle) => log.append(id, frame, settle));

/** What a listener was told, as "number:text". */
function listen(log: LiveLog, id: string, after = 0) {
  const heard: string[] = [];
  const codes: string[] = [];
  const subscription = log.subscribe(id, after, {
    frame: (frame: NumberedFrame) => heard.push(`${frame.seq}:${textOf(frame.payload)}`) > 0,
    typing: () => undefined,
    present: () => undefined,
    closed: (code) => codes.push(code),
  });
  return { heard, codes, subscription };
}

async function rows(): Promise<number> {
  const { rows: found } = await house.database.raw.query(
    "select count(*)::int as n from live_frames",
  );
  return (found[0] as { n: number }).n;
}

describe("a log", () => {
  test("numbers frames and tells every side, the sender too", async () => {
    const { log } = await house.process();
    const id = await begin(log);
    const side = listen(log, id);
    expect(await append(log, id, clientFrame("a", 1))).toEqual({ ok: true, value: 2 });
    expect(await append(log, id, clientFrame("b", 2))).toEqual({ ok: true, value: 3 });
    await soon(() => expect(side.heard).toEqual(['1:{"e":"opened"}', "2:a", "3:b"]));
    const late = listen(log, id, 2);
    await soon(() => expect(late.heard).toEqual(["3:b"]));
  });

  test("answers a frame sent again with its old number, also while the first is on its way", async () => {
    const { log } = await house.process();
    const id = await begin(log);
    const once = clientFrame("a", 1);
    const outcomes = await Promise.all([append(log, id, once), append(log, id, once)]);
    expect(outcomes).toEqual([
      { ok: true, value: 2 },
      { ok: true, value: 2 },
    ]);
    expect(await append(log, id, clientFrame("b", 2))).toEqual({ ok: true, value: 3 });
    expect(await append(log, id, once)).toEqual({ ok: true, value: 2 });
    expect(await rows()).toBe(3);
  });

  test("never lets a frame land behind a later one of the same tab", async () => {
    const { log } = await house.process();
    const id = await begin(log);
    await append(log, id, clientFrame("b", 2));
    expect(await append(log, id, clientFrame("a", 1))).toEqual({ ok: false, code: "stale-ref" });
  });

  test("keeps the refs of two people apart, even when one takes the other's tab", async () => {
    const { log } = await house.process();
    const id = await begin(log);
    await append(log, id, clientFrame("mine", 1));
    const other = clientFrame("hers", 1, 1, new Uint8Array(16).fill(5));
    expect(await append(log, id, other)).toEqual({ ok: true, value: 3 });
  });

  test("asks a guard when everything before is known, so that one of two wins", async () => {
    const { log } = await house.process();
    const id = await begin(log);
    let taken = false;
    log.observe({
      event: (_, frame) => {
        if (textOf(frame.payload).includes("taken")) taken = true;
      },
      gone: () => undefined,
    });
    const take = () => log.appendEvent(id, eventFrame({ e: "taken" }), () => !taken);
    const outcomes = await Promise.all([take(), take(), take()]);
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(await rows()).toBe(2);
  });

  test("pauses one who cannot keep up and goes on where she stood", async () => {
    const { log } = await house.process();
    const id = await begin(log);
    const heard: number[] = [];
    const subscription = log.subscribe(id, 0, {
      frame: (frame) => heard.push(frame.seq) < 2,
      typing: () => undefined,
      present: () => undefined,
      closed: () => undefined,
    });
    for (let ref = 1; ref <= 5; ref++) await append(log, id, clientFrame("x", ref));
    expect(heard).toEqual([1, 2]);
    for (let n = 3; n <= 6; n++) {
      subscription?.resume();
      await soon(() => expect(heard).toHaveLength(n));
    }
    expect(heard).toEqual([1, 2, 3, 4, 5, 6]);
  });
});

describe("a restart", () => {
  test("finds every log, its numbers and its refs", async () => {
    const before = await house.process();
    const id = await begin(before.log);
    for (let ref = 1; ref <= 200; ref++) void append(before.log, id, clientFrame(`${ref}`, ref));
    await append(before.log, id, clientFrame("last", 201));
    const after = await house.process();
    expect(await after.log.recover()).toBe(1);
    expect(await append(after.log, id, clientFrame("last", 201))).toEqual({ ok: true, value: 202 });
    expect(await append(after.log, id, clientFrame("new", 202))).toEqual({ ok: true, value: 203 });
    const side = listen(after.log, id);
    await soon(() => expect(side.heard).toHaveLength(203));
  });

  test("deletes rows without a key and sweeps keys without rows", async () => {
    const before = await house.process();
    const [kept, shredded, empty] = [
      await begin(before.log),
      await begin(before.log),
      await begin(before.log),
    ];
    await house.database.raw.query("delete from live_frames where log = $1", [
      Buffer.from(empty, "base64url"),
    ]);
    const { unlinkSync } = await import("node:fs");
    unlinkSync(`${house.keys}/${Buffer.from(shredded, "base64url").toString("hex")}`);
    const after = await house.process();
    expect(await after.log.recover()).toBe(1);
    expect(await rows()).toBe(1);
    await after.log.sweep(1);
    expect(readdirSync(house.keys)).toEqual([Buffer.from(kept, "base64url").toString("hex")]);
  });
});

describe("an end", () => {
  test("delivers what is on its way, then leaves neither rows nor key", async () => {
    const { log } = await house.process();
    const id = await begin(log);
    const side = listen(log, id, 1);
    const last = append(log, id, clientFrame("goodbye", 1));
    expect(await log.destroy(id, "ended")).toEqual({ ok: true, value: undefined });
    expect(await last).toEqual({ ok: true, value: 2 });
    expect(side).toMatchObject({ heard: ["2:goodbye"], codes: ["ended"] });
    expect(await rows()).toBe(0);
    expect(readdirSync(house.keys)).toEqual([]);
    expect(await append(log, id, clientFrame("more", 2))).toEqual({ ok: false, code: "gone" });
    expect(await log.destroy(id, "ended")).toEqual({ ok: false, code: "gone" });
    expect(log.subscribe(id, 0, {} as never)).toBeUndefined();
  });

  test("holds against a backup of the rows", async () => {
    const { log } = await house.process();
    const id = await begin(log);
    await append(log, id, clientFrame("secret", 1));
    const backup = await house.database.raw.query("select * from live_frames");
    await log.destroy(id, "ended");
    for (const row of backup.rows as { log: Buffer; n: number; sealed: Buffer }[]) {
      expect(row.sealed.includes("secret")).toBe(false);
      await house.database.raw.query("insert into live_frames values ($1, $2, $3)", [
        row.log,
        row.n,
        row.sealed,
      ]);
    }
    const after = await house.process();
    expect(await after.log.recover()).toBe(0);
    expect(await rows()).toBe(0);
    expect(await after.log.has(id)).toBe(false);
  });

  test("deletes the rows later when the database was away", async () => {
    let away = false;
    const { log } = await house.process((store) => ({
      ...store,
      remove: (logs) => (away ? Promise.reject(new Error("away")) : store.remove(logs)),
    }));
    const id = await begin(log);
    away = true;
    const ending = log.destroy(id, "ended");
    await soon(() => expect(readdirSync(house.keys)).toEqual([]));
    expect(await rows()).toBe(1);
    away = false;
    expect(await ending).toEqual({ ok: true, value: undefined });
    expect(await rows()).toBe(0);
  });
});
