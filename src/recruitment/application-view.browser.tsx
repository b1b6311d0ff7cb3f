import type { JSX } from "preact";
import { Answered, type FormBook } from "../forms/index.browser.ts";
import type { Language } from "../ui/languages.ts";
import { type Application, readApplication } from "./application.ts";
import { applicationMessages } from "./messages.application.ts";

interface SaidProps {
  readonly text: string;
  readonly language: Language;
}

/** For letters and inbox: shows an application as one; null for what is written in words. */
export const applicationSaid =
  (book: FormBook) =>
  ({ text, language }: SaidProps): JSX.Element | null => {
    const application = readApplication(text);
    return application ? <ApplicationView {...{ book, application, language }} /> : null;
  };

interface ViewProps {
  readonly book: FormBook;
  readonly application: Application;
  readonly language: Language;
}

function ApplicationView(props: ViewProps): JSX.Element {
  const { application, language } = props;
  const t = applicationMessages[language];
  const { what, name, reach, meeting, stated } = application;
  return (
    <div class="stack request">
      <h3>{what === "application" ? t.application : t.meetingWish}</h3>
      <dl class="answered">
        <Line term={t.name} said={name} />
        <Line term={t.reach} said={reach === "" ? t.noReach : reach} />
        {meeting !== "" && <Line term={t.meeting} said={meeting} />}
      </dl>
      <Answers {...props} />
      {stated.length > 0 && (
        <>
          <h4>{t.stated}</h4>
          <ul>
            {stated.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

const Line = ({ term, said }: { readonly term: string; readonly said: string }): JSX.Element => (
  <div>
    <dt>{term}</dt>
    <dd dir="auto">{said}</dd>
  </div>
);

function Answers({ book, application, language }: ViewProps): JSX.Element | null {
  const { form, answers } = application;
  if (!form) return null;
  const known = book.find(form);
  if (known === "loading") return null;
  if (known !== "lost")
    return <Answered form={known.definition} answers={answers} language={language} />;
  return (
    <>
      <p class="notice">{applicationMessages[language].formLost}</p>
      <dl class="answered">
        {Object.entries(answers).map(([id, answer]) => (
          <Line key={id} term={id} said={String(answer)} />
        ))}
      </dl>
    </>
  );
}
