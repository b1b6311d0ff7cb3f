import type { JSX } from "preact";
import { PlainFields } from "../../forms/index.server.ts";
import { PlainConfirm, PlainForm, plainPage, Traces } from "../../letters/index.server.ts";
import { plainPaths } from "../../letters/index.ts";
import type { Page } from "../../platform/http/index.server.ts";
import type { FaceSign } from "../../site/index.server.ts";
import { type Language, pathIn } from "../../ui/languages.ts";
import { leavesNoTrace } from "../../ui/no-trace.ts";
import { LONGEST } from "../application.ts";
import { APPLY_PLAIN, VOLUNTEER_PAGE } from "../contract.ts";
import { applyMessages } from "../messages.contact.ts";
import { type Asks, type Filled, type FilledFaults, tickOf } from "./filled.ts";
import { plainApplyMessages } from "./messages.plain.ts";

/** As they stand: preact knows some of them only as properties. */
const noTrace: object = leavesNoTrace;

/** While no round is open there is nothing to fill in. */
export const closedPage = (sign: FaceSign): Page =>
  plainPage({
    ...{ sign, path: APPLY_PLAIN, title: applyMessages[sign.language].closedTitle },
    children: (
      <>
        <p class="lead">{applyMessages[sign.language].notOpen}</p>
        <Back language={sign.language} />
      </>
    ),
  });

export interface ApplyProps {
  readonly sign: FaceSign;
  readonly asks: Asks;
  readonly filled: Filled;
  /** The words of this very page. */
  readonly words: readonly string[];
  readonly faults?: FilledFaults;
  readonly failed?: "wrongWords" | "notSent";
}

/** One page and one form. Nothing is held anywhere between the first word and the last. */
export function applyPage(props: ApplyProps): Page {
  const { sign, asks, filled, words, faults, failed } = props;
  const { language } = sign;
  const t = applyMessages[language];
  const own = plainApplyMessages[language];
  const says = failed ? own[failed] : faults && t.someMissing;
  return plainPage({
    ...{ sign, path: APPLY_PLAIN, title: own.title },
    above: <Back language={language} />,
    children: (
      <>
        {says !== undefined && (
          <p class="notice notice-danger" role="alert">
            {says}
          </p>
        )}
        <p class="notice">{own.weaker}</p>
        <p>
          <a href={`/contact/?way=apply${language === "sv" ? "" : `&lang=${language}`}`}>
            {own.withScript}
          </a>
        </p>
        {asks.form && <p class="lead">{asks.form.lead[language] || asks.form.lead.sv}</p>}
        <p class="soft">{t.formLead}</p>
        <PlainForm action={APPLY_PLAIN} language={language}>
          <AboutHer {...{ language, filled, faults }} />
          {asks.form && (
            <PlainFields
              {...{ language, form: asks.form, answers: filled.answers }}
              faults={faults?.answers ?? []}
            />
          )}
          <Conditions {...{ language, asks, filled, faults }} />
          <PlainConfirm {...{ language, words }} send={own.send} mayGoWithout={false} />
        </PlainForm>
        <Traces language={language} />
      </>
    ),
  });
}

interface PartProps {
  readonly language: Language;
  readonly filled: Filled;
  readonly faults: FilledFaults | undefined;
}

function AboutHer({ language, filled, faults }: PartProps): JSX.Element {
  const t = applyMessages[language];
  const line = (name: "name" | "reach", said: string, hint: string) => {
    const fault = faults?.[name];
    return (
      <div class="field">
        <label for={name}>{said}</label>
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
        {fault && (
          <p class="fault" id={`${name}-fault`}>
            {t[fault]}
          </p>
        )}
        <input
          {...noTrace}
          {...{ name, id: name, value: filled[name], maxLength: LONGEST[name] }}
          class="input"
          type="text"
          dir="auto"
          required={name === "name"}
          aria-describedby={`${name}-hint${fault ? ` ${name}-fault` : ""}`}
        />
      </div>
    );
  };
  return (
    <>
      {line("name", t.name, t.nameHint)}
      {line("reach", t.reach, t.reachHint)}
    </>
  );
}

function Conditions({
  language,
  asks: { conditions },
  filled,
  faults,
}: PartProps & { readonly asks: Asks }): JSX.Element | null {
  const t = applyMessages[language];
  if (conditions.length === 0) return null;
  return (
    <fieldset class="field" aria-describedby="conditions-hint">
      <legend class="label">{t.conditions}</legend>
      <p class="hint" id="conditions-hint">
        {t.conditionsHint}
      </p>
      {faults?.conditions && <p class="fault">{t["not-stated"]}</p>}
      {conditions.map(({ id, text, required }) => (
        <label class="check">
          <input
            type="checkbox"
            name={tickOf(id)}
            value="yes"
            autocomplete="off"
            required={required}
            checked={filled.stated.includes(id)}
          />
          <span>
            {text[language] || text.sv}
            {!required && <span class="hint"> {t.optional}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

export function arrivedPage(sign: FaceSign): Page {
  const { language } = sign;
  const t = applyMessages[language];
  const own = plainApplyMessages[language];
  return plainPage({
    ...{ sign, path: APPLY_PLAIN, title: t.sentTitle },
    children: (
      <>
        <p class="lead">{own.sentLead}</p>
        <p>{own.times}</p>
        <p>
          <a class="button" href={pathIn(plainPaths.read, language)}>
            {own.read}
          </a>
        </p>
        <Traces language={language} />
        <Back language={language} />
      </>
    ),
  });
}

const Back = ({ language }: { readonly language: Language }): JSX.Element => (
  <p>
    <a class="back" href={pathIn(VOLUNTEER_PAGE, language)}>
      <span aria-hidden="true">←&nbsp;</span>
      {plainApplyMessages[language].toNotice}
    </a>
  </p>
);
