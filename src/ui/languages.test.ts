import { expect, it } from "vitest";
import { counted, formatKronor } from "./languages.ts";

it("sums stand as each language writes them", () => {
  expect(formatKronor(2500, "sv")).toBe("2\u00a0500\u00a0kr");
  expect(formatKronor(2500, "en")).toBe("SEK\u00a02,500");
});

it("one is one, and nothing else is", () => {
  expect([0, 1, 2, 21].map((count) => counted(count, "sida", "sidor"))).toEqual([
    ...["0 sidor", "1 sida", "2 sidor", "21 sidor"],
  ]);
});
