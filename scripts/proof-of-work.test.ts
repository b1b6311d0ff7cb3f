import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { proofSteps } from "../src/conversations/policy.ts";

/** Of the first table of docs/proof-of-work.md: pressure and steps of each row. */
const costs = [
  ...readFileSync("docs/proof-of-work.md", "utf8").matchAll(
    /^\| +(\d+) \| +([\d,]+) \| +[\d,]+ \| +[\d.]+ s \//gm,
  ),
].map(([, pressure = "", steps = ""]) => ({
  pressure: Number(pressure),
  steps: Number(steps.replaceAll(",", "")),
}));

test("the page on what the way in costs says what the program asks", () => {
  expect(costs).toHaveLength(8);
  for (const { pressure, steps } of costs)
    expect({ pressure, steps }).toEqual({ pressure, steps: proofSteps("new", pressure) });
});
