import type { JSX } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import { writeCalendar } from "../../calendar/index.ts";
import { Button, type LetterScreen, type Opened } from "../../letters/index.browser.ts";
import { toBase64url } from "../../protocol/index.ts";
import { formatDate } from "../../ui/languages.ts";
import type { MeetingView } from "../contract.ts";
import { applyMessages } from "../messages.contact.ts";
import { whenInWords } from "../when.ts";
import type { Seats } from "./seats.browser.ts";

type Screen = LetterScreen & { readonly opened: Opened; readonly seats: Seats };
const say = ({ language }: LetterScreen) => applyMessages[language];
const tokenOf = ({ opened }: Screen): string => toBase64url(opened.keys.token);

/** How it stands with her, where she is expected, and what she may choose. */
export function SeatsPanel(props: Screen): JSX.Element | null {
  const { seats, opened, language } = props;
  useEffect(() => void seats.look(tokenOf(props)), [opened]);
  const hers = seats.hers.value;
  const t = say(props);
  if (!hers) return null;
  const hasTime = hers.stage === "invited" && hers.mine.some(({ kind }) => kind === "interview");
  const until = formatDate(Date.parse(`${hers.deleteOn}T12:00Z`), language);
  return (
    <section class="card stack" aria-labelledby="stand-title">
      <h2 id="stand-title">{t.stand}</h2>
      <p>
        <strong>{hasTime ? t.seeYou : t[hers.stage]}</strong>
      </p>
      <div role="status">
        {seats.said.value !== null && <p class="notice">{t[seats.said.value]}</p>}
      </div>
      {hers.mine.length > 0 && (
        <>
          <h3>{t.mine}</h3>
          <ul class="ways">
            {hers.mine.map((meeting) => (
              <Mine key={meeting.id} {...props} meeting={meeting} />
            ))}
          </ul>
          <p class="soft small">{t.calendarHint}</p>
        </>
      )}
      <Free {...props} free={hers.free} isInvited={hers.stage === "invited"} />
      <p class="soft small">{t.deleted(until)}</p>
    </section>
  );
}

function Mine(props: Screen & { readonly meeting: MeetingView }): JSX.Element {
  const { meeting, seats, language } = props;
  const t = say(props);
  return (
    <li>
      <span>
        {t[meeting.kind]}: <strong>{whenInWords(meeting, language)}</strong>
      </span>
      <span class="row">
        <Save meeting={meeting} label={t.calendar} />
        <Button kind="quiet" onPress={() => void seats.leave(tokenOf(props), meeting.id)}>
          {t.leave}
        </Button>
      </span>
    </li>
  );
}

/** Only when she asks for it does anything of this reach her device, and then without a name. */
function Save({ meeting, label }: { readonly meeting: MeetingView; label: string }): JSX.Element {
  const url = useMemo(() => URL.createObjectURL(calendarOf(meeting)), [meeting.id]);
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  return (
    <a class="button" href={url} download="tid.ics">
      {label}
    </a>
  );
}

function calendarOf({ id, startsAt, endsAt }: MeetingView): Blob {
  const event = { id, startsAt: Date.parse(startsAt), endsAt: Date.parse(endsAt), isTaken: true };
  return new Blob([writeCalendar([event], Date.now())], { type: "text/calendar" });
}

interface FreeProps extends Screen {
  readonly free: readonly MeetingView[];
  readonly isInvited: boolean;
}

function Free(props: FreeProps): JSX.Element | null {
  const { free, isInvited, seats, language } = props;
  const t = say(props);
  const hasInterview = seats.hers.value?.mine.some(({ kind }) => kind === "interview") === true;
  if (free.length === 0) return isInvited && !hasInterview ? <p>{t.noFree}</p> : null;
  return (
    <>
      <h3>{t.free}</h3>
      <ul class="ways">
        {free.map((meeting) => (
          <li key={meeting.id}>
            <span>
              {t[meeting.kind]}: {whenInWords(meeting, language)}
            </span>
            <Button onPress={() => void seats.take(tokenOf(props), meeting.id)}>
              {t.take}
              <span class="visually-hidden"> {whenInWords(meeting, language)}</span>
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
