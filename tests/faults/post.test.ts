// A short sample of post.story.ts: letters, bookings and mail in a house that is struck.

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PostPoints } from "./post-points.server.ts";

const LONG_MS = 240_000;
let points: PostPoints;
beforeAll(async () => {
  points = await PostPoints.open();
}, LONG_MS);
afterAll(() => points.close(), LONG_MS);

describe("letters, bookings and mail in a house that is struck", () => {
  test.each([
    ["mailbox:keyed", "deleted", "kill the program"],
    ["mailbox:changed", "deleted", "kill both"],
    ["mailbox:shredded", "expired", "kill PostgreSQL"],
    ["booking:changed", "booking", "kill both"],
    ["outbox:shredded", "mail", "kill the program"],
  ] as const)(
    "at %s (%s, %s) keep what was promised",
    async (point, life, blow) => {
      expect(await points.strike(point, life, blow)).toEqual([]);
    },
    LONG_MS,
  );

  test(
    "a letter that comes again just while a start clears keys away is kept",
    async () => {
      expect(await points.comesAgain()).toEqual([]);
    },
    LONG_MS,
  );

  test(
    "do not come back with a backup of their rows",
    async () => {
      expect(await points.restored()).toEqual([]);
    },
    LONG_MS,
  );
});
