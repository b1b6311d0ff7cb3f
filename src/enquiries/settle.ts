// From what was filled in to what is sent. The same in browser and server.

import {
  type AnswerFault,
  answerInWords,
  type Answers,
  faultsOfAnswers,
  settled,
} from "../forms/index.ts";
import type { Language } from "../ui/languages.ts";
import { type Asking, NEEDS } from "./contract.ts";
import { type Enquiry, LONGEST } from "./enquiry.ts";

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

export function faultsOf({ kind, form }: Asking, { name, reach, answers }: FilledIn): FilledFaults {
  const needs = NEEDS[kind];
  return {
    name: faultOf(name, LONGEST.name, needs.name),
    reach: faultOf(reach, LONGEST.reach, needs.reach),
    answers: faultsOfAnswers(form, settled(form, answers)),
  };
}

export const isFaultless = ({ name, reach, answers }: FilledFaults): boolean =>
  name === null && reach === null && answers.length === 0;

/** Questions and choices in the words that were read: whatever the jour asks later, it is read as it was. */
export function enquiryOf({ kind, form }: Asking, filled: FilledIn, language: Language): Enquiry {
  const said = settled(form, filled.answers);
  return {
    ...{ what: kind, name: filled.name.trim(), reach: filled.reach.trim() },
    answers: form.questions.flatMap((question) => {
      const answer = said[question.id];
      if (answer === undefined) return [];
      const asked = question.label[language] || question.label.sv;
      return [{ asked, said: answerInWords(question, answer, language) }];
    }),
  };
}
