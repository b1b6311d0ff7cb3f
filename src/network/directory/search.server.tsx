import type { JSX } from "preact";
import type { Language } from "../../ui/languages.ts";
import { directoryMessages } from "./messages.ts";

/** Hidden until the script has what it needs. No form: nothing here can be sent. */
export function Search({ language }: { readonly language: Language }): JSX.Element {
  const say = directoryMessages[language];
  return (
    <section id="search" role="search" aria-labelledby="search-title" class="stack" hidden>
      <div class="card stack">
        <h2 id="search-title">{say.searchTitle}</h2>
        <p class="soft small">{say.private}</p>
        <Choice
          legend={say.who}
          name="who"
          options={[
            ["", say.anyone],
            ["woman", say.woman],
            ["young", say.young],
            ["worried", say.worried],
            ["social-services", say.socialServices],
          ]}
        />
        <Choice
          legend={say.where}
          name="where"
          options={[
            ["home", say.home],
            ["elsewhere", say.elsewhere],
          ]}
        />
        <Town language={language} />
        <label class="check">
          <input id="open-only" type="checkbox" autocomplete="off" />
          <span>{say.openOnly}</span>
        </label>
      </div>
      <p id="clock" class="notice small" hidden />
      <p id="told" role="status" class="soft">
        {say.pick}
      </p>
      <div id="results" class="stack" />
    </section>
  );
}

function Town({ language }: { readonly language: Language }): JSX.Element {
  const say = directoryMessages[language];
  return (
    <div class="field town">
      <label for="town">{say.municipality}</label>
      <p
        class="hint"
        id="town-hint"
        data-home={say.municipalityHint}
        data-elsewhere={say.avoidHint}
      >
        {say.municipalityHint}
      </p>
      <input
        id="town"
        type="text"
        role="combobox"
        aria-expanded="false"
        aria-autocomplete="list"
        aria-controls="towns"
        aria-describedby="town-hint"
        autocomplete="off"
        autocorrect="off"
        autocapitalize="none"
        spellcheck={false}
        translate={false}
        data-gramm="false"
        maxLength={40}
      />
      <div id="towns" role="listbox" aria-label={say.municipality} hidden />
    </div>
  );
}

interface ChoiceProps {
  readonly legend: string;
  readonly name: string;
  /** The first one is chosen to begin with. */
  readonly options: readonly (readonly [value: string, label: string])[];
}

function Choice({ legend, name, options }: ChoiceProps): JSX.Element {
  return (
    <fieldset>
      <legend class="label">{legend}</legend>
      <div class="choices">
        {options.map(([value, label], index) => (
          <label class="choice">
            <input
              type="radio"
              name={name}
              value={value}
              checked={index === 0}
              autocomplete="off"
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
