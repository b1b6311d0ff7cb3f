// A form as data: what a jour asks, in versions. Pure; browser and server judge answers by the same rules.

import type { Language } from "../ui/languages.ts";

export type Said = Readonly<Record<Language, string>>;

interface Asked {
  /** Unique in the form: letters, digits, hyphens. */
  readonly id: string;
  readonly label: Said;
  readonly hint: Said;
  readonly required: boolean;
  /** Asked only of whom this earlier choice is the answer. */
  readonly when: { readonly question: string; readonly is: string } | null;
}

export interface Choice extends Asked {
  readonly kind: "choice";
  readonly several: boolean;
  readonly options: readonly { readonly id: string; readonly label: Said }[];
}
export interface Text extends Asked {
  readonly kind: "text";
  readonly long: boolean;
}
export interface DateQuestion extends Asked {
  readonly kind: "date";
}
export interface Scale extends Asked {
  readonly kind: "scale";
  readonly from: number;
  readonly to: number;
  /** What the ends mean. */
  readonly low: Said;
  readonly high: Said;
}
export type Question = Choice | Text | DateQuestion | Scale;

export interface FormDefinition {
  /** While false nobody is asked, and the site does not offer it. */
  readonly offered: boolean;
  readonly lead: Said;
  readonly questions: readonly Question[];
}

/** For a talk, to be accompanied, to volunteer; and what is not about a person in need. */
export const FORM_KINDS = [
  "intake",
  "accompany",
  "application",
  "feedback",
  "press",
  "cooperation",
  "giving",
] as const;
export type FormKind = (typeof FORM_KINDS)[number];
/** Those of the counselling service. */
export type TalkForm = "intake" | "accompany";

export const FORM_LIMIT = {
  questions: 30,
  options: 20,
  /** Characters. */
  label: 300,
  lead: 2000,
  line: 200,
  long: 6000,
  /** Of the whole form as it is stored. */
  whole: 60_000,
} as const;

export interface DefinitionFault {
  /** The question's place, from 0. */
  readonly at: number;
  readonly code:
    | "same-id"
    | "no-label"
    | "no-options"
    | "same-option"
    | "no-range"
    | "wrong-condition";
}

/** What is wrong with a form before anybody is asked; empty when it can be published. */
export function faultsOfDefinition({ questions }: FormDefinition): DefinitionFault[] {
  return questions.flatMap((question, at) => {
    const before = questions.slice(0, at);
    const codes: DefinitionFault["code"][] = [];
    if (before.some(({ id }) => id === question.id)) codes.push("same-id");
    if (question.label.sv.trim() === "") codes.push("no-label");
    if (question.kind === "choice") codes.push(...optionFaults(question));
    if (question.kind === "scale" && question.from >= question.to) codes.push("no-range");
    if (question.when && !isAnswerable(question.when, before)) codes.push("wrong-condition");
    return codes.map((code) => ({ at, code }));
  });
}

function optionFaults({ options }: Choice): DefinitionFault["code"][] {
  if (options.length === 0) return ["no-options"];
  const ids = new Set(options.map(({ id }) => id));
  const isSilent = options.some(({ label }) => label.sv.trim() === "");
  return [
    ...(ids.size < options.length ? (["same-option"] as const) : []),
    ...(isSilent ? (["no-label"] as const) : []),
  ];
}

const isAnswerable = (when: NonNullable<Asked["when"]>, before: readonly Question[]): boolean =>
  before.some(
    (one) =>
      one.id === when.question &&
      one.kind === "choice" &&
      one.options.some(({ id }) => id === when.is),
  );
