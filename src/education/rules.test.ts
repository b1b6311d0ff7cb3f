import { describe, expect, it } from "vitest";
import { isAddress } from "../platform/mail/index.server.ts";
import { STAGES } from "./contract.ts";
import { deleteOn } from "./keeping.server.ts";
import { mailOf, writeMail } from "./mails.ts";
import { faultOfMove, isLink, nextOf, repliesTo } from "./policy.ts";
import { BANK, choicesOf, formOf, USUAL } from "./questions.ts";
import { readRequest, type WrittenRequest } from "./request.ts";

const now = Date.parse("2026-11-21T12:00:00Z");
const HOUR = 3_600_000;

describe("a step of a booking", () => {
  it("is one of those that its stage knows", () => {
    const known = STAGES.flatMap((from) => nextOf(from).map((to) => `${from} ${to}`));
    expect(known).toEqual([
      ...["asked offered", "asked booked", "asked declined"],
      ...["offered offered", "offered booked", "offered declined"],
      ...["booked booked", "booked held", "booked declined"],
      ...["held booked", "declined asked"],
    ]);
    expect(faultOfMove("asked", { stage: "held", reason: null, member: "m" }, now, now)).toBe(
      "bad-input",
    );
  });

  it.each([
    ["booked, with a time ahead and somebody who holds it", "booked", null, "m", HOUR, undefined],
    ["booked by nobody", "booked", null, null, HOUR, "bad-input"],
    ["booked in the past", "booked", null, "m", -HOUR, "bad-time"],
    ["offered without a time", "offered", null, "m", null, "bad-input"],
    ["declined for a reason", "declined", "full", null, null, undefined],
    ["declined for none", "declined", null, null, null, "bad-input"],
    ["offered for a reason", "offered", "full", "m", HOUR, "bad-input"],
  ] as const)("%s", (_, stage, reason, member, ahead, fault) => {
    const startsAt = ahead === null ? null : now + ahead;
    expect(faultOfMove("asked", { stage, reason, member }, startsAt, now)).toBe(fault);
  });

  it("is held once it has begun, and can be put back when that was a slip", () => {
    const held = { stage: "held", reason: null, member: null } as const;
    expect(faultOfMove("booked", held, now + HOUR, now)).toBe("bad-time");
    expect(faultOfMove("booked", held, now - HOUR, now)).toBeUndefined();
    const back = { stage: "booked", reason: null, member: "m" } as const;
    expect(faultOfMove("held", back, now - HOUR, now)).toBeUndefined();
  });
});

it("a booking is kept so many months after the lecture, and what came to nothing less", () => {
  const at = { today: "2026-11-21", keepMonths: 3, endsAt: Date.parse("2026-12-01T23:30:00Z") };
  expect(deleteOn("booked", at)).toBe("2027-03-02");
  expect(deleteOn("held", { ...at, keepMonths: 1 })).toBe("2027-01-02");
  expect(deleteOn("asked", { ...at, endsAt: null })).toBe("2027-05-21");
  expect(deleteOn("offered", at)).toBe("2027-05-21");
  expect(deleteOn("declined", at)).toBe("2026-12-21");
  // A lecture of last year that is noted late goes today, not in the past.
  const old = { ...at, endsAt: Date.parse("2025-01-01T10:00:00Z") };
  expect(deleteOn("held", old)).toBe("2026-11-21");
});

const written: WrittenRequest = {
  ...{ organisation: " Alskolan ", contact: "Bo", mail: "bo@alskolan.example", phone: "" },
  ...{ dates: "I vår\r\neller i höst", size: "25", way: "either", wishes: "", lecture: "" },
  website: "",
};
const read = (change: Partial<WrittenRequest>) =>
  readRequest({ ...written, ...change }, "sv", isAddress);

describe("a request", () => {
  it("is taken as it was meant", () => {
    expect(read({})).toEqual({
      request: {
        ...{ organisation: "Alskolan", contact: "Bo", mail: "bo@alskolan.example", phone: "" },
        ...{ dates: "I vår\neller i höst", size: 25, way: "either", wishes: "", language: "sv" },
      },
    });
  });

  it.each([
    [{ organisation: "  " }, { organisation: "missing" }],
    [{ mail: "bo at alskolan" }, { mail: "no-address" }],
    [{ mail: "bo@a.example, eva@b.example" }, { mail: "no-address" }],
    [{ size: "många" }, { size: "no-number" }],
    [{ size: "0" }, { size: "no-number" }],
    [{ size: "" }, { size: "missing" }],
    [{ way: "moon" }, { way: "missing" }],
    [{ wishes: "x".repeat(2001) }, { wishes: "too-long" }],
    [{ website: "https://spam.example" }, { website: "leave-empty" }],
  ] as const)("%j is told", (change, faults) => {
    expect(read(change)).toEqual({ faults });
  });
});

it.each([
  ["https://mira.example/a.pdf", true],
  ["/sidor/om-oss", true],
  ["//elsewhere.example", false],
  ["javascript:alert(1)", false],
  ["Https://mira.example", true],
  ["https://polisen.se@evil.example/", false],
  ["http://mira.example", false],
  ['https://a.example/"onclick=', false],
])("%s as a link: %s", (address, is) => {
  expect(isLink(address)).toBe(is);
});

describe("an evaluation", () => {
  it("asks three to six questions of the bank, each once", () => {
    expect(formOf(USUAL)?.questions.map(({ id }) => id)).toEqual([...USUAL]);
    expect(formOf(USUAL.slice(0, 2))).toBeUndefined();
    expect(formOf(BANK.slice(0, 7).map(({ id }) => id))).toBeUndefined();
    expect(formOf(["whole", "whole", "clear"])).toBeUndefined();
    expect(formOf(["whole", "clear", "what-happened-to-you"])).toBeUndefined();
  });

  it("has a row for every answer that can be given", () => {
    const [whole] = BANK;
    expect(whole && choicesOf(whole).map(({ id }) => id)).toEqual(["1", "2", "3", "4", "5"]);
    expect(whole && choicesOf(whole)[4]?.label.sv).toBe("5 (mycket bra)");
  });
});

describe("what a school can do by itself", () => {
  const ahead = { startsAt: new Date(now + HOUR), member: "m" };
  it.each([
    ["asked", { startsAt: null, member: null }, ["cancel"]],
    ["offered", ahead, ["accept", "another", "cancel"]],
    ["offered, by nobody who is here still", { ...ahead, member: null }, ["another", "cancel"]],
    ["booked", ahead, ["another", "cancel"]],
    ["booked, and begun", { ...ahead, startsAt: new Date(now) }, []],
    ["held", ahead, []],
    ["declined", ahead, []],
  ] as const)("%s", (stage, laid, known) => {
    const [name = "asked"] = stage.split(",");
    const of = STAGES.find((one) => one === name) ?? "asked";
    expect(repliesTo(of, laid, now)).toEqual(known);
  });
});

describe("a mail", () => {
  const readIt = read({});
  if (!("request" in readIt)) throw new Error("the request is good");
  const about = {
    ...{ request: readIt.request, jour: "Kvinnojouren Vide", lecture: "När kärlek gör ont" },
    ...{ startsAt: Date.parse("2026-12-01T12:00:00Z"), endsAt: Date.parse("2026-12-01T13:00:00Z") },
    ...{ place: "Alskolan, aulan", holder: "Anna" },
    materials: [{ title: "Frågor", address: "https://vide.example/a.pdf", isPublic: false }],
    own: "https://vide.example/var-bokning/abc",
  };

  it("says when, where, who comes, and how to change it", () => {
    const { subject, text } = writeMail("confirmation", about);
    expect(subject).toBe("Bokat: När kärlek gör ont");
    for (const line of [
      "Hej Bo,",
      "När: tisdag 1 december 2026 13:00–14:00",
      "Var: Alskolan, aulan",
      "Vem som kommer: Anna",
      "Frågor: https://vide.example/a.pdf",
      "https://vide.example/var-bokning/abc",
      "Kvinnojouren Vide",
    ])
      expect(text.split("\n")).toContain(line);
  });

  it("of a no tells no time, and is in the language in which they asked", () => {
    const english = { ...about, request: { ...readIt.request, language: "en" as const } };
    const { text } = writeMail("no", { ...english, lecture: "When love hurts" });
    expect(text).toContain("This time we unfortunately cannot");
    expect(text).not.toMatch(/2026|Anna|aulan|var-bokning/);
  });

  it("follows its step", () => {
    expect(mailOf("asked", "booked")).toBe("confirmation");
    expect(mailOf("booked", "booked")).toBe("change");
    expect(mailOf("booked", "declined")).toBe("cancellation");
    expect(mailOf("offered", "declined")).toBe("no");
    expect(mailOf("held", "booked")).toBeUndefined();
    expect(mailOf("declined", "asked")).toBeUndefined();
  });
});
