import type { ComponentChildren, JSX } from "preact";
import { facePage, type FaceSign } from "../../site/index.server.ts";
import type { Page } from "../../platform/http/index.server.ts";
import { type Language, pathIn } from "../../ui/languages.ts";
import { leavesNoTrace } from "../../ui/no-trace.ts";
import { sheetOf } from "../../ui/styles.server.ts";
import letters from "../contact/letters.css?inline";
import { plainPaths as paths } from "../contract.ts";
import { letterFailureMessages } from "../messages.letter-failures.ts";
import { letterMessages } from "../messages.letters.ts";
import { plainMessages } from "../messages.plain.ts";
import plain from "./plain.css?inline";
import type { Fault } from "./shown.server.ts";

const sheet = sheetOf(letters, plain);

interface FrameProps {
  readonly sign: FaceSign;
  /** Where the same is found in the other language. */
  readonly path: string;
  readonly title: string;
  /** The way back, before the title. */
  readonly above?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** The tab says nothing but the face's own discreet name. */
export function plainPage({ sign, path, title, above, children }: FrameProps): Page {
  const page = facePage({
    ...{ view: sign, path, kind: "inner", sheet },
    children: (
      <main id="main" tabIndex={-1} class="plain">
        {above}
        <h1>{title}</h1>
        {children}
      </main>
    ),
  });
  // Without it the origin of a form would be "null" in browsers that say nothing else of where it comes from.
  return { ...page, headers: { ...page.headers, "Referrer-Policy": "same-origin" } };
}

interface FormProps {
  readonly action: string;
  readonly language: Language;
  readonly children: ComponentChildren;
}

export const Form = ({ action, language, children }: FormProps): JSX.Element => (
  <form
    class="stack"
    method="post"
    action={pathIn(action, language)}
    autocomplete="off"
    accept-charset="utf-8"
  >
    {children}
  </form>
);

export const Hidden = ({ name, value }: { name: string; value: string }): JSX.Element => (
  <input type="hidden" name={name} value={value} autocomplete="off" />
);

/** As they stand: preact knows some of them only as properties. */
const noTrace: object = leavesNoTrace;

interface AreaProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly rows: number;
  readonly value: string;
  readonly isRequired?: boolean;
}

export function Area({ name, label, hint, rows, value, isRequired }: AreaProps): JSX.Element {
  return (
    <div class="field">
      <label for={name}>{label}</label>
      {hint !== undefined && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <textarea
        {...noTrace}
        {...{ name, rows, id: name }}
        class="input"
        dir="auto"
        cols={60}
        required={isRequired === true}
        {...(hint === undefined ? {} : { "aria-describedby": `${name}-hint` })}
      >
        {value}
      </textarea>
    </div>
  );
}

interface WordProps {
  readonly name: string;
  readonly label: string;
  /** Checked by the browser too, so that a slip is not sent. */
  readonly pattern: string;
}

export const Word = ({ name, label, pattern }: WordProps): JSX.Element => (
  <div class="field">
    <label for={name}>{label}</label>
    <input
      {...noTrace}
      {...{ name, pattern, id: name, title: label }}
      class="input word-input"
      type="text"
      required
    />
  </div>
);

/** What happened, what was kept, what to do; its code stands beside it for whoever helps her. */
export function Failed({ fault, language }: { fault: Fault; language: Language }): JSX.Element {
  return (
    <p class="notice notice-danger" role="alert" data-code={fault.is}>
      {sentence(fault, language)}
    </p>
  );
}

function sentence(fault: Fault, language: Language): string {
  const own = plainMessages[language];
  const t = letterMessages[language];
  switch (fault.is) {
    case "unknownWord":
      return own.unknownWord(fault.word, fault.number, fault.meant);
    case "wrongNumber":
      return t.wrongNumber(fault.given);
    case "wrongWord":
      return t.confirmWrong(fault.number);
    case "sealedCode":
      return own.sealedCode;
    case "notSure":
      return own.notSure;
    case "away":
      return own.awaySays;
    case "closedMailbox":
      return own.closedMailbox;
    default:
      return letterFailureMessages[language][fault.is];
  }
}

interface ToldProps {
  readonly language: Language;
  readonly isSent: boolean;
  readonly said: string | undefined;
  readonly fault?: Fault;
}

/** What came of the form before. */
export const Told = ({ language, isSent, said, fault }: ToldProps): JSX.Element => (
  <>
    {(isSent || said !== undefined) && (
      <p class={isSent ? "notice notice-open" : "notice"} role="status">
        {said ?? plainMessages[language].sentNow}
      </p>
    )}
    {fault && <Failed fault={fault} language={language} />}
  </>
);

export const Weaker = ({ language }: { language: Language }): JSX.Element => (
  <p class="notice">{plainMessages[language].weaker}</p>
);

/** Said before she goes, on every page that shows something. */
export const Traces = ({ language }: { language: Language }): JSX.Element => (
  <p class="soft small">{plainMessages[language].traces}</p>
);

export const Danger = ({ language }: { language: Language }): JSX.Element => (
  <p class="notice notice-danger">
    {letterMessages[language].danger} <a href="tel:112">112</a>.
  </p>
);

export const Back = ({ language }: { language: Language }): JSX.Element => (
  <p>
    <a class="back" href={pathIn(paths.start, language)}>
      <span aria-hidden="true">←&nbsp;</span>
      {plainMessages[language].toStart}
    </a>
  </p>
);
