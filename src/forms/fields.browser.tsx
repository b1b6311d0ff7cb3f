import type { JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Language } from "../ui/languages.ts";
import { protect } from "../ui/no-trace.browser.ts";
import { type Answer, type AnswerFault, type Answers, askedOf } from "./answers.ts";
import {
  FORM_LIMIT,
  type Choice,
  type FormDefinition,
  type Question,
  type Scale,
} from "./definition.ts";
import { formMessages } from "./messages.ts";

export interface FieldsProps {
  readonly form: FormDefinition;
  readonly answers: Answers;
  readonly faults: readonly AnswerFault[];
  readonly language: Language;
  readonly onAnswer: (id: string, answer: Answer | undefined) => void;
}

type Part<Q extends Question = Question> = Omit<FieldsProps, "form" | "answers" | "faults"> & {
  readonly question: Q;
  readonly answer: Answer | undefined;
  readonly fault: AnswerFault["code"] | undefined;
};

/** The questions that are asked of whoever has answered so far. No browser is asked to keep anything. */
export function FormFields({ form, answers, faults, ...rest }: FieldsProps): JSX.Element {
  return (
    <>
      {askedOf(form, answers).map((question) => (
        <Field
          key={question.id}
          {...rest}
          question={question}
          answer={answers[question.id]}
          fault={faults.find((one) => one.question === question.id)?.code}
        />
      ))}
    </>
  );
}

function Field(props: Part): JSX.Element {
  const { question } = props;
  if (question.kind === "choice") return <ChoiceField {...props} question={question} />;
  if (question.kind === "scale") return <ScaleField {...props} question={question} />;
  return <TextField {...props} question={question} />;
}

const fieldId = ({ question }: Part): string => `question-${question.id}`;

function describedBy(props: Part): { "aria-describedby"?: string } {
  const { question, language, fault } = props;
  const notes = [
    (question.hint[language] !== "" || !question.required) && `${fieldId(props)}-hint`,
    fault && `${fieldId(props)}-fault`,
  ].filter(Boolean);
  return notes.length === 0 ? {} : { "aria-describedby": notes.join(" ") };
}

function Hint(props: Part): JSX.Element | null {
  const { question, language } = props;
  const hint = question.hint[language];
  const said = [hint, question.required ? "" : formMessages[language].optional];
  const text = said.filter((one) => one !== "").join(" · ");
  return text === "" ? null : (
    <p class="hint" id={`${fieldId(props)}-hint`}>
      {text}
    </p>
  );
}

function Fault(props: Part): JSX.Element | null {
  return props.fault === undefined ? null : (
    <p class="fault" id={`${fieldId(props)}-fault`}>
      {formMessages[props.language][props.fault]}
    </p>
  );
}

/** In the other language where the jour has not translated it: better than nothing. */
const label = (said: Question["label"], language: Language): string => said[language] || said.sv;

function TextField(props: Part): JSX.Element {
  const { question, answer, fault, language, onAnswer } = props;
  const field = useRef<HTMLTextAreaElement & HTMLInputElement>(null);
  useLayoutEffect(() => protect(field.current), []);
  const isLong = question.kind === "text" && question.long;
  const shared = {
    ...{ id: fieldId(props), ref: field, class: "input", dir: "auto" as const },
    value: typeof answer === "string" ? answer : "",
    "aria-invalid": fault !== undefined,
    ...describedBy(props),
    onInput: ({ currentTarget }: { currentTarget: { value: string } }) =>
      onAnswer(question.id, currentTarget.value),
  };
  return (
    <div class="field">
      <label for={fieldId(props)}>{label(question.label, language)}</label>
      <Hint {...props} />
      {isLong ? (
        <textarea {...shared} rows={5} maxLength={FORM_LIMIT.long} />
      ) : (
        <input
          {...shared}
          type={question.kind === "date" ? ("date" as "text") : "text"}
          autocomplete="off"
          maxLength={FORM_LIMIT.line}
        />
      )}
      <Fault {...props} />
    </div>
  );
}

function ChoiceField(props: Part<Choice>): JSX.Element {
  const { question, answer, language, onAnswer } = props;
  const chosen = Array.isArray(answer) ? (answer as readonly string[]) : [];
  const choose = (id: string, isOn: boolean): void => {
    if (!question.several) onAnswer(question.id, id);
    else onAnswer(question.id, isOn ? [...chosen, id] : chosen.filter((one) => one !== id));
  };
  return (
    <fieldset class="field" {...describedBy(props)}>
      <legend class="label">{label(question.label, language)}</legend>
      <Hint {...props} />
      {question.options.map((option) => (
        <label class="check" key={option.id}>
          <input
            type={question.several ? "checkbox" : "radio"}
            name={fieldId(props)}
            autocomplete="off"
            checked={question.several ? chosen.includes(option.id) : answer === option.id}
            onChange={({ currentTarget }) => choose(option.id, currentTarget.checked)}
          />
          <span>{label(option.label, language)}</span>
        </label>
      ))}
      <Fault {...props} />
    </fieldset>
  );
}

function ScaleField(props: Part<Scale>): JSX.Element {
  const { question, answer, language, onAnswer } = props;
  const steps = Array.from(
    { length: question.to - question.from + 1 },
    (_, at) => question.from + at,
  );
  return (
    <fieldset class="field" {...describedBy(props)}>
      <legend class="label">{label(question.label, language)}</legend>
      <Hint {...props} />
      <div class="scale">
        {steps.map((step) => (
          <label class="scale-step" key={step}>
            <input
              type="radio"
              name={fieldId(props)}
              autocomplete="off"
              checked={answer === step}
              onChange={() => onAnswer(question.id, step)}
            />
            <span>{step}</span>
          </label>
        ))}
      </div>
      <p class="scale-ends small soft">
        <span>{`${question.from}: ${label(question.low, language)}`}</span>
        <span>{`${question.to}: ${label(question.high, language)}`}</span>
      </p>
      <Fault {...props} />
    </fieldset>
  );
}
