import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Area } from "../../ui/inputs.browser.tsx";
import type { Booking } from "../contract.ts";
import { deskMessages } from "../messages.desk.ts";
import type { EducationPart } from "./education-app.browser.ts";
import { EvaluationPart } from "./evaluation.browser.tsx";
import { PlanForm } from "./plan-form.browser.tsx";
import { dayInWords } from "./when.ts";

export type BookingProps = EducationPart & { readonly booking: Booking };

/** All that is known of one, and what can be done with it. */
export function BookingDetails(props: BookingProps): JSX.Element {
  const { booking, language } = props;
  const t = deskMessages[language];
  return (
    <>
      {booking.wish !== "" && (
        <div class="notice">
          <strong>{t.wish}</strong>
          <p class="education-words">{booking.wish}</p>
        </div>
      )}
      {booking.request === null ? <p class="notice">{t.unreadableSays}</p> : <Asked {...props} />}
      {booking.request !== null && <PlanForm key={booking.version} {...props} />}
      {(booking.stage === "booked" || booking.stage === "held") && <EvaluationPart {...props} />}
      {booking.request !== null && <Note {...props} />}
      <Erase {...props} />
    </>
  );
}

function Asked({ booking, language }: BookingProps): JSX.Element | null {
  const t = deskMessages[language];
  const { request } = booking;
  if (!request) return null;
  const facts = [
    [t.contact, request.contact],
    [t.phone, request.phone],
    [t.dates, request.dates],
    [t.size, String(request.size)],
    [t.way, t[`way-${request.way}`]],
    [t.wishes, request.wishes],
  ] as const;
  return (
    <dl class="desk-data education-facts">
      <dt>{t.mail}</dt>
      <dd>
        <a href={`mailto:${encodeURIComponent(request.mail)}`}>{request.mail}</a>
      </dd>
      {facts.map(([name, value]) =>
        value === "" ? null : (
          <>
            <dt>{name}</dt>
            <dd class="education-words">{value}</dd>
          </>
        ),
      )}
      <dt>{t.own}</dt>
      <dd>
        <a href={booking.own} target="_blank" rel="noreferrer">
          {t.seeOwn}
        </a>
      </dd>
    </dl>
  );
}

function Note({ app, booking, language }: BookingProps): JSX.Element {
  const t = deskMessages[language];
  // Kept while the booking changes around it; a colleague's note is never overwritten unseen.
  const [mine, setMine] = useState<{ text: string; upon: string } | null>(null);
  const note = mine?.text ?? booking.note;
  const write = (text: string): void => setMine({ text, upon: mine?.upon ?? booking.note });
  const save = async (): Promise<void> => {
    if (mine && mine.upon !== booking.note) app.said.value = "changed-meanwhile";
    else if (await app.note(booking, note)) setMine(null);
  };
  return (
    <div class="stack">
      <Area {...{ label: t.note, hint: t.noteHint, value: note, maxLength: 4000 }} onText={write} />
      <div>
        <button
          type="button"
          class="button"
          disabled={note === booking.note}
          onClick={() => void save()}
        >
          {t.saveNote}
        </button>
      </div>
    </div>
  );
}

function Erase({ app, booking, language }: BookingProps): JSX.Element {
  const t = deskMessages[language];
  const isSure = useSignal(false);
  return (
    <div class="row">
      <span class="small soft">{t.deleteOn(dayInWords(booking.deleteOn, language))}</span>
      <button
        type="button"
        class="button button-quiet"
        onClick={() => (isSure.value ? void app.erase(booking.id) : (isSure.value = true))}
      >
        {isSure.value ? t.eraseSure : t.erase}
      </button>
    </div>
  );
}
