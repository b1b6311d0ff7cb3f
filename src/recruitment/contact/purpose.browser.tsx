import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { FormBook, FormFields } from "../../forms/index.browser.ts";
import {
  type Ask,
  Button,
  Failure,
  type LetterScreen,
  type Purpose,
  Title,
} from "../../letters/index.browser.ts";
import type { Suite } from "../../protocol/index.ts";
import { formatDate } from "../../ui/languages.ts";
import { applicationSaid } from "../application-view.browser.tsx";
import { applyMessages } from "../messages.contact.ts";
import { whenInWords } from "../when.ts";
import { Applying, type Wish } from "./applying.browser.ts";
import { AboutHer, Conditions } from "./fields.browser.tsx";
import { SeatsPanel } from "./panel.browser.tsx";
import { Seats } from "./seats.browser.ts";

export interface ApplyOptions {
  readonly ask: Ask;
  readonly suite: Suite;
}

/** Recruitment in the seeker's page: an application instead of a letter's text, the rest as with letters. */
export function applyPurpose({ ask, suite }: ApplyOptions): Purpose {
  const applying = new Applying(ask, suite);
  const seats = new Seats(ask);
  return {
    team: "recruiters",
    words: applyMessages,
    Choose: (props) => <Choose {...props} applying={applying} />,
    Write: (props) => <ApplyScreen {...props} applying={applying} />,
    Said: applicationSaid(new FormBook(ask, suite)),
    Panel: (props) => <SeatsPanel {...props} seats={seats} />,
    onArrived: (token) => applying.arrived(token),
    forget() {
      applying.forget();
      seats.forget();
    },
  };
}

type Screen = LetterScreen & { readonly applying: Applying };
const say = ({ language }: LetterScreen) => applyMessages[language];

function Choose(props: Screen): JSX.Element {
  const { app, applying, language } = props;
  const t = say(props);
  useEffect(() => void applying.fetch(), []);
  const notice = applying.notice.value;
  const hasKey = (app.start.value?.teamKey ?? null) !== null;
  const begin = (wish: Wish): void => {
    applying.wish.value = wish;
    app.go("write");
  };
  const until = notice?.round && formatDate(Date.parse(`${notice.round.endsOn}T12:00Z`), language);
  const meetings = (notice?.meetings ?? []).filter(({ seatsLeft }) => seatsLeft > 0);
  const isAnything = hasKey && (notice?.isOpen === true || meetings.length > 0);
  return (
    <>
      <Title>{t.chooseTitle}</Title>
      {notice && <p class="lead">{isAnything ? t.chooseLead : t.notOpen}</p>}
      <div class="stack">
        {hasKey && notice?.isOpen === true && (
          <Way
            name={t.apply}
            hint={t.applyUntil(until ?? "")}
            onPress={() => begin({ applies: true })}
          />
        )}
        {hasKey &&
          meetings.map((meeting) => (
            <Way
              key={meeting.id}
              name={t.meeting}
              hint={whenInWords(meeting, language)}
              onPress={() => begin({ applies: false, meeting })}
            />
          ))}
        <Way name={t.haveWords} hint={t.haveWordsHint} onPress={() => app.go("code")} />
      </div>
    </>
  );
}

interface WayProps {
  readonly name: string;
  readonly hint: string;
  readonly onPress: () => void;
}

const Way = ({ name, hint, onPress }: WayProps): JSX.Element => (
  <button type="button" class="card choice" onClick={onPress}>
    <strong>{name}</strong>
    <span class="soft">{hint}</span>
  </button>
);

/** Who she is, what the jour asks, what she states. Nothing leaves the tab before the last button. */
function ApplyScreen(props: Screen): JSX.Element {
  const { app, applying, language } = props;
  const t = say(props);
  const wish = applying.wish.value;
  const form = applying.form.value;
  const [isIncomplete, setIncomplete] = useState(false);
  const next = async (): Promise<void> => {
    const text = await applying.written(language);
    setIncomplete(text === undefined);
    if (text === undefined) return;
    app.draft.value = text;
    await app.showWords();
  };
  return (
    <>
      <Title>{wish.applies ? t.applyTitle : t.meetingTitle}</Title>
      {!wish.applies && <p class="lead">{whenInWords(wish.meeting, language)}</p>}
      {form && <p class="lead">{form.lead[language] || form.lead.sv}</p>}
      <p class="soft">{t.formLead}</p>
      <AboutHer applying={applying} language={language} />
      {form && (
        <FormFields
          {...{ form, language }}
          answers={applying.answers.value}
          faults={applying.answerFaults}
          onAnswer={(id, answer) => applying.answer(id, answer)}
        />
      )}
      {wish.applies && <Conditions applying={applying} language={language} />}
      <div role="alert">
        {isIncomplete && applying.faults.length > 0 && <p class="notice">{t.someMissing}</p>}
      </div>
      <Failure {...props} />
      <div class="row">
        <Button kind="lamp" onPress={() => void next()}>
          {t.next}
        </Button>
        <Button onPress={() => app.go("choose")}>{t.back}</Button>
      </div>
    </>
  );
}
