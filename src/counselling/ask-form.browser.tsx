import type { JSX } from "preact";
import { FormFields } from "../forms/index.browser.ts";
import type { Answer, AnswerFault, Answers, FormDefinition } from "../forms/index.ts";
import type { Language } from "../ui/languages.ts";
import { TermsFields } from "./contact/terms.browser.tsx";
import { counsellingMessages } from "./messages.contact.ts";
import type { Terms, TermsFault } from "./request.ts";

export interface AskFormProps {
  readonly form: FormDefinition;
  readonly language: Language;
  readonly answers: Answers;
  readonly terms: Terms;
  readonly faults: {
    readonly answers: readonly AnswerFault[];
    readonly terms: readonly TermsFault[];
  };
  readonly onAnswer: (id: string, answer: Answer | undefined) => void;
  readonly onTerms: (terms: Terms) => void;
}

/** Below the heading: the jour's questions, then how she wants to be reached. On her page, and in the desk where they are written. */
export function AskForm(props: AskFormProps): JSX.Element {
  const { form, language, answers, terms, faults, onAnswer, onTerms } = props;
  const t = counsellingMessages[language];
  return (
    <>
      <p class="lead">{form.lead[language] || form.lead.sv}</p>
      <p class="soft">{t.formLead}</p>
      <FormFields {...{ form, language, answers, onAnswer }} faults={faults.answers} />
      <TermsFields {...{ terms, language }} faults={faults.terms} onChange={onTerms} />
    </>
  );
}
