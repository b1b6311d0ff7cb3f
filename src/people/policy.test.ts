import { describe, expect, test } from "vitest";
import { changeRefusal } from "./policy.ts";

describe("the rule book", () => {
  const nothing = {
    joining: [],
    leaving: [],
    roleChanged: [],
    rekeyed: [],
    teamsChanged: [],
    coordinators: 1,
  };
  const eva = { id: "a", invitedAs: "volunteer", role: "volunteer" } as const;
  test.each([
    ["a coordinator may add", { ...nothing, joining: [eva] }, { kind: "coordinator" }, undefined],
    [
      "nobody gets a role that was not offered",
      { ...nothing, joining: [{ ...eva, role: "coordinator" as const }] },
      { kind: "coordinator" },
      "role-not-offered",
    ],
    [
      "the invited adds herself",
      { ...nothing, joining: [eva] },
      { kind: "invited", member: "a" },
      undefined,
    ],
    [
      "and nobody else",
      { ...nothing, joining: [eva] },
      { kind: "invited", member: "b" },
      "not-allowed",
    ],
    [
      "nor takes anybody away",
      { ...nothing, joining: [eva], leaving: ["c"] },
      { kind: "invited", member: "a" },
      "not-allowed",
    ],
    [
      "nor raises anybody",
      { ...nothing, joining: [eva], roleChanged: ["c"] },
      { kind: "invited", member: "a" },
      "not-allowed",
    ],
    [
      "nor puts other keys in the place of somebody's",
      { ...nothing, joining: [eva], rekeyed: ["c"] },
      { kind: "invited", member: "a" },
      "not-allowed",
    ],
    [
      "nor moves anybody to another team",
      { ...nothing, joining: [eva], teamsChanged: ["c"] },
      { kind: "invited", member: "a" },
      "not-allowed",
    ],
    [
      "a coordinator takes back who lost her keys",
      { ...nothing, rekeyed: ["c"] },
      { kind: "coordinator" },
      undefined,
    ],
    [
      "as a coordinator may",
      { ...nothing, teamsChanged: ["c"] },
      { kind: "coordinator" },
      undefined,
    ],
    ["the house renews", nothing, { kind: "house" }, undefined],
    ["and adds nobody", { ...nothing, joining: [eva] }, { kind: "house" }, "not-allowed"],
  ] as const)("%s", (_, change, by, refusal) => {
    expect(changeRefusal(change, by)).toBe(refusal);
  });
});
