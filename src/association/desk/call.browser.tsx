import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { Confirm } from "../../people/index.browser.ts";
import { mayCall } from "../meeting-policy.ts";
import { meetingMessages } from "../messages.meeting.ts";
import type { MeetingProps } from "./meetings.browser.tsx";

const LOOK_AGAIN_MS = 3000;

/** To whom it goes, how far it has come, and whom no mail reaches. */
export function CallPanel({ app, language, meeting }: MeetingProps): JSX.Element {
  const t = meetingMessages[language];
  const { calls, stage, sequence, agenda, startsAt } = meeting;
  const members = app.members();
  const byMail = members.filter(({ person }) => person?.mail).length;
  const isUnderway = calls.waiting > 0;
  useEffect(() => {
    if (!isUnderway) return undefined;
    const timer = setInterval(() => void app.lookAtMeetings(), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [isUnderway, app]);
  const canSend = app.board.value?.canSend ?? false;
  const isInTime = mayCall(stage, Date.parse(startsAt), Date.now());
  return (
    <section class="stack association-part desk-screen-only" aria-label={t.call}>
      <h2>{t.call}</h2>
      <p class="soft">{t.callSays(byMail)}</p>
      <Progress {...{ app, language, meeting }} />
      {!canSend && <p class="notice">{t.noMail}</p>}
      {agenda.length === 0 && <p class="notice">{t.noAgenda}</p>}
      {canSend && agenda.length > 0 && isInTime && (
        <Confirm
          label={sequence === 0 ? t.callNow : t.callAgain}
          question={t.callSure(byMail)}
          {...{ yes: t.callYes, no: t.no, busy: false }}
          onYes={() => void app.call(meeting)}
        />
      )}
      <ByLetter {...{ app, language, meeting }} />
    </section>
  );
}

function Progress({ app, language, meeting: { calls, sequence } }: MeetingProps) {
  const t = meetingMessages[language];
  if (sequence === 0) return null;
  const facts = [
    t.sent(calls.sent),
    calls.waiting === 0 ? "" : t.waiting(calls.waiting),
    calls.tried === 0 ? "" : t.tried(calls.tried),
  ];
  return (
    <div role="status">
      <p>{facts.filter((one) => one !== "").join(" · ")}</p>
      {calls.failed.length > 0 && (
        <div class="notice notice-danger">
          <p>{t.failed}</p>
          <ul>
            {calls.failed.map((member) => (
              <li key={member}>{app.nameOf(member)}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function ByLetter({ app, language }: MeetingProps): JSX.Element | null {
  const t = meetingMessages[language];
  const members = app.members().filter(({ person }) => person?.mail === "");
  if (members.length === 0) return null;
  return (
    <details>
      <summary>{t.byLetter}</summary>
      <ul>
        {members.map(({ id, person, page }) => (
          <li key={id}>
            <span class="lines">
              {person?.name}, {person?.address}
            </span>
            <span class="association-link small soft"> {location.origin + (page ?? "")}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
