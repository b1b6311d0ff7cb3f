import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FAULT_POINTS } from "../../src/platform/fault-points.server.ts";
import { House, until } from "./house.server.ts";
import { BLOWS, blowsAt, missedPoints, Points } from "./points.server.ts";
import { groundOf } from "./truth.server.ts";

const house = new House();
const points = new Points(house, { house, ground: groundOf(house) });
let stopKeeping = async (): Promise<void> => undefined;
beforeAll(async () => {
  stopKeeping = house.keepUp();
  expect(await until(() => house.isReady, 60_000)).toBe(true);
});
afterAll(async () => {
  await stopKeeping();
  await house.close();
});

describe.each(BLOWS)("%s", (blow) => {
  const there = FAULT_POINTS.filter((point) => blowsAt(point).includes(blow));
  test.each(there)("at %s: what was promised holds", async (point) => {
    expect(await points.strike(point, blow)).toEqual([]);
  });
});

test("every fault point was passed", () => {
  expect(missedPoints(house)).toEqual([]);
});
