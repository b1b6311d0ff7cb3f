import { useId } from "preact/hooks";
import { counties, languageName, municipalityName } from "../../network/index.ts";
import { reachMessages } from "../messages.reach.ts";
import { Check, type Form } from "./fields.browser.tsx";
import { read } from "./paths.ts";

const spoken = [
  ...["sv", "en", "ar", "so", "fa", "prs", "ti", "am", "uk", "ru", "fi", "pl", "es", "fr", "de"],
  ...["tr", "ku", "sq", "bs", "ro", "th", "vi", "zh", "ur", "bn", "sw", "se", "rom", "yi", "swl"],
];

const strings = (form: Form, path: string): readonly string[] => {
  const found = read(form.editing.value.value, path);
  return Array.isArray(found) ? (found as string[]) : [];
};

/** Municipalities, people from elsewhere, languages: what the directory of the network asks for besides. */
export function ReachForm(form: Form) {
  const say = reachMessages[form.language];
  return (
    <div class="stack">
      <p class="soft">{say.lead}</p>
      <Municipalities {...form} />
      <div>
        <Check form={form} path="reach.elsewhere" label={say.elsewhere} />
        <p class="hint">{say.elsewhereHint}</p>
      </div>
      <Languages {...form} />
    </div>
  );
}

function Municipalities(form: Form) {
  const say = reachMessages[form.language];
  const path = "reach.municipalities";
  const chosen = strings(form, path);
  const set = (codes: readonly string[]): void => form.editing.set(path, codes);
  return (
    <fieldset class="stack">
      <legend class="label">{say.municipalities}</legend>
      {chosen.length === 0 && <p class="notice">{say.none}</p>}
      <ul class="set-chosen">
        {chosen.map((code) => (
          <li>
            <button
              type="button"
              class="button"
              aria-label={say.remove(municipalityName(code))}
              onClick={() => set(chosen.filter((one) => one !== code))}
            >
              {municipalityName(code)} <span aria-hidden="true">×</span>
            </button>
          </li>
        ))}
      </ul>
      <AddMunicipality form={form} chosen={chosen} onAdd={(code) => set([...chosen, code])} />
    </fieldset>
  );
}

interface AddProps {
  readonly form: Form;
  readonly chosen: readonly string[];
  readonly onAdd: (code: string) => void;
}

/** A plain list: letters jump in it, and every phone knows how to show it. */
function AddMunicipality({ form, chosen, onAdd }: AddProps) {
  const say = reachMessages[form.language];
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{say.add}</label>
      <select
        id={id}
        value=""
        onChange={({ currentTarget }) => {
          onAdd(currentTarget.value);
          currentTarget.value = "";
        }}
      >
        <option value="">{say.choose}</option>
        {counties.map((county) => (
          <optgroup label={county.name}>
            {county.municipalities
              .filter(({ code }) => !chosen.includes(code))
              .map(({ code, name }) => (
                <option value={code}>{name}</option>
              ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}

function Languages(form: Form) {
  const say = reachMessages[form.language];
  const path = "reach.languages";
  const chosen = strings(form, path);
  const offered = [...new Set([...chosen, ...spoken])];
  return (
    <fieldset>
      <legend class="label">{say.languages}</legend>
      <div class="set-languages">
        {offered.map((tag) => (
          <label class="check">
            <input
              type="checkbox"
              checked={chosen.includes(tag)}
              onChange={({ currentTarget: { checked } }) => {
                const others = chosen.filter((one) => one !== tag);
                form.editing.set(path, checked ? [...others, tag] : others);
              }}
            />
            <span>{languageName(tag, form.language)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
