// Answers to a form: who is asked what, what is wrong, and the one way to write them down.

import { FORM_LIMIT, type FormDefinition, type Question } from "./definition.ts";

export type Answer = string | number | readonly string[];
export type Answers = Readonly<Record<string, Answer>>;

export interface AnswerFault {
  readonly question: string;
  readonly code:
    | "missing"
    | "wrong-kind"
    | "unknown-option"
    | "too-long"
    | "not-a-date"
    | "out-of-range"
    | "not-asked";
}

/** Own properties only: an answer is never read off what every object has. */
const given = (answers: Answers, id: string): Answer | undefined =>
  Object.hasOwn(answers, id) ? answers[id] : undefined;

/** The questions that are put to whoever has answered so; one that hangs on an unasked one is not asked either. */
export function askedOf({ questions }: FormDefinition, answers: Answers): Question[] {
  const asked: Question[] = [];
  for (const question of questions) {
    const { when } = question;
    const isOpen = !when || asked.some(({ id }) => id === when.question);
    if (isOpen && (!when || says(given(answers, when.question), when.is))) asked.push(question);
  }
  return asked;
}

const says = (answer: Answer | undefined, option: string): boolean =>
  answer === option || (Array.isArray(answer) && answer.includes(option));

const isEmpty = (answer: Answer | undefined): boolean =>
  answer === undefined ||
  (typeof answer === "string" && answer.trim() === "") ||
  (Array.isArray(answer) && answer.length === 0);

/** Everything that is wrong; empty when the answers can be sent. Answers come from anywhere, so nothing is taken for granted. */
export function faultsOfAnswers(form: FormDefinition, answers: Answers): AnswerFault[] {
  const asked = askedOf(form, answers);
  const unasked = Object.keys(answers).filter((id) => !asked.some((one) => one.id === id));
  return [
    ...asked.flatMap((question) => {
      const code = faultOf(question, given(answers, question.id));
      return code ? [{ question: question.id, code }] : [];
    }),
    ...unasked.map((question) => ({ question, code: "not-asked" as const })),
  ];
}

function faultOf(question: Question, answer: Answer | undefined): AnswerFault["code"] | undefined {
  if (answer === undefined || isEmpty(answer)) return question.required ? "missing" : undefined;
  switch (question.kind) {
    case "choice": {
      if (Array.isArray(answer) !== question.several) return "wrong-kind";
      const chosen = Array.isArray(answer) ? answer : [answer];
      const known = question.options.map(({ id }) => id);
      const isKnown = chosen.every((one) => known.includes(one as string));
      return isKnown && new Set(chosen).size === chosen.length ? undefined : "unknown-option";
    }
    case "text": {
      if (typeof answer !== "string") return "wrong-kind";
      return answer.length > (question.long ? FORM_LIMIT.long : FORM_LIMIT.line)
        ? "too-long"
        : undefined;
    }
    case "date":
      if (typeof answer !== "string") return "wrong-kind";
      return isDate(answer) ? undefined : "not-a-date";
    case "scale": {
      if (typeof answer !== "number") return "wrong-kind";
      const isIn = Number.isInteger(answer) && answer >= question.from && answer <= question.to;
      return isIn ? undefined : "out-of-range";
    }
  }
}

/** A day of the calendar, as 2026-11-30. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text;
}

/** What goes on: answers to questions that were asked, in their order, options in the form's order, texts trimmed. */
export function settled(form: FormDefinition, answers: Answers): Answers {
  return Object.fromEntries(
    askedOf(form, answers).flatMap((question): [string, Answer][] => {
      const answer = given(answers, question.id);
      if (answer === undefined || isEmpty(answer)) return [];
      if (typeof answer === "string") return [[question.id, answer.trim()]];
      if (question.kind !== "choice" || typeof answer === "number") return [[question.id, answer]];
      const order = question.options.map(({ id }) => id);
      return [[question.id, order.filter((id) => answer.includes(id))]];
    }),
  );
}
