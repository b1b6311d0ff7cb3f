import type { JSX } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import { FormFields, type FormUse, type PreviewProps } from "../../forms/index.browser.ts";
import { faultsOfAnswers, settled } from "../../forms/index.ts";
import { Applying } from "../contact/applying.browser.ts";
import { AboutHer, Conditions } from "../contact/fields.browser.tsx";
import { applyMessages } from "../messages.contact.ts";
import { boardMessages } from "../messages.desk.ts";
import { starterApplication } from "../starter-form.ts";

/** The questions to those who want to volunteer, as coordinators write them; they need not be recruiters. */
export const applicationForm: FormUse = {
  kind: "application",
  words: (language) => {
    const t = boardMessages[language];
    return { name: t.form, none: t.noForm };
  },
  Preview,
  starter: starterApplication,
};

/** Her screen itself, with the conditions of today. What is answered here goes nowhere. */
function Preview({ staff, form, language, isTried }: PreviewProps): JSX.Element {
  const t = applyMessages[language];
  const applying = useMemo(
    () => new Applying((path, body) => staff.api.post(path, body), staff.suite),
    [staff],
  );
  useEffect(() => void applying.fetch(), [applying]);
  useEffect(() => void (applying.isTried.value = isTried), [applying, isTried]);
  const answers = applying.answers.value;
  return (
    <div class="stack">
      <h3 class="form-preview-title">{t.applyTitle}</h3>
      <p class="lead">{form.lead[language] || form.lead.sv}</p>
      <p class="soft">{t.formLead}</p>
      <AboutHer applying={applying} language={language} />
      <FormFields
        {...{ form, language, answers }}
        faults={isTried ? faultsOfAnswers(form, settled(form, answers)) : []}
        onAnswer={(id, answer) => applying.answer(id, answer)}
      />
      <Conditions applying={applying} language={language} />
    </div>
  );
}
