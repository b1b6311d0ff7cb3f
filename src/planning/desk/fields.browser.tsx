import type { JSX } from "preact";
import type { Language } from "../../ui/languages.ts";
import { planMessages } from "../messages.plan.ts";

interface FieldProps<V> {
  readonly label: string;
  readonly value: V;
  readonly onValue: (value: V) => void;
  readonly hint?: string;
}

interface InputProps extends FieldProps<string> {
  readonly type: "text" | "date" | "time" | "datetime-local" | "number";
  readonly min?: number;
  readonly max?: number;
  readonly maxLength?: number;
}

/** A field with its name; nothing that is typed is for the browser to remember. */
export function Input({ label, hint, onValue, type, ...rest }: InputProps): JSX.Element {
  return (
    <label class="field">
      <span class="label">{label}</span>
      {hint && <span class="hint">{hint}</span>}
      <input
        class="input"
        autocomplete="off"

        type={type as "text"}
        {...rest}
        onInput={({ currentTarget }) => onValue(currentTarget.value)}
      />
    </label>
  );
}

export function Lines({ label, hint, value, onValue }: FieldProps<string>): JSX.Element {
  return (
    <label class="field">
      <span class="label">{label}</span>
      {hint && <span class="hint">{hint}</span>}
      <textarea
        class="input"
        rows={2}
        autocomplete="off"
        value={value}
        onInput={({ currentTarget }) => onValue(currentTarget.value)}
      />
    </label>
  );
}

interface ChooseProps<V extends string> extends FieldProps<V> {
  readonly of: readonly (readonly [V, string])[];
}

export function Choose<V extends string>({
  label,
  value,
  onValue,
  of,
}: ChooseProps<V>): JSX.Element {
  return (
    <label class="field">
      <span class="label">{label}</span>
      <select
        class="input"
        value={value}
        onChange={({ currentTarget }) => onValue(currentTarget.value as V)}
      >
        {of.map(([one, name]) => (
          <option key={one} value={one} selected={one === value}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

export function Check({ label, value, onValue, hint }: FieldProps<boolean>): JSX.Element {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={value}
        onChange={({ currentTarget }) => onValue(currentTarget.checked)}
      />
      <span>
        {label}
        {hint && <span class="hint"> {hint}</span>}
      </span>
    </label>
  );
}

interface SaveProps {
  readonly language: Language;
  readonly disabled: boolean;
  readonly onSave: () => void;
  readonly onCancel: () => void;
}

export function SaveRow({ language, disabled, onSave, onCancel }: SaveProps): JSX.Element {
  const t = planMessages[language];
  return (
    <div class="row">
      <button type="button" class="button button-lamp" disabled={disabled} onClick={onSave}>
        {t.save}
      </button>
      <button type="button" class="button button-quiet" onClick={onCancel}>
        {t.cancel}
      </button>
    </div>
  );
}
