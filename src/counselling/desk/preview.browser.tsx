import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { FormUse, PreviewProps } from "../../forms/index.browser.ts";
import { type Answers, faultsOfAnswers, settled } from "../../forms/index.ts";
import { AskForm } from "../ask-form.browser.tsx";
import { counsellingMessages } from "../messages.contact.ts";
import { formNames } from "../messages.forms.ts";
import { byCode, faultsOfTerms } from "../request.ts";
import { starterForm } from "../starter.ts";

/** The questions of the counselling service, as coordinators write them; they need not be in its team. */
export const talkForms: readonly FormUse[] = [
  {
    kind: "intake",
    words: (language) => {
      const t = formNames[language];
      return { name: t.intake, none: t.noneIntake };
    },
    Preview: (props) => <Preview {...props} title="formTitle" />,
    starter: starterForm("intake"),
  },
  {
    kind: "accompany",
    words: (language) => {
      const t = formNames[language];
      return { name: t.accompany, none: t.noneAccompany };
    },
    Preview: (props) => <Preview {...props} title="companyTitle" />,
    starter: starterForm("accompany"),
  },
];

type Titled = PreviewProps & { readonly title: "formTitle" | "companyTitle" };

/** Her screen itself, where the form is written. What is answered here goes nowhere. */
function Preview({ title, form, language, isTried }: Titled): JSX.Element {
  const t = counsellingMessages[language];
  const [answers, setAnswers] = useState<Answers>({});
  const [terms, setTerms] = useState(byCode);
  const faults = isTried
    ? { answers: faultsOfAnswers(form, settled(form, answers)), terms: faultsOfTerms(terms) }
    : { answers: [], terms: [] };
  return (
    <div class="stack">
      <h3 class="form-preview-title">{t[title]}</h3>
      <AskForm
        {...{ form, language, answers, terms, faults }}
        onAnswer={(id, answer) => {
          const { [id]: _before, ...rest } = answers;
          setAnswers(answer === undefined ? rest : { ...rest, [id]: answer });
        }}
        onTerms={setTerms}
      />
    </div>
  );
}
