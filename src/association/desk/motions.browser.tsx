import type { JSX } from "preact";
import type { Motion } from "../meeting-contract.ts";
import { mayEdit } from "../meeting-policy.ts";
import { meetingMessages } from "../messages.meeting.ts";
import { dayInWords, localOf } from "../when.ts";
import type { MeetingProps } from "./meetings.browser.tsx";

/** What members have written to the meeting, beside its agenda; the board puts it there. */
export function Motions(props: MeetingProps): JSX.Element | null {
  const { language, meeting } = props;
  const t = meetingMessages[language];
  const { motions, motionsUntil, stage } = meeting;
  const isAhead = motionsUntil !== null && (stage === "planned" || stage === "called");
  if (!isAhead && motions.length === 0) return null;
  return (
    <section class="stack" aria-label={t.motions}>
      <h2>{t.motions}</h2>
      {isAhead && <p class="soft">{t.motionsUntil(dayInWords(motionsUntil, language))}</p>}
      {motions.length === 0 && <p>{t.noMotions}</p>}
      <ul class="desk-list association-rows">
        {motions.map((motion) => (
          <MotionRow key={motion.id} {...props} motion={motion} />
        ))}
      </ul>
    </section>
  );
}

function MotionRow(props: MeetingProps & { readonly motion: Motion }): JSX.Element {
  const { app, language, meeting, motion } = props;
  const t = meetingMessages[language];
  const { member, title, text, on } = motion;
  const name = app.nameOf(member);
  const item = { title: t.motionItem(title), text: `${name}:\n${text}` };
  const isThere = meeting.agenda.some((one) => one.title === item.title);
  const put = (): void => {
    const { id, version, feeYear, place, motionsUntil, startsAt, endsAt } = meeting;
    const minutes = (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000;
    void app.saveMeeting({
      ...{ id, version, feeYear, place, motionsUntil, minutes, title: meeting.title },
      ...{ starts: localOf(startsAt), agenda: [...meeting.agenda, item] },
    });
  };
  return (
    <li>
      <span class="desk-list-text">
        <strong>{title}</strong>
        <span class="small soft">{t.motionBy(name, dayInWords(on, language))}</span>
        <span class="lines">{text}</span>
      </span>
      {isThere && <span class="small soft">{t.inAgenda}</span>}
      {!isThere && mayEdit(meeting.stage) && (
        <button type="button" class="button" onClick={put}>
          {t.toAgenda} <span class="visually-hidden">{title}</span>
        </button>
      )}
    </li>
  );
}
