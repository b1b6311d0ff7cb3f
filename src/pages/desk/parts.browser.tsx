import type { ComponentChildren, JSX } from "preact";
import { useId } from "preact/hooks";
import type { Language } from "../../ui/languages.ts";
import { type FurtherLanguage, furtherNames, isFurther } from "../../ui/further.ts";
import type { TextLanguage } from "../kinds.ts";
import { deskMessages } from "../messages.desk.ts";
import { faultMessages } from "../messages.faults.ts";

/** The sentence for a code: what happened, what was kept, what to do. */
export function faultText(code: string, language: Language): string {
  const known: Readonly<Record<string, string>> = faultMessages[language];
  return known[code] ?? faultMessages[language].unknown;
}

export function Fault({ code, language }: { code: string | null; language: Language }) {
  return (
    <div role="alert">
      {code !== null && <p class="notice notice-danger">{faultText(code, language)}</p>}
    </div>
  );
}

const named = { sv: "inSwedish", en: "inEnglish", "sv-easy": "inEasy" } as const;
export const languageName = (one: TextLanguage, language: Language): string =>
  isFurther(one) ? furtherIn(one, language) : deskMessages[language][named[one]];

/** "Arabiska (العربية)": whoever reads the desk may not know the other. */
function furtherIn(one: FurtherLanguage, language: Language): string {
  const said = new Intl.DisplayNames([language], { type: "language" }).of(one) ?? one;
  return `${said.slice(0, 1).toUpperCase()}${said.slice(1)} (${furtherNames[one]})`;
}

interface FieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly type?: "text" | "date" | "datetime-local" | "number";
  readonly maxLength?: number;
  /** Of what is written. */
  readonly lang?: string;
  readonly dir?: "ltr" | "rtl";
  readonly rows?: number;
}

export function Field({ label, hint, value, onValue, rows, type = "text", ...rest }: FieldProps) {
  const id = useId();
  const common = {
    ...{ id, value, autocomplete: "off", ...rest },
    ...(hint !== undefined && { "aria-describedby": `${id}-hint` }),
    onInput: (event: { currentTarget: { value: string } }) => onValue(event.currentTarget.value),
  };
  const typed = { type } as { type: "text" };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {rows === undefined ? <input {...typed} {...common} /> : <textarea rows={rows} {...common} />}
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

interface PickProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly of: readonly (readonly [T, string])[];
  readonly onPick: (value: T) => void;
}

export function Pick<T extends string>({ label, value, of, onPick }: PickProps<T>): JSX.Element {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={(event) => {
          const chosen = of.find(([key]) => key === event.currentTarget.value);
          if (chosen) onPick(chosen[0]);
        }}
      >
        {of.map(([key, name]) => (
          <option key={key} value={key} selected={key === value}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

interface ButtonProps {
  readonly onPress: () => void;
  readonly kind?: "lamp" | "quiet" | "danger";
  readonly disabled?: boolean;
  readonly children: ComponentChildren;
}

export function Button({ onPress, kind, disabled = false, children }: ButtonProps): JSX.Element {
  const look = kind === undefined ? "button" : `button button-${kind}`;
  return (
    <button type="button" class={look} disabled={disabled} onClick={onPress}>
      {children}
    </button>
  );
}
