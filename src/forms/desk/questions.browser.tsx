import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { type DefinitionFault, FORM_LIMIT, type Question } from "../definition.ts";
import { moved, newQuestion, withQuestion, withoutQuestion } from "../edit.ts";
import { editorMessages } from "../messages.editor.ts";
import type { EditorPart } from "./part.browser.ts";
import { QuestionFields } from "./question.browser.tsx";

export interface QuestionPart extends EditorPart {
  readonly question: Question;
  readonly faults: readonly DefinitionFault["code"][];
  readonly onQuestion: (question: Question) => void;
}

/** All questions in their order; one is open at a time. */
export function Questions(props: EditorPart): JSX.Element {
  const { editor, form, language } = props;
  const t = editorMessages[language];
  const { open, told, add, move } = useOrder(props);
  return (
    <section class="stack" aria-labelledby="form-questions">
      <h2 id="form-questions">{t.questions}</h2>
      <p class="hint">{t.questionsHint}</p>
      <p class="visually-hidden" role="status">
        {told.value}
      </p>
      {form.questions.length === 0 && <p class="soft">{t.noQuestions}</p>}
      <ol class="form-questions">
        {form.questions.map((question, at) => (
          <Card
            key={question.id}
            {...{ ...props, question, at }}
            faults={editor.faults.value.flatMap((one) => (one.at === at ? [one.code] : []))}
            isOpen={open.value === question.id}
            onOpen={() => (open.value = open.value === question.id ? null : question.id)}
            onMove={(by) => move(question.id, by)}
            onQuestion={(changed) => editor.change(withQuestion(form, changed))}
          />
        ))}
      </ol>
      <button
        type="button"
        class="button"
        disabled={form.questions.length >= FORM_LIMIT.questions}
        onClick={add}
      >
        {t.addQuestion}
      </button>
    </section>
  );
}

/** Which is open, and what adds and moves them; the focus goes with what was moved. */
function useOrder({ editor, form, language }: EditorPart) {
  const t = editorMessages[language];
  const open = useSignal<string | null>(null);
  const told = useSignal("");
  const add = (): void => {
    const question = newQuestion(form);
    editor.change({ ...form, questions: [...form.questions, question] });
    open.value = question.id;
    requestAnimationFrame(() => document.getElementById(`ask-${question.id}-sv`)?.focus());
  };
  const move = (id: string, by: -1 | 1): void => {
    const at = form.questions.findIndex((one) => one.id === id);
    const to = at + by;
    if (to < 0 || to >= form.questions.length) return;
    editor.change({ ...form, questions: moved(form.questions, at, to) });
    told.value = t.movedTo(to + 1, form.questions.length);
    requestAnimationFrame(() => document.getElementById(`head-${id}`)?.focus());
  };
  return { open, told, add, move };
}

type CardProps = QuestionPart & {
  readonly at: number;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly onMove: (by: -1 | 1) => void;
};

function Card(props: CardProps): JSX.Element {
  const { question, at, isOpen, onOpen, onMove, faults, language } = props;
  const t = editorMessages[language];
  /** Alt with an arrow moves it. */
  const press = (event: KeyboardEvent): void => {
    const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : undefined;
    if (!event.altKey || by === undefined) return;
    event.preventDefault();
    onMove(by);
  };
  return (
    <li class="card stack form-question">
      <div class="form-question-head">
        <button
          type="button"
          class="form-question-name"
          id={`head-${question.id}`}
          aria-expanded={isOpen}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
          onClick={onOpen}
          onKeyDown={press}
        >
          <strong>
            {at + 1}. {question.label[language] || question.label.sv || t.unnamed}
          </strong>
          <span class="small soft">{summary(props)}</span>
        </button>
        <Tools {...props} />
      </div>
      {faults.map((code) => (
        <p class="fault" key={code}>
          {t[code]}
        </p>
      ))}
      {isOpen && <QuestionFields {...props} />}
    </li>
  );
}

function summary({ question, form, language }: CardProps): string {
  const t = editorMessages[language];
  const { when } = question;
  const choice = form.questions.find((one) => one.id === when?.question);
  const option =
    choice?.kind === "choice" ? choice.options.find(({ id }) => id === when?.is) : undefined;
  return [
    t[question.kind],
    question.required ? t.mustShort : t.mayShort,
    ...(option ? [t.onlyShort(option.label[language] || option.label.sv)] : []),
  ].join(" · ");
}

function Tools({ editor, form, question, at, onMove, language }: CardProps): JSX.Element {
  const t = editorMessages[language];
  const name = question.label[language] || question.label.sv || t.unnamed;
  const remove = (): void => {
    editor.take(withoutQuestion(form, question.id), "question-gone");
    document.getElementById("form-undo")?.focus();
  };
  return (
    <div class="form-question-tools">
      <button
        type="button"
        class="button button-quiet"
        aria-label={t.up(name)}
        disabled={at === 0}
        onClick={() => onMove(-1)}
      >
        ↑
      </button>
      <button
        type="button"
        class="button button-quiet"
        aria-label={t.down(name)}
        disabled={at === form.questions.length - 1}
        onClick={() => onMove(1)}
      >
        ↓
      </button>
      <button type="button" class="button button-quiet" onClick={remove}>
        {t.remove}
        <span class="visually-hidden"> {name}</span>
      </button>
    </div>
  );
}
