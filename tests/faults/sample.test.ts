// A short sample of what `npm run faults` does for minutes: see README.md.

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FAULT_POINTS } from "../../src/platform/fault-points.server.ts";
import { House, until } from "./house.server.ts";
import { missedPoints, Points } from "./points.server.ts";
import { groundOf } from "./truth.server.ts";
import { runWeather } from "./weather.server.ts";

const LONG_MS = 240_000;

describe("a house that is struck", () => {
  const house = new House();
  const points = new Points(house, { house, ground: groundOf(house) });
  let stopKeeping = async (): Promise<void> => undefined;
  beforeAll(async () => {
    stopKeeping = house.keepUp();
    expect(await until(() => house.isReady, 60_000)).toBe(true);
  }, LONG_MS);
  afterAll(async () => {
    await stopKeeping();
    await house.close();
  }, LONG_MS);

  test.each([
    ["append:committed", "kill both"],
    ["ack:begin", "kill the program"],
    ["log:keyed", "kill the program"],
    ["shred:overwritten", "kill the program"],
    ["rows:begin", "kill PostgreSQL"],
    ["key:written", "a full disk"],
    ["recover:listed", "kill the program"],
  ] as const)(
    "at %s (%s) keeps what it promised",
    async (point, blow) => {
      expect(await points.strike(point, blow)).toEqual([]);
    },
    LONG_MS,
  );

  test("has passed every fault point that there is", () => {
    expect(missedPoints(house)).toEqual([]);
    expect(FAULT_POINTS.length).toBeGreaterThan(20);
  });
});

test(
  "random runs through a storm keep what was promised",
  async () => {
    const tally = await runWeather({ seed: 7, runs: 40, lanes: 40, roughness: 1 });
    expect(tally.breaches).toEqual([]);
    expect(tally.runs).toBe(40);
    expect(tally.struck).toBeGreaterThan(0);
  },
  LONG_MS,
);
