import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { type Language, languages } from "../../ui/languages.ts";
import { settingsMessages } from "../messages.settings.ts";
import type { Editing } from "./editing.browser.ts";
import { read } from "./paths.ts";

/** What every field of a form is given: the form, and the language of its labels. */
export interface Form {
  readonly editing: Editing<object>;
  readonly language: Language;
}

interface FieldProps {
  readonly form: Form;
  readonly path: string;
  readonly label: string;
  readonly hint?: string;
  /** More than one makes an area. */
  readonly rows?: number;
  readonly maxLength: number;
  readonly lang?: Language;
  readonly type?: "text" | "url" | "tel" | "date";
  /** The field may be left empty, and then holds null. */
  readonly optional?: boolean;
}

/** The attributes of a text field fit all of these; the types of Preact want one of them by name. */
const asText = (type: FieldProps["type"]): "text" => type as "text";

function isRefused(form: Form, path: string): boolean {
  const notice = form.editing.notice.value;
  return notice?.kind === "refused" && notice.at.includes(path);
}

export function Field(props: FieldProps) {
  const { form, path, label, hint, rows = 1, maxLength, lang, type = "text", optional } = props;
  const id = useId();
  const found = read(form.editing.value.value, path);
  const refused = isRefused(form, path);
  const notes = [hint && `${id}-hint`, refused && `${id}-fault`].filter(Boolean).join(" ");
  const shared = {
    id,
    maxLength,
    autocomplete: "off" as const,
    value: typeof found === "string" ? found : "",
    "aria-invalid": refused,
    ...(lang ? { lang } : {}),
    ...(notes === "" ? {} : { "aria-describedby": notes }),
    onInput: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      form.editing.set(path, optional && value.trim() === "" ? null : value);
    },
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {rows > 1 ? <textarea rows={rows} {...shared} /> : <input type={asText(type)} {...shared} />}
      {refused && (
        <p class="fault" id={`${id}-fault`}>
          {settingsMessages[form.language].fieldRefused}
        </p>
      )}
    </div>
  );
}

/** The same text in each language, side by side where there is room. */
export function BothFields({ label, path, ...rest }: Omit<FieldProps, "lang" | "type">) {
  const say = settingsMessages[rest.form.language];
  const names: Record<Language, string> = { sv: say.inSwedish, en: say.inEnglish };
  return (
    <div class="set-both">
      {languages.map((language) => (
        <Field
          {...rest}
          path={`${path}.${language}`}
          lang={language}
          label={`${label} (${names[language]})`}
        />
      ))}
    </div>
  );
}

interface ChoiceProps<T extends string> {
  readonly form: Form;
  readonly path: string;
  readonly label: string;
  readonly options: readonly (readonly [value: T, label: string])[];
}

export function Choice<T extends string>({ form, path, label, options }: ChoiceProps<T>) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={String(read(form.editing.value.value, path))}
        onChange={(event) => form.editing.set(path, event.currentTarget.value)}
      >
        {options.map(([value, text]) => (
          <option value={value}>{text}</option>
        ))}
      </select>
    </div>
  );
}

export function NumberField(props: Omit<ChoiceProps<string>, "options"> & { optional?: boolean }) {
  const { form, path, label, optional } = props;
  const id = useId();
  const found = read(form.editing.value.value, path);
  return (
    <div class="field set-number">
      <label for={id}>{label}</label>
      <input
        id={id}
        inputMode="numeric"
        autocomplete="off"
        maxLength={3}
        value={typeof found === "number" ? String(found) : ""}
        aria-invalid={isRefused(form, path)}
        onInput={({ currentTarget: { value } }) => {
          const digits = value.replaceAll(/\D/g, "");
          form.editing.set(path, digits === "" ? (optional ? null : 0) : Number(digits));
        }}
      />
    </div>
  );
}

export function Check({ form, path, label }: Omit<ChoiceProps<string>, "options">) {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={read(form.editing.value.value, path) === true}
        onChange={(event) => form.editing.set(path, event.currentTarget.checked)}
      />
      <span>{label}</span>
    </label>
  );
}

interface ListProps {
  readonly form: Form;
  readonly path: string;
  /** What a new one begins as. */
  readonly blank: object;
  readonly max: number;
  readonly add: string;
  readonly children: (path: string, index: number) => ComponentChildren;
}

/** A list that grows and shrinks; the newest comes last. */
export function ListOf({ form, path, blank, max, add, children }: ListProps) {
  const say = settingsMessages[form.language];
  const found = read(form.editing.value.value, path);
  const items: readonly unknown[] = Array.isArray(found) ? found : [];
  const without = (index: number) => items.filter((_, place) => place !== index);
  return (
    <div class="stack">
      {items.map((_, index) => (
        <div class="set-item stack">
          {children(`${path}.${index}`, index)}
          <button
            type="button"
            class="button button-quiet set-remove"
            onClick={() => form.editing.set(path, without(index))}
          >
            {say.remove}
          </button>
        </div>
      ))}
      {items.length < max && (
        <button
          type="button"
          class="button set-add"
          onClick={() => form.editing.set(path, [...items, blank])}
        >
          {add}
        </button>
      )}
    </div>
  );
}
