import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import type { Result } from "../platform/result.ts";
import { Lantern } from "../ui/drawings.tsx";
import type { Language } from "../ui/languages.ts";
import { faultText } from "./faults.ts";

/** A heading that takes the focus when its step appears, so that a screen reader says where one is. */
export function StepTitle({
  children,
  level = 1,
}: {
  children: ComponentChildren;
  level?: 1 | 2 | 3;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const Heading = `h${level}` as const;
  return (
    <Heading ref={heading} tabIndex={-1} class="desk-title">
      {children}
    </Heading>
  );
}

/** One quiet column with the lantern above: everything before the desk itself. */
export function Column({ jour, children }: { jour: string; children: ComponentChildren }) {
  return (
    <main class="desk-column">
      <p class="desk-mark">
        <Lantern height={40} />
        <span>{jour}</span>
      </p>
      {children}
    </main>
  );
}

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly hint?: string;
  readonly fault?: string | null;
  readonly type?: "text" | "password";
  readonly name?: string;
  /** For a password manager, while what is typed is hidden. */
  readonly autocomplete?: "current-password";
  readonly maxLength?: number;
  readonly class?: string;
}

/**
 * What can be read while it is typed is for nobody to complete: Chromium writes the text of such a
 * field into its profile (seen in "Web Data"), a passphrase too, unless it says "off".
 */
export function TextField({
  label,
  hint,
  fault,
  onValue,
  type,
  autocomplete,
  ...rest
}: FieldProps) {
  const id = useId();
  const notes = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(" ");
  const shared = {
    id,
    autocomplete: (type === "password" && autocomplete) || "off",
    autocapitalize: "none" as const,
    spellcheck: false,
    ...(notes === "" ? {} : { "aria-describedby": notes }),
    "aria-invalid": fault ? ("true" as const) : ("false" as const),
    onInput: (event: { currentTarget: HTMLInputElement }) => onValue(event.currentTarget.value),
    ...rest,
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {type === "password" ? (
        <input type="password" {...shared} />
      ) : (
        <input type="text" {...shared} />
      )}
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {fault && (
        <p class="fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </div>
  );
}

/** Always there, so that what comes into it is read aloud. */
export function Fault({ code, language }: { code: string | null; language: Language }) {
  return (
    <div role="alert">
      {code === null ? null : <p class="notice notice-danger">{faultText(code, language)}</p>}
    </div>
  );
}

export interface Work {
  readonly busy: boolean;
  readonly fault: string | null;
  /** Does one thing at a time; resolves to whether it went well. */
  run(work: () => Promise<Result<unknown>>): Promise<boolean>;
  clear(): void;
}

export function useWork(): Work {
  const busy = useSignal(false);
  const fault = useSignal<string | null>(null);
  const run = async (work: () => Promise<Result<unknown>>): Promise<boolean> => {
    if (busy.value) return false;
    busy.value = true;
    fault.value = null;
    const done = await work().catch(() => ({ ok: false, code: "our-fault" }) as const);
    busy.value = false;
    if (!done.ok) fault.value = done.code;
    return done.ok;
  };
  return { busy: busy.value, fault: fault.value, run, clear: () => void (fault.value = null) };
}

interface FormProps {
  readonly onSubmit: () => void;
  readonly children: ComponentChildren;
  readonly class?: string;
}

/** Nothing is ever sent by the form itself: its policy forbids that, and the keys are made by our code. */
export function Form({ onSubmit, children, class: name = "stack" }: FormProps) {
  const submit = (event: Event): void => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form class={name} autocomplete="off" noValidate onSubmit={submit}>
      {children}
    </form>
  );
}

interface GoProps {
  readonly busy?: boolean;
  readonly busyText?: string;
  readonly children: string;
}

/** The one lantern-yellow button of a step. */
export function Go({ busy = false, busyText, children }: GoProps) {
  return (
    <button class="button button-lamp desk-go" disabled={busy}>
      {busy ? (busyText ?? children) : children}
    </button>
  );
}
