import type { JSX } from "preact";
import type { Language } from "../../ui/languages.ts";
import type { Field, Written } from "./contract.ts";
import { joiningMessages } from "./messages.ts";

export interface FormState {
  readonly written: Written;
  readonly fault: "wrong" | "busy" | "full" | null;
  readonly wrong: readonly Field[];
  /** Names that are of no municipality. */
  readonly unknown: readonly string[];
}

interface FieldsProps {
  readonly state: FormState;
  readonly language: Language;
}

export function FormFields({ state, language }: FieldsProps): JSX.Element {
  const say = joiningMessages[language];
  const text = { state, language };
  return (
    <>
      <Text {...text} name="name" label={say.name} />
      <Choice {...text} name="kind" label={say.kind} of={["kvinnojour", "ungdomsjour"]} />
      <Text {...text} name="url" label={say.url} hint={say.urlHint} />
      <Text {...text} name="phone" label={say.phone} />
      <Text
        {...text}
        name="municipalities"
        label={say.municipalities}
        hint={say.municipalitiesHint}
        rows={3}
      />
      <label class="check">
        <input
          type="checkbox"
          name="elsewhere"
          value="yes"
          checked={state.written.elsewhere !== ""}
        />
        {say.elsewhere}
      </label>
      <Choice {...text} name="receives" label={say.receives} of={["women", "everyone"]} />
      <Text {...text} name="from" label={say.from} />
      <Text {...text} name="until" label={say.until} />
      <Permit {...text} />
      <Text {...text} name="person" label={say.person} />
      <Text {...text} name="mail" label={say.mail} hint={say.mailHint} />
      <Text {...text} name="about" label={say.about} hint={say.aboutHint} rows={6} />
    </>
  );
}

interface TextProps extends FieldsProps {
  readonly name: Field;
  readonly label: string;
  readonly hint?: string;
  readonly rows?: number;
}

function faultOf(name: Field, { state, language }: FieldsProps): string | undefined {
  const say = joiningMessages[language];
  if (!state.wrong.includes(name)) return undefined;
  const isTown = name === "municipalities" && state.unknown.length > 0;
  if (isTown) return say.unknownTowns(state.unknown.slice(0, 5).join(", "));
  return name === "about" ? say["too-long"] : say.wrongField;
}

function Text({ name, label, hint, rows, ...rest }: TextProps): JSX.Element {
  const fault = faultOf(name, rest);
  const notes = [hint && `${name}-hint`, fault && `${name}-fault`].filter(Boolean).join(" ");
  const field = {
    ...{ id: name, name, autocomplete: "off" as const },
    ...(notes !== "" && { "aria-describedby": notes }),
    ...(fault !== undefined && { "aria-invalid": "true" as const }),
  };
  const written = rest.state.written[name];
  return (
    <div class="field">
      <label for={name}>{label}</label>
      {rows === undefined ? (
        <input {...field} value={written} />
      ) : (
        <textarea {...field} rows={rows}>
          {written}
        </textarea>
      )}
      {hint !== undefined && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {fault !== undefined && (
        <p class="fault" id={`${name}-fault`}>
          {fault}
        </p>
      )}
    </div>
  );
}

type Option = "kvinnojour" | "ungdomsjour" | "women" | "everyone";

interface ChoiceProps extends Omit<TextProps, "hint" | "rows"> {
  readonly of: readonly Option[];
}

function Choice({ name, label, of, ...rest }: ChoiceProps): JSX.Element {
  const say = joiningMessages[rest.language];
  const fault = faultOf(name, rest);
  return (
    <fieldset>
      <legend>{label}</legend>
      {of.map((value) => (
        <label class="check">
          <input
            type="radio"
            name={name}
            value={value}
            checked={rest.state.written[name] === value}
          />
          {say[value]}
        </label>
      ))}
      {fault !== undefined && <p class="fault">{fault}</p>}
    </fieldset>
  );
}

function Permit({ state, language }: FieldsProps): JSX.Element {
  const say = joiningMessages[language];
  const options = [
    ["none", say.permitNone],
    ["applied", say.permitApplied],
    ["granted", say.permitGranted],
    ["paused", say.permitPaused],
  ] as const;
  return (
    <div class="field">
      <label for="permit">{say.permit}</label>
      <select id="permit" name="permit">
        {options.map(([value, label]) => (
          <option value={value} selected={state.written.permit === value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}
