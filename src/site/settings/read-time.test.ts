import { expect, it } from "vitest";
import { readTime } from "./read-time.ts";

it.each([
  ["18", "18:00"],
  ["9", "09:00"],
  ["1830", "18:30"],
  ["930", "09:30"],
  ["18.30", "18:30"],
  [" 18:30 ", "18:30"],
  ["18 30", "18:30"],
  ["9:5", "09:05"],
  ["24", "00:00"],
  ["24:00", "00:00"],
])("reads %j as %s", (text, time) => {
  expect(readTime(text)).toBe(time);
});

it.each(["", "kväll", "25", "24:30", "18:60", "18:", "18-20", "12345"])(
  "does not guess at %j",
  (text) => {
    expect(readTime(text)).toBeUndefined();
  },
);
