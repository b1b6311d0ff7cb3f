import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { Language } from "../../ui/languages.ts";
import type { QuizQuestion } from "../contract.ts";
import { trainingMessages } from "../messages.ts";

interface QuizProps {
  readonly question: QuizQuestion;
  readonly language: Language;
  readonly onRight: () => void;
}

/** Every answer gets its reason. What she answers stays in this page. */
export function Quiz({ question, language, onRight }: QuizProps): JSX.Element {
  const t = trainingMessages[language];
  const chosen = useSignal<number | null>(null);
  const answer = chosen.value === null ? undefined : question.options[chosen.value];
  const choose = (at: number): void => {
    chosen.value = at;
    if (question.options[at]?.right) onRight();
  };
  return (
    <div class="card stack">
      <fieldset class="field">
        <legend>
          <strong>{question.ask}</strong>
        </legend>
        {question.options.map(({ text }, at) => (
          <label class="check" key={text}>
            <input
              type="radio"
              name="quiz"
              checked={chosen.value === at}
              onChange={() => choose(at)}
            />
            <span>{text}</span>
          </label>
        ))}
      </fieldset>
      <div role="status">
        {answer && (
          <p class={answer.right ? "notice notice-open" : "notice"}>
            <strong>{answer.right ? t.right : t.wrong}</strong> {answer.why}{" "}
            {!answer.right && t.tryAgain}
          </p>
        )}
      </div>
    </div>
  );
}
