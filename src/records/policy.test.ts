import { describe, expect, test } from "vitest";
import type { ExtractView } from "./contract.ts";
import { daysAfter, dayOf, monthsAfter } from "./days.ts";
import {
  copyMayGo,
  copyRefusal,
  holdsOn,
  isReviewDue,
  noteLapses,
  noteRefusal,
  soonOf,
  unreviewedOf,
} from "./policy.ts";

const today = "2026-11-21";
const note = (shownMonth: string): ExtractView => ({
  ...{ kind: "note", shownMonth, seenBy: null, lapsesOn: noteLapses(shownMonth) },
});

describe("days", () => {
  test("are those of the jours, also where UTC is another day", () => {
    expect(dayOf(Date.parse("2026-06-30T22:30:00Z"))).toBe("2026-07-01");
    expect(dayOf(Date.parse("2026-12-31T23:30:00Z"))).toBe("2027-01-01");
  });
  test("months later end where a shorter month ends", () => {
    expect(monthsAfter("2026-08-31", 6)).toBe("2027-02-28");
    expect(monthsAfter("2026-05-31", -6)).toBe("2025-11-30");
    expect(daysAfter("2026-12-31", 1)).toBe("2027-01-01");
  });
});

describe("a note that an extract was shown", () => {
  const right = { work: "children", own: false, shownMonth: "2026-11" } as const;
  test.each([
    ["of her who meets children", right, undefined],
    ["never of her who works at the shelter", { ...right, work: "shelter" }, "wrong-regime"],
    ["nor of her who meets no children", { ...right, work: "none" }, "wrong-regime"],
    ["nor before anybody has chosen", { ...right, work: null }, "wrong-regime"],
    ["nor of oneself", { ...right, own: true }, "own-record"],
    ["nor of a month to come", { ...right, shownMonth: "2026-12" }, "day-refused"],
    ["eleven months ago", { ...right, shownMonth: "2025-12" }, undefined],
    ["nor a year ago", { ...right, shownMonth: "2025-11" }, "extract-too-old"],
  ] as const)("%s", (_, entered, told) => expect(noteRefusal(entered, today)).toBe(told));
});

describe("a copy of both extracts", () => {
  const right = {
    ...{ work: "shelter" as const, own: false, issuedOn: "2026-06-01", startedOn: "2026-12-01" },
  } as const;
  test.each([
    ["six months old on the day she begins", right, undefined],
    ["a day older", { ...right, issuedOn: "2026-05-31" }, "extract-too-old"],
    ["of her who meets children elsewhere", { ...right, work: "children" }, "wrong-regime"],
    ["of oneself", { ...right, own: true }, "own-record"],
    ["issued on a day to come", { ...right, issuedOn: "2026-11-22" }, "day-refused"],
    ["issued after she began", { ...right, startedOn: "2026-05-01" }, "day-refused"],
  ] as const)("%s", (_, entered, told) => expect(copyRefusal(entered, today)).toBe(told));

  test("is kept two years after she ended there, and may go then", () => {
    expect(copyMayGo(null)).toBeNull();
    expect(copyMayGo("2026-11-21")).toBe("2028-11-21");
  });
});

describe("she goes on duty", () => {
  const fine = {
    work: "children",
    onLeave: false,
    extract: note("2026-03"),
    asked: 2,
    signed: 2,
  } as const;
  test.each([
    ["with all in order", fine, []],
    [
      "where there is no pledge yet, and nobody has chosen",
      { ...fine, work: null, extract: { kind: "nothing" }, asked: null, signed: null },
      [],
    ],
    ["not with the version before", { ...fine, signed: 1 }, ["pledge-unsigned"]],
    ["not with none", { ...fine, signed: null }, ["pledge-unsigned"]],
    ["not before it was shown", { ...fine, extract: { kind: "missing" } }, ["extract-missing"]],
    ["not a year after", { ...fine, extract: note("2025-11") }, ["extract-lapsed"]],
    ["not on leave", { ...fine, onLeave: true }, ["on-leave"]],
  ] as const)("%s", (_, standing, told) => expect(holdsOn(standing, today)).toEqual(told));

  test("and is told six weeks before it lapses, not earlier and not after", () => {
    expect(soonOf(note("2026-02"), today)).toBeNull();
    expect(soonOf(note("2026-01"), today)).toBe("2027-01-01");
    expect(soonOf(note("2025-11"), today)).toBeNull();
  });
});

describe("the review of a month", () => {
  test("waits when the month is over, and blocks from the fifteenth", () => {
    const waiting = unreviewedOf(["2026-11", "2026-10", "2026-09"], ["2026-09"], today);
    expect(waiting).toEqual(["2026-10"]);
    expect(isReviewDue(waiting, "2026-11-14")).toBe(false);
    expect(isReviewDue(waiting, "2026-11-15")).toBe(true);
    expect(isReviewDue([], today)).toBe(false);
  });
});
