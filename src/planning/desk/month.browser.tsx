import type { JSX } from "preact";
import type { Language } from "../../ui/languages.ts";
import type { DayView, MonthView, ShiftView } from "../contract.ts";
import { calendarMessages } from "../messages.calendar.ts";
import { AboutMe } from "./about-me.browser.tsx";
import { Asked } from "./asked.browser.tsx";
import type { CalendarPart } from "./calendar-app.browser.ts";
import { ShiftCard } from "./shift-card.browser.tsx";
import { emptyOf, isMeeting, whenOf } from "./words.ts";

/** "december 2026" */
function monthName(month: string, language: Language): string {
  const format = { month: "long", year: "numeric", timeZone: "UTC" } as const;
  return new Date(`${month}-01`).toLocaleDateString(language === "sv" ? "sv-SE" : "en-GB", format);
}

/** Above both parts: which month, how the last thing went. */
export function MonthBar({ app, language }: CalendarPart): JSX.Element {
  const t = calendarMessages[language];
  const said = app.said.value;
  const isWell = said === null || said.startsWith("said-");
  return (
    <>
      <div class="calendar-bar">
        <button
          type="button"
          class="button"
          aria-label={t.before}
          onClick={() => void app.turn(-1)}
        >
          <span aria-hidden="true">‹</span>
        </button>
        <h1 class="desk-title" aria-live="polite">
          {monthName(app.month.value, language)}
        </h1>
        <button type="button" class="button" aria-label={t.after} onClick={() => void app.turn(1)}>
          <span aria-hidden="true">›</span>
        </button>
      </div>
      <div role="status">
        {said !== null && <p class={isWell ? "notice" : "notice notice-danger"}>{t[said]}</p>}
      </div>
    </>
  );
}

export function MonthPage(props: CalendarPart): JSX.Element {
  const { app, language } = props;
  const t = calendarMessages[language];
  const view = app.view.value;
  return (
    <section class="calendar-page stack">
      <MonthBar {...props} />
      {view === null ? <Unread {...props} /> : <Month {...props} view={view} />}
      <div class="row calendar-screen">
        <button type="button" class="button button-quiet" onClick={() => window.print()}>
          {t.print}
        </button>
      </div>
    </section>
  );
}

/** Being fetched, or not to be had. */
export function Unread({ app, language }: CalendarPart): JSX.Element {
  const t = calendarMessages[language];
  if (!app.unreachable.value) return <p class="soft">{t.loading}</p>;
  return (
    <div class="card stack">
      <p>{t.unreachable}</p>
      <button type="button" class="button" onClick={() => void app.look()}>
        {t.again}
      </button>
    </div>
  );
}

interface MonthPart extends CalendarPart {
  readonly view: MonthView;
}

function Month(props: MonthPart): JSX.Element {
  const { app, language, view } = props;
  const t = calendarMessages[language];
  return (
    <>
      <Mine {...props} />
      <Asked {...props} />
      <Grid {...props} />
      {view.shifts.length === 0 ? (
        <div class="card stack">
          <strong>{t.none}</strong>
          <p class="soft">{app.staff.isCoordinator.value ? t.noneCoordinator : t.noneSays}</p>
        </div>
      ) : (
        <section class="stack" aria-labelledby="calendar-all">
          <h2 id="calendar-all">{t.all}</h2>
          {view.days.map((day) => (
            <Day key={day.date} {...props} day={day} />
          ))}
        </section>
      )}
      <AboutMe app={app} language={language} />
    </>
  );
}

/** First of all: when she is needed. */
function Mine({ app, language, view }: MonthPart): JSX.Element {
  const t = calendarMessages[language];
  const mine = view.shifts.filter(
    (shift) => !shift.calledOff && shift.endsAt > Date.now() && app.placeOf(shift) !== undefined,
  );
  return (
    <section class="card stack" aria-labelledby="calendar-mine">
      <h2 id="calendar-mine">{t.mine}</h2>
      {mine.length === 0 ? (
        <>
          <p>{t.mineNone}</p>
          <p class="soft small">{t.mineNoneSays}</p>
        </>
      ) : (
        <ul class="calendar-mine">
          {mine.map((shift) => {
            const place = app.placeOf(shift) ?? "on";
            return (
              <li key={shift.id}>
                <strong>{whenOf(shift, language)}</strong>
                <span class="soft">
                  {shift.title}
                  {place === "on" ? "" : ` (${t[`place_${place}`]})`}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

const headingId = (date: string): string => `day-${date}`;
const dayOf = (date: string): number => Number(date.slice(8));
export const onDay = (view: MonthView, date: string): ShiftView[] =>
  view.shifts.filter((shift) => shift.day === date);

/** The month at a glance: a press leads to the day. */
function Grid({ app, language, view }: MonthPart): JSX.Element {
  const t = calendarMessages[language];
  const before = (view.days[0]?.weekday ?? 1) - 1;
  return (
    <nav class="calendar-grid" aria-label={t.days}>
      {t.weekdays.split(" ").map((name) => (
        <span key={name} class="calendar-weekday" aria-hidden="true">
          {name}
        </span>
      ))}
      {before > 0 && <span style={{ gridColumn: `span ${before}` }} />}
      {view.days.map((day) => {
        const shifts = onDay(view, day.date);
        const isMine = shifts.some((one) => !one.calledOff && app.placeOf(one) !== undefined);
        const empty = shifts
          .filter((one) => !isMeeting(one) && one.endsAt > Date.now())
          .reduce((sum, one) => sum + emptyOf(one), 0);
        const name = [
          ...(day.holiday ? [day.holiday[language]] : []),
          ...(isMine ? [t.cellMine] : []),
          ...(empty > 0 ? [t.cellEmpty(empty)] : []),
        ].join(", ");
        return (
          <button
            type="button"
            key={day.date}
            class="calendar-cell"
            data-red={isRed(day)}
            data-mine={isMine}
            disabled={shifts.length === 0}
            onClick={() => goTo(day.date)}
          >
            <span>{dayOf(day.date)}</span>
            {empty > 0 && (
              <span class="calendar-count" aria-hidden="true">
                {empty}
              </span>
            )}
            {name !== "" && <span class="visually-hidden">{name}</span>}
          </button>
        );
      })}
    </nav>
  );
}

const isRed = ({ weekday, holiday }: DayView): boolean => weekday === 7 || holiday !== null;

function goTo(date: string): void {
  const heading = document.getElementById(headingId(date));
  heading?.scrollIntoView({ block: "start" });
  heading?.focus({ preventScroll: true });
}

function Day({
  app,
  language,
  view,
  day,
}: MonthPart & { readonly day: DayView }): JSX.Element | null {
  const shifts = onDay(view, day.date);
  if (shifts.length === 0 && day.holiday === null) return null;
  const format = { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" } as const;
  const name = new Date(day.date).toLocaleDateString(language === "sv" ? "sv-SE" : "en-GB", format);
  return (
    <section class="calendar-day" aria-labelledby={headingId(day.date)}>
      <h3 id={headingId(day.date)} tabIndex={-1} data-red={isRed(day)}>
        {name}
        {day.holiday && <span class="calendar-holiday"> {day.holiday[language]}</span>}
      </h3>
      {shifts.map((shift) => (
        <ShiftCard key={shift.id} app={app} language={language} view={view} shift={shift} />
      ))}
    </section>
  );
}
