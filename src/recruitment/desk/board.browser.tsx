import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { type InboxPart, type OpenedMailbox, StagedEntries } from "../../letters/index.browser.ts";
import { makeInvitation } from "../../people/index.browser.ts";
import { formatDate, type Language } from "../../ui/languages.ts";
import { type Stage, STAGES } from "../contract.ts";
import { boardMessages } from "../messages.desk.ts";
import { whenInWords } from "../when.ts";
import type { RecruitApp } from "./recruit-app.browser.ts";

type Part = InboxPart & { readonly recruit: RecruitApp };
type OpenPart = Part & { readonly opened: OpenedMailbox };

/** The applications by how far they have come; an empty stage is left out. */
export function BoardList(props: Part): JSX.Element {
  const { app, recruit, language } = props;
  const t = boardMessages[language];
  const inbox = app.inbox.value;
  useEffect(() => void recruit.look(), [inbox]);
  return (
    <StagedEntries
      {...{ app, language, t }}
      stages={STAGES}
      stageOf={(id) => recruit.of(id)?.stage ?? "applied"}
    />
  );
}

const names = {
  interested: "isInterested",
  applied: "isApplied",
  invited: "isInvited",
  talked: "isTalked",
  welcome: "isWelcome",
  declined: "isDeclined",
} as const;

const nameOf = (stage: Stage, language: Language): string => boardMessages[language][names[stage]];

/** Where this application stands, when she comes, and how it goes on. */
export function StagePanel(props: OpenPart): JSX.Element {
  const { recruit, opened, language } = props;
  const t = boardMessages[language];
  const { id } = opened.view;
  const standing = recruit.of(id);
  const now = standing?.stage ?? "applied";
  const [stage, setStage] = useState<Stage>(now);
  useEffect(() => setStage(now), [id, standing?.version]);
  const until = standing && formatDate(Date.parse(`${standing.deleteOn}T12:00Z`), language);
  return (
    <section class="card stack" aria-label={t.stage}>
      <p>
        <span class="pill">{t.stageNow(nameOf(now, language))}</span>
      </p>
      {recruit.seatsOf(id).map((meeting) => (
        <p key={meeting.id}>{t.seat(whenInWords(meeting, language))}</p>
      ))}
      <div class="row">
        <label class="field">
          <span class="label">{t.stage}</span>
          <select
            class="input"
            value={stage}
            onChange={({ currentTarget }) => setStage(currentTarget.value as Stage)}
          >
            {STAGES.map((one) => (
              <option key={one} value={one}>
                {nameOf(one, language)}
              </option>
            ))}
          </select>
        </label>
        {stage !== now && (
          <button type="button" class="button" onClick={() => void recruit.move(id, stage)}>
            {t.move}
          </button>
        )}
      </div>
      <Draft {...props} stage={stage} />
      <Said {...props} />
      {until !== undefined && <p class="soft small">{t.deleted(until)}</p>}
    </section>
  );
}

/** Puts words into the answer's field; they are sent by nobody but her. */
function Draft(props: OpenPart & { readonly stage: Stage }): JSX.Element | null {
  const { app, recruit, language, stage } = props;
  const t = boardMessages[language];
  if (stage !== "invited" && stage !== "welcome" && stage !== "declined") return null;
  const said = recruit.board.value.settings[stage];
  const put = (...more: string[]): void => {
    const before = app.answer.value.trim() === "" ? [] : [app.answer.value];
    app.answer.value = [...before, said[language] || said.sv, ...more].join("\n\n");
    recruit.moveSaid.value = "drafted";
  };
  const invite = async (): Promise<void> => {
    const made = await makeInvitation(recruit.staff, "volunteer");
    if (made.ok) put(made.value.url);
    else recruit.moveSaid.value = { code: made.code };
  };
  const isWelcome = stage === "welcome";
  return (
    <div class="stack">
      <div>
        <button type="button" class="button" onClick={() => (isWelcome ? void invite() : put())}>
          {isWelcome ? t.invite : t.draft}
        </button>
      </div>
      <p class="hint">{isWelcome ? t.inviteHint : t.draftHint}</p>
    </div>
  );
}

function Said({ recruit, language }: Part): JSX.Element {
  const t = boardMessages[language];
  const said = recruit.moveSaid.value;
  return (
    <div role="status">
      {said !== null && (
        <p class="notice">{typeof said === "string" ? t[said] : t.moveFailed(said.code)}</p>
      )}
    </div>
  );
}
