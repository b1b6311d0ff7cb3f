import type { JSX } from "preact";

// Fields of a form without script, with their hints and what is wrong with what was written.

export const Back = ({ href, children }: { href: string; children: string }): JSX.Element => (
  <p>
    <a class="back" href={href}>
      <span aria-hidden="true">←&nbsp;</span>
      {children}
    </a>
  </p>
);

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly hint?: string | undefined;
  readonly fault?: string | undefined;
  readonly type?: "text" | "email" | "tel";
  readonly autocomplete?: string;
  readonly inputMode?: "numeric";
  readonly maxLength: number;
  readonly isNeeded?: boolean;
  /** More than one line. */
  readonly rows?: number;
}

export function Field(props: FieldProps): JSX.Element {
  const { name, label, value, hint, fault, type = "text", rows, isNeeded = false } = props;
  const { autocomplete = "off", inputMode, maxLength } = props;
  const notes = [hint && `${name}-hint`, fault && `${name}-fault`].filter(Boolean).join(" ");
  const shared = {
    ...{ id: name, name, autocomplete, maxLength, required: isNeeded },
    ...(notes === "" ? {} : { "aria-describedby": notes }),
    ...(fault === undefined ? {} : { "aria-invalid": true }),
  };
  return (
    <div class="field">
      <label for={name}>{label}</label>
      {hint !== undefined && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {rows === undefined ? (
        <input
          class="input"
          {...shared}
          type={type as "text"}
          value={value}
          {...(inputMode && { inputMode })}
        />
      ) : (
        <textarea class="input" {...shared} rows={rows}>
          {value}
        </textarea>
      )}
      {fault !== undefined && (
        <p class="fault" id={`${name}-fault`}>
          {fault}
        </p>
      )}
    </div>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly legend: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
  readonly chosen: string;
  readonly hint?: string | undefined;
  readonly fault?: string | undefined;
  readonly class?: string;
  readonly isNeeded?: boolean;
}

export function ChoiceField(props: ChoiceProps): JSX.Element {
  const { name, legend, options, chosen, hint, fault, class: kind = "", isNeeded = true } = props;
  return (
    <fieldset
      class="field"
      {...(fault === undefined ? {} : { "aria-describedby": `${name}-fault` })}
    >
      <legend class="label">{legend}</legend>
      {hint !== undefined && <p class="hint">{hint}</p>}
      <div class={kind}>
        {options.map(({ id, label }) => (
          <label class="check">
            <input
              type="radio"
              name={name}
              value={id}
              checked={id === chosen}
              required={isNeeded}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
      {fault !== undefined && (
        <p class="fault" id={`${name}-fault`}>
          {fault}
        </p>
      )}
    </fieldset>
  );
}

/** Told at the top of a form that has come back. */
export const Told = ({ code, children }: { code: string; children: string }): JSX.Element => (
  <p class="notice notice-danger" role="alert" data-code={code}>
    {children}
  </p>
);
