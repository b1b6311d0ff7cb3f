import { useSignal } from "@preact/signals";
import { useEffect, useId } from "preact/hooks";
import type { Language } from "../../ui/languages.ts";
import { settingsMessages } from "../messages.settings.ts";
import { type Channel, CHANNELS, type FaceHours, type HoursException } from "../names.ts";
import { exceptionFault, isSound } from "./check-hours.ts";
import { Day } from "./day.browser.tsx";
import type { Editing, SettingsApi } from "./editing.browser.ts";
import { WeekHours } from "./week.browser.tsx";

interface HoursProps {
  readonly editing: Editing<FaceHours>;
  readonly api: SettingsApi;
  readonly language: Language;
}

/** Channels that people can use today; the others are shown once they have hours. */
const CHANNELS_NOW: readonly Channel[] = ["chat", "phone"];

export function HoursForm({ editing, api, language }: HoursProps) {
  const say = settingsMessages[language];
  const hours = editing.value.value;
  const shown = CHANNELS.filter(
    (channel) => CHANNELS_NOW.includes(channel) || hours.week[channel].some((day) => day.length),
  );
  return (
    <div class="stack">
      <p class="soft">{say.hoursHint}</p>
      {shown.map((channel) => (
        <section class="card">
          <h3>{say[channel]}</h3>
          <WeekHours
            week={hours.week[channel]}
            language={language}
            onChange={(week) => editing.set(`week.${channel}`, week)}
          />
        </section>
      ))}
      <Exceptions
        exceptions={hours.exceptions}
        channels={shown}
        language={language}
        onChange={(exceptions) => editing.set("exceptions", exceptions)}
      />
      <Preview hours={hours} api={api} language={language} />
    </div>
  );
}

interface ExceptionsProps {
  readonly exceptions: readonly HoursException[];
  readonly channels: readonly Channel[];
  readonly language: Language;
  readonly onChange: (exceptions: readonly HoursException[]) => void;
}

function Exceptions({ exceptions, channels, language, onChange }: ExceptionsProps) {
  const say = settingsMessages[language];
  const put = (index: number, changed: HoursException): void =>
    onChange(exceptions.map((old, place) => (place === index ? changed : old)));
  return (
    <section class="card stack">
      <div>
        <h3>{say.exceptions}</h3>
        <p class="hint">{exceptions.length === 0 ? say.exceptionsNone : say.exceptionsHint}</p>
      </div>
      {exceptions.map((one, index) => (
        <div class="set-item">
          <ExceptionHead
            one={one}
            fault={exceptionFault(exceptions, index)}
            channels={channels}
            language={language}
            onChange={(changed) => put(index, changed)}
          />
          <Day
            name={one.date}
            intervals={one.intervals}
            language={language}
            onChange={(intervals) => put(index, { ...one, intervals })}
          />
          <button
            type="button"
            class="button button-quiet set-remove"
            onClick={() => onChange(exceptions.filter((_, place) => place !== index))}
          >
            {say.remove}
            <span class="visually-hidden"> {one.date}</span>
          </button>
        </div>
      ))}
      <button
        type="button"
        class="button set-add"
        onClick={() => onChange([...exceptions, { date: "", channel: "all", intervals: [] }])}
      >
        {say.addException}
      </button>
    </section>
  );
}

interface HeadProps {
  readonly one: HoursException;
  readonly fault: ReturnType<typeof exceptionFault>;
  readonly channels: readonly Channel[];
  readonly language: Language;
  readonly onChange: (changed: HoursException) => void;
}

function ExceptionHead({ one, fault, channels, language, onChange }: HeadProps) {
  const say = settingsMessages[language];
  const id = useId();
  const options = ["all", ...channels.filter((channel) => channel !== one.channel)] as const;
  const known = one.channel === "all" ? options : [...options, one.channel];
  return (
    <div class="set-head">
      <div class="field">
        <label for={`${id}-date`}>{say.date}</label>
        <input
          id={`${id}-date`}
          type="date"
          value={one.date}
          aria-invalid={fault !== undefined}
          {...(fault ? { "aria-describedby": `${id}-fault` } : {})}
          onInput={(event) => onChange({ ...one, date: event.currentTarget.value })}
        />
      </div>
      <div class="field">
        <label for={`${id}-channel`}>{say.appliesTo}</label>
        <select
          id={`${id}-channel`}
          value={one.channel}
          onChange={(event) =>
            onChange({ ...one, channel: event.currentTarget.value as HoursException["channel"] })
          }
        >
          {known.map((channel) => (
            <option value={channel}>{channel === "all" ? say.everything : say[channel]}</option>
          ))}
        </select>
      </div>
      {fault && (
        <p class="fault small" id={`${id}-fault`}>
          {fault === "same-date" ? say.faultSameDate : say.faultDate}
        </p>
      )}
    </div>
  );
}

interface PreviewProps {
  readonly hours: FaceHours;
  readonly api: SettingsApi;
  readonly language: Language;
}

type Said = readonly { readonly channel: Channel; readonly says: string }[];
const PAUSE_MS = 400;

/** The server says it, by the very rules of the site; asked when the typing pauses. */
function Preview({ hours, api, language }: PreviewProps) {
  const say = settingsMessages[language];
  const said = useSignal<Said>([]);
  const sound = isSound(hours);
  useEffect(() => {
    if (!sound) return undefined;
    let stale = false;
    const timer = setTimeout(async () => {
      const path = `/desk/api/faces/preview?lang=${language}`;
      const answer = await api.post<{ says: Said }>(path, hours);
      if (!stale && answer.ok) said.value = answer.value.says;
    }, PAUSE_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [hours, language, sound]);
  return (
    <section class="notice" aria-live="polite">
      <h3>{say.preview}</h3>
      {!sound ? (
        <p>{say.previewWaits}</p>
      ) : said.value.length === 0 ? (
        <p>{say.previewNone}</p>
      ) : (
        <ul>
          {said.value.map(({ channel, says }) => (
            <li>
              {say[channel]}: {says}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
