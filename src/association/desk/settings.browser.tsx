import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Area, NumberLine } from "../../ui/inputs.browser.tsx";
import type { Language } from "../../ui/languages.ts";
import { type AssociationSettings, associationPages } from "../contract.ts";
import { deskMessages } from "../messages.desk.ts";
import { unset } from "../policy.ts";
import type { AssociationPart } from "./association-app.browser.ts";
import { SaidNow } from "./said.browser.tsx";

/** How the association takes members, and what it costs. */
export function SettingsPage(props: AssociationPart): JSX.Element {
  const { app, language } = props;
  const t = deskMessages[language];
  const [set, change] = useState(app.board.value?.settings ?? unset);
  return (
    <section class="board-page stack" aria-labelledby="association-settings">
      <h1 class="desk-title" id="association-settings">
        {t.settings}
      </h1>
      <SaidNow {...props} />
      <div class="card stack">
        <label class="check">
          <input
            type="checkbox"
            checked={set.isOpen}
            onChange={({ currentTarget }) => change({ ...set, isOpen: currentTarget.checked })}
          />
          <span>{t.isOpen}</span>
        </label>
        <p class="hint">
          {t.isOpenSays} <a href={associationPages.join}>{associationPages.join}</a>
        </p>
        <FeeFields {...{ language, set, change }} />
        <div>
          <button
            type="button"
            class="button button-lamp"
            onClick={() => void app.keepSettings(set)}
          >
            {t.keep}
          </button>
        </div>
      </div>
    </section>
  );
}

interface FeeProps {
  readonly language: Language;
  readonly set: AssociationSettings;
  readonly change: (set: AssociationSettings) => void;
}

function FeeFields({ language, set, change }: FeeProps): JSX.Element {
  const t = deskMessages[language];
  return (
    <>
      <NumberLine
        {...{ label: t.yearFee, hint: t.yearFeeSays, value: set.kronor, min: 0, max: 100_000 }}
        onNumber={(kronor) => change({ ...set, kronor })}
      />
      <Area
        {...{ label: t.words, hint: t.wordsSays, value: set.words.sv, maxLength: 1500 }}
        onText={(sv) => change({ ...set, words: { ...set.words, sv } })}
      />
      <Area
        {...{ label: t.wordsEnglish, value: set.words.en, maxLength: 1500 }}
        onText={(en) => change({ ...set, words: { ...set.words, en } })}
      />
      <NumberLine
        {...{ label: t.keepMonths, hint: t.keepMonthsSays, value: set.keepMonths }}
        {...{ min: 1, max: 36 }}
        onNumber={(keepMonths) => change({ ...set, keepMonths })}
      />
    </>
  );
}
