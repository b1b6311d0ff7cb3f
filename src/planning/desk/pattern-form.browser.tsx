import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { Language } from "../../ui/languages.ts";
import type { MonthView, Pattern, PatternDraft } from "../contract.ts";
import { planMessages } from "../messages.plan.ts";
import { DraftFields, draftOf, type Typed, typed } from "./draft-fields.browser.tsx";
import { Check, Choose, Input, SaveRow } from "./fields.browser.tsx";
import { everySays, patternSays } from "./pattern-words.ts";
import type { PlanPart } from "./plan-app.browser.ts";
import { knowsFrom } from "./words.ts";

type When = Omit<PatternDraft, keyof Typed>;

interface PatternFormProps extends PlanPart {
  readonly view: MonthView;
  /** Undefined: a new one. */
  readonly pattern?: Pattern;
  readonly onDone: () => void;
}

const EVERY = [1, 2, 3, 4, 5, 6, 7, 8, 0];
const DAYS = [0, 1, 2, 3, 4, 5, 6, 7];

/** A pattern as a coordinator writes it. A colleague's change meanwhile is shown, and hers stays here. */
export function PatternForm(props: PatternFormProps): JSX.Element {
  const { app, language, plan, view, pattern, onDone } = props;
  const t = planMessages[language];
  const value = useSignal(typed(pattern ?? fresh));
  const when = useSignal<When>(pattern ?? { ...fresh, firstOn: `${view.month}-01` });
  const theirs = useSignal<Pattern | null>(null);
  const version = theirs.value?.version ?? pattern?.version ?? 0;
  const save = async (): Promise<void> => {
    const { weekdays, every, firstOn, lastOn, starts, ends, days, onRedDays } = when.value;
    const rhythm = { weekdays, every, firstOn, lastOn, starts, ends, days, onRedDays };
    const draft = { ...draftOf(value.value, knowsFrom), ...rhythm };
    const done = await plan.savePattern(pattern?.id ?? null, version, draft);
    if (done === "saved") onDone();
    else if (done !== "failed") theirs.value = done;
  };
  return (
    <div class="stack calendar-form">
      {theirs.value && (
        <p class="notice">
          {t.theirs} <strong>{theirs.value.title}</strong>, {patternSays(theirs.value, language)},{" "}
          {t.needed.toLowerCase()} {theirs.value.needed}
        </p>
      )}
      <DraftFields
        language={language}
        view={view}
        value={value.value}
        onValue={(more) => (value.value = { ...value.value, ...more })}
      />
      <WhenFields
        language={language}
        value={when.value}
        onValue={(more) => (when.value = { ...when.value, ...more })}
      />
      <SaveRow
        language={language}
        disabled={app.busy.value || value.value.title.trim() === ""}
        onSave={() => void save()}
        onCancel={onDone}
      />
    </div>
  );
}

interface WhenProps {
  readonly language: Language;
  readonly value: When;
  readonly onValue: (more: Partial<When>) => void;
}

function WhenFields({ language, value, onValue }: WhenProps): JSX.Element {
  const t = planMessages[language];
  return (
    <>
      <Weekdays language={language} value={value} onValue={onValue} />
      <div class="calendar-fields">
        <Choose
          label={t.every}
          value={String(value.every)}
          of={EVERY.map((one) => [String(one), everySays(one, language)] as const)}
          onValue={(every) => onValue({ every: Number(every) })}
        />
        <Input
          type="date"
          label={t.firstOn}
          value={value.firstOn}
          onValue={(firstOn) => onValue({ firstOn })}
        />
        <Input
          type="date"
          label={t.lastOn}
          hint={t.lastHint}
          value={value.lastOn ?? ""}
          onValue={(text) => onValue({ lastOn: text === "" ? null : text })}
        />
        <ClockFields language={language} value={value} onValue={onValue} />
      </div>
      <Check
        label={t.onRedDays}
        value={value.onRedDays}
        onValue={(onRedDays) => onValue({ onRedDays })}
      />
    </>
  );
}

function ClockFields({ language, value, onValue }: WhenProps): JSX.Element {
  const t = planMessages[language];
  const later = (days: number): string =>
    days === 0 ? t.sameDay : days === 1 ? t.nextDay : t.laterDay(days);
  return (
    <>
      <Input
        type="time"
        label={t.starts}
        value={value.starts}
        onValue={(starts) => onValue({ starts })}
      />
      <Input type="time" label={t.ends} value={value.ends} onValue={(ends) => onValue({ ends })} />
      <Choose
        label={t.days}
        value={String(value.days)}
        of={DAYS.map((one) => [String(one), later(one)] as const)}
        onValue={(days) => onValue({ days: Number(days) })}
      />
    </>
  );
}

function Weekdays({ language, value, onValue }: WhenProps): JSX.Element {
  const t = planMessages[language];
  const turn = (day: number, isOn: boolean): readonly number[] =>
    isOn ? [...value.weekdays, day].toSorted() : value.weekdays.filter((one) => one !== day);
  return (
    <fieldset>
      <legend class="label">{t.weekdays}</legend>
      <div class="calendar-weekdays">
        {t.weekdayNames.split(" ").map((name, at) => (
          <Check
            key={name}
            label={name}
            value={value.weekdays.includes(at + 1)}
            onValue={(isOn) => onValue({ weekdays: turn(at + 1, isOn) })}
          />
        ))}
      </div>
    </fieldset>
  );
}

const fresh: PatternDraft = {
  ...{ kind: "shift", face: null, title: "", needed: 2, atLeast: [] },
  ...{ weekdays: [4], every: 1, firstOn: "", lastOn: null, starts: "18:00", ends: "21:00" },
  ...{ days: 0, onRedDays: true },
};
