import { signal } from "@preact/signals";
import { expect, test } from "vitest";
import type { Role } from "../protocol/index.ts";
import { TalkState } from "./talk-state.browser.ts";

const tab = new Uint8Array(16);
const her = (id: string, seq: number, replayed = false) =>
  ({
    ...{ type: "message", id, tab, role: "volunteer", alias: "Sara", mine: false, text: id },
    ...{ seq, replayed },
  }) as const;
const receipt = (role: Role, delivered: number, seen: number) =>
  ({ type: "receipt", tab, role, delivered, seen }) as const;

test("what was said keeps its place and its time when it is told again", () => {
  const state = new TalkState("seeker", signal(true));
  state.apply(her("a", 3));
  state.apply(her("b", 5));
  const shown = state.lines.value;
  state.apply(her("a", 9, true));
  expect(state.lines.value).toEqual(shown);
  expect(shown.map((line) => line.id)).toEqual(["a", "b"]);
});

test("only what the other side says of it marks a line as delivered and seen", () => {
  const state = new TalkState("seeker", signal(true));
  state.wrote("mine", "hej");
  state.apply({ type: "logged", id: "mine", seq: 2 });
  // A second tab of her own side has it: that is not the one whom she writes to.
  state.apply(receipt("seeker", 2, 2));
  expect(state.lines.value).toMatchObject([{ id: "mine", state: "sent" }]);
  state.apply(receipt("volunteer", 2, 0));
  expect(state.lines.value).toMatchObject([{ id: "mine", state: "delivered" }]);
  state.apply(receipt("volunteer", 2, 2));
  expect(state.lines.value).toMatchObject([{ id: "mine", state: "seen" }]);
});
