import type { JSX } from "preact";
import { type Choice, FORM_LIMIT } from "../definition.ts";
import { inserted, moved, newOption, withoutOption } from "../edit.ts";
import { editorMessages } from "../messages.editor.ts";
import type { QuestionPart } from "./questions.browser.tsx";
import { Pair, Tick } from "./texts.browser.tsx";

/** The options of a choice, in their order. */
export function Options(props: QuestionPart & { readonly question: Choice }): JSX.Element {
  const { question, language, onQuestion } = props;
  const { options } = question;
  const t = editorMessages[language];
  const add = (): void => {
    const option = newOption(options);
    onQuestion({ ...question, options: inserted(options, options.length, option) });
    requestAnimationFrame(() =>
      document.getElementById(`option-${question.id}-${option.id}-sv`)?.focus(),
    );
  };
  return (
    <div class="stack">
      <ol class="form-options">
        {options.map((option, at) => (
          <Option key={option.id} {...props} at={at} />
        ))}
      </ol>
      <button
        type="button"
        class="button"
        disabled={options.length >= FORM_LIMIT.options}
        onClick={add}
      >
        {t.addOption}
      </button>
      <Tick
        label={t.several}
        checked={question.several}
        onTick={(several) => onQuestion({ ...question, several })}
      />
    </div>
  );
}

type OptionProps = QuestionPart & { readonly question: Choice; readonly at: number };

function Option(props: OptionProps): JSX.Element | null {
  const { editor, form, question, at, faults, language, onQuestion } = props;
  const t = editorMessages[language];
  const { options } = question;
  const option = options[at];
  if (!option) return null;
  const name = option.label.sv || t.optionNumber(at + 1);
  const isSilent = faults.includes("no-label") && option.label.sv.trim() === "";
  const put = (by: number): void =>
    onQuestion({ ...question, options: moved(options, at, at + by) });
  const remove = (): void => {
    editor.take(withoutOption(form, question, option.id), "option-gone");
    document.getElementById("form-undo")?.focus();
  };
  return (
    <li>
      <Pair
        {...{ language, label: t.optionNumber(at + 1), said: option.label, most: FORM_LIMIT.label }}
        id={`option-${question.id}-${option.id}`}
        fault={isSilent ? t["no-label"] : undefined}
        onSaid={(label) =>
          onQuestion({
            ...question,
            options: options.map((one) => (one.id === option.id ? { ...one, label } : one)),
          })
        }
      />
      <div class="form-question-tools">
        <Small name={t.up(name)} sign="↑" isOff={at === 0} onPress={() => put(-1)} />
        <Small
          name={t.down(name)}
          sign="↓"
          isOff={at === options.length - 1}
          onPress={() => put(1)}
        />
        <Small name={`${t.remove} ${name}`} sign={t.remove} onPress={remove} />
      </div>
    </li>
  );
}

interface SmallProps {
  readonly name: string;
  readonly sign: string;
  readonly isOff?: boolean;
  readonly onPress: () => void;
}

function Small({ name, sign, isOff = false, onPress }: SmallProps): JSX.Element {
  return (
    <button
      type="button"
      class="button button-quiet"
      aria-label={name}
      disabled={isOff}
      onClick={onPress}
    >
      {sign}
    </button>
  );
}
