// Questions as an author writes them: a line each, with the reason after a bar.

import type { QuizQuestion } from "./contract.ts";

export const writeQuiz = (quiz: readonly QuizQuestion[]): string =>
  quiz
    .map(({ ask, options }) =>
      [
        `? ${ask}`,
        ...options.map(({ text, right, why }) => `${right ? "+" : "-"} ${text} | ${why}`),
      ].join("\n"),
    )
    .join("\n\n");

export type ReadQuiz =
  | { readonly ok: true; readonly quiz: readonly QuizQuestion[] }
  /** The line that cannot be read, from 1. */
  | { readonly ok: false; readonly line: number };

export function readQuiz(text: string): ReadQuiz {
  const quiz: { ask: string; options: QuizQuestion["options"][number][] }[] = [];
  for (const [at, raw] of text.split("\n").entries()) {
    const line = raw.trim();
    if (line === "") continue;
    const said = line.slice(1).trim();
    const question = quiz.at(-1);
    if (line.startsWith("?") && said !== "") quiz.push({ ask: said, options: [] });
    else if (question && /^[+-]/.test(line)) {
      const [option = "", ...why] = said.split("|");
      const right = line.startsWith("+");
      question.options.push({ text: option.trim(), right, why: why.join("|").trim() });
    } else return { ok: false, line: at + 1 };
  }
  return { ok: true, quiz };
}
