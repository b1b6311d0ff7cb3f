import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { Meeting } from "../meeting-contract.ts";
import { meetingMessages } from "../messages.meeting.ts";
import { spanInWords } from "../when.ts";
import type { AssociationPart } from "./association-app.browser.ts";
import { MeetingDetails } from "./meeting.browser.tsx";
import { MeetingForm } from "./meeting-form.browser.tsx";
import { SaidNow } from "./said.browser.tsx";

/** The meetings of the association, the newest first. */
export function MeetingsPage(props: AssociationPart): JSX.Element {
  const { app, language } = props;
  const t = meetingMessages[language];
  const isNew = useSignal(false);
  useEffect(() => void app.lookAtMeetings(), [app]);
  const meetings = app.meetings.value ?? [];
  return (
    <section class="board-page stack desk-print" aria-labelledby="association-meetings">
      <h1 class="desk-title desk-screen-only" id="association-meetings">
        {t.meetings}
      </h1>
      <p class="soft desk-screen-only">{t.meetingsSays}</p>
      <SaidNow {...props} />
      {isNew.value ? (
        <MeetingForm {...props} meeting={null} onDone={() => (isNew.value = false)} />
      ) : (
        <div class="desk-screen-only">
          <button type="button" class="button button-lamp" onClick={() => (isNew.value = true)}>
            {t.fresh}
          </button>
        </div>
      )}
      {app.meetings.value !== null && meetings.length === 0 && !isNew.value && (
        <div class="card stack">
          <p>{t.none}</p>
          <p class="soft">{t.noneSays}</p>
        </div>
      )}
      <ul class="association-meetings">
        {meetings.map((meeting) => (
          <MeetingCard key={meeting.id} {...props} meeting={meeting} />
        ))}
      </ul>
    </section>
  );
}

export type MeetingProps = AssociationPart & { readonly meeting: Meeting };

function MeetingCard(props: MeetingProps): JSX.Element {
  const { language, meeting } = props;
  const t = meetingMessages[language];
  const isOpen = useSignal(meeting.stage === "open");
  const { title, startsAt, endsAt, stage, adjusted, isReadable } = meeting;
  const facts = [
    spanInWords(Date.parse(startsAt), Date.parse(endsAt), language),
    t[`stage-${stage}`],
    adjusted ? t.adjusted : "",
  ];
  return (
    <li class={isOpen.value ? "card stack" : "card stack desk-screen-only"}>
      <div class="row association-head">
        <span class="desk-list-text">
          <strong>{isReadable ? title : t.unreadable}</strong>
          <span class="small soft">{facts.filter((one) => one !== "").join(" · ")}</span>
        </span>
        <button
          type="button"
          class="button desk-screen-only"
          aria-expanded={isOpen.value}
          onClick={() => void (isOpen.value = !isOpen.value)}
        >
          {isOpen.value ? t.close : t.open} <span class="visually-hidden">{title}</span>
        </button>
      </div>
      {isOpen.value && <MeetingDetails {...props} />}
    </li>
  );
}
