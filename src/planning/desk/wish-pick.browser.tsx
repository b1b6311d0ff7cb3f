import type { JSX } from "preact";
import { WISHES } from "../contract.ts";
import { calendarMessages } from "../messages.calendar.ts";
import type { ShiftPart } from "./shift-card.browser.tsx";

/** Gladly, can, cannot: for whoever makes the month. */
export function WishPick({ app, language, shift }: ShiftPart): JSX.Element {
  const t = calendarMessages[language];
  return (
    <fieldset aria-describedby={`wish-${shift.id}`}>
      <legend class="label">{t.wish}</legend>
      <div class="duty-choices">
        {WISHES.map((wish) => (
          <label key={wish}>
            <input
              type="radio"
              name={`wish-${shift.id}`}
              value={wish}
              checked={shift.myWish === wish}
              onChange={() => void app.wish(shift.id, wish)}
            />
            <span>{t[wish]}</span>
          </label>
        ))}
      </div>
      <p class="hint" id={`wish-${shift.id}`}>
        {t.wishHint}
      </p>
    </fieldset>
  );
}
