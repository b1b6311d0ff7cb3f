import type { JSX } from "preact";
import { formatDate, type Language } from "../ui/languages.ts";
import { type Answer, type Answers, askedOf } from "./answers.ts";
import type { FormDefinition, Question } from "./definition.ts";

export interface AnsweredProps {
  readonly form: FormDefinition;
  readonly answers: Answers;
  readonly language: Language;
}

/** What was answered, with the questions as they were asked. */
export function Answered({ form, answers, language }: AnsweredProps): JSX.Element {
  return (
    <dl class="answered">
      {askedOf(form, answers).flatMap((question) => {
        const answer = answers[question.id];
        return answer === undefined
          ? []
          : [
              <div key={question.id}>
                <dt>{question.label[language] || question.label.sv}</dt>
                <dd dir="auto">{answerInWords(question, answer, language)}</dd>
              </div>,
            ];
      })}
    </dl>
  );
}

export function answerInWords(question: Question, answer: Answer, language: Language): string {
  if (question.kind === "scale") return `${String(answer)} (${question.from}–${question.to})`;
  if (question.kind === "date") return dayInWords(String(answer), language);
  if (question.kind !== "choice") return String(answer);
  const chosen = Array.isArray(answer) ? (answer as readonly string[]) : [String(answer)];
  const labels = chosen.map((id) => {
    const option = question.options.find((one) => one.id === id);
    return option ? option.label[language] || option.label.sv : id;
  });
  return labels.join(", ");
}

/** With its weekday; what is no date, since answers come as they were sent, stands as it came. */
function dayInWords(answer: string, language: Language): string {
  const noon = Date.parse(`${answer}T12:00:00Z`);
  return Number.isNaN(noon) ? answer : formatDate(noon, language, true);
}
