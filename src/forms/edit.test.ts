import { fc } from "../../tests/factories/chance.ts";
import { describe, expect, it } from "vitest";
import { type FormDefinition, faultsOfDefinition, type Question } from "./definition.ts";
import {
  asKind,
  conditionsFor,
  emptyForm,
  moved,
  newQuestion,
  withoutOption,
  withoutQuestion,
  withQuestion,
} from "./edit.ts";

const said = (sv: string) => ({ sv, en: "" });
const named = (form: FormDefinition, id: string): Question => {
  const found = form.questions.find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
};
const asked = (id: string, more: Partial<Question> = {}) => ({
  ...{ id, label: said(id), hint: said(""), required: false, when: null },
  ...more,
});
const option = (id: string) => ({ id, label: said(id) });
const ready = (): FormDefinition => ({
  ...emptyForm,
  questions: [
    {
      ...{ ...asked("about"), kind: "choice", several: true },
      options: ["now", "leaving", "children"].map(option),
    },
    { ...asked("how"), kind: "choice", several: false, options: ["room", "phone"].map(option) },
    { ...asked("access", { when: { question: "how", is: "room" } }), kind: "text", long: false },
    { ...asked("words"), kind: "text", long: true },
  ] as Question[],
});

describe("a new form", () => {
  it("never gives two questions the same mark, whatever was removed between", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5), { maxLength: 25 }), (steps) => {
        let form = emptyForm;
        for (const step of steps) {
          const gone = step === 0 ? form.questions[0] : undefined;
          form = gone
            ? withoutQuestion(form, gone.id).form
            : { ...form, questions: [...form.questions, newQuestion(form)] };
        }
        const ids = form.questions.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });
});

describe("what is taken away", () => {
  it("comes back where it stood, and what was written meanwhile stays", () => {
    const form = ready();
    const { form: without, undo } = withoutQuestion(form, "how");
    expect(without.questions).toHaveLength(form.questions.length - 1);
    expect(faultsOfDefinition(without)).toEqual([{ at: 1, code: "wrong-condition" }]);
    const written = withQuestion(without, { ...named(without, "words"), label: said("Berätta") });
    const back = undo(written);
    expect(back.questions.map(({ id }) => id)).toEqual(form.questions.map(({ id }) => id));
    expect(named(back, "words").label.sv).toBe("Berätta");
    expect(faultsOfDefinition(back)).toEqual([]);
    expect(undo(back)).toBe(back);
  });

  it("comes back into a choice as it is then, or nowhere when the choice is gone", () => {
    const form = ready();
    const about = named(form, "about");
    if (about.kind !== "choice") throw new Error("not a choice");
    const { form: without, undo } = withoutOption(form, about, "leaving");
    const back = undo(without);
    expect(named(back, "about")).toEqual(about);
    const nowhere = withoutQuestion(without, "about").form;
    expect(undo(nowhere)).toBe(nowhere);
  });
});

describe("a question", () => {
  it("keeps what is written about it when it is asked in another way", () => {
    const question = named(ready(), "access");
    for (const kind of ["choice", "date", "scale", "text"] as const) {
      const turned = asKind(question, kind);
      expect(turned).toMatchObject({ kind, label: question.label, when: question.when });
      expect(asKind(turned, kind)).toBe(turned);
    }
  });

  it("may hang only on choices that come before it", () => {
    const form = ready();
    expect(conditionsFor(form, "about")).toEqual([]);
    const before = conditionsFor(form, "access").map(({ question }) => question.id);
    expect(new Set(before)).toEqual(new Set(["about", "how"]));
  });

  it("moves within the ends, and none is lost", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string()),
        fc.nat(9),
        fc.integer({ min: -3, max: 12 }),
        (list, from, to) => {
          expect([...moved(list, from, to)].toSorted()).toEqual(list.toSorted());
        },
      ),
    );
    expect(moved(["a", "b", "c"], 2, 0)).toEqual(["c", "a", "b"]);
  });
});
