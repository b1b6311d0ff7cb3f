import { signal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { FormFields } from "../../forms/index.browser.ts";
import {
  Button,
  Failure,
  type LetterScreen,
  type Purpose,
  Title,
} from "../../letters/index.browser.ts";
import { LineField } from "../../ui/line-field.browser.tsx";
import { ENQUIRIES, type EnquiryKind, isEnquiry } from "../contract.ts";
import { writeEnquiry } from "../enquiry.ts";
import { enquiryForms } from "../forms.ts";
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
const filling = () => ({
  kind: signal<EnquiryKind>("feedback"),
  filled: signal<FilledIn>(nothingFilledIn),
  isTried: signal(false),
  /** The page may name the form; once. */
  isNamed: false,
});
type Filling = ReturnType<typeof filling>;
type Screen = LetterScreen & { readonly form: Filling };
const say = ({ language }: LetterScreen) => enquiryMessages[language];

/** In the seeker's page: a form instead of a letter, no words to keep, and no mailbox to come back to. */
export function enquiryPurpose(): Purpose {
  const form = filling();
  return {
    team: "office",
    words: formWords,
    Choose: (props) => <Choose {...props} form={form} />,
    Write: (props) => <Fill {...props} form={form} />,
    forget() {
      form.filled.value = nothingFilledIn;
      form.isTried.value = false;
    },
  };
}

function Choose(props: Screen): JSX.Element {
  const { app, form } = props;
  const t = say(props);
  const begin = (kind: EnquiryKind): void => {
    form.kind.value = kind;
    form.isTried.value = false;
    app.go("write");
  };
  useEffect(() => {
    const named = new URLSearchParams(location.search).get("form");
    if (form.isNamed || !isEnquiry(named)) return;
    form.isNamed = true;
    begin(named);
  }, []);
  const isOpen = (app.start.value?.teamKey ?? null) !== null;
  return (
    <>
      <Title>{t.title}</Title>
      <p class="lead">{isOpen ? t.lead : `${t.closed}. ${t.closedSays}`}</p>
      <Elsewhere {...props} />
      {isOpen && (
        <div class="stack">
          {ENQUIRIES.map((kind) => (
            <button type="button" class="card choice" key={kind} onClick={() => begin(kind)}>
              <strong>{t[kind]}</strong>
              <span class="soft">{t[`${kind}Hint`]}</span>
            </button>
          ))}
        </div>
      )}
    </>
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
function Fill(props: Screen): JSX.Element {
  const { app, form, language } = props;
  const t = say(props);
  const [kind, filled] = [form.kind.value, form.filled.value];
  const faults = form.isTried.value ? faultsOf(kind, filled) : noFaults;
  const send = async (): Promise<void> => {
    form.isTried.value = true;
    if (!isFaultless(faultsOf(kind, filled))) return;
    app.draft.value = writeEnquiry(enquiryOf(kind, filled, language));
    await app.send(false);
  };
  const change = (more: Partial<FilledIn>): void =>
    void (form.filled.value = { ...filled, ...more });
  return (
    <>
      <Title>{t[kind]}</Title>
      <p class="lead">{enquiryForms[kind].lead[language]}</p>
      <Elsewhere {...props} />
      <FormFields
        {...{ form: enquiryForms[kind], language, answers: filled.answers }}
        faults={faults.answers}
        onAnswer={(id, answer) => {
          const { [id]: _before, ...rest } = filled.answers;
          change({ answers: answer === undefined ? rest : { ...rest, [id]: answer } });
        }}
      />
      <AboutSender {...props} {...{ faults, change }} />
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

type AboutProps = Screen & {
  readonly faults: ReturnType<typeof faultsOf>;
  readonly change: (more: Partial<FilledIn>) => void;
};

function AboutSender(props: AboutProps): JSX.Element {
  const { form, faults, change } = props;
  const t = say(props);
  const { needs } = enquiryForms[form.kind.value];
  const { name, reach } = form.filled.value;
  return (
    <>
      <LineField
        id="enquiry-name"
        label={t.name}
        hint={needs.name ? t.nameHint : `${t.nameHint} ${t.optional}`}
        value={name}
        fault={faults.name ? t[faults.name === "missing" ? "missing-name" : "too-long"] : undefined}
        onText={(text) => change({ name: text })}
      />
      <LineField
        id="enquiry-reach"
        label={t.reach}
        hint={needs.reach ? t.reachHint : `${t.reachHint} ${t.reachFree}`}
        value={reach}
        fault={
          faults.reach ? t[faults.reach === "missing" ? "missing-reach" : "too-long"] : undefined
        }
        onText={(text) => change({ reach: text })}
      />
    </>
  );
}
