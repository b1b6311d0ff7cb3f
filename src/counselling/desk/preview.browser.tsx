import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { FormsPage, type PreviewProps } from "../../forms/index.browser.ts";
import { type Answers, faultsOfAnswers, settled } from "../../forms/index.ts";
import { AskForm } from "../ask-form.browser.tsx";
import { counsellingMessages } from "../messages.contact.ts";
import { starterForm } from "../starter.ts";
import type { RoomProps } from "./room.browser.tsx";
import { byCode, faultsOfTerms } from "../request.ts";

/** The questions of the counselling service, as coordinators write them; they need not be in its team. */
export const TalkForms = (props: RoomProps): JSX.Element => (
  <FormsPage {...props} Preview={Preview} starter={starterForm} />
);

/** Her screen itself, where the form is written. What is answered here goes nowhere. */
function Preview({ kind, form, language, isTried }: PreviewProps): JSX.Element {
  const t = counsellingMessages[language];
  const [answers, setAnswers] = useState<Answers>({});
  const [terms, setTerms] = useState(byCode);
  const faults = isTried
    ? { answers: faultsOfAnswers(form, settled(form, answers)), terms: faultsOfTerms(terms) }
    : { answers: [], terms: [] };
  return (
    <div class="stack">
      <h3 class="form-preview-title">{kind === "intake" ? t.formTitle : t.companyTitle}</h3>
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
