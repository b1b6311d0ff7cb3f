// What an editor does to a form: pure, each step gives a new form. A step that takes something away tells how to
// put it back into the form as it is then, so that nothing that was written meanwhile is lost.

import type { Choice, FormDefinition, Question, Said } from "./definition.ts";

export const unsaid: Said = { sv: "", en: "" };
export const emptyForm: FormDefinition = { offered: true, lead: unsaid, questions: [] };

/** The first of q1, q2 … that is free. */
function freeId(prefix: string, taken: readonly string[]): string {
  for (let number = taken.length + 1; ; number++) {
    const id = `${prefix}${number}`;
    if (!taken.includes(id)) return id;
  }
}

type Option = Choice["options"][number];

export const newOption = (options: readonly Option[]): Option => ({
  id: freeId(
    "a",
    options.map(({ id }) => id),
  ),
  label: unsaid,
});

export function newQuestion({ questions }: FormDefinition): Question {
  const id = freeId(
    "q",
    questions.map((one) => one.id),
  );
  return {
    ...{ id, label: unsaid, hint: unsaid, required: false, when: null },
    ...{ kind: "text", long: false },
  };
}

/** The same question asked in another way: what is written about it stays. */
export function asKind(question: Question, kind: Question["kind"]): Question {
  if (question.kind === kind) return question;
  const { id, label, hint, required, when } = question;
  const asked = { id, label, hint, required, when };
  switch (kind) {
    case "choice": {
      const first = newOption([]);
      return { ...asked, kind, several: false, options: [first, newOption([first])] };
    }
    case "text":
      return { ...asked, kind, long: false };
    case "date":
      return { ...asked, kind };
    case "scale":
      return { ...asked, kind, from: 1, to: 5, low: unsaid, high: unsaid };
  }
}

/** `to` beyond an end is that end. */
export function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const rest = list.filter((_, at) => at !== from);
  const one = list.slice(from, from + 1);
  const place = Math.max(0, Math.min(rest.length, to));
  return [...rest.slice(0, place), ...one, ...rest.slice(place)];
}

export const inserted = <T>(list: readonly T[], at: number, one: T): readonly T[] => [
  ...list.slice(0, at),
  one,
  ...list.slice(at),
];

export const withQuestion = (form: FormDefinition, question: Question): FormDefinition => ({
  ...form,
  questions: form.questions.map((one) => (one.id === question.id ? question : one)),
});

export interface Step {
  readonly form: FormDefinition;
  /** Into a form as it is when she changes her mind. */
  readonly undo: (now: FormDefinition) => FormDefinition;
}

export function withoutQuestion(form: FormDefinition, id: string): Step {
  const at = form.questions.findIndex((one) => one.id === id);
  const gone = form.questions[at];
  return {
    form: { ...form, questions: form.questions.filter((one) => one.id !== id) },
    undo: (now) =>
      gone && !now.questions.some((one) => one.id === id)
        ? { ...now, questions: inserted(now.questions, at, gone) }
        : now,
  };
}

export function withoutOption(form: FormDefinition, question: Choice, id: string): Step {
  const at = question.options.findIndex((one) => one.id === id);
  const gone = question.options[at];
  const without = question.options.filter((one) => one.id !== id);
  return {
    form: withQuestion(form, { ...question, options: without }),
    undo(now) {
      const there = now.questions.find((one) => one.id === question.id);
      if (!gone || there?.kind !== "choice" || there.options.some((one) => one.id === id))
        return now;
      return withQuestion(now, { ...there, options: inserted(there.options, at, gone) });
    },
  };
}

/** What this question may hang on: each option of each choice before it. */
export function conditionsFor(
  { questions }: FormDefinition,
  id: string,
): { readonly question: Choice; readonly option: Option }[] {
  const at = questions.findIndex((one) => one.id === id);
  return questions
    .slice(0, at)
    .flatMap((question) =>
      question.kind === "choice" ? question.options.map((option) => ({ question, option })) : [],
    );
}
