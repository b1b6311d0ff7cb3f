import { fc } from "../../tests/factories/chance.ts";
import { describe, expect, it } from "vitest";
import { answerInWords } from "./answered.tsx";
import { type Answers, askedOf, faultsOfAnswers, settled } from "./answers.ts";
import { canonicalText } from "./canonical.ts";
import { faultsOfDefinition, type FormDefinition, type Question } from "./definition.ts";

const said = (sv: string) => ({ sv, en: sv });
const asked = (id: string, more: Partial<Question> = {}) => ({
  ...{ id, label: said(id), hint: said(""), required: false, when: null },
  ...more,
});
const options = ["police", "court"].map((id) => ({ id, label: said(id) }));
const form: FormDefinition = {
  offered: true,
  lead: said(""),
  questions: [
    { ...asked("about", { required: true }), kind: "choice", several: false, options },
    { ...asked("day", { when: { question: "about", is: "court" } }), kind: "date" },
    { ...asked("more"), kind: "text", long: false },
    { ...asked("worry"), kind: "scale", from: 1, to: 5, low: said("lite"), high: said("mycket") },
    { ...asked("needs"), kind: "choice", several: true, options },
  ] as Question[],
};
const codes = (answers: Answers) =>
  faultsOfAnswers(form, answers).map(({ question, code }) => `${question} ${code}`);

describe("answers", () => {
  it("hold when each is of its kind, and only what was asked is taken along", () => {
    const answers = {
      about: "court",
      day: "2028-02-29",
      more: " hej ",
      worry: 5,
      needs: ["court"],
    };
    expect(codes(answers)).toEqual([]);
    expect(settled(form, { ...answers, about: "police" })).not.toHaveProperty("day");
    expect(settled(form, answers)).toMatchObject({ more: "hej" });
  });

  it("are read as they were asked: a day with its weekday, a choice by its name", () => {
    const [about, day] = form.questions as [Question, Question];
    expect(answerInWords(day, "2030-12-06", "sv")).toBe("fredag 6 december 2030");
    expect(answerInWords(day, "i morgon", "sv")).toBe("i morgon");
    expect(answerInWords(about, "court", "sv")).toBe("court");
  });

  it.each([
    [{}, "about missing"],
    [{ about: ["court"] }, "about wrong-kind"],
    [{ about: "home" }, "about unknown-option"],
    [{ about: "court", day: "2027-02-29" }, "day not-a-date"],
    [{ about: "police", day: "2027-02-28" }, "day not-asked"],
    [{ about: "police", more: "x".repeat(201) }, "more too-long"],
    [{ about: "police", worry: 6 }, "worry out-of-range"],
    [{ about: "police", worry: 1.5 }, "worry out-of-range"],
    [{ about: "police", needs: ["court", "court"] }, "needs unknown-option"],
    [{ about: "police", other: "x" }, "other not-asked"],
  ] as [Answers, string][])("are refused by name: %j", (answers, fault) => {
    expect(codes(answers)).toContain(fault);
  });

  it("of any kind are judged without a fall, and what is settled and sound is sound again", () => {
    const anything = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.double(),
      fc.array(fc.string()),
      fc.constantFrom("police", "court", "2026-12-24", "__proto__"),
    );
    const given = fc.dictionary(
      fc.constantFrom("about", "day", "more", "worry", "needs", "toString", "x"),
      anything,
    );
    fc.assert(
      fc.property(given, (answers) => {
        const kept = settled(form, answers);
        const names = askedOf(form, kept).map(({ id }) => id);
        expect(Object.keys(kept).every((id) => names.includes(id))).toBe(true);
        if (faultsOfAnswers(form, answers).length === 0) {
          expect(faultsOfAnswers(form, kept)).toEqual([]);
          expect(settled(form, kept)).toEqual(kept);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe("a form", () => {
  it.each([
    [[asked("a"), asked("a")], "same-id"],
    [[asked("a", { label: said(" ") })], "no-label"],
    [[asked("a", { when: { question: "b", is: "c" } })], "wrong-condition"],
  ] as [Question[], string][])("is refused with what cannot be asked: %#", (questions, code) => {
    const texts = questions.map((one) => ({ ...one, kind: "text", long: false }) as Question);
    expect(faultsOfDefinition({ ...form, questions: texts }).map((one) => one.code)).toContain(
      code,
    );
  });

  it("may hang a question only on an earlier choice, and on an option that is there", () => {
    expect(faultsOfDefinition(form)).toEqual([]);
    const [about, day, ...rest] = form.questions as [Question, Question, ...Question[]];
    const turned = { ...form, questions: [day, about, ...rest] };
    expect(faultsOfDefinition(turned)).toEqual([{ at: 0, code: "wrong-condition" }]);
  });
});

it("one value has one text, however its keys were put in", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const turned = Object.fromEntries(Object.entries(value).toReversed());
      expect(canonicalText(turned)).toBe(canonicalText(value));
      expect(JSON.parse(canonicalText(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
