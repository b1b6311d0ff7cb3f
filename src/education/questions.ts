// What a class may be asked. A bank and no free editor: nobody in a classroom shall be asked what she has lived through.

import type { FormDefinition, Question, Said } from "../forms/index.ts";

export const FEWEST_QUESTIONS = 3;
export const MOST_QUESTIONS = 6;
/** Characters of an answer in words. */
export const LONGEST_REMARK = 600;

const asked = (id: string, sv: string, en: string, hint: Said = { sv: "", en: "" }) => ({
  ...{ id, label: { sv, en }, hint, required: true, when: null },
});

const scale = (id: string, sv: string, en: string, low: Said, high: Said): Question => ({
  ...asked(id, sv, en),
  ...{ kind: "scale", from: 1, to: 5, low, high },
});

const yes = { id: "yes", label: { sv: "Ja", en: "Yes" } };
const partly = { id: "partly", label: { sv: "Delvis", en: "In part" } };
const no = { id: "no", label: { sv: "Nej", en: "No" } };
const choice = (id: string, sv: string, en: string, options = [yes, partly, no]): Question => ({
  ...asked(id, sv, en),
  ...{ kind: "choice", several: false, options },
});

/** Never required: whoever has nothing to say writes nothing. */
const words = (id: string, sv: string, en: string): Question => ({
  ...asked(id, sv, en, {
    sv: "Skriv inget om någon som går att känna igen, inte om dig själv heller.",
    en: "Write nothing about anybody who can be recognised, nor about yourself.",
  }),
  ...{ kind: "text", long: true, required: false },
});

const little: Said = { sv: "inget", en: "nothing" };
const much: Said = { sv: "mycket", en: "a lot" };

/** All that there is to choose from. */
export const BANK: readonly Question[] = [
  scale(
    "whole",
    "Vad tyckte du om föreläsningen?",
    "What did you think of the lecture?",
    {
      sv: "dålig",
      en: "poor",
    },
    { sv: "mycket bra", en: "very good" },
  ),
  scale(
    "learned",
    "Hur mycket nytt fick du veta?",
    "How much did you hear that was new?",
    little,
    much,
  ),
  choice("clear", "Var det lätt att förstå?", "Was it easy to understand?"),
  choice(
    "turn-to",
    "Vet du vart du kan vända dig om du eller en kompis behöver prata?",
    "Do you know where to turn if you or a friend need to talk?",
    [yes, { id: "unsure", label: { sv: "Jag är osäker", en: "I am not sure" } }, no],
  ),
  choice(
    "recognise",
    "Vet du mer nu om vad som är en bra relation?",
    "Do you know more now about what a good relation is?",
  ),
  choice("length", "Hur var längden?", "How was the length?", [
    { id: "short", label: { sv: "För kort", en: "Too short" } },
    { id: "right", label: { sv: "Lagom", en: "About right" } },
    { id: "long", label: { sv: "För lång", en: "Too long" } },
  ]),
  choice("others", "Borde fler få höra det här?", "Should more people hear this?"),
  words("takeaway", "Vad tar du med dig?", "What do you take with you?"),
];

/** Ticked when nothing else is chosen. */
export const USUAL = ["whole", "clear", "turn-to", "takeaway"] as const;

/** The questions of an evaluation in the order of the bank; undefined when they are too few, too many or not ours. */
export function formOf(ids: readonly string[]): FormDefinition | undefined {
  const questions = BANK.filter(({ id }) => ids.includes(id));
  const fits = questions.length >= FEWEST_QUESTIONS && questions.length <= MOST_QUESTIONS;
  if (!fits || new Set(ids).size !== questions.length) return undefined;
  return { offered: true, lead: { sv: "", en: "" }, questions };
}

/** What can be answered by choosing, with its words: the rows of a chart, in their order. */
export function choicesOf(
  question: Question,
): readonly { readonly id: string; readonly label: Said }[] {
  if (question.kind === "choice") return question.options;
  if (question.kind !== "scale") return [];
  return Array.from({ length: question.to - question.from + 1 }, (_, at) => {
    const step = String(question.from + at);
    const end = at === 0 ? question.low : question.from + at === question.to ? question.high : null;
    const label = (of: Said["sv"] | undefined): string => (of ? `${step} (${of})` : step);
    return { id: step, label: { sv: label(end?.sv), en: label(end?.en) } };
  });
}
