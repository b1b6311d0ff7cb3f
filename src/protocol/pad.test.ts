import { expect, test } from "vitest";
import { BUCKETS, pad, unpad } from "./pad.ts";

test("of a text's length only its bucket can be seen", () => {
  const lengths = new Set<number>();
  for (let length = 0; length <= 16_380; length += 17)
    lengths.add(pad(new Uint8Array(length)).length);
  expect([...lengths]).toEqual(BUCKETS.slice(0, 6));
});

test("what was padded comes back, and no other padding is taken for it", () => {
  const content = Uint8Array.from({ length: 600 }, (_, i) => i & 255);
  const padded = pad(content);
  expect(unpad(padded)).toEqual(content);
  const marked = padded.slice();
  marked[marked.length - 1] = 1;
  expect(() => unpad(marked)).toThrow("not-canonical");
  const longer = new Uint8Array(2048);
  longer.set(padded);
  expect(() => unpad(longer)).toThrow("not-canonical");
  const huge = new Uint8Array(60_000);
  huge.set([0, 0, 0xea, 0x5c]);
  for (const other of [huge, new Uint8Array(3)])
    expect(() => unpad(other)).toThrow("not-canonical");
});
