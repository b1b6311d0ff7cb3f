import type { JSX } from "preact";
import type { MonthView, OfferView, ShiftView } from "../contract.ts";
import { calendarMessages } from "../messages.calendar.ts";
import type { CalendarPart } from "./calendar-app.browser.ts";
import { whenOf } from "./words.ts";

interface AskedPart extends CalendarPart {
  readonly view: MonthView;
}

/** What colleagues ask of her: it waits for her word and nobody else's. */
export function Asked({ app, language, view }: AskedPart): JSX.Element {
  const asked = view.shifts.flatMap((shift) =>
    shift.offers
      .filter((one) => one.state === "open" && one.by !== app.me)
      .filter((one) => one.to === app.me || (one.to === null && !app.placeOf(shift)))
      .map((offer) => ({ offer, shift })),
  );
  return (
    <>
      {asked.map((one) => (
        <Question key={one.offer.id} app={app} language={language} view={view} {...one} />
      ))}
    </>
  );
}

function Question({
  app,
  language,
  view,
  offer,
  shift,
}: AskedPart & { readonly offer: OfferView; readonly shift: ShiftView }): JSX.Element {
  const t = calendarMessages[language];
  const what = `${whenOf(shift, language)} (${shift.title})`;
  const mine = view.shifts.find(({ id }) => id === offer.forShift);
  return (
    <section class="card stack calendar-asked" aria-label={t.asks(offer.byName)}>
      <p>
        {mine
          ? t.asksSwap(offer.byName, what, whenOf(mine, language))
          : t.asksGive(offer.byName, what)}
      </p>
      <div class="row">
        <button
          type="button"
          class="button button-lamp"
          disabled={app.busy.value}
          onClick={() => void app.answer(offer.id, true)}
        >
          {mine ? t.yesSwap : t.yesTake}
        </button>
        {offer.to !== null && (
          <button
            type="button"
            class="button"
            disabled={app.busy.value}
            onClick={() => void app.answer(offer.id, false)}
          >
            {t.no}
          </button>
        )}
      </div>
    </section>
  );
}
