import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Language } from "../../ui/languages.ts";
import { VISITS, type Visit, type Willing } from "../contract.ts";
import { supporterMessages } from "../messages.supporters.ts";

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

const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;
const nothing: Willing = { visits: [], places: [], days: [] };

interface WillingProps {
  readonly mine: Willing | null;
  readonly language: Language;
  /** Null takes it back. */
  readonly onOffer: (willing: Willing | null) => void;
}

/** Hers to write, and nobody else's. */
export function WillingCard({ mine, language, onOffer }: WillingProps): JSX.Element {
  const t = supporterMessages[language];
  const { visits: before, places, days: daysBefore } = mine ?? nothing;
  const [visits, setVisits] = useState<readonly Visit[]>(before);
  const [towns, setTowns] = useState(places.join(", "));
  const [days, setDays] = useState<readonly number[]>(daysBefore);
  const [isTried, setTried] = useState(false);
  const save = (): void => {
    setTried(true);
    if (visits.length === 0) return;
    const named = towns.split(",").map((one) => one.trim());
    onOffer({ visits, days, places: [...new Set(named.filter((one) => one !== ""))] });
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
      <Done {...{ mine, language, onOffer }} onSave={save} />
    </div>
  );
}

function Done({ mine, language, onOffer, onSave }: WillingProps & { readonly onSave: () => void }) {
  const t = supporterMessages[language];
  return (
    <div class="row">
      <button type="button" class="button button-lamp" onClick={onSave}>
        {t.save}
      </button>
      {mine && (
        <button type="button" class="button button-quiet" onClick={() => onOffer(null)}>
          {t.stop}
        </button>
      )}
    </div>
  );
}

interface TownsProps extends Pick<WillingProps, "language"> {
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
