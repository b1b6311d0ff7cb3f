import type { JSX } from "preact";
import type { AnswerFault, FormDefinition, Question } from "../../forms/index.ts";
import type { Page } from "../../platform/http/index.server.ts";
import type { FaceSign } from "../../site/index.server.ts";
import { type Language, pathIn } from "../../ui/languages.ts";
import { educationPages as at } from "../contract.ts";
import { publicMessages } from "../messages.public.ts";
import { inWords } from "../names.ts";
import { choicesOf, LONGEST_REMARK } from "../questions.ts";
import { Back, ChoiceField, Field, lecturePage, Told } from "./parts.server.tsx";

/** The field for the code, and why one was not taken. */
export function codePage(sign: FaceSign, refused?: "noCode" | "full" | "refused"): Page {
  const { language } = sign;
  const t = publicMessages[language];
  const statuses = { noCode: 404, full: 409, refused: 400 } as const;
  return lecturePage({
    ...{ sign, title: t.codeTab, path: at.code },
    status: refused === undefined ? 200 : statuses[refused],
    children: (
      <>
        <h1>{t.codeTitle}</h1>
        {refused !== undefined && <Told code={refused}>{t[refused]}</Told>}
        <form class="stack ask" method="post" action={pathIn(at.code, language)}>
          <div class="field">
            <label for="code">{t.code}</label>
            <p class="hint" id="code-hint">
              {t.codeLead}
            </p>
            <input
              class="input code-input"
              id="code"
              name="code"
              autocomplete="off"
              autocapitalize="none"
              spellcheck={false}
              maxLength={20}
              aria-describedby="code-hint"
              required
            />
          </div>
          <button class="button button-lamp" type="submit">
            {t.open}
          </button>
        </form>
      </>
    ),
  });
}

interface AnsweringProps {
  readonly sign: FaceSign;
  readonly code: string;
  readonly form: FormDefinition;
  /** As the form sent it. */
  readonly written?: Readonly<Record<string, string>>;
  readonly faults?: readonly AnswerFault[];
}

export function evaluationPage(props: AnsweringProps): Page {
  const { sign, code, form, faults = [] } = props;
  const { language } = sign;
  const t = publicMessages[language];
  const path = at.evaluation.replace(":code", code);
  return lecturePage({
    ...{ sign, title: t.codeTab, path, status: faults.length > 0 ? 400 : 200 },
    children: (
      <>
        <h1>{t.codeTitle}</h1>
        <p class="notice">{t.anonymous}</p>
        {faults.length > 0 && <Told code="bad-input">{t.faults}</Told>}
        <form class="stack ask" method="post" action={pathIn(path, language)} autocomplete="off">
          {form.questions.map((question) => (
            <Asked {...{ ...props, question, language }} />
          ))}
          <button class="button button-lamp" type="submit">
            {t.answer}
          </button>
        </form>
      </>
    ),
  });
}

function Asked({
  question,
  language,
  written = {},
  faults = [],
}: AnsweringProps & { readonly question: Question; readonly language: Language }): JSX.Element {
  const t = publicMessages[language];
  const { id, label, hint, required } = question;
  const value = Object.hasOwn(written, id) ? (written[id] ?? "") : "";
  const code = faults.find((one) => one.question === id)?.code;
  const fault = code && (code === "too-long" ? t["too-long"] : t.missing);
  const said = [required ? "" : t.optional, inWords(hint, language)].filter((one) => one !== "");
  const noted = said.length === 0 ? undefined : said.join(". ");
  if (question.kind === "choice" || question.kind === "scale")
    return (
      <ChoiceField
        {...{ name: id, legend: inWords(label, language), chosen: value, hint: noted, fault }}
        class={question.kind === "scale" ? "steps" : ""}
        isNeeded={required}
        options={choicesOf(question).map((one) => ({
          id: one.id,
          label: inWords(one.label, language),
        }))}
      />
    );
  return (
    <Field
      {...{ name: id, label: inWords(label, language), value, hint: noted, fault }}
      {...{ maxLength: LONGEST_REMARK, isNeeded: required, rows: 3 }}
    />
  );
}

/** What was heard may have woken something: the way to somebody is the last thing that stands. */
export function answeredPage(sign: FaceSign): Page {
  const { language } = sign;
  const t = publicMessages[language];
  return lecturePage({
    ...{ sign, title: t.codeTab, path: at.answered },
    children: (
      <>
        <h1>{t.answeredTitle}</h1>
        <p>{t.answeredText}</p>
        <p>{t.support}</p>
        <Back href={pathIn("/", language)}>{t.toStart}</Back>
      </>
    ),
  });
}
