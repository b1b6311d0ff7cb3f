import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { NumberLine } from "../../ui/inputs.browser.tsx";
import { type Booking, educationPages, type Stage } from "../contract.ts";
import { deskMessages } from "../messages.desk.ts";
import { BookingDetails } from "./booking.browser.tsx";
import type { EducationPart } from "./education-app.browser.ts";
import { SaidNow } from "./said.browser.tsx";
import { dayInWords, whenInWords } from "./when.ts";
import { inWords } from "../names.ts";

const ORDER: readonly Stage[] = ["asked", "offered", "booked", "held", "declined"];

/** Who has asked, and how far each has come. */
export function BoardPage(props: EducationPart): JSX.Element {
  const { app, language } = props;
  const t = deskMessages[language];
  const bookings = app.board.value?.bookings ?? [];
  return (
    <section class="board-page stack" aria-labelledby="education-board">
      <h1 class="desk-title" id="education-board">
        {t.bookings}
      </h1>
      <p class="soft">{t.bookingsSays}</p>
      {app.board.value?.canSend === false && <p class="notice">{t.noMail}</p>}
      <SaidNow {...props} />
      {bookings.length === 0 && (
        <div class="card stack">
          <p>{t.noBookings}</p>
          <p class="soft">{t.noBookingsSays(educationPages.list)}</p>
        </div>
      )}
      {ORDER.map((stage) => (
        <OfStage key={stage} {...props} stage={stage} />
      ))}
      <Keeping {...props} />
    </section>
  );
}

function OfStage({ stage, ...props }: EducationPart & { stage: Stage }): JSX.Element | null {
  const { app, language } = props;
  const t = deskMessages[language];
  const here = app.board.value?.bookings.filter((one) => one.stage === stage) ?? [];
  if (here.length === 0) return null;
  return (
    <section class="stack" aria-labelledby={`education-${stage}`}>
      <h2 id={`education-${stage}`}>
        {t[`stage-${stage}`]} <span class="soft">({here.length})</span>
      </h2>
      <ul class="education-cards">
        {here.map((booking) => (
          <Card key={booking.id} {...props} booking={booking} />
        ))}
      </ul>
    </section>
  );
}

function Card({ booking, ...props }: EducationPart & { booking: Booking }): JSX.Element {
  const { app, language } = props;
  const t = deskMessages[language];
  const isOpen = useSignal(false);
  const lecture = app.lectureOf(booking.lecture);
  const who = booking.request?.organisation ?? t.unreadable;
  const facts = [
    lecture ? inWords(lecture.content.title, language) : t.noLecture,
    whenInWords(booking, language) ?? t.askedOn(dayInWords(booking.askedOn, language)),
    app.nameOf(booking.member),
  ];
  return (
    <li class="card stack">
      <div class="row education-head">
        <span class="desk-list-text">
          <strong>{who}</strong>
          <span class="small soft">{facts.filter((one) => one !== "").join(" · ")}</span>
          {booking.reason !== null && <span class="small">{t[`reason-${booking.reason}`]}</span>}
          {booking.wish !== "" && <strong class="small">{t.wish}</strong>}
          {booking.isUnsent && <span class="fault small">{t.unsent}</span>}
        </span>
        <button
          type="button"
          class="button"
          aria-expanded={isOpen.value}
          onClick={() => void (isOpen.value = !isOpen.value)}
        >
          {isOpen.value ? t.close : t.open} <span class="visually-hidden">{who}</span>
        </button>
      </div>
      {isOpen.value && <BookingDetails {...props} booking={booking} />}
    </li>
  );
}

function Keeping({ app, language }: EducationPart): JSX.Element {
  const t = deskMessages[language];
  const saved = app.board.value?.keepMonths ?? 3;
  const [months, setMonths] = useState(saved);
  return (
    <details class="card">
      <summary>{t.keeping}</summary>
      <div class="stack">
        <NumberLine
          {...{ label: t.keepMonths, hint: t.keepHint, value: months, min: 1, max: 24 }}
          onNumber={setMonths}
        />
        <div>
          <button type="button" class="button" onClick={() => void app.keep(months)}>
            {t.saveKeeping}
          </button>
        </div>
      </div>
    </details>
  );
}
