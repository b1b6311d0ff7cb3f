import { describe, expect, it } from "vitest";
import { type Application, readApplication, writeApplication } from "./application.ts";
import type { Round } from "./contract.ts";
import { mayTake, roundOfApplication, roundOn } from "./policy.ts";

const application: Application = {
  ...{ what: "application", name: "Åsa", reach: "", meeting: "" },
  form: { kind: "application", version: 1, hash: "h" },
  answers: { why: "Lyssna", when: ["evenings"] },
  stated: ["Jag har fyllt 18 år."],
};

describe("an application as a letter's text", () => {
  it("is read as it was written, and nothing else is read as one", () => {
    const text = writeApplication(application);
    expect(readApplication(text)).toEqual(application);
    expect(readApplication("Hej!")).toBeUndefined();
    expect(readApplication(`${text} `)).toBeUndefined();
    for (const wrong of [
      { ...application, what: "other" },
      { ...application, more: 1 },
      { ...application, stated: [1] },
      { ...application, form: { kind: "intake", version: 1, hash: "h" } },
    ])
      expect(readApplication(writeApplication(wrong as Application))).toBeUndefined();
  });
});

const round = (opensOn: string, endsOn: string): Round => ({
  ...{ id: `${opensOn} ${endsOn}`, opensOn, endsOn, keepMonths: 3, version: 1 },
  words: { title: { sv: "", en: "" }, text: { sv: "", en: "" } },
});

describe("the round that counts", () => {
  const [spring, autumn, later] = [
    round("2026-02-01", "2026-02-28"),
    round("2026-09-01", "2026-09-30"),
    round("2026-09-15", "2026-10-15"),
  ];
  const all = [later, spring, autumn];

  it("is the open one that ends first, else the next, else none", () => {
    expect(roundOn(all, "2026-09-20")).toBe(autumn);
    expect(roundOn(all, "2026-10-01")).toBe(later);
    expect(roundOn(all, "2026-05-01")).toBe(autumn);
    expect(roundOn(all, "2026-11-01")).toBeUndefined();
  });

  it("for a letter that comes after the last day is the one that has just ended", () => {
    expect(roundOfApplication(all, "2026-03-01")).toBe(spring);
    expect(roundOfApplication(all, "2026-10-16")).toBe(later);
    expect(roundOfApplication(all, "2026-01-01")).toBeUndefined();
  });
});

describe("meetings", () => {
  it("for interviews are for those who are invited, others for all who were not told no", () => {
    expect(mayTake("invited", "interview")).toBe(true);
    expect(mayTake("applied", "interview")).toBe(false);
    expect(mayTake("welcome", "interview")).toBe(false);
    expect(mayTake("interested", "information")).toBe(true);
    expect(mayTake("declined", "information")).toBe(false);
  });
});
