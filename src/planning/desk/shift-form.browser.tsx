import { type Signal, useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { Language } from "../../ui/languages.ts";
import {
  type MonthView,
  planningPaths as paths,
  type ShiftDraft,
  type ShiftView,
} from "../contract.ts";
import { planMessages } from "../messages.plan.ts";
import type { CalendarApp } from "./calendar-app.browser.ts";
import { DraftFields, draftOf, typed } from "./draft-fields.browser.tsx";
import { Check, Input, SaveRow } from "./fields.browser.tsx";
import { knowsFrom } from "./words.ts";

interface ShiftFormProps {
  readonly app: CalendarApp;
  readonly language: Language;
  readonly view: MonthView;
  /** Undefined: a new one. */
  readonly shift?: ShiftView;
  readonly onDone: () => void;
}

/** A moment as a field of the browser takes it, in Swedish time: 2026-12-24T18:00. */
const local = (moment: number): string =>
  new Date(moment)
    .toLocaleString("sv-SE", { timeZone: "Europe/Stockholm" })
    .slice(0, 16)
    .replace(" ", "T");

/** One shift as a coordinator changes it. What a colleague did meanwhile is shown above, hers stays in the fields. */
export function ShiftForm({ app, language, view, shift, onDone }: ShiftFormProps): JSX.Element {
  const t = planMessages[language];
  const value = useSignal(typed(shift ?? emptyDraft));
  const [starts, ends] = [
    useSignal(shift ? local(shift.startsAt) : `${view.month}-01T18:00`),
    useSignal(shift ? local(shift.endsAt) : `${view.month}-01T21:00`),
  ];
  const calledOff = useSignal(shift?.calledOff ?? false);
  const save = async (): Promise<void> => {
    const done = await app.act("save", paths.saveShift, {
      ...draftOf(value.value, knowsFrom),
      ...{ shift: shift?.id ?? null, version: shift?.version ?? 0, calledOff: calledOff.value },
      ...{ starts: starts.value.slice(0, 16), ends: ends.value.slice(0, 16) },
    });
    if (done) onDone();
  };
  return (
    <div class="stack calendar-form">
      <DraftFields
        language={language}
        view={view}
        value={value.value}
        onValue={(more) => (value.value = { ...value.value, ...more })}
      />
      <Times language={language} starts={starts} ends={ends} />
      {shift && (
        <Check
          label={t.callOff}
          hint={t.callOffHint}
          value={calledOff.value}
          onValue={(is) => (calledOff.value = is)}
        />
      )}
      <SaveRow
        language={language}
        disabled={app.busy.value || value.value.title.trim() === ""}
        onSave={() => void save()}
        onCancel={onDone}
      />
    </div>
  );
}

const emptyDraft: ShiftDraft = {
  ...({ kind: "shift", face: null, title: "", needed: 2, atLeast: [] } as const),
};

interface TimesProps {
  readonly language: Language;
  readonly starts: Signal<string>;
  readonly ends: Signal<string>;
}

function Times({ language, starts, ends }: TimesProps): JSX.Element {
  const t = planMessages[language];
  const field = (label: string, value: Signal<string>): JSX.Element => (
    <Input
      type="datetime-local"
      label={label}
      value={value.value}
      onValue={(text) => (value.value = text)}
    />
  );
  return (
    <div class="calendar-fields">
      {field(t.startsAt, starts)}
      {field(t.endsAt, ends)}
    </div>
  );
}
