import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { soon } from "../../tests/factories/soon.ts";
import { freshDatabase, type FreshDatabase } from "../../tests/factories/database.server.ts";
import type { JourId } from "../platform/database/index.server.ts";
import { type Counted, openCounters } from "./index.server.ts";
import { bucketOf, type Measure, usualRange, waitingMeasure } from "./index.ts";
import { monthOf } from "./policy.ts";

const minutes = (count: number): number => count * 60_000;

describe("the rules", () => {
  test.each([
    [0, "0-1"],
    [0.99, "0-1"],
    [1, "1-2"],
    [7, "5-10"],
    [89.9, "60-90"],
    [90, "90+"],
    [5000, "90+"],
    [-3, "0-1"],
  ])("%d minutes are told as %s", (count, bucket) => {
    expect(bucketOf(minutes(count))).toBe(bucket);
  });

  test("a month is the one on the wall in Stockholm", () => {
    expect(monthOf(Date.parse("2026-10-31T23:30:00Z"))).toBe("2026-11");
    expect(monthOf(Date.parse("2026-06-30T21:59:00Z"))).toBe("2026-06");
    expect(monthOf(Date.parse("2026-06-30T22:00:00Z"))).toBe("2026-07");
  });

  test("an estimate is silent until enough have waited, then tells the middle half", () => {
    expect(usualRange(new Map([["5-10", 19]]))).toBeNull();
    expect(usualRange(new Map([["5-10", 20]]))).toEqual([5, 10]);
    expect(
      usualRange(
        new Map([
          ["0-1", 10],
          ["5-10", 10],
          ["90+", 2],
        ]),
      ),
    ).toEqual([0, 10]);
    expect(usualRange(new Map([["90+", 30]]))).toEqual([90, 120]);
  });

  test("waiting is counted by the place of arrival", () => {
    expect([1, 2, 3, 9].map(waitingMeasure)).toEqual([
      "waiting-first",
      "waiting-second",
      "waiting-later",
      "waiting-later",
    ]);
  });
});

describe("the counters", () => {
  let database: FreshDatabase;
  let jour: JourId;
  const face = crypto.randomUUID();
  beforeEach(async () => {
    database = await freshDatabase();
    jour = await database.jour();
  });
  afterEach(() => database.close());

  const waited = (measure: Measure = "waiting-first"): Counted => ({
    jour,
    face,
    door: "woman",
    channel: "chat",
    measure,
    bucket: "1-2",
  });
  const rows = () =>
    database.tenant(jour, (tx) =>
      tx.rows<{ count: number }>("select measure, bucket, count from counters"),
    );

  test("add up over flushes and processes, and keep no time and no number", async () => {
    const [one, two] = [openCounters(database), openCounters(database)];
    for (const counters of [one, two, one]) counters.count(waited());
    await one.flush();
    await Promise.all([one.close(), two.close()]);
    expect(await rows()).toEqual([{ measure: "waiting-first", bucket: "1-2", count: 3 }]);
  });

  test("keep what could not be written for the next time", async () => {
    let away = true;
    const counters = openCounters({
      ...database,
      tenant: (of, work) => (away ? Promise.reject(new Error("away")) : database.tenant(of, work)),
    });
    counters.count(waited());
    await counters.flush();
    away = false;
    await counters.close();
    expect(await rows()).toEqual([{ measure: "waiting-first", bucket: "1-2", count: 1 }]);
  });

  test("answer with what is known, fetched behind the asker's back, and only of the own jour", async () => {
    const counters = openCounters(database);
    for (let n = 0; n < 20; n++) counters.count(waited());
    await counters.flush();
    expect(counters.distribution(jour, face, "waiting-first").size).toBe(0);
    await soon(() =>
      expect(usualRange(counters.distribution(jour, face, "waiting-first"))).toEqual([1, 2]),
    );
    const other = await database.jour();
    counters.distribution(other, face, "waiting-first");
    await new Promise((go) => setTimeout(go, 50));
    expect(counters.distribution(other, face, "waiting-first").size).toBe(0);
    await counters.close();
  });
});
