import type { JSX } from "preact";
import { formatDate, type Language } from "../../ui/languages.ts";
import type { HerMeeting } from "../own.server.ts";
import { publicMeetingMessages } from "../messages.public-meeting.ts";
import { OwnMotions, type WrittenMotion } from "./own-motions.server.tsx";
import { spanInWords } from "../when.ts";

interface OwnMeetingsProps {
  readonly language: Language;
  readonly meetings: readonly HerMeeting[];
  /** Where her page is, for the form. */
  readonly action: string;
  readonly motion: WrittenMotion | undefined;
}

/** The meetings that she is called to; while attendance is open, the button by which she is there. */
export function OwnMeetings({ meetings, ...props }: OwnMeetingsProps): JSX.Element {
  return (
    <>
      {meetings.map((meeting) => (
        <One {...props} meeting={meeting} />
      ))}
    </>
  );
}

type OneProps = Omit<OwnMeetingsProps, "meetings"> & { readonly meeting: HerMeeting };

function One({ language, action, meeting, motion }: OneProps): JSX.Element {
  const t = publicMeetingMessages[language];
  const { id, title, place, agenda, startsAt, endsAt, isOpen, isPresent } = meeting;
  return (
    <section class="card stack" aria-labelledby={`meeting-${id}`}>
      <h2 id={`meeting-${id}`}>{title}</h2>
      <p>
        {spanInWords(startsAt, endsAt, language)}
        {place !== "" && <br />}
        {place}
      </p>
      {isPresent && (
        <p class="notice" role="status">
          {t.youAreThere}
        </p>
      )}
      {isOpen && !isPresent && (
        <form class="ask" method="post" action={action}>
          <input type="hidden" name="meeting" value={id} />
          <button class="button button-lamp" type="submit" name="what" value="present">
            {t.iAmHere}
          </button>
        </form>
      )}
      {!isOpen && !isPresent && (
        <p class="soft">{t.notOpenYet(formatDate(startsAt, language, true))}</p>
      )}
      <details>
        <summary>{t.agenda}</summary>
        <ol class="agenda">
          {agenda.map((item) => (
            <li>
              {item.title}
              {item.text !== "" && <p class="small">{item.text}</p>}
            </li>
          ))}
        </ol>
      </details>
      <OwnMotions {...{ language, action, meeting, motion }} />
    </section>
  );
}
