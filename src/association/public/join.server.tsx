import type { JSX } from "preact";
import type { Page } from "../../platform/http/index.server.ts";
import type { FaceSign } from "../../site/index.server.ts";
import { Back, Told } from "../../ui/plain-fields.server.tsx";
import { type AssociationSettings, associationPages as at } from "../contract.ts";
import { publicMessages } from "../messages.public.ts";
import type { PersonFaults, WrittenPerson } from "../person.ts";
import { PersonFields } from "./fields.server.tsx";
import { memberPage } from "./frame.server.tsx";
import { pathIn } from "../../ui/languages.ts";

export const unwritten: WrittenPerson = { name: "", mail: "", address: "" };

interface JoinProps {
  readonly sign: FaceSign;
  readonly settings: AssociationSettings;
  readonly written: WrittenPerson;
  readonly faults?: PersonFaults;
  /** What else is wrong. */
  readonly consent?: boolean;
  readonly trapped?: boolean;
  /** Why it was not taken, though nothing is wrong with it. */
  readonly refused?: "limit-reached" | "refused";
}

/** One page and one form; what has come back stands there as it was written. */
export function joinPage(props: JoinProps): Page {
  const { sign, settings, faults = {}, refused, consent = false, trapped = false } = props;
  const { language } = sign;
  const t = publicMessages[language];
  const isFaulty = Object.keys(faults).length > 0 || consent || trapped;
  const words = settings.words[language] || settings.words.sv;
  return memberPage({
    ...{ sign, title: t.joinTab, path: at.join, description: t.joinLead },
    status: isFaulty ? 400 : refused === undefined ? 200 : 409,
    children: (
      <>
        <Back href={pathIn("/", language)}>{t.toStart}</Back>
        <div class="stack">
          <h1>{t.joinTitle}</h1>
          <p>{t.joinLead}</p>
          {words !== "" && <p class="lines">{words}</p>}
          <p>
            <strong>{settings.kronor === 0 ? t.noFee : t.fee(settings.kronor)}</strong>
          </p>
          <p class="notice">
            {t.forHelp} <a href={pathIn("/", language)}>{t.forHelpLink}</a>
          </p>
        </div>
        {isFaulty && <Told code="bad-input">{t.faults}</Told>}
        {refused !== undefined && <Told code={refused}>{t[refused]}</Told>}
        <form class="stack ask" method="post" action={pathIn(at.join, language)}>
          <PersonFields {...{ language, written: props.written, faults }} />
          <Kept language={language} />
          <Consent language={language} isMissing={consent} />
          <Trap language={language} isFilled={trapped} />
          <button class="button button-lamp" type="submit">
            {t.send}
          </button>
        </form>
      </>
    ),
  });
}

type Spoken = Pick<FaceSign, "language">;

/** What she agrees to, before she does. */
export function Kept({ language }: Spoken): JSX.Element {
  const t = publicMessages[language];
  return (
    <section class="card" aria-labelledby="kept">
      <h2 id="kept">{t.kept}</h2>
      <ul>
        {[t.keptWhat, t.keptWhy, t.keptHow, t.keptWho, t.keptLong, t.keptRight].map((words) => (
          <li>{words}</li>
        ))}
      </ul>
    </section>
  );
}

function Consent({ language, isMissing }: Spoken & { isMissing: boolean }): JSX.Element {
  const t = publicMessages[language];
  return (
    <div class="field">
      <label class="check">
        <input
          type="checkbox"
          name="consent"
          value="yes"
          required
          {...(isMissing ? { "aria-invalid": true, "aria-describedby": "consent-fault" } : {})}
        />
        <span>{t.consent}</span>
      </label>
      {isMissing && (
        <p class="fault" id="consent-fault">
          {t.consentMissing}
        </p>
      )}
    </div>
  );
}

function Trap({ language, isFilled }: Spoken & { isFilled: boolean }): JSX.Element {
  const t = publicMessages[language];
  return (
    <div class={isFilled ? "field" : "field trap"} aria-hidden={!isFilled}>
      <label for="website">{t.trap}</label>
      <input
        class="input"
        id="website"
        name="website"
        autocomplete="off"
        {...(isFilled ? {} : { tabIndex: -1 })}
      />
      {isFilled && <p class="fault">{t.leaveEmpty}</p>}
    </div>
  );
}

type WordsKind =
  | "asked"
  | "left"
  | "closed"
  | "unknown"
  | "attendance"
  | "motions"
  | "full"
  | "minutes";
const conflicts: readonly WordsKind[] = ["attendance", "motions", "full", "minutes"];

/** A page of few words: it has arrived, it is over, it is closed. */
export function wordsPage(sign: FaceSign, kind: WordsKind, path: string): Page {
  const t = publicMessages[sign.language];
  return memberPage({
    ...{
      sign,
      title: t.joinTab,
      path,
      status: kind === "unknown" ? 404 : conflicts.includes(kind) ? 409 : 200,
    },
    children: (
      <>
        <h1>{t[`${kind}Title`]}</h1>
        <p>{t[`${kind}Text`]}</p>
        <Back href={pathIn("/", sign.language)}>{t.toStart}</Back>
      </>
    ),
  });
}
