import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Language } from "../../ui/languages.ts";
import { KINDS, type TeamMeeting } from "../contract.ts";
import { roundMessages } from "../messages.rounds.ts";
import { whenInWords } from "../when.ts";
import { Line, NumberLine } from "../../ui/inputs.browser.tsx";
import type { WishedMeeting } from "./recruit-app.browser.ts";
import { type RecruitPart, SaidNow } from "./rounds.browser.tsx";

const blank: WishedMeeting = {
  ...{ kind: "information", first: "", place: "" },
  ...{ minutes: 90, seats: 20 },
};

/** Information meetings for all, and times for interviews. */
export function MeetingsPage(props: RecruitPart): JSX.Element {
  const { recruit, language } = props;
  const t = roundMessages[language];
  const ahead = recruit.board.value.meetings.filter(
    ({ endsAt }) => Date.parse(endsAt) > Date.now(),
  );
  return (
    <section class="board-page stack" aria-labelledby="recruit-meetings">
      <h1 class="desk-title" id="recruit-meetings">
        {t.meetingsTitle}
      </h1>
      <p class="soft">{t.meetingsSays}</p>
      <SaidNow {...props} />
      {ahead.length === 0 ? (
        <p class="card">{t.noMeetings}</p>
      ) : (
        <ul class="desk-list card">
          {ahead.map((meeting) => (
            <One key={meeting.id} {...props} meeting={meeting} />
          ))}
        </ul>
      )}
      <Publish {...props} />
    </section>
  );
}

function One(props: RecruitPart & { readonly meeting: TeamMeeting }): JSX.Element {
  const { recruit, language, meeting } = props;
  const t = roundMessages[language];
  const when = whenInWords(meeting, language);
  const taken = meeting.taken.length;
  return (
    <li>
      <span class="desk-list-text">
        <strong>
          {t[meeting.kind]}: {when}
        </strong>
        <span class="small soft">
          {meeting.host === "" ? "" : `${meeting.host} · `}
          {t.taken(taken, taken + meeting.seatsLeft)}
        </span>
      </span>
      {taken === 0 && (
        <button
          type="button"
          class="button button-quiet"
          onClick={() => void recruit.withdraw(meeting.id)}
        >
          {t.withdraw} <span class="visually-hidden">{when}</span>
        </button>
      )}
    </li>
  );
}

function Publish({ recruit, language }: RecruitPart): JSX.Element {
  const t = roundMessages[language];
  const [wished, setWished] = useState(blank);
  const set = (change: Partial<WishedMeeting>): void => setWished({ ...wished, ...change });
  const publish = async (): Promise<void> => {
    if (await recruit.publish({ ...wished, first: wished.first.slice(0, 16) })) set({ first: "" });
  };
  return (
    <div class="card stack">
      <Kind {...{ wished, set, language }} />
      <When {...{ wished, set, language }} />
      <Line
        label={t.place}
        hint={t.placeHint}
        value={wished.place}
        maxLength={200}
        onText={(place) => set({ place })}
      />
      <div>
        <button
          type="button"
          class="button button-lamp"
          disabled={wished.first === "" || wished.place.trim() === ""}
          onClick={() => void publish()}
        >
          {t.publish}
        </button>
      </div>
    </div>
  );
}

interface WishProps {
  readonly wished: WishedMeeting;
  readonly language: Language;
  readonly set: (change: Partial<WishedMeeting>) => void;
}

function Kind({ wished, set, language }: WishProps): JSX.Element {
  const t = roundMessages[language];
  return (
    <fieldset class="field">
      <legend class="label">{t.kind}</legend>
      {KINDS.map((kind) => (
        <label class="check" key={kind}>
          <input
            type="radio"
            name="meeting-kind"
            checked={wished.kind === kind}
            onChange={() => set({ kind, minutes: kind === "interview" ? 45 : 90 })}
          />
          <span>{t[kind]}</span>
        </label>
      ))}
    </fieldset>
  );
}

function When({ wished, set, language }: WishProps): JSX.Element {
  const t = roundMessages[language];
  return (
    <>
      <Line
        label={t.first}
        hint={t.firstHint}
        type="datetime-local"
        value={wished.first}
        onText={(first) => set({ first })}
      />
      <div class="row">
        <NumberLine
          label={t.minutes}
          value={wished.minutes}
          min={15}
          max={480}
          onNumber={(minutes) => set({ minutes })}
        />
        {wished.kind === "information" && (
          <NumberLine
            label={t.seats}
            value={wished.seats}
            min={1}
            max={200}
            onNumber={(seats) => set({ seats })}
          />
        )}
      </div>
    </>
  );
}
