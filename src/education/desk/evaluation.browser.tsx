import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { educationPages, type Evaluation } from "../contract.ts";
import { evaluationMessages } from "../messages.evaluation.ts";
import { inWords } from "../names.ts";
import { FEWEST } from "../policy.ts";
import { BANK, FEWEST_QUESTIONS, MOST_QUESTIONS, USUAL } from "../questions.ts";
import type { BookingProps } from "./booking.browser.tsx";
import type { EducationPart } from "./education-app.browser.ts";
import { QrCode } from "./qr.browser.tsx";

/** Asked of those who listened: opened, shown on the screen in the room, closed. */
export function EvaluationPart(props: BookingProps): JSX.Element {
  const { app, booking, language } = props;
  const t = evaluationMessages[language];
  const evaluation = app.board.value?.evaluations.find(({ id }) => id === booking.evaluation);
  return (
    <fieldset class="stack education-plan">
      <legend class="label">{t.evaluation}</legend>
      {evaluation === undefined && <Choose {...props} />}
      {evaluation && evaluation.code !== null && (
        <OnScreen {...{ app, language, evaluation }} code={evaluation.code} />
      )}
      {evaluation?.code === null && <p>{t.closedSays(countInWords(evaluation, language))}</p>}
    </fieldset>
  );
}

export const countInWords = ({ answered }: Evaluation, language: "sv" | "en"): string =>
  answered < FEWEST ? evaluationMessages[language].fewer(FEWEST) : String(answered);

function Choose({ app, booking, language }: BookingProps): JSX.Element {
  const t = evaluationMessages[language];
  const [chosen, setChosen] = useState<readonly string[]>(USUAL);
  const turn = (id: string, isOn: boolean): void =>
    setChosen(isOn ? [...chosen, id] : chosen.filter((one) => one !== id));
  const fits = chosen.length >= FEWEST_QUESTIONS && chosen.length <= MOST_QUESTIONS;
  return (
    <>
      <p class="hint">{t.evaluationSays(FEWEST_QUESTIONS, MOST_QUESTIONS)}</p>
      <div>
        {BANK.map(({ id, label }) => (
          <label class="check" key={id}>
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={({ currentTarget }) => turn(id, currentTarget.checked)}
            />
            <span>{inWords(label, language)}</span>
          </label>
        ))}
      </div>
      <div>
        <button
          type="button"
          class="button"
          disabled={!fits}
          onClick={() => void app.openEvaluation(booking.id, chosen)}
        >
          {t.openEvaluation}
        </button>
      </div>
    </>
  );
}

type ScreenProps = EducationPart & { readonly evaluation: Evaluation; readonly code: string };

/** Large enough for the last row. */
function OnScreen({ app, language, evaluation, code }: ScreenProps): JSX.Element {
  const t = evaluationMessages[language];
  const address = `${location.host}${educationPages.code}`;
  const direct = educationPages.evaluation.replace(":code", code);
  return (
    <>
      <div class="education-screen">
        <QrCode text={location.origin + direct} label={t.scan} />
        <p>{t.orGoTo}</p>
        <p class="education-address">{address}</p>
        <p>{t.andWrite}</p>
        <p class="education-code" translate={false}>
          {code}
        </p>
      </div>
      <p role="status">{t.answeredSoFar(evaluation.answered)}</p>
      <p class="hint">{t.closesSays(FEWEST)}</p>
      <div class="row">
        <button type="button" class="button" onClick={() => void app.look()}>
          {t.lookAgain}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => void app.closeEvaluation(evaluation.id)}
        >
          {t.closeEvaluation}
        </button>
      </div>
    </>
  );
}
