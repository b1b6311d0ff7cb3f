import type { JSX } from "preact";

interface LineProps {
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly type?: "text" | "date" | "datetime-local";
  readonly maxLength?: number;
  readonly onText: (text: string) => void;
}

export function Line({
  label,
  value,
  hint,
  type = "text",
  maxLength,
  onText,
}: LineProps): JSX.Element {
  return (
    <label class="field">
      <span class="label">{label}</span>
      {hint !== undefined && <span class="hint">{hint}</span>}
      <input
        type={type as "text"}
        class="input"
        autocomplete="off"
        {...(maxLength === undefined ? {} : { maxLength })}
        value={value}
        onInput={({ currentTarget }) => onText(currentTarget.value)}
      />
    </label>
  );
}

export function Area({ label, value, hint, maxLength, onText }: LineProps): JSX.Element {
  return (
    <label class="field">
      <span class="label">{label}</span>
      {hint !== undefined && <span class="hint">{hint}</span>}
      <textarea
        class="input"
        rows={6}
        autocomplete="off"
        {...(maxLength === undefined ? {} : { maxLength })}
        value={value}
        onInput={({ currentTarget }) => onText(currentTarget.value)}
      />
    </label>
  );
}

interface NumberProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly hint?: string;
  readonly onNumber: (value: number) => void;
}

export function NumberLine({ label, value, min, max, hint, onNumber }: NumberProps): JSX.Element {
  return (
    <label class="field">
      <span class="label">{label}</span>
      {hint !== undefined && <span class="hint">{hint}</span>}
      <input
        type="number"
        class="input"
        {...{ min, max, value }}
        onInput={({ currentTarget }) => onNumber(currentTarget.valueAsNumber || min)}
      />
    </label>
  );
}
