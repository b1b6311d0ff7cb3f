import type { ComponentChildren, JSX } from "preact";
import { PlainFields } from "../forms/index.server.ts";
import { type Page } from "../platform/http/index.server.ts";
import { facePage, type FaceSign } from "../site/index.server.ts";
import type { Language } from "../ui/languages.ts";
import { leavesNoTrace } from "../ui/no-trace.ts";
import { Back } from "../ui/plain-fields.server.tsx";
import { sheetOf } from "../ui/styles.server.ts";
import { type Asking, NEEDS } from "./contract.ts";
import { enquiryMessages } from "./messages.ts";
import own from "./page.css?inline";
import { Elsewhere, signWords } from "./page.server.tsx";
import { waysTo } from "./parts.ts";
import { type FilledFaults, type FilledIn, isFaultless } from "./settle.ts";

const sheet = sheetOf(own);
/** As they stand: preact knows some of them only as properties. */
const noTrace: object = leavesNoTrace;

export interface PlainProps {
  readonly sign: FaceSign;
  readonly asking: Asking;
  readonly filled: FilledIn;
  readonly faults: FilledFaults;
  /** Of this page alone: the same form sent twice arrives once. */
  readonly once: string;
  readonly failed?: "busy" | "refused" | undefined;
}

/** One form on one page, without script; what was filled in stands there again where something is missing. */
export function plainFormPage(props: PlainProps): Page {
  const { sign, asking, faults, failed } = props;
  const { kind, form } = asking;
  const { language } = sign;
  const t = enquiryMessages[language];
  return framed(sign, t[kind], waysTo("sv").plain(kind), [
    <p class="lead">{form.lead[language] || form.lead.sv}</p>,
    failed && (
      <p class="notice notice-danger" role="alert" data-code={failed}>
        {t[failed]}
      </p>
    ),
    !isFaultless(faults) && (
      <p class="notice" role="alert">
        {t.someMissing}
      </p>
    ),
    <p class="notice">{signWords(sign).weaker}</p>,
    <Elsewhere sign={sign} />,
    <Form {...props} />,
  ]);
}

function Form({ sign, asking, filled, faults, once }: PlainProps): JSX.Element {
  const { language } = sign;
  const { kind, form } = asking;
  return (
    <form
      class="stack"
      method="post"
      action={waysTo(language).plain(kind)}
      autocomplete="off"
      accept-charset="utf-8"
    >
      <input type="hidden" name="once" value={once} autocomplete="off" />
      <PlainFields {...{ form, language, answers: filled.answers, faults: faults.answers }} />
      <AboutSender {...{ language, kind, filled, faults }} />
      <p>
        <input class="button button-lamp" type="submit" value={enquiryMessages[language].send} />
      </p>
    </form>
  );
}

type SenderProps = Pick<PlainProps, "filled" | "faults"> & {
  readonly kind: Asking["kind"];
  readonly language: Language;
};

function AboutSender({ language, kind, filled, faults }: SenderProps): JSX.Element {
  const t = enquiryMessages[language];
  const needs = NEEDS[kind];
  return (
    <>
      <Line
        {...{ name: "name", label: t.name, said: filled.name, isNeeded: needs.name }}
        hint={needs.name ? t.nameHint : `${t.nameHint} ${t.optional}`}
        fault={faults.name && t[faults.name === "missing" ? "missing-name" : "too-long"]}
      />
      <Line
        {...{ name: "reach", label: t.reach, said: filled.reach, isNeeded: needs.reach }}
        hint={needs.reach ? t.reachHint : `${t.reachHint} ${t.reachFree}`}
        fault={faults.reach && t[faults.reach === "missing" ? "missing-reach" : "too-long"]}
      />
    </>
  );
}

export function sentPage(sign: FaceSign): Page {
  const t = enquiryMessages[sign.language];
  return framed(sign, t.sentTitle, waysTo("sv").sent, [<p class="lead">{t.sentSays}</p>]);
}

function framed(sign: FaceSign, title: string, path: string, children: ComponentChildren): Page {
  const page = facePage({
    ...{ view: sign, path, kind: "inner", sheet },
    children: (
      <main id="main" tabIndex={-1} class="contact-us">
        <Back href={waysTo(sign.language).page}>{enquiryMessages[sign.language].toPage}</Back>
        <h1>{title}</h1>
        {children}
      </main>
    ),
  });
  // Without it the origin of a form would be "null" in browsers that say nothing else of where it comes from.
  return { ...page, headers: { ...page.headers, "Referrer-Policy": "same-origin" } };
}

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly fault: string | null;
}

const Field = (props: FieldProps & { readonly children: ComponentChildren }): JSX.Element => (
  <div class="field">
    <label for={props.name}>{props.label}</label>
    {props.hint !== "" && <p class="hint">{props.hint}</p>}
    {props.fault !== null && <p class="fault">{props.fault}</p>}
    {props.children}
  </div>
);

type LineProps = FieldProps & { readonly said: string; readonly isNeeded: boolean };

const Line = ({ said, isNeeded, ...field }: LineProps): JSX.Element => (
  <Field {...field}>
    <input
      {...noTrace}
      {...{ name: field.name, id: field.name, value: said, required: isNeeded }}
      class="input"
      type="text"
    />
  </Field>
);
