// From what was filled in to what is sent. The same in browser and server.

import {
  type AnswerFault,
  type Answers,
  faultsOfAnswers,
  type FormDefinition,
  settled,
} from "../forms/index.ts";
import type { Language } from "../ui/languages.ts";
import type { EnquiryKind } from "./contract.ts";
import { type Enquiry, LONGEST } from "./enquiry.ts";
import { enquiryForms } from "./forms.ts";

export interface FilledIn {
  readonly name: string;
  readonly reach: string;
  readonly answers: Answers;
}
export const nothingFilledIn: FilledIn = { name: "", reach: "", answers: {} };

export interface FilledFaults {
  readonly name: "missing" | "too-long" | null;
  readonly reach: "missing" | "too-long" | null;
  readonly answers: readonly AnswerFault[];
}
export const noFaults: FilledFaults = { name: null, reach: null, answers: [] };

const faultOf = (text: string, most: number, isNeeded: boolean): "missing" | "too-long" | null => {
  if (text.trim() === "") return isNeeded ? "missing" : null;
  return text.length > most ? "too-long" : null;
};

export function faultsOf(kind: EnquiryKind, { name, reach, answers }: FilledIn): FilledFaults {
  const form = enquiryForms[kind];
  return {
    name: faultOf(name, LONGEST.name, form.needs.name),
    reach: faultOf(reach, LONGEST.reach, form.needs.reach),
    answers: faultsOfAnswers(form, settled(form, answers)),
  };
}

export const isFaultless = ({ name, reach, answers }: FilledFaults): boolean =>
  name === null && reach === null && answers.length === 0;

/** Questions and choices in the words that were read. */
export function enquiryOf(kind: EnquiryKind, filled: FilledIn, language: Language): Enquiry {
  const form = enquiryForms[kind];
  const said = settled(form, filled.answers);
  return {
    ...{ what: kind, name: filled.name.trim(), reach: filled.reach.trim() },
    answers: form.questions.flatMap((question) => {
      const answer = said[question.id];
      if (answer === undefined) return [];
      return [
        { asked: question.label[language], said: inWords(question, String(answer), language) },
      ];
    }),
  };
}

function inWords(
  question: FormDefinition["questions"][number],
  answer: string,
  language: Language,
): string {
  if (question.kind !== "choice") return answer;
  return question.options.find(({ id }) => id === answer)?.label[language] ?? answer;
}
