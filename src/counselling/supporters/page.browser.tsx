import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Language } from "../../ui/languages.ts";
import { VISITS, type Visit, type Willing } from "../contract.ts";
import { supporterMessages } from "../messages.supporters.ts";
import type { SupportersApp } from "./supporters-app.browser.ts";

export interface SupportersPart {
  readonly app: SupportersApp;
  readonly language: Language;
}

/** Who is willing to come along; first of all she herself. */
export function SupportersPage(props: SupportersPart): JSX.Element {
  const { app, language } = props;
  const t = supporterMessages[language];
  useEffect(() => void app.look(), []);
  const known = app.known.value;
  const others = (known?.willing ?? []).filter(({ mine }) => !mine);
  return (
    <section class="board-page stack" aria-labelledby="supporters-title">
      <h1 class="desk-title" id="supporters-title">
        {t.title}
      </h1>
      <p class="soft">{t.lead}</p>
      <SupportersSaid {...props} />
      {known && <Mine key={JSON.stringify(app.mine)} {...props} />}
      {known?.willing.length === 0 && (
        <div class="card stack">
          <strong>{t.none}</strong>
          <p class="soft">{t.noneSays}</p>
        </div>
      )}
      {others.length > 0 && (
        <section class="card stack" aria-labelledby="supporters-others">
          <h2 id="supporters-others">{t.others}</h2>
          <ul class="desk-list">
            {others.map((one) => (
              <li key={one.id}>
                <span class="desk-list-text">
                  <strong>{one.name}</strong>
                  <span class="small soft">{willingInWords(one, language)}</span>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </section>
  );
}

/** "Domstol, Polis · Lund · alla dagar" */
export function willingInWords({ visits, places, days }: Willing, language: Language): string {
  const t = supporterMessages[language];
  return [
    visits.map((visit) => t[visit]).join(", "),
    places.length === 0 ? t.anywhere : places.join(", "),
    days.length === 0 ? t.anyDay : days.map((day) => dayName(day, language)).join(", "),
  ].join(" · ");
}

export const dayName = (day: number, language: Language): string =>
  supporterMessages[language][`day${day}` as "day1"];

export function SupportersSaid({ app, language }: SupportersPart): JSX.Element {
  const t = supporterMessages[language];
  const said = app.said.value;
  return (
    <div role="status">
      {said !== null && (
        <p class="notice">{typeof said === "string" ? t[said] : t.failed(said.code)}</p>
      )}
    </div>
  );
}

const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;
const nothing: Willing = { visits: [], places: [], days: [] };

function Mine({ app, language }: SupportersPart): JSX.Element {
  const t = supporterMessages[language];
  const { visits: before, places, days: daysBefore } = app.mine ?? nothing;
  const [visits, setVisits] = useState<readonly Visit[]>(before);
  const [towns, setTowns] = useState(places.join(", "));
  const [days, setDays] = useState<readonly number[]>(daysBefore);
  const [isTried, setTried] = useState(false);
  const save = (): void => {
    setTried(true);
    if (visits.length === 0) return;
    const named = towns.split(",").map((one) => one.trim());
    void app.offer({ visits, days, places: [...new Set(named.filter((one) => one !== ""))] });
  };
  return (
    <div class="card stack">
      <h2>{t.yours}</h2>
      <p>{t.yoursSays}</p>
      <Ticks
        legend={t.visits}
        all={VISITS}
        name={(one) => t[one]}
        on={visits}
        onTicks={setVisits}
      />
      {isTried && visits.length === 0 && (
        <p class="fault" role="alert">
          {t.chooseVisit}
        </p>
      )}
      <Towns towns={towns} language={language} onTowns={setTowns} />
      <Ticks
        legend={t.days}
        hint={t.daysHint}
        all={WEEK}
        name={(one) => dayName(one, language)}
        on={days}
        onTicks={setDays}
      />
      <Done {...{ app, language }} onSave={save} />
    </div>
  );
}

function Done({ app, language, onSave }: SupportersPart & { readonly onSave: () => void }) {
  const t = supporterMessages[language];
  return (
    <div class="row">
      <button type="button" class="button button-lamp" onClick={onSave}>
        {t.save}
      </button>
      {app.mine && (
        <button type="button" class="button button-quiet" onClick={() => void app.offer(null)}>
          {t.stop}
        </button>
      )}
    </div>
  );
}

interface TownsProps extends Pick<SupportersPart, "language"> {
  readonly towns: string;
  readonly onTowns: (towns: string) => void;
}

function Towns({ towns, language, onTowns }: TownsProps): JSX.Element {
  const t = supporterMessages[language];
  return (
    <label class="field">
      <span class="label">{t.places}</span>
      <span class="hint">{t.placesHint}</span>
      <input
        type="text"
        class="input"
        autocomplete="off"
        maxLength={600}
        value={towns}
        onInput={({ currentTarget }) => onTowns(currentTarget.value)}
      />
    </label>
  );
}

interface TicksProps<V> {
  readonly legend: string;
  readonly hint?: string;
  readonly all: readonly V[];
  readonly name: (one: V) => string;
  readonly on: readonly V[];
  readonly onTicks: (on: readonly V[]) => void;
}

function Ticks<V extends string | number>(props: TicksProps<V>): JSX.Element {
  const { legend, hint, all, name, on, onTicks } = props;
  return (
    <fieldset class="field">
      <legend class="label">{legend}</legend>
      {hint !== undefined && <p class="hint">{hint}</p>}
      <div class="supporter-ticks">
        {all.map((one) => (
          <label class="check" key={one}>
            <input
              type="checkbox"
              autocomplete="off"
              checked={on.includes(one)}
              onChange={({ currentTarget }) =>
                onTicks(
                  all.filter((each) => (each === one ? currentTarget.checked : on.includes(each))),
                )
              }
            />
            <span>{name(one)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
