import type { JSX } from "preact";
import type { Language } from "../ui/languages.ts";
import { leavesNoTrace } from "../ui/no-trace.ts";
import type { Answer, AnswerFault, Answers } from "./answers.ts";
import {
  type Choice,
  FORM_LIMIT,
  type FormDefinition,
  type Question,
  type Scale,
} from "./definition.ts";
import { formMessages } from "./messages.ts";
import { fieldOf } from "./plain.ts";

interface PlainFieldsProps {
  readonly form: FormDefinition;
  readonly answers: Answers;
  readonly faults: readonly AnswerFault[];
  readonly language: Language;
}

interface Part<Q extends Question = Question> {
  readonly form: FormDefinition;
  readonly question: Q;
  readonly answer: Answer | undefined;
  readonly fault: AnswerFault["code"] | undefined;
  readonly language: Language;
}

/** As they stand: preact knows some of them only as properties. */
const noTrace: object = leavesNoTrace;
const label = (said: Question["label"], language: Language): string => said[language] || said.sv;

/** All questions at once: without script nothing comes and goes, so each says of whom it is asked. */
export function PlainFields({ form, answers, faults, language }: PlainFieldsProps): JSX.Element {
  return (
    <>
      {form.questions.map((question) => {
        const fault = faults.find((one) => one.question === question.id)?.code;
        const part = { form, question, answer: answers[question.id], fault, language };
        if (question.kind === "choice") return <PlainChoice {...part} question={question} />;
        if (question.kind === "scale") return <PlainScale {...part} question={question} />;
        return <PlainText {...part} />;
      })}
    </>
  );
}

/** A browser may insist on it only where it is asked of everybody. */
const insists = ({ question }: Part): boolean => question.required && question.when === null;

function notes(part: Part): { hint: string; described: object } {
  const { question, language, fault } = part;
  const t = formMessages[language];
  const said = [onlyIf(part), label(question.hint, language), question.required ? "" : t.optional];
  const hint = said.filter((one) => one !== "").join(" · ");
  const name = fieldOf(question.id);
  const ids = [hint !== "" && `${name}-hint`, fault && `${name}-fault`].filter(Boolean);
  return { hint, described: ids.length === 0 ? {} : { "aria-describedby": ids.join(" ") } };
}

function onlyIf({ form, question: { when }, language }: Part): string {
  const before = form.questions.find(({ id }) => id === when?.question);
  if (!when || before?.kind !== "choice") return "";
  const option = before.options.find(({ id }) => id === when.is);
  if (!option) return "";
  return formMessages[language].onlyIf(
    label(option.label, language),
    label(before.label, language),
  );
}

function Notes(part: Part): JSX.Element {
  const { question, fault, language } = part;
  const { hint } = notes(part);
  const name = fieldOf(question.id);
  return (
    <>
      {hint !== "" && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {fault && (
        <p class="fault" id={`${name}-fault`}>
          {formMessages[language][fault]}
        </p>
      )}
    </>
  );
}

function PlainText(part: Part): JSX.Element {
  const { question, answer, language } = part;
  const name = fieldOf(question.id);
  const value = answer === undefined ? "" : String(answer);
  const shared = { ...notes(part).described, name, id: name, required: insists(part) };
  const isLong = question.kind === "text" && question.long;
  return (
    <div class="field">
      <label for={name}>{label(question.label, language)}</label>
      <Notes {...part} />
      {isLong ? (
        <textarea
          {...noTrace}
          {...shared}
          class="input"
          dir="auto"
          rows={6}
          cols={60}
          maxLength={FORM_LIMIT.long}
        >
          {value}
        </textarea>
      ) : (
        <input
          {...noTrace}
          {...shared}
          class="input"
          type={question.kind === "date" ? ("date" as "text") : "text"}
          maxLength={FORM_LIMIT.line}
          value={value}
        />
      )}
    </div>
  );
}

function PlainChoice(part: Part<Choice>): JSX.Element {
  const { question, answer, language } = part;
  const { several } = question;
  const chosen = Array.isArray(answer) ? (answer as readonly string[]) : [answer];
  return (
    <fieldset class="field" {...notes(part).described}>
      <legend class="label">{label(question.label, language)}</legend>
      <Notes {...part} />
      {question.options.map((option) => (
        <label class="check">
          <input
            type={several ? "checkbox" : "radio"}
            name={several ? fieldOf(question.id, option.id) : fieldOf(question.id)}
            value={several ? "yes" : option.id}
            autocomplete="off"
            required={!several && insists(part)}
            checked={chosen.includes(option.id)}
          />
          <span>{label(option.label, language)}</span>
        </label>
      ))}
    </fieldset>
  );
}

function PlainScale(part: Part<Scale>): JSX.Element {
  const { question, answer, language } = part;
  const { from, to } = question;
  const steps = Array.from({ length: to - from + 1 }, (_, at) => from + at);
  return (
    <fieldset class="field" {...notes(part).described}>
      <legend class="label">{label(question.label, language)}</legend>
      <Notes {...part} />
      {steps.map((step) => (
        <label class="check">
          <input
            type="radio"
            name={fieldOf(question.id)}
            value={String(step)}
            autocomplete="off"
            required={insists(part)}
            checked={answer === step}
          />
          <span>{[String(step), endOf(question, step, language)].filter(Boolean).join(": ")}</span>
        </label>
      ))}
    </fieldset>
  );
}

const endOf = ({ from, to, low, high }: Scale, step: number, language: Language): string =>
  step === from ? label(low, language) : step === to ? label(high, language) : "";
