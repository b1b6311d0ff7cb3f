import { expect, test } from "vitest";
import { uuid } from "./uuid.ts";

test("an id is a uuid in small letters, and nothing else", () => {
  const id = "040db219-4ebe-40a7-bf78-af9bbe28e6b2";
  expect(uuid.safeParse(id).success).toBe(true);
  for (const other of [id.toUpperCase(), id.slice(1), `${id}0`, ` ${id}`, ""])
    expect(uuid.safeParse(other).success).toBe(false);
});
