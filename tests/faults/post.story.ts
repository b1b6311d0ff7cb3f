import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  FAULT_POINTS,
  type FaultPoint,
  POST_POINTS,
} from "../../src/platform/fault-points.server.ts";
import { PostPoints, strikes } from "./post-points.server.ts";

let points: PostPoints;
beforeAll(async () => {
  points = await PostPoints.open();
});
afterAll(() => points.close());

describe("letters, bookings and mail", () => {
  test.each(strikes(POST_POINTS))("at %s (%s, %s): what was promised holds", async (...how) => {
    expect(await points.strike(...how)).toEqual([]);
  });

  // Each key is made and destroyed at the same steps as a conversation's.
  const keys = FAULT_POINTS.filter((point: FaultPoint) => /^(key|shred):/.test(point));
  test.each(keys)("at %s of a mailbox's key, killed: what was promised holds", async (point) => {
    expect(await points.strike(point, "deleted", "kill both")).toEqual([]);
  });

  test("have passed every fault point that there is", () => {
    expect(points.missed()).toEqual([]);
  });

  test("that have ended do not come back with a backup of their rows", async () => {
    expect(await points.restored()).toEqual([]);
  });
});

describe("a program that is wrong on purpose is found out", () => {
  test.each([
    ["key-kept", "mailbox:deleted", "kill the program"],
    ["ack-first", "mailbox:kept", "kill PostgreSQL"],
  ] as const)("%s", async (breakage, point, blow) => {
    const wrong = await PostPoints.open({ breakage });
    try {
      const found = await wrong.strike(point, "deleted", blow);
      expect(found.filter((one) => !one.includes("was not passed"))).not.toEqual([]);
    } finally {
      await wrong.close();
    }
  });
});
