import type { JSX } from "preact";
import type { Language } from "../../ui/languages.ts";
import { LineField } from "../../ui/line-field.browser.tsx";
import { requestMessages } from "../messages.request.ts";
import { type Terms, type TermsFault, type Way, WAYS } from "../request.ts";

interface TermsProps {
  readonly terms: Terms;
  readonly faults: readonly TermsFault[];
  readonly language: Language;
  readonly onChange: (terms: Terms) => void;
}

/** Contact on her terms: by her words alone unless she says otherwise. */
export function TermsFields(props: TermsProps): JSX.Element {
  const { terms, language, onChange } = props;
  const t = requestMessages[language];
  const hints: Partial<Record<Way, string>> = { code: t.codeHint };
  return (
    <section class="stack" aria-labelledby="terms-title">
      <fieldset class="field">
        <legend>
          <h2 id="terms-title">{t.termsTitle}</h2>
        </legend>
        {WAYS.map((way) => (
          <label class="check" key={way}>
            <input
              type="radio"
              name="way"
              autocomplete="off"
              checked={terms.way === way}
              onChange={() => onChange({ ...terms, way, address: "" })}
            />
            <span>
              {t[way]}
              {hints[way] !== undefined && <span class="hint"> {hints[way]}</span>}
            </span>
          </label>
        ))}
      </fieldset>
      {terms.way !== "code" && <Reached {...props} />}
    </section>
  );
}

function Reached(props: TermsProps): JSX.Element {
  const { terms, faults, language, onChange } = props;
  const t = requestMessages[language];
  const isPhone = terms.way === "phone";
  const wrong = isPhone ? "no-number" : "no-mail";
  const change = (field: "address" | "times" | "codeWord") => (text: string) =>
    onChange({ ...terms, [field]: text });
  return (
    <>
      <LineField
        id="terms-address"
        label={isPhone ? t.number : t.address}
        hint={isPhone ? t.numberHint : t.addressHint}
        value={terms.address}
        fault={faults.includes(wrong) ? t[wrong] : undefined}
        onText={change("address")}
      />
      <LineField
        id="terms-times"
        label={t.times}
        hint={t.timesHint}
        value={terms.times}
        fault={faults.includes("no-times") ? t["no-times"] : undefined}
        onText={change("times")}
      />
      <Allowed {...props} />
      <LineField
        id="terms-word"
        label={t.codeWord}
        hint={t.codeWordHint}
        value={terms.codeWord}
        fault={faults.includes("too-long") ? t["too-long"] : undefined}
        onText={change("codeWord")}
      />
    </>
  );
}

/** What we may do when somebody else answers, or nobody. */
function Allowed({ terms, language, onChange }: TermsProps): JSX.Element {
  const t = requestMessages[language];
  const isPhone = terms.way === "phone";
  return (
    <>
      <Check
        label={isPhone ? t.maySayWho : t.maySayWhoMail}
        checked={terms.maySayWho}
        onCheck={(maySayWho) => onChange({ ...terms, maySayWho })}
      />
      {isPhone && (
        <Check
          label={t.mayLeaveMessage}
          checked={terms.mayLeaveMessage}
          onCheck={(mayLeaveMessage) => onChange({ ...terms, mayLeaveMessage })}
        />
      )}
    </>
  );
}

interface CheckProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onCheck: (checked: boolean) => void;
}

function Check({ label, checked, onCheck }: CheckProps): JSX.Element {
  return (
    <label class="check">
      <input
        type="checkbox"
        autocomplete="off"
        checked={checked}
        onChange={({ currentTarget }) => onCheck(currentTarget.checked)}
      />
      <span>{label}</span>
    </label>
  );
}
