import type { JSX } from "preact";
import { FORM_LIMIT, type Question, type Scale } from "../definition.ts";
import { asKind, conditionsFor, withQuestion } from "../edit.ts";
import { editorMessages } from "../messages.editor.ts";
import type { QuestionPart } from "./questions.browser.tsx";
import { Pair, Tick } from "./texts.browser.tsx";
import { Options } from "./options.browser.tsx";

const KINDS = ["choice", "text", "date", "scale"] as const;

/** What one question is: its texts in both languages, its kind, whom it is asked. */
export function QuestionFields(props: QuestionPart): JSX.Element {
  const { editor, form, question, faults, language, onQuestion } = props;
  const t = editorMessages[language];
  const isSilent = faults.includes("no-label") && question.label.sv.trim() === "";
  const turn = (kind: Question["kind"]): void => {
    if (kind !== question.kind)
      editor.replace(withQuestion(form, asKind(question, kind)), "kind-changed");
  };
  return (
    <div class="stack">
      <Pair
        {...{ language, label: t.label, said: question.label, most: FORM_LIMIT.label }}
        id={`ask-${question.id}`}
        fault={isSilent ? t["no-label"] : undefined}
        onSaid={(label) => onQuestion({ ...question, label })}
      />
      <Pair
        {...{ language, label: t.hint, said: question.hint, most: FORM_LIMIT.label }}
        id={`hint-${question.id}`}
        onSaid={(hint) => onQuestion({ ...question, hint })}
      />
      <label class="field">
        <span class="label">{t.kind}</span>
        <select
          class="input"
          value={question.kind}
          onChange={({ currentTarget }) => turn(currentTarget.value as Question["kind"])}
        >
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t[kind]}
            </option>
          ))}
        </select>
      </label>
      <OfKind {...props} />
      <Tick
        label={t.required}
        checked={question.required}
        onTick={(required) => onQuestion({ ...question, required })}
      />
      <When {...props} />
    </div>
  );
}

function OfKind(props: QuestionPart): JSX.Element | null {
  const { question, language, onQuestion } = props;
  const t = editorMessages[language];
  if (question.kind === "choice") return <Options {...props} question={question} />;
  if (question.kind === "scale") return <Ends {...props} question={question} />;
  if (question.kind === "date") return null;
  return (
    <Tick
      label={t.long}
      checked={question.long}
      onTick={(long) => onQuestion({ ...question, long })}
    />
  );
}

const LAST_STEP = 10;

function Ends(props: QuestionPart & { readonly question: Scale }): JSX.Element {
  const { question, language, onQuestion } = props;
  const t = editorMessages[language];
  const end = (label: string, value: number, onNumber: (value: number) => void): JSX.Element => (
    <label class="field">
      <span class="label">{label}</span>
      <select
        class="input"
        value={String(value)}
        onChange={({ currentTarget }) => onNumber(Number(currentTarget.value))}
      >
        {Array.from({ length: Math.max(LAST_STEP, value) + 1 }, (_, number) => (
          <option key={number} value={String(number)}>
            {number}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <div class="stack">
      <div class="row">
        {end(t.from, question.from, (from) => onQuestion({ ...question, from }))}
        {end(t.to, question.to, (to) => onQuestion({ ...question, to }))}
      </div>
      <Pair
        {...{ language, label: t.low(question.from), said: question.low, most: FORM_LIMIT.label }}
        id={`low-${question.id}`}
        onSaid={(low) => onQuestion({ ...question, low })}
      />
      <Pair
        {...{ language, label: t.high(question.to), said: question.high, most: FORM_LIMIT.label }}
        id={`high-${question.id}`}
        onSaid={(high) => onQuestion({ ...question, high })}
      />
    </div>
  );
}

/** Asked of everybody, or only of whom an earlier choice concerns. */
function When({ form, question, language, onQuestion }: QuestionPart): JSX.Element | null {
  const t = editorMessages[language];
  const choices = conditionsFor(form, question.id);
  const now = question.when ? `${question.when.question}/${question.when.is}` : "";
  const isKnown = choices.some((one) => `${one.question.id}/${one.option.id}` === now);
  if (choices.length === 0 && now === "") return null;
  const choose = (value: string): void => {
    const [asked = "", is = ""] = value.split("/");
    onQuestion({ ...question, when: value === "" ? null : { question: asked, is } });
  };
  return (
    <label class="field">
      <span class="label">{t.when}</span>
      <select
        class="input"
        value={now}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      >
        <option value="">{t.everybody}</option>
        {now !== "" && !isKnown && <option value={now}>{t.lostCondition}</option>}
        {choices.map(({ question: choice, option }) => (
          <option key={`${choice.id}/${option.id}`} value={`${choice.id}/${option.id}`}>
            {t.only(
              option.label[language] || option.label.sv,
              choice.label[language] || choice.label.sv,
            )}
          </option>
        ))}
      </select>
    </label>
  );
}
