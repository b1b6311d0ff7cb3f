import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Language } from "../../ui/languages.ts";
import type { Rules } from "../contract.ts";
import { leadMessages } from "../messages.lead.ts";
import { defaultRules } from "../policy.ts";
import { LeadSaidNow } from "./lead-said.browser.tsx";
import type { TrainingPart } from "./mine.browser.tsx";

const NUMBERS = [
  ["meetings", 0, 20],
  ["shadows", 0, 20],
  ["shadowMonths", 1, 24],
  ["validMonths", 1, 60],
] as const;

/** What a certificate asks, and whether a shift asks for one. */
export function RulesPage(props: TrainingPart): JSX.Element {
  const { app, language } = props;
  const t = leadMessages[language];
  const [mine, setMine] = useState<{ rules: Rules; version: number } | null>(null);
  useEffect(() => void app.lookAtPeople(), []);
  const people = app.people.value;
  const { rules, version } = mine ?? {
    rules: people?.rules ?? defaultRules,
    version: people?.rulesVersion ?? 0,
  };
  const set = (change: Partial<Rules>): void =>
    setMine({ rules: { ...rules, ...change }, version });
  const save = async (): Promise<void> => {
    if (await app.saveRules(rules, version)) setMine(null);
  };
  return (
    <section class="board-page stack" aria-labelledby="training-rules">
      <h1 class="desk-title" id="training-rules">
        {t.rulesTitle}
      </h1>
      <p class="soft">{t.rulesSays}</p>
      <div class="card stack">
        <Fields {...{ rules, language, set }} />
        <div>
          <button type="button" class="button button-lamp" onClick={() => void save()}>
            {t.saveRules}
          </button>
        </div>
      </div>
      <LeadSaidNow {...props} />
    </section>
  );
}

interface FieldsProps {
  readonly rules: Rules;
  readonly language: Language;
  readonly set: (change: Partial<Rules>) => void;
}

function Fields({ rules, language, set }: FieldsProps): JSX.Element {
  const t = leadMessages[language];
  return (
    <>
      {NUMBERS.map(([name, min, max]) => (
        <label class="field" key={name}>
          <span class="label">{t[name]}</span>
          <input
            type="number"
            class="input training-number"
            {...{ min, max, value: rules[name] }}
            onInput={({ currentTarget }) => set({ [name]: currentTarget.valueAsNumber || min })}
          />
        </label>
      ))}
      <label class="check">
        <input
          type="checkbox"
          checked={rules.isRequired}
          onChange={({ currentTarget }) => set({ isRequired: currentTarget.checked })}
        />
        <span>
          {t.isRequired}
          <span class="hint desk-block">{t.isRequiredHint}</span>
        </span>
      </label>
    </>
  );
}
