// What the form without script has brought. Pure.

import {
  type AnswerFault,
  type Answers,
  answersIn,
  faultsOfAnswers,
  type Fields,
  type FormDefinition,
  written,
} from "../../forms/index.ts";
import type { Language } from "../../ui/languages.ts";
import { type Application, LONGEST } from "../application.ts";
import type { Condition } from "../contract.ts";

export const tickOf = (condition: string): string => `c.${condition}`;

/** What the jour asks at this moment. */
export interface Asks {
  readonly conditions: readonly Condition[];
  /** Undefined where she has published no questions. */
  readonly form: FormDefinition | undefined;
}

export interface Filled {
  readonly name: string;
  readonly reach: string;
  readonly answers: Answers;
  /** Ids of conditions. */
  readonly stated: readonly string[];
}

export const nothingYet: Filled = { name: "", reach: "", answers: {}, stated: [] };

export const filledIn = (fields: Fields, { form, conditions }: Asks): Filled => ({
  name: written(fields, "name"),
  reach: written(fields, "reach"),
  answers: form ? answersIn(fields, form) : {},
  stated: conditions.flatMap(({ id }) => (written(fields, tickOf(id)) === "" ? [] : [id])),
});

export interface FilledFaults {
  readonly name?: "no-name" | "too-long";
  readonly reach?: "too-long";
  readonly conditions?: "not-stated";
  readonly answers: readonly AnswerFault[];
}

export const isFine = ({ answers, ...others }: FilledFaults): boolean =>
  answers.length === 0 && Object.keys(others).length === 0;

export function faultsOf(
  { name, reach, answers, stated }: Filled,
  { form, conditions }: Asks,
): FilledFaults {
  const isMissing = conditions.some(({ id, required }) => required && !stated.includes(id));
  return {
    ...(name === "" && { name: "no-name" }),
    ...(name.length > LONGEST.name && { name: "too-long" }),
    ...(reach.length > LONGEST.reach && { reach: "too-long" }),
    ...(isMissing && { conditions: "not-stated" }),
    answers: form ? faultsOfAnswers(form, answers) : [],
  };
}

/** The very same as a browser with script would seal. */
export const applicationOf = (
  { name, reach, answers, stated }: Filled,
  form: Application["form"],
  { conditions }: Asks,
  language: Language,
): Application => ({
  ...{ what: "application", name, reach, form, answers, meeting: "" },
  stated: conditions
    .filter(({ id }) => stated.includes(id))
    .map(({ text }) => text[language] || text.sv),
});
