import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { FormBook } from "../../forms/index.browser.ts";
import type { FormKind } from "../../forms/index.ts";
import {
  answerTime,
  type Ask,
  Button,
  Failure,
  type LetterScreen,
  type Purpose,
  Title,
} from "../../letters/index.browser.ts";
import type { Suite } from "../../protocol/index.ts";
import { AskForm } from "../ask-form.browser.tsx";
import { counsellingMessages } from "../messages.contact.ts";
import { requestSaid } from "../request-view.browser.tsx";
import { Asking } from "./asking.browser.ts";
import { Talks } from "./talks.browser.ts";
import { TimesPanel } from "./times.browser.tsx";

export interface IntakeOptions {
  readonly ask: Ask;
  readonly suite: Suite;
}

/** The counselling service in her page: her request instead of a letter's text, the rest as with letters. */
export function intakePurpose({ ask, suite }: IntakeOptions): Purpose {
  const asking = new Asking(ask, suite);
  const talks = new Talks(ask);
  return {
    team: "intake",
    words: counsellingMessages,
    Choose: (props) => <Choose {...props} asking={asking} />,
    Write: (props) => <AskScreen {...props} asking={asking} />,
    Said: requestSaid(new FormBook(ask, suite), "yours"),
    Panel: (props) => <TimesPanel {...props} talks={talks} />,
    forget() {
      asking.forget();
      talks.forget();
    },
  };
}

type Screen = LetterScreen & { readonly asking: Asking };
const say = ({ language }: LetterScreen) => counsellingMessages[language];

function Choose(props: Screen): JSX.Element {
  const { app, asking } = props;
  const t = say(props);
  useEffect(() => void asking.fetch(), []);
  const offered = asking.offered.value;
  const isOpen = (app.start.value?.teamKey ?? null) !== null;
  const ways = [
    ["intake", t.askTalk, t.askTalkHint],
    ["accompany", t.askCompany, t.askCompanyHint],
  ] as const;
  const begin = (kind: FormKind): void => {
    asking.choose(kind);
    app.go("write");
  };
  return (
    <>
      <Title>{t.chooseTitle}</Title>
      <p class="lead">{t.chooseLead}</p>
      <p class="soft">{answerTime(props)}</p>
      {offered?.length === 0 && <p class="notice">{t.notOffered}</p>}
      <div class="stack">
        {ways
          .filter(([kind]) => isOpen && offered?.some((one) => one.kind === kind))
          .map(([kind, name, hint]) => (
            <Way key={kind} name={name} hint={hint} onPress={() => begin(kind)} />
          ))}
        <Way name={t.haveWords} hint={t.haveWordsHint} onPress={() => app.go("code")} />
      </div>
      <Danger {...props} />
    </>
  );
}

interface WayProps {
  readonly name: string;
  readonly hint: string;
  readonly onPress: () => void;
}

function Way({ name, hint, onPress }: WayProps): JSX.Element {
  return (
    <button type="button" class="card choice" onClick={onPress}>
      <strong>{name}</strong>
      <span class="soft">{hint}</span>
    </button>
  );
}

function Danger(props: LetterScreen): JSX.Element {
  return (
    <p class="notice notice-danger">
      {say(props).danger}{" "}
      <a class="number" href="tel:112">
        112
      </a>
      .
    </p>
  );
}

/** The jour's questions, then how she wants to be reached. Nothing leaves the tab before the last button. */
function AskScreen(props: Screen): JSX.Element {
  const { app, asking, language } = props;
  const t = say(props);
  const form = asking.form.value;
  const [isIncomplete, setIncomplete] = useState(false);
  const next = async (): Promise<void> => {
    const text = await asking.written();
    setIncomplete(text === undefined);
    if (text === undefined) return;
    app.draft.value = text;
    await app.showWords();
  };
  if (!form) return <p class="notice">{t.notOffered}</p>;
  const { faults } = asking;
  return (
    <>
      <Title>{asking.kind.value === "intake" ? t.formTitle : t.companyTitle}</Title>
      <AskForm
        {...{ form, language, faults }}
        answers={asking.answers.value}
        terms={asking.terms.value}
        onAnswer={(id, answer) => asking.answer(id, answer)}
        onTerms={(terms) => void (asking.terms.value = terms)}
      />
      {asking.kind.value === "accompany" && <p class="soft">{t.companyRead}</p>}
      <div role="alert">
        {isIncomplete && faults.answers.length + faults.terms.length > 0 && (
          <p class="notice">{t.someMissing}</p>
        )}
      </div>
      <Failure {...props} />
      <Onward {...props} onNext={() => void next()} />
      <Danger {...props} />
    </>
  );
}

function Onward(props: Screen & { readonly onNext: () => void }): JSX.Element {
  const t = say(props);
  return (
    <div class="row">
      <Button kind="lamp" onPress={props.onNext}>
        {t.next}
      </Button>
      <Button onPress={() => props.app.go("choose")}>{t.back}</Button>
    </div>
  );
}
