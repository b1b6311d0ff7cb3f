import type { JSX } from "preact";
import type { Language } from "../../ui/languages.ts";
import { MOTION_LIMIT } from "../meeting-contract.ts";
import { publicMeetingMessages } from "../messages.public-meeting.ts";
import type { HerMeeting } from "../own.server.ts";
import { dayInWords } from "../when.ts";

export interface WrittenMotion {
  readonly meeting: string;
  readonly title: string;
  readonly text: string;
}

interface MotionsProps {
  readonly language: Language;
  readonly meeting: HerMeeting;
  readonly action: string;
  readonly motion: WrittenMotion | undefined;
}

/** What she has written to the meeting and, until its day, room for more. */
export function OwnMotions(props: MotionsProps): JSX.Element | null {
  const { language, meeting, action } = props;
  const t = publicMeetingMessages[language];
  const { motions, mayMove, motionsUntil } = meeting;
  if (motionsUntil === null || (!mayMove && motions.length === 0)) return null;
  return (
    <div class="stack">
      <h3>{t.motions}</h3>
      {motions.map(({ id, title, text }) => (
        <form class="card stack ask" method="post" action={action}>
          <p>
            <strong>{title}</strong>
          </p>
          <p class="lines">{text}</p>
          <input type="hidden" name="motion" value={id} />
          {mayMove && (
            <button class="button" type="submit" name="what" value="take-back">
              {t.takeBack}
              <span class="visually-hidden"> {title}</span>
            </button>
          )}
        </form>
      ))}
      {!mayMove && <p class="soft">{t.motionsOver(dayInWords(motionsUntil, language))}</p>}
      {mayMove && motions.length < MOTION_LIMIT.each && <Write {...props} />}
    </div>
  );
}

function Write({ language, meeting, action, motion }: MotionsProps): JSX.Element {
  const t = publicMeetingMessages[language];
  const back = motion?.meeting === meeting.id ? motion : undefined;
  return (
    <details open={back !== undefined}>
      <summary>{t.writeMotion(dayInWords(meeting.motionsUntil ?? "", language))}</summary>
      <form class="stack ask" method="post" action={action}>
        <p class="small soft">{t.motionSays}</p>
        {back && <p class="fault">{t.motionFault}</p>}
        <input type="hidden" name="meeting" value={meeting.id} />
        <label class="field">
          <span class="label">{t.motionTitle}</span>
          <input
            class="input"
            name="title"
            autocomplete="off"
            required
            maxLength={MOTION_LIMIT.title}
            value={back?.title ?? ""}
          />
        </label>
        <label class="field">
          <span class="label">{t.motionText}</span>
          <textarea class="input" name="text" rows={8} required maxLength={MOTION_LIMIT.text}>
            {back?.text ?? ""}
          </textarea>
        </label>
        <button class="button button-lamp" type="submit" name="what" value="motion">
          {t.sendMotion}
        </button>
      </form>
    </details>
  );
}
