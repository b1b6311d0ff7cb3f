import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Area, Line, NumberLine } from "../../ui/inputs.browser.tsx";
import type { Language } from "../../ui/languages.ts";
import {
  type AgendaItem,
  type Meeting,
  MEETING_LIMIT as MOST,
  type WrittenMeeting,
} from "../meeting-contract.ts";
import { usualAgenda } from "../meeting-words.ts";
import { meetingMessages } from "../messages.meeting.ts";
import { feeYearOf } from "../policy.ts";
import { localOf } from "../when.ts";
import type { AssociationPart } from "./association-app.browser.ts";

interface FormProps extends AssociationPart {
  /** null: a new one. */
  readonly meeting: Meeting | null;
  readonly onDone: () => void;
}

function written({ app, language, meeting }: FormProps): WrittenMeeting {
  const year = feeYearOf(app.board.value?.today ?? "");
  if (!meeting)
    return {
      ...{ id: crypto.randomUUID(), version: 0, starts: "", minutes: 120, feeYear: year },
      ...{ title: meetingMessages[language].annual(year), place: "" },
      ...{ agenda: usualAgenda(language), motionsUntil: null },
    };
  const { id, version, startsAt, endsAt, feeYear, title, place, agenda, motionsUntil } = meeting;
  const minutes = (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000;
  const starts = localOf(startsAt);
  return { id, version, starts, minutes, feeYear, title, place, agenda, motionsUntil };
}

/** Time, place and agenda; a new one begins with the usual items. */
export function MeetingForm(props: FormProps): JSX.Element {
  const { app, language, meeting, onDone } = props;
  const t = meetingMessages[language];
  const [form, change] = useState(() => written(props));
  const set = (more: Partial<WrittenMeeting>): void => change({ ...form, ...more });
  const save = async (): Promise<void> => {
    if (await app.saveMeeting(form)) onDone();
  };
  return (
    <section class="card stack desk-screen-only" aria-label={meeting?.title ?? t.fresh}>
      <Line
        {...{ label: t.title, value: form.title, maxLength: MOST.title }}
        onText={(title) => set({ title })}
      />
      <div class="row association-sift">
        <Line
          {...{ label: t.starts, type: "datetime-local", value: form.starts }}
          onText={(starts) => set({ starts: starts.slice(0, 16) })}
        />
        <NumberLine
          {...{ label: t.minutes, value: form.minutes, min: 10, max: 1440 }}
          onNumber={(minutes) => set({ minutes })}
        />
      </div>
      <Line
        {...{ label: t.place, value: form.place, maxLength: MOST.place }}
        onText={(place) => set({ place })}
      />
      <Terms {...{ language, form, set }} />
      <Agenda {...{ language, agenda: form.agenda }} onAgenda={(agenda) => set({ agenda })} />
      <div class="row">
        <button type="button" class="button button-lamp" onClick={() => void save()}>
          {t.keep}
        </button>
        <button type="button" class="button button-quiet" onClick={onDone}>
          {t.cancel}
        </button>
      </div>
    </section>
  );
}

interface TermsProps {
  readonly language: Language;
  readonly form: WrittenMeeting;
  readonly set: (more: Partial<WrittenMeeting>) => void;
}

/** Until when there are motions, and who has a vote. */
function Terms({ language, form, set }: TermsProps): JSX.Element {
  const t = meetingMessages[language];
  const { feeYear, starts } = form;
  const usual = starts === "" ? new Date().getFullYear() : feeYearOf(starts);
  return (
    <>
      <Line
        {...{ label: t.motionsField, hint: t.motionsHint, type: "date" }}
        value={form.motionsUntil ?? ""}
        onText={(day) => set({ motionsUntil: day === "" ? null : day })}
      />
      <label class="check">
        <input
          type="checkbox"
          checked={feeYear !== null}
          onChange={({ currentTarget }) => set({ feeYear: currentTarget.checked ? usual : null })}
        />
        <span>{t.needsFee}</span>
      </label>
      {feeYear !== null && (
        <NumberLine
          {...{ label: t.feeYear, value: feeYear, min: 2000, max: 2100 }}
          onNumber={(year) => set({ feeYear: year })}
        />
      )}
    </>
  );
}

interface AgendaProps {
  readonly language: Language;
  readonly agenda: readonly AgendaItem[];
  readonly onAgenda: (agenda: readonly AgendaItem[]) => void;
}

function Agenda({ language, agenda, onAgenda }: AgendaProps): JSX.Element {
  const t = meetingMessages[language];
  const changed = (at: number, more: Partial<AgendaItem>): void =>
    onAgenda(agenda.map((item, place) => (place === at ? { ...item, ...more } : item)));
  const up = (at: number): void => {
    const moved = [...agenda];
    moved.splice(at - 1, 0, ...moved.splice(at, 1));
    onAgenda(moved);
  };
  return (
    <fieldset class="stack association-part">
      <legend class="label">{t.agenda}</legend>
      <p class="hint">{t.agendaSays}</p>
      <ol class="association-agenda">
        {agenda.map((item, at) => (
          <li key={at}>
            <Item
              {...{ language, item, at }}
              onItem={(more) => changed(at, more)}
              onUp={() => up(at)}
              onDrop={() => onAgenda(agenda.filter((_, place) => place !== at))}
            />
          </li>
        ))}
      </ol>
      {agenda.length < MOST.items && (
        <div>
          <button
            type="button"
            class="button"
            onClick={() => onAgenda([...agenda, { title: "", text: "" }])}
          >
            {t.addItem}
          </button>
        </div>
      )}
    </fieldset>
  );
}

interface ItemProps {
  readonly language: Language;
  readonly item: AgendaItem;
  readonly at: number;
  readonly onItem: (more: Partial<AgendaItem>) => void;
  readonly onUp: () => void;
  readonly onDrop: () => void;
}

function Item({ language, item, at, onItem, onUp, onDrop }: ItemProps): JSX.Element {
  const t = meetingMessages[language];
  const number = at + 1;
  return (
    <div class="stack association-item">
      <div class="row">
        <input
          class="input"
          type="text"
          autocomplete="off"
          aria-label={t.item(number)}
          maxLength={MOST.item}
          value={item.title}
          onInput={({ currentTarget }) => onItem({ title: currentTarget.value })}
        />
        <button
          type="button"
          class="button button-quiet"
          aria-label={t.up(number)}
          disabled={at === 0}
          onClick={onUp}
        >
          ↑
        </button>
        <button
          type="button"
          class="button button-quiet"
          aria-label={t.drop(number)}
          onClick={onDrop}
        >
          ×
        </button>
      </div>
      <details open={item.text !== ""}>
        <summary class="small">{t.itemText(number)}</summary>
        <Area
          {...{ label: t.itemText(number), value: item.text, maxLength: MOST.text }}
          onText={(text) => onItem({ text })}
        />
      </details>
    </div>
  );
}
