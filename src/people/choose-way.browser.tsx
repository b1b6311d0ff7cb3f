import { signal, useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { Suite } from "../protocol/index.ts";
import type { Language } from "../ui/languages.ts";
import type { Choice } from "./enrol.browser.ts";
import { messages } from "./messages.enrol.ts";
import { Fault, Form, Go, StepTitle, TextField, type Work } from "./parts.browser.tsx";
import { passkeysExist } from "./passkey.browser.ts";
import { newPassphrase, SHORTEST_PASSPHRASE } from "./passphrase.browser.ts";
import type { Staff } from "./staff.browser.ts";

interface Props {
  readonly staff: Staff;
  readonly language: Language;
  readonly work: Work;
  readonly onChoice: (choice: Choice) => void;
  readonly onBack: () => void;
  /** On her own page she has chosen already. */
  readonly only?: Choice["kind"];
}

/** A passkey if the device can, else a passphrase. */
export function ChooseWay(props: Props) {
  const { language, work, onBack, only } = props;
  const t = messages[language];
  const first = only ?? (passkeysExist() ? "passkey" : "passphrase");
  const kind = useSignal<Choice["kind"]>(first);
  const back = (): void => {
    work.clear();
    if (kind.value !== first) kind.value = first;
    else onBack();
  };
  return (
    <div class="card stack">
      {kind.value === "passkey" ? <Passkey {...props} /> : <Passphrase {...props} />}
      <Fault code={work.fault} language={language} />
      <div class="row desk-others">
        {kind.value === "passkey" && only === undefined && (
          <button
            type="button"
            class={work.fault === "no-prf" ? "button" : "button button-quiet"}
            disabled={work.busy}
            onClick={() => {
              work.clear();
              kind.value = "passphrase";
            }}
          >
            {t.otherWay}
          </button>
        )}
        <button type="button" class="button button-quiet" disabled={work.busy} onClick={back}>
          {t.back}
        </button>
      </div>
    </div>
  );
}

function Passkey({ language, work, onChoice, only }: Props) {
  const t = messages[language];
  const label = useSignal(t.deviceDefault);
  const submit = (): void => onChoice({ kind: "passkey", label: label.value });
  return (
    <Form onSubmit={submit}>
      <StepTitle level={only ? 2 : 1}>{t.wayTitle}</StepTitle>
      <p>{t.wayLead}</p>
      <TextField
        label={t.device}
        hint={t.deviceHint}
        value={label.value}
        onValue={(value) => (label.value = value)}
        maxLength={60}
      />
      <Go busy={work.busy} busyText={t.making}>
        {t.makePasskey}
      </Go>
    </Form>
  );
}

type Wrong = "name" | "short" | "again" | null;

class PhraseDraft {
  readonly signInName = signal("");
  readonly isOwn = signal(false);
  readonly own = signal("");
  readonly again = signal("");
  readonly suggested;
  readonly wrong = signal<Wrong>(null);
  readonly #suite: Suite;

  constructor(suite: Suite) {
    this.#suite = suite;
    this.suggested = signal(newPassphrase(suite));
  }

  suggestAnother(): void {
    this.suggested.value = newPassphrase(this.#suite);
  }

  /** The choice, or undefined with the first thing that is wrong. */
  read(): Choice | undefined {
    const passphrase = this.isOwn.value ? this.own.value : this.suggested.value;
    const signInName = this.signInName.value;
    const isShort = this.isOwn.value && passphrase.length < SHORTEST_PASSPHRASE;
    const differs = this.again.value.trim() !== passphrase.trim();
    this.wrong.value =
      signInName.trim() === "" ? "name" : isShort ? "short" : differs ? "again" : null;
    return this.wrong.value === null ? { kind: "passphrase", signInName, passphrase } : undefined;
  }
}

function Passphrase({ staff, language, work, onChoice, only }: Props) {
  const t = messages[language];
  const draft = useMemo(() => new PhraseDraft(staff.suite), []);
  const { signInName, again, wrong } = draft;
  const submit = (): void => {
    const choice = draft.read();
    if (choice) onChoice(choice);
  };
  return (
    <Form onSubmit={submit}>
      <StepTitle level={only ? 2 : 1}>{t.passphraseTitle}</StepTitle>
      {!passkeysExist() && <p class="notice">{t.noPasskeys}</p>}
      <p>{t.passphraseLead}</p>
      <TextField
        label={t.signInName}
        hint={t.signInNameHint}
        value={signInName.value}
        onValue={(value) => (signInName.value = value)}
        fault={wrong.value === "name" ? t.missingName : null}
      />
      <Phrase language={language} draft={draft} />
      <TextField
        label={t.again}
        value={again.value}
        onValue={(value) => (again.value = value)}
        fault={wrong.value === "again" ? t.notSame : null}
      />
      <Go busy={work.busy}>{t.usePassphrase}</Go>
      <p class="hint" role="status">
        {work.busy && t.stretching}
      </p>
    </Form>
  );
}

function Phrase({ language, draft }: { language: Language; draft: PhraseDraft }) {
  const { isOwn, own, suggested, wrong } = draft;
  const t = messages[language];
  return (
    <>
      {isOwn.value ? (
        <TextField
          label={t.own}
          hint={t.ownHint(SHORTEST_PASSPHRASE)}
          value={own.value}
          onValue={(value) => (own.value = value)}
          fault={wrong.value === "short" ? t.tooShort(SHORTEST_PASSPHRASE) : null}
        />
      ) : (
        <div class="field">
          <span class="label">{t.suggested}</span>
          <output class="desk-secret">{suggested.value}</output>
        </div>
      )}
      <div class="row">
        {!isOwn.value && (
          <button type="button" class="button" onClick={() => draft.suggestAnother()}>
            {t.another}
          </button>
        )}
        <button
          type="button"
          class="button button-quiet"
          onClick={() => (isOwn.value = !isOwn.value)}
        >
          {isOwn.value ? t.useSuggested : t.useOwn}
        </button>
      </div>
    </>
  );
}
