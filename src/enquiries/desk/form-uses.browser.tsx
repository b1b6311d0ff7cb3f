import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { FormFields, type FormUse, type PreviewProps } from "../../forms/index.browser.ts";
import { AboutSender } from "../contact/sender.browser.tsx";
import { ENQUIRIES, type EnquiryKind } from "../contract.ts";
import { enquiryForms } from "../forms.ts";
import { officeMessages } from "../messages.desk.ts";
import { enquiryMessages } from "../messages.ts";
import { ReaderOf } from "./reader.browser.tsx";
import { faultsOf, type FilledIn, noFaults, nothingFilledIn } from "../settle.ts";

/** The forms of "Contact us", as coordinators write them; they need not be in the office. */
export const enquiryFormUses: readonly FormUse[] = ENQUIRIES.map((kind) => ({
  kind,
  words: (language) => ({
    name: enquiryMessages[language][kind],
    none: officeMessages[language].houseForm,
    noneSays: officeMessages[language].houseFormSays,
  }),
  Above: (props) => <ReaderOf {...props} kind={kind} />,
  Preview: (props) => <Preview {...props} kind={kind} />,
  starter: enquiryForms[kind],
}));

/** The writer's screen itself. What is answered here goes nowhere. */
function Preview({
  kind,
  form,
  language,
  isTried,
}: PreviewProps & { readonly kind: EnquiryKind }): JSX.Element {
  const filled = useSignal<FilledIn>(nothingFilledIn);
  const { answers } = filled.value;
  const faults = isTried ? faultsOf({ kind, form }, filled.value) : noFaults;
  const change = (more: Partial<FilledIn>): void =>
    void (filled.value = { ...filled.value, ...more });
  return (
    <div class="stack">
      <h3 class="form-preview-title">{enquiryMessages[language][kind]}</h3>
      <p class="lead">{form.lead[language] || form.lead.sv}</p>
      <FormFields
        {...{ form, language, answers }}
        faults={faults.answers}
        onAnswer={(id, answer) => {
          const { [id]: _before, ...rest } = answers;
          change({ answers: answer === undefined ? rest : { ...rest, [id]: answer } });
        }}
      />
      <AboutSender {...{ language, kind, filled: filled.value, faults, change }} />
    </div>
  );
}
