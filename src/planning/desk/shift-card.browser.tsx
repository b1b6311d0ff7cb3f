import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { Language } from "../../ui/languages.ts";
import type { MonthView, ShiftView } from "../contract.ts";
import { calendarMessages } from "../messages.calendar.ts";
import type { CalendarApp } from "./calendar-app.browser.ts";
import { OwnPlace } from "./own-place.browser.tsx";
import { ShiftForm } from "./shift-form.browser.tsx";
import { emptyOf, hoursOf, isMeeting, lackIn, whenOf } from "./words.ts";
import { WishPick } from "./wish-pick.browser.tsx";

export interface ShiftPart {
  readonly app: CalendarApp;
  readonly language: Language;
  readonly view: MonthView;
  readonly shift: ShiftView;
}

/** One shift: when, who, what is missing; one press takes it. */
export function ShiftCard(props: ShiftPart): JSX.Element {
  const { app, language, shift, view } = props;
  const t = calendarMessages[language];
  const face = view.faces.length > 1 ? view.faces.find(({ id }) => id === shift.face) : undefined;
  const isOver = shift.startsAt <= Date.now();
  return (
    <article class="card calendar-shift" data-mine={app.placeOf(shift) !== undefined}>
      <div class="calendar-head">
        <div>
          <h4>
            {hoursOf(shift, language)} <span>{shift.title}</span>
          </h4>
          <p class="small soft">
            {t[shift.kind]}
            {face && ` · ${face.name}`}
          </p>
        </div>
        <State {...props} isOver={isOver} />
      </div>
      <Names {...props} />
      <Lacks {...props} />
      {!isOver && !shift.calledOff && <Take {...props} />}
      <More {...props} isOver={isOver} />
    </article>
  );
}

function State({ language, shift, isOver }: ShiftPart & { isOver: boolean }): JSX.Element {
  const t = calendarMessages[language];
  const empty = emptyOf(shift);
  if (shift.calledOff) return <span class="pill-closed">{t.calledOff}</span>;
  if (isOver) return <span class="small soft">{t.over}</span>;
  if (isMeeting(shift))
    return <span class="small soft">{t.seats(shift.needed - empty, shift.needed)}</span>;
  return empty > 0 ? (
    <span class="calendar-empty">{t.empty(empty)}</span>
  ) : (
    <span class="small soft">{t.full}</span>
  );
}

function Names({ app, language, shift }: ShiftPart): JSX.Element {
  const t = calendarMessages[language];
  if (shift.places.length === 0) return <p class="soft">{t.nobody}</p>;
  return (
    <ul class="calendar-names">
      {shift.places.map(({ member, name, place }) => {
        const notes = [
          ...(member === app.me ? [t.you] : []),
          ...(place === "on" ? [] : [t[`place_${place}`]]),
        ];
        return (
          <li key={member}>
            {name}
            {notes.length > 0 && <span class="soft"> ({notes.join(", ")})</span>}
          </li>
        );
      })}
    </ul>
  );
}

function Lacks({ language, shift }: ShiftPart): JSX.Element | null {
  const lacks = shift.lacks.flatMap((lack) => lackIn(lack, language) ?? []);
  if (lacks.length === 0) return null;
  return (
    <ul class="calendar-lacks">
      {lacks.map((lack) => (
        <li key={lack}>{lack}</li>
      ))}
    </ul>
  );
}

function Take({ app, language, shift }: ShiftPart): JSX.Element | null {
  const t = calendarMessages[language];
  const place = app.placeOf(shift);
  if (place === "on" || emptyOf(shift) === 0) return null;
  return (
    <button
      type="button"
      class="button button-lamp"
      disabled={app.busy.value}
      onClick={() => void app.take(shift.id, "on")}
    >
      {isMeeting(shift) ? t.join : t.take}
      <span class="visually-hidden"> {whenOf(shift, language)}</span>
    </button>
  );
}

/** What is done seldom, out of the way of what is done daily. */
function More(props: ShiftPart & { readonly isOver: boolean }): JSX.Element | null {
  const { app, language, shift, isOver } = props;
  const t = calendarMessages[language];
  const isOpen = useSignal(false);
  const isEdited = useSignal(false);
  const mayEdit = app.staff.isCoordinator.value;
  if (!mayEdit && (isOver || shift.calledOff)) return null;
  return (
    <details class="calendar-more" open={isOpen.value}>
      <summary
        onClick={(event) => {
          event.preventDefault();
          isOpen.value = !isOpen.value;
        }}
      >
        {t.more} <span class="visually-hidden">{whenOf(shift, language)}</span>
      </summary>
      {isOpen.value && (
        <div class="stack">
          {!isOver && !shift.calledOff && (
            <>
              <OwnPlace {...props} />
              {!isMeeting(shift) && <WishPick {...props} />}
            </>
          )}
          {mayEdit && (
            <button
              type="button"
              class="button"
              aria-expanded={isEdited.value}
              onClick={() => (isEdited.value = !isEdited.value)}
            >
              {t.edit}
            </button>
          )}
          {isEdited.value && <ShiftForm {...props} onDone={() => (isEdited.value = false)} />}
        </div>
      )}
    </details>
  );
}
