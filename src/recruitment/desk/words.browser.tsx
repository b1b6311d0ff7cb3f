import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Language } from "../../ui/languages.ts";
import type { Condition, RecruitmentSettings } from "../contract.ts";
import { roundMessages } from "../messages.rounds.ts";
import { Area, Line } from "../../ui/inputs.browser.tsx";
import { type RecruitPart, SaidNow } from "./rounds.browser.tsx";

const MOST_CONDITIONS = 12;
const ANSWERS = ["invited", "welcome", "declined"] as const;

/** What the jour asks of whoever applies, and the drafts of what she answers. */
export function WordsPage(props: RecruitPart): JSX.Element {
  const { recruit, language } = props;
  const t = roundMessages[language];
  const { settings, settingsVersion } = recruit.board.value;
  const [mine, setMine] = useState<{ settings: RecruitmentSettings; version: number } | null>(null);
  const { settings: shown, version } = mine ?? { settings, version: settingsVersion };
  const change = (more: Partial<RecruitmentSettings>): void =>
    setMine({ settings: { ...shown, ...more }, version });
  const save = async (): Promise<void> => {
    if (await recruit.saveSettings(shown, version)) setMine(null);
  };
  return (
    <section class="board-page stack" aria-labelledby="recruit-words">
      <h1 class="desk-title" id="recruit-words">
        {t.wordsTitle}
      </h1>
      <p class="soft">{t.wordsSays}</p>
      <Conditions
        language={language}
        conditions={shown.conditions}
        onChange={(conditions) => change({ conditions })}
      />
      {ANSWERS.map((name) => (
        <div class="card stack" key={name}>
          {(["sv", "en"] as const).map((tongue) => (
            <Area
              key={tongue}
              label={tongue === "sv" ? t[name] : t.english(t[name])}
              value={shown[name][tongue]}
              maxLength={4000}
              onText={(text) => change({ [name]: { ...shown[name], [tongue]: text } })}
            />
          ))}
        </div>
      ))}
      <div>
        <button type="button" class="button button-lamp" onClick={() => void save()}>
          {t.saveWords}
        </button>
      </div>
      <SaidNow {...props} />
    </section>
  );
}

interface ConditionsProps {
  readonly language: Language;
  readonly conditions: readonly Condition[];
  readonly onChange: (conditions: readonly Condition[]) => void;
}

function Conditions({ language, conditions, onChange }: ConditionsProps): JSX.Element {
  const t = roundMessages[language];
  const add = (): void => {
    const id = `own-${crypto.randomUUID().slice(0, 8)}`;
    onChange([...conditions, { id, text: { sv: "", en: "" }, required: true }]);
  };
  return (
    <>
      {conditions.map((condition, at) => (
        <One
          key={condition.id}
          {...{ language, condition, at: at + 1 }}
          onChange={(one) => onChange(conditions.with(at, one))}
          onRemove={() => onChange(conditions.filter((one) => one !== condition))}
        />
      ))}
      {conditions.length < MOST_CONDITIONS && (
        <div>
          <button type="button" class="button" onClick={add}>
            {t.add}
          </button>
        </div>
      )}
    </>
  );
}

interface OneProps {
  readonly language: Language;
  readonly condition: Condition;
  readonly at: number;
  readonly onChange: (condition: Condition) => void;
  readonly onRemove: () => void;
}

function One({ language, condition, at, onChange, onRemove }: OneProps): JSX.Element {
  const t = roundMessages[language];
  const { text, required } = condition;
  const word = (tongue: Language) => (said: string) =>
    onChange({ ...condition, text: { ...text, [tongue]: said } });
  return (
    <div class="card stack">
      <Line label={t.condition(at)} value={text.sv} maxLength={300} onText={word("sv")} />
      <Line label={t.conditionEn(at)} value={text.en} maxLength={300} onText={word("en")} />
      <div class="row">
        <label class="check">
          <input
            type="checkbox"
            checked={required}
            onChange={({ currentTarget }) =>
              onChange({ ...condition, required: currentTarget.checked })
            }
          />
          <span>{t.required}</span>
        </label>
        <button type="button" class="button button-quiet" onClick={onRemove}>
          {t.remove(at)}
        </button>
      </div>
    </div>
  );
}
