import type { ComponentChildren, JSX } from "preact";
import type { Page } from "../../platform/http/index.server.ts";
import { formatDate, inLanguage, type Language } from "../../ui/languages.ts";
import { sheetOf } from "../../ui/styles.server.ts";
import { federationFrame } from "../frame.server.tsx";
import { joiningPaths as paths, LONGEST_TEXT, type Standing, type Unsent } from "./contract.ts";
import { FormFields, type FormState } from "./form.server.tsx";
import own from "./joining.css?inline";
import { joiningMessages } from "./messages.ts";

const sheet = sheetOf(own);

/** Where the page stands: whose it is, and in which language. */
export interface Around {
  readonly language: Language;
  readonly demo: boolean;
  readonly name: string;
}

interface FrameProps extends Around {
  readonly path: string;
  readonly heading: string;
  readonly status?: number;
  readonly children: ComponentChildren;
}

function framed({ heading, children, ...around }: FrameProps): Page {
  const say = joiningMessages[around.language];
  return federationFrame({
    ...{ ...around, title: say.tab, sheet },
    children: (
      <main id="main" tabIndex={-1} class="joining">
        <p>
          <a class="back" href={`/${inLanguage(around.language)}`}>
            <span aria-hidden="true">←&nbsp;</span>
            {say.back}
          </a>
        </p>
        <h1>{heading}</h1>
        {children}
      </main>
    ),
  });
}

/** The form; after it was refused with all that was written in it. */
export function formPage(around: Around, state: FormState, status = 200): Page {
  const { language } = around;
  const say = joiningMessages[language];
  return framed({
    ...{ ...around, path: paths.form, heading: say.title, status },
    children: (
      <>
        <p>{say.lead}</p>
        <p class="notice">
          {say.notForSeekers} <a href={`/hitta${inLanguage(language)}`}>{say.toDirectory}</a>
        </p>
        {state.fault !== null && (
          <p class="notice notice-danger" role="alert">
            {state.fault === "wrong" ? say.wrong(state.wrong.length) : say[state.fault]}
          </p>
        )}
        <form
          class="joining-form"
          method="post"
          action={paths.form + inLanguage(language)}
          autocomplete="off"
        >
          <FormFields state={state} language={language} />
          <p class="small soft">{say.kept}</p>
          <p>
            <button class="button button-lamp" type="submit">
              {say.send}
            </button>
          </p>
        </form>
        <p>
          <a href={paths.answer + inLanguage(language)}>{say.toAnswer}</a>
        </p>
      </>
    ),
  });
}

/** It has arrived, and the code is shown this once. */
export function sentPage(around: Around, code: string): Page {
  const say = joiningMessages[around.language];
  return framed({
    ...{ ...around, path: paths.form, heading: say.thanks },
    children: (
      <>
        <p>{say.codeSays}</p>
        <p class="joining-code">{code}</p>
        <p>
          <a class="button" href={paths.answer + inLanguage(around.language)}>
            {say.toAnswer}
          </a>
        </p>
      </>
    ),
  });
}

export interface Asked {
  readonly code: string;
  /** Undefined before a code was sent, null where it belongs to nothing. */
  readonly standing: Standing | null | undefined;
  readonly unsent?: Unsent;
}

/** The code is asked for in a form, so that it stands in no address and no history. */
export function answerPage(around: Around, { code, standing, unsent }: Asked): Page {
  const { language } = around;
  const say = joiningMessages[language];
  return framed({
    ...{ ...around, path: paths.answer, heading: say.answerTitle },
    status: unsent ? 422 : 200,
    children: standing ? (
      <Answer {...{ code, standing, unsent, language }} />
    ) : (
      <>
        <p>{say.answerLead}</p>
        {standing === null && (
          <p class="notice notice-danger" role="alert">
            {say.noSuch}
          </p>
        )}
        <form
          class="joining-form"
          method="post"
          action={paths.answer + inLanguage(language)}
          autocomplete="off"
        >
          <div class="field">
            <label for="code">{say.code}</label>
            <input id="code" name="code" maxLength={100} autocomplete="off" spellcheck={false} />
          </div>
          <p>
            <button class="button button-lamp" type="submit">
              {say.read}
            </button>
          </p>
        </form>
      </>
    ),
  });
}

const day = (on: string, language: Language): string =>
  formatDate(Date.parse(`${on}T12:00Z`), language, true);

interface AnswerProps {
  readonly code: string;
  readonly standing: Standing;
  readonly unsent: Unsent | undefined;
  readonly language: Language;
}

function Answer({ code, standing, unsent, language }: AnswerProps): JSX.Element {
  const say = joiningMessages[language];
  const { name, stage, sentOn, talk, toEnter } = standing;
  const isOver = stage === "approved" || stage === "declined";
  return (
    <>
      <p>
        <strong>{name}</strong> <span class="soft">{say.sentOn(day(sentOn, language))}</span>
      </p>
      <p class="notice">{toEnter ? say.entering : say[stage]}</p>
      {talk.map(({ by, text, on }) => (
        <div class="card">
          <p class="small soft">
            {by === "federation" ? say.us : say.you}, {day(on, language)}
          </p>
          <p class="joining-said">{text}</p>
        </div>
      ))}
      {unsent && (
        <p class="notice notice-danger" role="alert">
          {say[unsent.why]}
        </p>
      )}
      {isOver
        ? unsent && <p class="joining-said">{unsent.text}</p>
        : replyForm(code, unsent?.text ?? "", language)}
    </>
  );
}

function replyForm(code: string, text: string, language: Language): JSX.Element {
  const say = joiningMessages[language];
  return (
    <form
      class="joining-form"
      method="post"
      action={paths.answer + inLanguage(language)}
      autocomplete="off"
    >
      <input type="hidden" name="code" value={code} />
      <div class="field">
        <label for="reply">{say.reply}</label>
        <textarea
          {...{ id: "reply", name: "reply", rows: 5, maxLength: LONGEST_TEXT }}
          autocomplete="off"
        >
          {text}
        </textarea>
      </div>
      <p>
        <button class="button" type="submit">
          {say.sendReply}
        </button>
      </p>
    </form>
  );
}
