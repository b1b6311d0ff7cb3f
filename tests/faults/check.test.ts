import { describe, expect, test } from "vitest";
import { type Account, breachesOf, type Frame, type Said } from "./check.ts";

const opened: Frame = { seq: 1, kind: 0, tab: "", text: "opened" };
const frame = (seq: number, tab: string, text: string): Frame => ({ seq, kind: 1, tab, text });
const said = (tab: string, turn: number, seq?: number): Said => ({
  ...{ tab, turn, seq },
  text: `${tab}${turn}`,
});

/** Two sides who said four texts, all acknowledged, and heard them all. */
const truth = [
  opened,
  frame(2, "a", "a1"),
  frame(3, "b", "b1"),
  frame(4, "a", "a2"),
  frame(5, "b", "b2"),
];
const account: Account = {
  name: "run 1",
  said: [said("a", 1, 2), said("b", 1, 3), said("a", 2, 4), said("b", 2, 5)],
  heard: ["a", "b"].map((tab) => ({ tab, frames: [...truth], expected: 5 })),
  end: "living",
  patient: new Set(["a", "b"]),
};

const without = (seq: number): Frame[] =>
  truth.filter((one) => one.seq !== seq).map((one, at) => ({ ...one, seq: at + 1 }));
const unheard = (more: Partial<Account>): Account => ({ ...account, heard: [], ...more });

describe("the checker", () => {
  test("finds nothing where nothing is wrong", () => {
    expect(breachesOf(account, truth)).toEqual([]);
    expect(breachesOf({ ...account, end: "acknowledged" }, undefined)).toEqual([]);
    expect(breachesOf({ ...account, end: "asked" }, truth)).toEqual([]);
    expect(breachesOf({ ...account, end: "asked" }, undefined)).toEqual([]);
  });

  test("allows what was not acknowledged to be there once, or not at all", () => {
    const [first, second, third] = account.said as [Said, Said, Said];
    const doubtful = unheard({ said: [first, second, third, said("b", 2)], patient: new Set() });
    expect(breachesOf(doubtful, truth)).toEqual([]);
    expect(breachesOf(doubtful, truth.slice(0, 4))).toEqual([]);
  });

  test.each<[string, Account, Frame[] | undefined, string]>([
    ["an acknowledged text that is lost", unheard({}), without(5), "was acknowledged and is lost"],
    [
      "a text that is there twice",
      unheard({}),
      [...truth, frame(6, "a", "a2")],
      "turn 2 of a is there 2 times",
    ],
    [
      "two texts of a tab that changed places",
      unheard({ said: [said("a", 1, 4), said("b", 1, 3), said("a", 2, 2), said("b", 2, 5)] }),
      [opened, frame(2, "a", "a2"), frame(3, "b", "b1"), frame(4, "a", "a1"), frame(5, "b", "b2")],
      "turn 1 of a stands behind a later one",
    ],
    [
      "a number other than the one that was told",
      unheard({ said: [said("a", 1, 2), said("b", 1, 3), said("a", 2, 5), said("b", 2, 4)] }),
      truth,
      "has another number than told",
    ],
    ["a conversation that came back", unheard({ end: "acknowledged" }), truth, "is there again"],
    ["a conversation that is gone", unheard({}), undefined, "a living conversation is gone"],
    ["a gap in the numbers", unheard({ said: [] }), [opened, frame(3, "b", "b1")], "has a gap"],
    ["a text that nobody said", unheard({}), [...truth, frame(6, "x", "x1")], "nobody said"],
    [
      "a text that a patient tab never got through",
      unheard({ said: [...account.said, said("a", 3)] }),
      truth,
      "never arrived",
    ],
  ])("finds %s", (_, planted, there, breach) => {
    expect(breachesOf(planted, there).join()).toContain(breach);
  });

  test.each<[string, Frame[], string]>([
    ["with a gap", [opened, frame(3, "b", "b1")], "heard with a gap"],
    ["twice", [opened, frame(2, "a", "a1"), frame(2, "a", "a1")], "heard with a gap"],
    ["something else", [opened, frame(2, "a", "other")], "heard number 2 otherwise"],
    ["what is not there", [...truth, frame(6, "a", "a3")], "heard what is not there"],
    ["not all", truth.slice(0, 4), "did not hear all"],
  ])("finds a side that heard %s", (_, frames, breach) => {
    const heard = [{ tab: "a", frames, expected: 5 }];
    expect(breachesOf({ ...account, heard }, truth).join()).toContain(breach);
  });
});
