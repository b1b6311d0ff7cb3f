import { describe, expect, test } from "vitest";
import { BREAKAGES, type Breakage } from "./broken.server.ts";
import { runWeather } from "./weather.server.ts";

const RUNS = 600;

/** What each program that is wrong on purpose must be found out by. */
const signs: Record<Breakage, RegExp> = {
  "ack-first": /was acknowledged and is lost/,
  "end-first": /an ended conversation (is there|has a key) again/,
  "key-kept": /an ended conversation (is there|has a key) again/,
  "no-memory": /is there 2 times/,
  // What was lost is missing, or its number has gone to another frame since.
  "lazy-database": /was acknowledged and is lost|heard number \d+ otherwise/,
};

describe("a program that is wrong on purpose is found out", () => {
  test.each(BREAKAGES)("%s", async (breakage) => {
    const told = { seed: 1, runs: RUNS, lanes: 30, breakage, isOverAtBreach: true };
    const { breaches } = await runWeather(told);
    expect(breaches.join("\n")).toMatch(signs[breakage]);
  });
});
