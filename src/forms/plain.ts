// A form without script: every question stands on the page, and what comes back is fields by name. Pure.

import { type Answer, type Answers, settled } from "./answers.ts";
import type { FormDefinition, Question } from "./definition.ts";

export type Fields = Readonly<Record<string, string>>;

/** A question's field; of one with several answers each option has its own. */
export const fieldOf = (question: string, option?: string): string =>
  option === undefined ? `q.${question}` : `q.${question}.${option}`;

/** What stands in a field; line ends as everywhere else. */
export const written = (fields: Fields, name: string): string =>
  (Object.hasOwn(fields, name) ? (fields[name] ?? "") : "").replaceAll("\r\n", "\n").trim();

function answerTo(question: Question, fields: Fields): Answer | undefined {
  const { id } = question;
  if (question.kind === "choice" && question.several) {
    const chosen = question.options.filter((one) => written(fields, fieldOf(id, one.id)) !== "");
    return chosen.length === 0 ? undefined : chosen.map((one) => one.id);
  }
  const text = written(fields, fieldOf(id));
  if (text === "") return undefined;
  return question.kind === "scale" ? Number(text) : text;
}

/** Answers to what was not asked after all, by what she answered before, are left out. */
export const answersIn = (fields: Fields, form: FormDefinition): Answers =>
  settled(
    form,
    Object.fromEntries(
      form.questions.flatMap((question): [string, Answer][] => {
        const answer = answerTo(question, fields);
        return answer === undefined ? [] : [[question.id, answer]];
      }),
    ),
  );
