import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { calendarMessages } from "../messages.calendar.ts";
import type { ShiftPart } from "./shift-card.browser.tsx";
import { isMeeting, whenOf } from "./words.ts";

/** What she can do with her place, or to get one. */
export function OwnPlace(props: ShiftPart): JSX.Element {
  const { app, language, shift } = props;
  const t = calendarMessages[language];
  const place = app.placeOf(shift);
  if (place === undefined)
    return isMeeting(shift) ? (
      <></>
    ) : (
      <div class="row">
        {(["reserve", "shadow"] as const).map((one) => (
          <button
            type="button"
            key={one}
            class="button"
            disabled={app.busy.value}
            onClick={() => void app.take(shift.id, one)}
          >
            {t[one]}
          </button>
        ))}
      </div>
    );
  return (
    <>
      <Leave {...props} />
      {place === "on" && !isMeeting(shift) && <Offer {...props} />}
    </>
  );
}

function Leave({ app, language, shift }: ShiftPart): JSX.Element {
  const t = calendarMessages[language];
  const isAsked = useSignal(false);
  if (!isAsked.value)
    return (
      <button type="button" class="button" onClick={() => (isAsked.value = true)}>
        {t.leave}
      </button>
    );
  return (
    <div class="desk-confirm stack" role="group" aria-label={t.leave}>
      <p>{t.leaveSure}</p>
      <div class="row">
        <button
          type="button"
          class="button button-danger"
          disabled={app.busy.value}
          onClick={() => void app.leave(shift.id)}
        >
          {t.leaveYes}
        </button>
        <button type="button" class="button" onClick={() => (isAsked.value = false)}>
          {t.keep}
        </button>
      </div>
    </div>
  );
}

/** To all, or to one of her colleagues for a shift of hers. */
function Offer(props: ShiftPart): JSX.Element {
  const { app, language, shift, view } = props;
  const t = calendarMessages[language];
  const open = shift.offers.find((one) => one.by === app.me && one.state === "open");
  if (open) {
    const name = view.members.find(({ id }) => id === open.to)?.name ?? "";
    return (
      <div class="stack">
        <p>{open.to === null ? t.offered : t.offeredTo(name)}</p>
        <button type="button" class="button" onClick={() => void app.withdraw(open.id)}>
          {t.takeBack}
        </button>
      </div>
    );
  }
  return (
    <>
      <button
        type="button"
        class="button"
        disabled={app.busy.value}
        onClick={() => void app.offer(shift.id, null, null)}
      >
        {t.giveAll}
      </button>
      <Swap {...props} />
    </>
  );
}

function Swap({ app, language, shift, view }: ShiftPart): JSX.Element {
  const t = calendarMessages[language];
  const [chosen, setChosen] = useState("");
  const others = view.shifts
    .filter((one) => one.startsAt > Date.now() && !one.calledOff && !isMeeting(one))
    .filter((one) => one.id !== shift.id && app.placeOf(one) === undefined)
    .flatMap((one) =>
      one.places
        .filter(({ place }) => place === "on")
        .map(({ member, name }) => ({
          value: `${member} ${one.id}`,
          says: `${name}: ${whenOf(one, language)}, ${one.title}`,
        })),
    );
  if (others.length === 0) return <p class="hint">{t.swapNone}</p>;
  const value = others.some((one) => one.value === chosen) ? chosen : (others[0]?.value ?? "");
  const [to = "", forShift = ""] = value.split(" ");
  return (
    <fieldset class="stack">
      <legend class="label">{t.swap}</legend>
      <label class="field">
        <span class="label">{t.swapWith}</span>
        <select
          class="input"
          value={value}
          onChange={({ currentTarget }) => setChosen(currentTarget.value)}
        >
          {others.map((one) => (
            <option key={one.value} value={one.value}>
              {one.says}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        class="button"
        disabled={app.busy.value}
        onClick={() => void app.offer(shift.id, to, forShift)}
      >
        {t.ask}
      </button>
    </fieldset>
  );
}
