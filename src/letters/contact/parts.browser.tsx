import type { ComponentChildren, JSX } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { protect } from "../../ui/no-trace.browser.ts";
import { letterFailureMessages } from "../messages.letter-failures.ts";
import { letterMessages } from "../messages.letters.ts";
import type { LetterScreen } from "./purpose.browser.ts";

export type { LetterScreen };

/** The words of letters, or those that the mailbox's purpose has in their place. */
export const say = ({ app, language }: LetterScreen): (typeof letterMessages)["sv"] => ({
  ...letterMessages[language],
  ...app.purpose.value.words[language],
});

/** A screen's heading takes the focus when the screen comes, so that a screen reader begins there. */
export function Title({ children }: { readonly children: ComponentChildren }): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}

/** What went wrong, what was kept, what to do. */
export function Failure({ app, language }: LetterScreen): JSX.Element {
  const failed = app.failed.value;
  return (
    <div role="alert">
      {failed && <p class="notice">{letterFailureMessages[language][failed]}</p>}
    </div>
  );
}

interface WritingProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly rows: number;
  readonly value: string;
  readonly invalid?: boolean;
  readonly onText: (text: string) => void;
}

/** A field of which neither browser nor keyboard is asked to keep anything. */
export function Writing({
  id,
  label,
  hint,
  rows,
  value,
  invalid,
  onText,
}: WritingProps): JSX.Element {
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => protect(field.current), []);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <textarea
        {...{ id, rows, value }}
        ref={field}
        class="input"
        dir="auto"
        aria-invalid={invalid === true}
        {...(hint === undefined ? {} : { "aria-describedby": `${id}-hint` })}
        onInput={({ currentTarget }) => onText(currentTarget.value)}
      />
    </div>
  );
}

export function Progress({
  value,
  label,
}: {
  readonly value: number;
  readonly label: string;
}): JSX.Element {
  return <progress class="progress" max={100} value={Math.round(value * 100)} aria-label={label} />;
}

interface ButtonProps {
  readonly children: ComponentChildren;
  readonly onPress: () => void;
  readonly kind?: "lamp" | "quiet" | "danger";
  readonly disabled?: boolean;
}

export function Button({ children, onPress, kind, disabled = false }: ButtonProps): JSX.Element {
  const look = kind === undefined ? "button" : `button button-${kind}`;
  return (
    <button
      type="button"
      class={kind === "lamp" ? `${look} start` : look}
      disabled={disabled}
      onClick={onPress}
    >
      {children}
    </button>
  );
}
