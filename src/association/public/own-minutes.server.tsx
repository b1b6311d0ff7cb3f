import type { JSX } from "preact";
import { drawn } from "../../pages/index.server.ts";
import type { Language } from "../../ui/languages.ts";
import type { HerMinutes } from "../adjusting.server.ts";
import { publicMeetingMessages } from "../messages.public-meeting.ts";

interface MinutesProps {
  readonly language: Language;
  readonly minutes: readonly HerMinutes[];
  readonly action: string;
}

/** Minutes that she is asked to adjust, as they stand now, and the button by which she does. */
export function OwnMinutes({ language, minutes, action }: MinutesProps): JSX.Element {
  const t = publicMeetingMessages[language];
  return (
    <>
      {minutes.map(({ meeting, title, number, text, hasConfirmed }) => (
        <section class="card stack" aria-labelledby={`minutes-${meeting}`}>
          <h2 id={`minutes-${meeting}`}>{t.adjust(title)}</h2>
          {hasConfirmed ? (
            <p class="notice" role="status">
              {t.youHaveConfirmed}
            </p>
          ) : (
            <p>{t.adjustSays}</p>
          )}
          <details>
            <summary>{t.readMinutes(number)}</summary>
            {drawn(text)}
          </details>
          {!hasConfirmed && (
            <form class="ask" method="post" action={action}>
              <input type="hidden" name="meeting" value={meeting} />
              <input type="hidden" name="upon" value={number} />
              <button class="button button-lamp" type="submit" name="what" value="confirm">
                {t.confirm}
              </button>
            </form>
          )}
        </section>
      ))}
    </>
  );
}
