import { signal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { FormFields } from "../../forms/index.browser.ts";
import {
  type Ask,
  Button,
  Failure,
  type LetterScreen,
  type Purpose,
  Title,
} from "../../letters/index.browser.ts";
import { ENQUIRY_FORMS, isEnquiryTeam, type Offered } from "../contract.ts";
import { AboutSender } from "./sender.browser.tsx";
import { writeEnquiry } from "../enquiry.ts";
import { enquiryMessages, formWords } from "../messages.ts";
import {
  enquiryOf,
  faultsOf,
  type FilledIn,
  isFaultless,
  noFaults,
  nothingFilledIn,
} from "../settle.ts";

/** What is being filled in: in memory only, until it is sealed. */
const filling = (ask: Ask) => ({
  ask,
  /** null until they are here. */
  asks: signal<readonly Offered[] | null>(null),
  asking: signal<Offered | null>(null),
  filled: signal<FilledIn>(nothingFilledIn),
  isTried: signal(false),
  /** They could not be fetched. */
  failed: signal(false),
  /** The page may name the form; once. */
  isNamed: false,
});
type Filling = ReturnType<typeof filling>;
type Screen = LetterScreen & { readonly form: Filling };
const say = ({ language }: LetterScreen) => enquiryMessages[language];

/** In the seeker's page: a form instead of a letter, no words to keep, and no mailbox to come back to. */
export function enquiryPurpose({ ask }: { readonly ask: Ask }): Purpose {
  const form = filling(ask);
  return {
    /** The team that reads the form she has chosen: one of the few that may, whatever the server says. */
    get team() {
      const team = form.asking.value?.team;
      return isEnquiryTeam(team) ? team : "office";
    },
    words: formWords,
    Choose: (props) => <Choose {...props} form={form} />,
    Write: (props) => <Fill {...props} form={form} />,
    forget() {
      form.filled.value = nothingFilledIn;
      form.isTried.value = false;
    },
  };
}

/** Asks the jour what it asks; gives the form that the address names, once. */
async function fetched(form: Filling): Promise<Offered | undefined> {
  form.failed.value = false;
  const asks = await form.ask<readonly Offered[]>(ENQUIRY_FORMS, {});
  form.failed.value = !asks.ok;
  if (!asks.ok) return undefined;
  form.asks.value = asks.value;
  const named = new URLSearchParams(location.search).get("form");
  const asking = asks.value.find(({ kind }) => kind === named);
  if (form.isNamed || !asking) return undefined;
  form.isNamed = true;
  return asking;
}

function Choose(props: Screen): JSX.Element {
  const { app, form } = props;
  const t = say(props);
  const begin = async (asking: Offered): Promise<void> => {
    form.asking.value = asking;
    form.isTried.value = false;
    const start = await app.post.start(app.purpose.value.team);
    if (start.ok) app.start.value = start.value;
    app.go("write");
  };
  const fetch = async (): Promise<void> => {
    const asking = await fetched(form);
    if (asking) await begin(asking);
  };
  useEffect(() => void fetch(), []);
  const asks = form.asks.value;
  const isOpen = asks?.length !== 0;
  return (
    <>
      <Title>{t.title}</Title>
      <p class="lead">{isOpen ? t.lead : `${t.closed}. ${t.closedSays}`}</p>
      <Elsewhere {...props} />
      {isOpen && (
        <div class="stack">
          {form.failed.value && <NotFetched {...props} onAgain={() => void fetch()} />}
          {asks?.map((asking) => (
            <button
              type="button"
              class="card choice"
              key={asking.kind}
              onClick={() => void begin(asking)}
            >
              <strong>{t[asking.kind]}</strong>
              <span class="soft">{t[`${asking.kind}Hint`]}</span>
            </button>
          ))}
        </div>
      )}
    </>
  );
}

function NotFetched(props: Screen & { readonly onAgain: () => void }): JSX.Element {
  const t = say(props);
  return (
    <div class="notice stack" role="alert">
      <p>{t.noForms}</p>
      <div>
        <Button onPress={props.onAgain}>{t.tryAgain}</Button>
      </div>
    </div>
  );
}

/** Whoever needs support has come to the wrong door, and is shown the right one. */
function Elsewhere(props: Screen): JSX.Element {
  const t = say(props);
  const home = props.language === "sv" ? "/" : `/?lang=${props.language}`;
  return (
    <div class="notice stack">
      <p>
        <strong>{t.support}</strong> {t.supportSays} <a href={home}>{t.supportWay}</a>.
      </p>
      <p>
        {t.danger}{" "}
        <a class="number" href="tel:112">
          112
        </a>
        .
      </p>
    </div>
  );
}

/** Nothing leaves the tab before the last button. */
function Fill(props: Screen): JSX.Element | null {
  const { app, form } = props;
  const [asking, filled] = [form.asking.value, form.filled.value];
  useEffect(() => {
    if (asking === null) app.go("choose");
  }, [asking]);
  return asking && <Filling {...props} {...{ asking, filled }} />;
}

type FillingProps = Screen & { readonly asking: Offered; readonly filled: FilledIn };

function Filling(props: FillingProps): JSX.Element {
  const { app, form, language, asking, filled } = props;
  const t = say(props);
  const faults = form.isTried.value ? faultsOf(asking, filled) : noFaults;
  const send = async (): Promise<void> => {
    form.isTried.value = true;
    if (!isFaultless(faultsOf(asking, filled))) return;
    app.draft.value = writeEnquiry(enquiryOf(asking, filled, language));
    await app.send(false);
  };
  const change = (more: Partial<FilledIn>): void =>
    void (form.filled.value = { ...filled, ...more });
  return (
    <>
      <Title>{t[asking.kind]}</Title>
      <p class="lead">{asking.form.lead[language] || asking.form.lead.sv}</p>
      <Elsewhere {...props} />
      <FormFields
        {...{ form: asking.form, language, answers: filled.answers }}
        faults={faults.answers}
        onAnswer={(id, answer) => {
          const { [id]: _before, ...rest } = filled.answers;
          change({ answers: answer === undefined ? rest : { ...rest, [id]: answer } });
        }}
      />
      <AboutSender {...{ language, kind: asking.kind, filled, faults, change }} />
      <div role="alert">{!isFaultless(faults) && <p class="notice">{t.someMissing}</p>}</div>
      <Failure {...props} />
      <p class="soft">{t.howSays}</p>
      <div class="row">
        <Button kind="lamp" onPress={() => void send()}>
          {t.send}
        </Button>
        <Button onPress={() => app.go("choose")}>{t.other}</Button>
      </div>
    </>
  );
}
