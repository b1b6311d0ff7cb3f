import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { Confirm } from "../../people/index.browser.ts";
import { mayEdit } from "../meeting-policy.ts";
import { meetingMessages } from "../messages.meeting.ts";
import { AttendancePanel } from "./attendance.browser.tsx";
import { CallPanel } from "./call.browser.tsx";
import { MeetingForm } from "./meeting-form.browser.tsx";
import type { MeetingProps } from "./meetings.browser.tsx";
import { Motions } from "./motions.browser.tsx";
import { MinutesPanel } from "./minutes.browser.tsx";

/** One meeting, in the order in which it goes: agenda, call, attendance, minutes. */
export function MeetingDetails(props: MeetingProps): JSX.Element {
  const { app, language, meeting } = props;
  const t = meetingMessages[language];
  return (
    <>
      {meeting.isReadable && (
        <>
          <Agenda {...props} />
          <div class="desk-screen-only">
            <Motions {...props} />
          </div>
          <CallPanel {...props} />
          <AttendancePanel {...props} />
          <MinutesPanel {...props} />
        </>
      )}
      <div class="desk-screen-only">
        <Confirm
          {...{ label: t.remove, question: t.removeSure, yes: t.removeYes, no: t.no, busy: false }}
          onYes={() => void app.dropMeeting(meeting.id)}
        />
      </div>
    </>
  );
}

function Agenda(props: MeetingProps): JSX.Element {
  const { language, meeting } = props;
  const t = meetingMessages[language];
  const isEditing = useSignal(false);
  if (isEditing.value) return <MeetingForm {...props} onDone={() => (isEditing.value = false)} />;
  return (
    <section class="stack desk-screen-only" aria-label={t.agenda}>
      {meeting.place !== "" && <p>{meeting.place}</p>}
      <details>
        <summary>{t.agenda}</summary>
        <ol>
          {meeting.agenda.map(({ title, text }, at) => (
            <li key={at}>
              {title}
              {text !== "" && <p class="small soft lines">{text}</p>}
            </li>
          ))}
        </ol>
      </details>
      {mayEdit(meeting.stage) && (
        <div>
          <button type="button" class="button" onClick={() => (isEditing.value = true)}>
            {t.edit}
          </button>
        </div>
      )}
    </section>
  );
}
