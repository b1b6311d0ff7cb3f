import { fc } from "../../../tests/factories/chance.ts";
import { describe, expect, test } from "vitest";
import { elks } from "./elks.ts";
import { dutyNumber, type DutyPhone, e164, MAX_TRIED, toRing } from "./policy.ts";
import { clipsFor } from "./voice.ts";
import { openVoice } from "./voice.server.ts";

const phones: readonly DutyPhone[] = ["anna", "bea", "cia"].map((duty, place) => ({
  ...{ duty, place, inCall: false },
}));
const calm = { mode: "one-by-one", first: "longest-on-duty", tried: new Set<string>() } as const;
const never = { isRung: () => false, lastRung: () => 0 };

describe("whom a call rings", () => {
  test("one after the other, in the order in which they took the telephone", () => {
    expect(toRing(phones, { ...calm, ...never })).toEqual(["anna"]);
    expect(toRing(phones, { ...calm, ...never, tried: new Set(["anna"]) })).toEqual(["bea"]);
    expect(toRing(phones, { ...calm, ...never, tried: new Set(["anna", "bea", "cia"]) })).toEqual(
      [],
    );
  });

  test("in turn: who was rung longest ago comes first", () => {
    const times = new Map([
      ["anna", 30],
      ["bea", 10],
      ["cia", 20],
    ]);
    const lastRung = (duty: string): number => times.get(duty) ?? 0;
    expect(toRing(phones, { ...calm, ...never, first: "in-turn", lastRung })).toEqual(["bea"]);
    expect(toRing(phones, { ...calm, ...never, lastRung })).toEqual(["anna"]);
  });

  test("all at once, and once only", () => {
    const all = { ...calm, ...never, mode: "all" } as const;
    expect(toRing(phones, all)).toEqual(["anna", "bea", "cia"]);
    expect(toRing(phones, { ...all, tried: new Set(["anna"]) })).toEqual([]);
  });

  test("never who has said that she is in a call; last who is being rung by another", () => {
    const [anna, ...others] = phones;
    const busy = [...(anna ? [{ ...anna, inCall: true }] : []), ...others];
    expect(toRing(busy, { ...calm, ...never })).toEqual(["bea"]);
    expect(toRing(busy, { ...calm, ...never, mode: "all" })).toEqual(["bea", "cia"]);
    const isRung = (duty: string): boolean => duty !== "cia";
    expect(toRing(phones, { ...calm, ...never, isRung })).toEqual(["cia"]);
    expect(toRing(phones, { ...calm, ...never, isRung: () => true })).toEqual(["anna"]);
  });

  test("and nobody is led round for ever", () => {
    const many = Array.from({ length: 20 }, (_, at) => ({
      duty: `d${at}`,
      place: at,
      inCall: false,
    }));
    const tried = new Set(many.slice(0, MAX_TRIED).map(({ duty }) => duty));
    expect(toRing(many, { ...calm, ...never, tried })).toEqual([]);
  });
});

describe("a number", () => {
  test.each([
    ["070-174 06 05", "+46701740605"],
    ["0046 70 174 06 05", "+46701740605"],
    ["+46 (8) 465 004 00", "+46846500400"],
    ["+46 8 465 004 00", "+46846500400"],
    ["112", undefined],
    ["", undefined],
    ["070-174 06 05, 070-174 06 06", undefined],
    ["+46701740605\n", "+46701740605"],
    ["<script>", undefined],
    [`+${"4".repeat(16)}`, undefined],
  ])("%j is %s", (written, number) => {
    expect(e164(written)).toBe(number);
  });

  test.each([
    "+4520123456",
    "0900-123 45 67",
    "0939-123 45",
    "0944-12 34 56",
    "099-12 34 56",
    "112",
  ])("on duty is an ordinary Swedish one: not %s", (written) => {
    expect(dutyNumber(written)).toBeUndefined();
  });
});

describe("what 46elks sends", () => {
  const event = (fields: Record<string, string>) => elks.read(new Map(Object.entries(fields)));
  test("is understood, and the caller's number is not even looked at", () => {
    const from = "+46701740699";
    expect(event({ callid: "c1234567", direction: "incoming", from })).toEqual({
      ...{ call: "c1234567", outcome: null },
    });
    expect(event({ callid: "c1234567", result: "busy", from })?.outcome).toBe("not-answered");
    expect(event({ callid: "c1234567", result: "success" })?.outcome).toBe("answered");
  });

  test.each([
    {},
    { callid: "" },
    { callid: "c1 <b>" },
    { callid: "c".repeat(101) },
    { callid: "c1234567", result: "7" },
    { callid: "c1234567", direction: "outgoing" },
  ])("is refused when it makes no sense: %j", (fields) => {
    expect(event(fields)).toBeUndefined();
  });
});

describe("whatever comes in 46elks's form", () => {
  test("is a call with an outcome that we know, or nothing; and gives back nothing else of it", () => {
    const word = fc.constantFrom("callid", "direction", "result", "from", "to", "__proto__", "why");
    const value = fc.oneof(
      fc.string({ maxLength: 120 }),
      fc.constantFrom("incoming", "outgoing", "success", "busy", "failed", "c12345678"),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(word, value), { maxLength: 12 }), (pairs) => {
        const read = elks.read(new Map(pairs));
        if (read === undefined) return;
        expect(Object.keys(read).toSorted()).toEqual(["call", "outcome"]);
        expect(read.call).toMatch(/^[\w-]{6,100}$/);
        expect([null, "answered", "not-answered"]).toContain(read.outcome);
      }),
    );
  });
});

describe("what is said when nobody answers", () => {
  // A Saturday, at noon in Stockholm.
  const now = Date.parse("2026-11-21T11:00:00Z");
  const closed = (opensAt: string | null, lettersTaken = true) =>
    clipsFor({
      ...({ kind: "closed", now, lettersTaken } as const),
      opensAt: opensAt === null ? null : Date.parse(opensAt),
    }).join(" ");

  test("tells when the telephone opens, 112, and the way to letters", () => {
    expect(closed("2026-11-26T17:05:00Z")).toBe(
      "closed-sv opens-sv thursday clock-sv n18 n05 danger-sv letter-sv closed-en danger-en",
    );
    expect(closed("2026-11-21T17:00:00Z")).toContain("opens-sv today clock-sv n18 n00");
    expect(closed("2026-11-21T23:30:00Z")).toContain("opens-sv tomorrow clock-sv n0 n30");
  });

  test("promises nothing that is not so", () => {
    for (const opensAt of ["2026-11-21T17:07:00Z", "2026-12-01T17:00:00Z", null])
      expect(closed(opensAt)).toBe("closed-sv hours-sv danger-sv letter-sv closed-en danger-en");
    expect(closed(null, false)).not.toContain("letter");
    const busy = clipsFor({ kind: "unanswered", now, opensAt: now, lettersTaken: true });
    expect(busy.join(" ")).toBe("unanswered-sv danger-sv letter-sv unanswered-en danger-en");
  });

  test("can be said at every hour that a jour can announce, and is sound", () => {
    const voice = openVoice();
    const words = new Set<string>();
    for (let at = 0; at < 8 * 24 * 12; at++) {
      const opensAt = now + at * 300_000;
      for (const clip of clipsFor({ kind: "closed", now, opensAt, lettersTaken: true }))
        words.add(clip);
    }
    expect(words.size).toBeGreaterThan(45);
    expect([...words].filter((word) => voice.say([word]) === undefined)).toEqual([]);
    const said = Buffer.from(voice.say(["danger-sv"]) ?? []);
    expect(said.toString("latin1", 0, 4)).toBe("RIFF");
    expect(said.readUInt32LE(40)).toBe(said.length - 44);
    const samples = new Int16Array(said.buffer.slice(said.byteOffset + 44));
    expect(Math.max(...samples)).toBeGreaterThan(5000);
    expect(voice.say(["no-such-word"])).toBeUndefined();
    expect(voice.say(["__proto__"])).toBeUndefined();
  });
});
