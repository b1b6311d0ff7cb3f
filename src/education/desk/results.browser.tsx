import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Question } from "../../forms/index.ts";
import type { Evaluation, Results } from "../contract.ts";
import { deskMessages } from "../messages.desk.ts";
import { evaluationMessages } from "../messages.evaluation.ts";
import { inWords } from "../names.ts";
import { FEWEST } from "../policy.ts";
import { choicesOf } from "../questions.ts";
import type { EducationPart } from "./education-app.browser.ts";
import { countInWords } from "./evaluation.browser.tsx";
import { dayInWords } from "./when.ts";

/** What those who listened thought, evaluation by evaluation. */
export function ResultsPage(props: EducationPart): JSX.Element {
  const { app, language } = props;
  const t = evaluationMessages[language];
  const evaluations = app.board.value?.evaluations ?? [];
  const [open, setOpen] = useState<{ id: string; results: Results | null } | null>(null);
  const show = async ({ id }: Evaluation): Promise<void> => {
    const found = await app.results(id);
    setOpen({ id, results: found.ok ? found.value : null });
  };
  return (
    <section class="board-page stack" aria-labelledby="education-results">
      <h1 class="desk-title" id="education-results">
        {deskMessages[language].results}
      </h1>
      <p class="soft desk-screen-only">{t.resultsSays(FEWEST)}</p>
      {evaluations.length === 0 && <p class="card">{t.noResults}</p>}
      <ul class="education-cards">
        {evaluations.map((evaluation) => (
          <li
            key={evaluation.id}
            class={open?.id === evaluation.id ? "card stack desk-print" : "card stack"}
          >
            <Head {...props} evaluation={evaluation} onShow={() => void show(evaluation)} />
            {open?.id === evaluation.id && <Told language={language} results={open.results} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface HeadProps extends EducationPart {
  readonly evaluation: Evaluation;
  readonly onShow: () => void;
}

function Head({ app, language, evaluation, onShow }: HeadProps): JSX.Element {
  const t = evaluationMessages[language];
  const lecture = app.lectureOf(evaluation.lecture);
  const title = lecture
    ? inWords(lecture.content.title, language)
    : deskMessages[language].noLecture;
  const isOpen = evaluation.code !== null;
  const count = isOpen ? String(evaluation.answered) : countInWords(evaluation, language);
  return (
    <div class="row education-head">
      <span class="desk-list-text">
        <strong>{title}</strong>
        <span class="small soft">
          {dayInWords(evaluation.openOn, language)} · {t.answers(count)}
        </span>
      </span>
      {isOpen ? (
        <span class="small soft">{t.stillOpen}</span>
      ) : (
        <button type="button" class="button" onClick={onShow}>
          {t.show} <span class="visually-hidden">{title}</span>
        </button>
      )}
    </div>
  );
}

function Told({ results, language }: { results: Results | null; language: "sv" | "en" }) {
  const t = evaluationMessages[language];
  if (results === null) return <p class="notice">{deskMessages[language].offline}</p>;
  const { form, told } = results;
  if (told === null) return <p class="notice">{t.tooFew(FEWEST)}</p>;
  return (
    <>
      {form.questions.map((question) => (
        <Answers key={question.id} {...{ question, told, language }} />
      ))}
      <div>
        <button type="button" class="button desk-screen-only" onClick={() => print()}>
          {t.print}
        </button>
      </div>
    </>
  );
}

interface AnswersProps {
  readonly question: Question;
  readonly told: NonNullable<Results["told"]>;
  readonly language: "sv" | "en";
}

const Answers = (props: AnswersProps): JSX.Element =>
  props.question.kind === "text" ? <Remarks {...props} /> : <Chart {...props} />;

function Remarks({ question, told, language }: AnswersProps): JSX.Element {
  const remarks = told.remarks.filter((one) => one.question === question.id);
  return (
    <section>
      <h2>{inWords(question.label, language)}</h2>
      {remarks.length === 0 && <p class="soft">{evaluationMessages[language].noRemarks}</p>}
      <ul class="education-remarks">
        {remarks.map(({ words }, at) => (
          <li key={at}>{words}</li>
        ))}
      </ul>
    </section>
  );
}

/** A chart for whoever would rather look, in the table that says the same. */
function Chart({ question, told, language }: AnswersProps): JSX.Element {
  const t = evaluationMessages[language];
  const given = (choice: string): number =>
    told.tallies.find((one) => one.question === question.id && one.choice === choice)?.given ?? 0;
  const rows = choicesOf(question).map(({ id, label }) => ({
    label: inWords(label, language),
    count: given(id),
  }));
  const all = Math.max(
    1,
    rows.reduce((sum, { count }) => sum + count, 0),
  );
  return (
    <table class="education-chart">
      <caption>{inWords(question.label, language)}</caption>
      <thead class="visually-hidden">
        <tr>
          <th scope="col">{t.answer}</th>
          <th scope="col">{t.howMany}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, count }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>
              <meter class="education-bar" aria-hidden="true" min={0} max={all} value={count} />
              {count}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
