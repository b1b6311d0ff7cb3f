import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useId } from "preact/hooks";
import type { Language } from "../../ui/languages.ts";
import { federationMessages } from "../federation/messages.ts";
import {
  dayInWords,
  type DeskPart,
  type Look,
  LookFrame,
  useLook,
} from "../federation/parts.browser.tsx";
import { municipalityName } from "../municipalities.ts";
import { type Application, type ApplicationList, joiningPaths as paths } from "./contract.ts";
import { Floods } from "./floods.browser.tsx";

/** The federation's page of those who want to join. */
export function ApplicationsPage(part: DeskPart): JSX.Element {
  const { language } = part;
  const t = federationMessages[language];
  const look = useLook<ApplicationList>(part, paths.list);
  return (
    <LookFrame {...{ look, language }} title={t.applications} lead={t.applicationsLead}>
      {({ applications }) => (
        <>
          {applications.length === 0 && <p class="notice">{t.noApplications}</p>}
          <Floods {...{ applications, look, language }} />
          <ul class="network-rows">
            {applications.map((application) => (
              <li key={application.id} class="card stack">
                <Row {...{ application, look, language }} />
              </li>
            ))}
          </ul>
        </>
      )}
    </LookFrame>
  );
}

interface RowProps {
  readonly application: Application;
  readonly look: Look<ApplicationList>;
  readonly language: Language;
}

function Row({ application, look, language }: RowProps): JSX.Element {
  const t = federationMessages[language];
  const { name, stage, sentOn, talk, told, toEnter } = application;
  const isOver = stage === "approved" || stage === "declined";
  return (
    <>
      <div>
        <h2>{name}</h2>
        <p class="row">
          <span class={isOver ? "pill-closed" : "pill-open"}>
            {toEnter ? t.entering : t[stage]}
          </span>
          <span class="soft small">{t.sentOn(dayInWords(sentOn, language))}</span>
        </p>
      </div>
      <Facts application={application} language={language} />
      {told.about !== "" && <p class="network-said">{told.about}</p>}
      {talk.map(({ by, text, on }) => (
        <div class="notice">
          <p class="small soft">
            {by === "federation" ? t.us : t.them}, {dayInWords(on, language)}
          </p>
          <p class="network-said">{text}</p>
        </div>
      ))}
      {!isOver && <Answer {...{ application, look, language }} />}
    </>
  );
}

function Facts({ application, language }: Pick<RowProps, "application" | "language">) {
  const t = federationMessages[language];
  const { told } = application;
  const receives = [
    t[told.receives],
    t.ages(told.from, told.until),
    ...(told.elsewhere ? [t.elsewhere] : []),
  ];
  const facts: readonly (readonly [string, JSX.Element | string])[] = [
    [
      t.contact,
      <>
        {told.person}, <a href={`mailto:${told.mail}`}>{told.mail}</a>
      </>,
    ],
    [
      t.site,
      <a href={told.url} rel="noreferrer noopener" target="_blank">
        {told.url}
      </a>,
    ],
    ...(told.phone === null ? [] : [[t.phone, told.phone] as const]),
    [t.towns, told.municipalities.map(municipalityName).join(", ")],
    [t.receives, receives.join(", ")],
    [t.permit, t[told.permit]],
  ];
  return (
    <dl class="desk-data">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Answer({ application: { id, version, name }, look, language }: RowProps): JSX.Element {
  const t = federationMessages[language];
  const field = useId();
  const text = useSignal("");
  const isEmpty = text.value.trim() === "";
  const act = async (path: string, body: object, done: string): Promise<void> => {
    if (await look.act(path, { id, version, text: text.value, ...body }, done)) text.value = "";
  };
  const decide = (decision: "approved" | "declined", done: string): Promise<void> =>
    act(paths.decide, { decision }, done);
  return (
    <>
      <div class="field">
        <label for={field}>{t.write}</label>
        <textarea
          id={field}
          rows={4}
          maxLength={4000}
          autocomplete="off"
          aria-describedby={`${field}-hint`}
          value={text.value}
          onInput={({ currentTarget }) => (text.value = currentTarget.value)}
        />
        <p class="hint" id={`${field}-hint`}>
          {t.writeHint}
        </p>
      </div>
      <div class="row">
        <Act kind="button-lamp" of={name} onPress={() => decide("approved", t.decidedYes)}>
          {t.approveIt}
        </Act>
        <Act of={name} disabled={isEmpty} onPress={() => act(paths.ask, {}, t.asksSaved)}>
          {t.ask}
        </Act>
        <Act of={name} disabled={isEmpty} onPress={() => decide("declined", t.decidedNo)}>
          {t.decline}
        </Act>
      </div>
    </>
  );
}

interface ActProps {
  readonly children: string;
  /** Whose application, for those who only hear the button. */
  readonly of: string;
  readonly kind?: string;
  readonly disabled?: boolean;
  readonly onPress: () => Promise<void>;
}

const Act = ({ children, of, kind = "", disabled = false, onPress }: ActProps): JSX.Element => (
  <button type="button" class={`button ${kind}`} disabled={disabled} onClick={() => void onPress()}>
    {children} <span class="visually-hidden">{of}</span>
  </button>
);
