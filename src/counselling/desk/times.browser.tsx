import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Language } from "../../ui/languages.ts";
import { type Place, PLACES, type TeamTime } from "../contract.ts";
import { timeMessages } from "../messages.times.ts";
import { whenInWords } from "../when.ts";
import { ReminderCard } from "../reminders/card.browser.tsx";
import { Pick } from "./pick.browser.tsx";
import type { TimesApp, TimesSaid } from "./times-app.browser.ts";

export interface TimesPart {
  readonly times: TimesApp;
  readonly language: Language;
}

/** All times ahead; her own to publish and take back; her calendar. */
export function TimesPage(props: TimesPart): JSX.Element {
  const { times, language } = props;
  const t = timeMessages[language];
  useEffect(() => void times.look(), []);
  return (
    <section class="board-page stack" aria-labelledby="times-page">
      <h1 class="desk-title" id="times-page">
        {t.title}
      </h1>
      <TimesSaidNow {...props} isOfRequest={false} />
      <Publish {...props} />
      <h2>{t.list}</h2>
      {times.ahead.length === 0 ? (
        <div class="card stack">
          <strong>{t.none}</strong>
          <p class="soft">{t.noneSays}</p>
        </div>
      ) : (
        <ul class="desk-list card">
          {times.ahead.map((time) => (
            <One key={time.id} {...props} time={time} />
          ))}
        </ul>
      )}
      <Calendar {...props} />
      <ReminderCard staff={times.staff} language={language} />
    </section>
  );
}

/** What was said last, where it was asked for. */
const ofRequest: readonly TimesSaid[] = ["given", "unbooked", "time-taken"];

export function TimesSaidNow({
  times,
  language,
  isOfRequest,
}: TimesPart & { isOfRequest: boolean }): JSX.Element {
  const last = times.said.value;
  const said = last !== null && ofRequest.includes(last) === isOfRequest ? last : null;
  return (
    <div role="status">{said !== null && <p class="notice">{timeMessages[language][said]}</p>}</div>
  );
}

function One({ times, language, time }: TimesPart & { readonly time: TeamTime }): JSX.Element {
  const t = timeMessages[language];
  const when = whenInWords(time, language);
  return (
    <li>
      <span class="desk-list-text">
        <strong>{when}</strong>
        <span class="small soft">
          {time.counsellor}
          {time.mine ? ` (${t.yours})` : ""} · {time.mailbox === null ? t.free : t.taken}
        </span>
      </span>
      {time.mailbox === null && (
        <button
          type="button"
          class="button button-quiet"
          onClick={() => void times.withdraw(time.id)}
        >
          {t.withdraw} <span class="visually-hidden">{when}</span>
        </button>
      )}
    </li>
  );
}

function Publish({ times, language }: TimesPart): JSX.Element {
  const t = timeMessages[language];
  const [first, setFirst] = useState("");
  const [weeks, setWeeks] = useState(1);
  const [minutes, setMinutes] = useState(50);
  const [place, setPlace] = useState<Place>("room");
  return (
    <div class="card stack">
      <h2>{t.publishTitle}</h2>
      <label class="field">
        <span class="label">{t.first}</span>
        <span class="hint">{t.firstHint}</span>
        <input
          type={"datetime-local" as "text"}
          class="input"
          autocomplete="off"
          value={first}
          onInput={({ currentTarget }) => setFirst(currentTarget.value)}
        />
      </label>
      <div class="row">
        <NumberField label={t.minutes} value={minutes} min={15} max={240} onNumber={setMinutes} />
        <NumberField label={t.weeks} value={weeks} min={1} max={26} onNumber={setWeeks} />
        <Pick
          label={t.place}
          value={place}
          of={PLACES.map((one) => [one, t[one]])}
          onPick={setPlace}
        />
      </div>
      <p class="hint">{t.weeksHint}</p>
      <button
        type="button"
        class="button button-lamp"
        disabled={first === ""}
        onClick={() => void times.publish({ first: first.slice(0, 16), weeks, minutes, place })}
      >
        {t.publish}
      </button>
    </div>
  );
}

interface NumberProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onNumber: (value: number) => void;
}

function NumberField({ label, value, min, max, onNumber }: NumberProps): JSX.Element {
  return (
    <label class="field">
      <span class="label">{label}</span>
      <input
        type="number"
        class="input"
        {...{ min, max, value }}
        onInput={({ currentTarget }) => onNumber(currentTarget.valueAsNumber || min)}
      />
    </label>
  );
}

function Calendar({ times, language }: TimesPart): JSX.Element {
  const t = timeMessages[language];
  const address = times.address.value;
  return (
    <div class="card stack">
      <h2>{t.calendarTitle}</h2>
      <p>{t.calendarSays}</p>
      {address !== null && (
        <>
          <p class="notice">{t.calendarOnce}</p>
          <code class="calendar-address">{address}</code>
        </>
      )}
      <div class="row">
        <button type="button" class="button" onClick={() => void times.renewAddress()}>
          {address === null ? t.calendarMake : t.calendarRenew}
        </button>
        <button
          type="button"
          class="button button-quiet"
          onClick={() => void times.removeAddress()}
        >
          {t.calendarRemove}
        </button>
      </div>
    </div>
  );
}
