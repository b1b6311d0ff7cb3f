import { useId } from "preact/hooks";
import { type LineDraft, phonePaths } from "../contract.ts";
import { lineMessages } from "../messages.settings.ts";
import { type First, FIRSTS, type Mode, MODES, RING_SECONDS } from "../policy.ts";
import type { PartProps } from "./settings.browser.tsx";

/** Number, order and patience. */
export function LineForm({ api, language, view, busy, run }: PartProps) {
  const t = lineMessages[language];
  const { line } = view;
  const submit = (event: SubmitEvent & { currentTarget: HTMLFormElement }): void => {
    event.preventDefault();
    const draft = draftOf(new FormData(event.currentTarget), line?.version ?? 0);
    void run(() => api.put(phonePaths.line(view.face), draft));
  };
  const { least: min, most: max, usual } = RING_SECONDS;
  return (
    <form class="stack" autocomplete="off" onSubmit={submit}>
      <Written label={t.number} hint={t.numberHint} name="number" type="tel" maxLength={30}>
        {line?.number ?? view.shown ?? ""}
      </Written>
      <Choice name="mode" label={t.mode} chosen={line?.mode ?? MODES[0]}>
        {MODES.map((one) => [one, t[one]] as const)}
      </Choice>
      <Choice name="first" label={t.first} chosen={line?.first ?? FIRSTS[0]}>
        {FIRSTS.map((one) => [one, t[one]] as const)}
      </Choice>
      <Written
        {...{ label: t.seconds, hint: t.secondsHint, name: "seconds", min, max }}
        type="number"
      >
        {String(line?.ringSeconds ?? usual)}
      </Written>
      <button class="button set-add" disabled={busy}>
        {busy ? t.saving : line ? t.save : t.connect}
      </button>
    </form>
  );
}

interface WrittenProps {
  readonly label: string;
  readonly hint: string;
  readonly name: string;
  readonly type: "tel" | "number";
  readonly maxLength?: number;
  readonly min?: number;
  readonly max?: number;
  readonly children: string;
}

function Written({ label, hint, type, children, ...rest }: WrittenProps) {
  const id = useId();
  const shared = {
    ...{ id, defaultValue: children, required: true, "aria-describedby": `${id}-hint` },
    ...{ autocomplete: "off" as const, ...rest },
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {type === "tel" ? <input type="tel" {...shared} /> : <input type="number" {...shared} />}
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  );
}

const draftOf = (form: FormData, version: number): LineDraft => ({
  version,
  number: String(form.get("number")),
  mode: String(form.get("mode")) as Mode,
  first: String(form.get("first")) as First,
  ringSeconds: Number(form.get("seconds")),
});

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly chosen: string;
  readonly children: readonly (readonly [string, string])[];
}

function Choice({ name, label, chosen, children }: ChoiceProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} name={name}>
        {children.map(([value, text]) => (
          <option value={value} key={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
