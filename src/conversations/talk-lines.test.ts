import { expect, test } from "vitest";
import { type Line, logged, marked, moments, type Said, withLine } from "./talk-lines.ts";

const said = (id: string, seq: number | null, mine = true): Said => ({
  kind: "said",
  id,
  mine,
  role: mine ? "seeker" : "volunteer",
  alias: mine ? "" : "Sara",
  text: id,
  seq,
  at: 1,
  state: seq === null ? "sending" : "sent",
});
const order = (lines: readonly Line[]): string[] => lines.map((line) => line.id);
const build = (...lines: Line[]): readonly Line[] => lines.reduce(withLine, [] as readonly Line[]);

test("lines stand in the order of the log, and what is on its way stands last", () => {
  const lines = build(said("b", 5), said("mine", null), said("a", 3), said("c", 8, false));
  expect(order(lines)).toEqual(["a", "b", "c", "mine"]);
});

test("what is on its way keeps the order of writing", () => {
  expect(order(build(said("one", null), said("two", null), said("three", null)))).toEqual([
    "one",
    "two",
    "three",
  ]);
});

test("a line that the server has takes its place, once", () => {
  const waiting = build(said("mine", null), said("hers", 4, false));
  const after = logged(waiting, "mine", 3);
  expect(order(after)).toEqual(["mine", "hers"]);
  expect(after[0]).toMatchObject({ seq: 3, state: "sent" });
  expect(logged(after, "mine", 9)).toBe(after);
  expect(logged(after, "unknown", 9)).toBe(after);
});

test("marks tell only of one's own lines that the server has", () => {
  const lines = build(
    said("a", 1),
    said("b", 2),
    said("c", 3),
    said("hers", 2, false),
    said("d", null),
  );
  const states = marked(lines, { delivered: 2, seen: 1 }).map((line) => (line as Said).state);
  expect(states).toEqual(["seen", "delivered", "sent", "sent", "sending"]);
});

test("a mark never goes back", () => {
  const seen = marked(build(said("a", 1)), { delivered: 1, seen: 1 });
  expect(marked(seen, { delivered: 0, seen: 0 })[0]).toMatchObject({ state: "seen" });
});

test("who reloads her page neither comes nor goes; who hands over goes", () => {
  expect(moments(["Sara"], ["Sara"], 7)).toEqual([]);
  expect(moments(["Sara"], ["Sara", "Kim"], 7)).toMatchObject([{ kind: "came", alias: "Kim" }]);
  // Two may call themselves the same: the second one is no less told.
  expect(moments(["Sara"], ["Sara", "Sara"], 8)).toMatchObject([{ kind: "came", alias: "Sara" }]);
  expect(moments(["Sara", "Sara"], ["Sara"], 8)).toMatchObject([{ kind: "went", alias: "Sara" }]);
  expect(moments(["Sara", "Kim"], ["Kim"], 9)).toMatchObject([{ kind: "went", alias: "Sara" }]);
});
