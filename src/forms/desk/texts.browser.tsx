import type { JSX } from "preact";
import type { Said } from "../definition.ts";
import { editorMessages } from "../messages.editor.ts";
import type { EditorPart } from "./part.browser.ts";

interface PairProps extends Pick<EditorPart, "language"> {
  readonly id: string;
  readonly label: string;
  readonly said: Said;
  readonly most: number;
  readonly isLong?: boolean;
  readonly fault?: string | undefined;
  readonly onSaid: (said: Said) => void;
}

/** One text in both languages, side by side where there is room. */
export function Pair(props: PairProps): JSX.Element {
  const { id, label, said, fault, onSaid } = props;
  return (
    <fieldset class="field form-pair">
      <legend class="label">{label}</legend>
      <One {...props} of="sv" value={said.sv} onText={(sv) => onSaid({ ...said, sv })} />
      <One {...props} of="en" value={said.en} onText={(en) => onSaid({ ...said, en })} />
      {fault !== undefined && (
        <p class="fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </fieldset>
  );
}

type OneProps = PairProps & {
  readonly of: "sv" | "en";
  readonly value: string;
  readonly onText: (text: string) => void;
};

function One({
  id,
  label,
  language,
  most,
  isLong,
  fault,
  of,
  value,
  onText,
}: OneProps): JSX.Element {
  const t = editorMessages[language];
  const isWrong = of === "sv" && fault !== undefined;
  const shared = {
    ...{ id: `${id}-${of}`, class: "input", lang: of, value, maxLength: most },
    "aria-label": `${label}, ${t[of]}`,
    "aria-invalid": isWrong,
    ...(isWrong ? { "aria-describedby": `${id}-fault` } : {}),
    placeholder: t[of],
    autocomplete: "off" as const,
    onInput: ({ currentTarget }: { currentTarget: { value: string } }) =>
      onText(currentTarget.value),
  };
  return isLong ? <textarea {...shared} rows={3} /> : <input {...shared} type="text" />;
}

interface TickProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onTick: (checked: boolean) => void;
}

export function Tick({ label, checked, onTick }: TickProps): JSX.Element {
  return (
    <label class="check">
      <input
        type="checkbox"
        autocomplete="off"
        checked={checked}
        onChange={({ currentTarget }) => onTick(currentTarget.checked)}
      />
      <span>{label}</span>
    </label>
  );
}
