import { describe, expect, it } from "vitest";
import { beatAfter } from "../conversations/rehearsal/script.ts";
import type { Note } from "./contract.ts";
import { faultsOfCourse, plusMonths, shadowsWithin } from "./policy.ts";
import { readQuiz, writeQuiz } from "./quiz-text.ts";
import { readScenario, writeScenario } from "./scenario-text.ts";
import { starterCourse } from "./starter/course.ts";

const shadow = (onDay: string): Note => ({ id: onDay, kind: "shadow", onDay });

describe("shadow shifts", () => {
  it("count together when they lie within the months of one another, the last day included", () => {
    const days = ["2026-01-31", "2026-04-30", "2026-05-01"].map(shadow);
    expect(shadowsWithin(days, 3)).toBe(2);
    expect(shadowsWithin([...days, shadow("2026-05-02")], 3)).toBe(3);
    expect(shadowsWithin([], 3)).toBe(0);
    expect(plusMonths("2026-01-31", 1)).toBe("2026-02-28");
    expect(plusMonths("2026-11-30", 3)).toBe("2027-02-28");
  });
});

describe("questions as an author writes them", () => {
  it("are read as they were written", () => {
    for (const { quiz } of starterCourse.modules)
      expect(readQuiz(writeQuiz(quiz))).toEqual({ ok: true, quiz });
  });

  it("tell the line that cannot be read", () => {
    expect(readQuiz("? A\n+ ja | för att\nnej")).toEqual({ ok: false, line: 3 });
    expect(readQuiz("+ ja | för att")).toEqual({ ok: false, line: 1 });
  });
});

describe("a conversation as an author writes it", () => {
  it("is read as it was written", () => {
    for (const { scenario } of starterCourse.modules)
      expect(readScenario(writeScenario(scenario))).toEqual({ ok: true, scenario });
    expect(readScenario("\n ")).toEqual({ ok: true, scenario: null });
  });

  it("tells the line that cannot be read", () => {
    expect(readScenario("# T\n> hej")).toEqual({ ok: false, line: 2 });
    expect(readScenario("# T\n= A B")).toEqual({ ok: false, line: 2 });
    expect(readScenario("= a\n> hej\n? ja, -> a")).toEqual({ ok: false, line: 3 });
    expect(readScenario("= a\nhej")).toEqual({ ok: false, line: 2 });
  });
});

describe("a course with faults", () => {
  const [first] = starterCourse.modules;
  if (!first) throw new Error("no module");
  const faults = (more: object): string[] =>
    faultsOfCourse({ ...starterCourse, modules: [{ ...first, ...more }] }).map(({ code }) => code);

  it("is told what is wrong", () => {
    expect(faults({ title: " " })).toEqual(["no-title"]);
    expect(faults({ text: "" })).toEqual(["no-text"]);
    const options = first.quiz[0]?.options.map((one) => ({ ...one, right: true })) ?? [];
    expect(faults({ quiz: [{ ask: "?", options }] })).toEqual(["quiz"]);
    expect(faults({ scenario: { ...first.scenario, beats: [] } })).toEqual(["scenario"]);
  });
});

describe("a scripted seeker", () => {
  it("goes on by what she is answered, in any case of letters", () => {
    const script = starterCourse.modules[2]?.scenario;
    const [first] = script?.beats ?? [];
    if (!script || !first) throw new Error("no scenario");
    expect(beatAfter(script, first, "Ring 112!")?.id).toBe("ringa");
    expect(beatAfter(script, first, "Hej")?.id).toBe("fara");
  });
});
