import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Line } from "../../ui/inputs.browser.tsx";
import type { Member } from "../contract.ts";
import { meetingMessages } from "../messages.meeting.ts";
import { sifted } from "../sifting.ts";
import type { MeetingProps } from "./meetings.browser.tsx";

const LOOK_AGAIN_MS = 4000;

/** Who is there and who has a vote; on paper, a list to tick. */
export function AttendancePanel(props: MeetingProps): JSX.Element {
  const { app, language, meeting } = props;
  const t = meetingMessages[language];
  const { stage, present, counted, adjusted } = meeting;
  const isOpen = stage === "open";
  useEffect(() => {
    if (!isOpen) return undefined;
    const timer = setInterval(() => void app.lookAtMeetings(), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [isOpen, app]);
  const votes = present.filter(({ hasVote }) => hasVote).length;
  const counts = counted ?? { present: present.length, votes };
  const isHeld = stage === "held";
  return (
    <section class="stack association-part" aria-label={t.attendance}>
      <h2>{t.attendance}</h2>
      <p class="soft desk-screen-only">{t.attendanceSays}</p>
      {stage !== "planned" && <p role="status">{t.counts(counts.present, counts.votes)}</p>}
      {isHeld && present.length === 0 && counts.present > 0 && <p>{t.forgotten}</p>}
      <div class="row desk-screen-only">
        {isOpen ? (
          <button type="button" class="button" onClick={() => void app.step(meeting, "held")}>
            {t.closeNow}
          </button>
        ) : (
          adjusted === null && (
            <button type="button" class="button" onClick={() => void app.step(meeting, "open")}>
              {isHeld ? t.openAgain : t.openNow}
            </button>
          )
        )}
        <button type="button" class="button button-quiet" onClick={() => window.print()}>
          {t.print}
        </button>
      </div>
      <Roll {...props} />
    </section>
  );
}

function Roll(props: MeetingProps): JSX.Element {
  const { app, language, meeting } = props;
  const t = meetingMessages[language];
  const [words, setWords] = useState("");
  const all = sifted(app.members(), { words, filter: "all", year: 0 });
  // Once held, those who were there; before, everybody who may come.
  const shown =
    meeting.stage === "held"
      ? all.filter(({ id }) => meeting.present.some(({ member }) => member === id))
      : all;
  const isOpen = meeting.stage === "open";
  return (
    <div class={isOpen ? "stack" : "stack desk-print-only"}>
      <div class="desk-screen-only">
        <Line label={t.search} value={words} maxLength={120} onText={setWords} />
      </div>
      <ul class="association-roll">
        {shown.map((member) => (
          <Ticks key={member.id} {...props} member={member} />
        ))}
      </ul>
    </div>
  );
}

function Ticks({ app, language, meeting, member }: MeetingProps & { member: Member }): JSX.Element {
  const t = meetingMessages[language];
  const here = meeting.present.find((one) => one.member === member.id);
  const name = member.person?.name ?? "";
  const isClosed = meeting.stage !== "open";
  const tick = (isPresent: boolean, hasVote: boolean | null): void =>
    void app.tick({ meeting: meeting.id, member: member.id, isPresent, hasVote });
  return (
    <li>
      <span>
        {name}
        {here?.byHerself && <span class="small soft"> {t.herself}</span>}
      </span>
      <label class="check">
        <input
          type="checkbox"
          aria-label={t.here(name)}
          checked={here !== undefined}
          disabled={isClosed}
          onChange={({ currentTarget }) => tick(currentTarget.checked, null)}
        />
        <span>{t.isHere}</span>
      </label>
      <label class="check">
        <input
          type="checkbox"
          aria-label={t.vote(name)}
          checked={here?.hasVote ?? false}
          disabled={isClosed || here === undefined}
          onChange={({ currentTarget }) => tick(true, currentTarget.checked)}
        />
        <span>{t.hasVote}</span>
      </label>
    </li>
  );
}
