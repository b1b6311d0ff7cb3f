import type { JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { protect } from "./no-trace.browser.ts";

interface LineFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly fault: string | undefined;
  readonly onText: (text: string) => void;
}

/** Of type text on purpose: a field for names, numbers or mail is one that keyboards and browsers like to fill in. */
export function LineField({ id, label, hint, value, fault, onText }: LineFieldProps): JSX.Element {
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => protect(field.current), []);
  const notes = fault === undefined ? `${id}-hint` : `${id}-hint ${id}-fault`;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
      <input
        {...{ id, value }}
        ref={field}
        class="input"
        type="text"
        autocomplete="off"
        aria-invalid={fault !== undefined}
        aria-describedby={notes}
        onInput={({ currentTarget }) => onText(currentTarget.value)}
      />
      {fault !== undefined && (
        <p class="fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </div>
  );
}
