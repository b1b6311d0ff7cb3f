import { expect, test } from "vitest";
import { failureMessages } from "../messages.failures.ts";
import { endingOf, openingSentence, refusalSentence } from "./failures.ts";

test("a code that nobody foresaw is told as a fault of ours, and an ending as over", () => {
  expect(openingSentence("never-heard-of")).toBe("ours");
  expect(endingOf("never-heard-of")).toBe("gone");
});

test("whoever could not show that she belongs here is told apart from what could not be read", () => {
  expect(refusalSentence("member-not-in-directory")).toBe("unverified");
  expect(refusalSentence("cannot-open")).toBe("unreadable");
  expect(refusalSentence("late-epoch")).toBe(null);
});

test("what an honest server never does is always told, also where nothing seems to be lost", () => {
  for (const code of ["conversation-fork", "epoch-not-next", "replayed"] as const)
    expect(refusalSentence(code)).toBe("forked");
});

test("what the server had no room for is told with what was kept", () => {
  expect(failureMessages.sv[refusalSentence("conversation-full") ?? "ours"]).toContain("är kvar");
});

test("every sentence says it in each language", () => {
  for (const sentences of Object.values(failureMessages)) {
    for (const sentence of Object.values(sentences)) expect(sentence).toMatch(/[.!]$/);
  }
});
