import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { type InboxPart, type OpenedMailbox, StagedEntries } from "../../letters/index.browser.ts";
import type { Language } from "../../ui/languages.ts";
import { type Reason, REASONS, type Stage, STAGES } from "../contract.ts";
import { boardMessages } from "../messages.board.ts";
import { Pick } from "./pick.browser.tsx";
import type { BoardApp } from "./board-app.browser.ts";

type Part = InboxPart & { readonly board: BoardApp };

/** The requests by how far they have come; an empty stage is left out. */
export function BoardList(props: Part & { readonly onLook: () => void }): JSX.Element {
  const { app, board, language } = props;
  const t = boardMessages[language];
  const inbox = app.inbox.value;
  useEffect(() => {
    void board.look();
    props.onLook();
  }, [inbox]);
  return (
    <StagedEntries {...{ app, language, t }} stages={STAGES} stageOf={(id) => board.of(id).stage} />
  );
}

const names = {
  new: "isNew",
  contacted: "isContacted",
  waiting: "isWaiting",
  booked: "isBooked",
  closed: "isClosed",
} as const;

const nameOf = (stage: Stage, language: Language): string => boardMessages[language][names[stage]];

/** Where this request stands, and how it is moved on. */
export function StagePanel(props: Part & { readonly opened: OpenedMailbox }): JSX.Element {
  const { board, opened, language } = props;
  const t = boardMessages[language];
  const standing = board.of(opened.view.id);
  const [stage, setStage] = useState<Stage>(standing.stage);
  const [reason, setReason] = useState<Reason>(standing.reason ?? "helped");
  useEffect(() => {
    setStage(standing.stage);
    if (standing.reason) setReason(standing.reason);
  }, [opened.view.id, standing.version]);
  const isClosing = stage === "closed";
  const isSame = stage === standing.stage && (!isClosing || reason === standing.reason);
  const save = (): void => void board.move(opened.view.id, stage, isClosing ? reason : null);
  return (
    <section class="card stack" aria-label={t.stage}>
      <p>
        <span class="pill">{t.stageNow(nameOf(standing.stage, language))}</span>
        {standing.reason && <span class="soft small"> {t[standing.reason]}</span>}
      </p>
      <div class="row">
        <Pick
          label={t.stage}
          value={stage}
          of={STAGES.map((one) => [one, nameOf(one, language)])}
          onPick={setStage}
        />
        {isClosing && (
          <Pick
            label={t.reason}
            value={reason}
            of={REASONS.map((one) => [one, t[one]])}
            onPick={setReason}
          />
        )}
        {!isSame && (
          <button type="button" class="button" onClick={save}>
            {t.move}
          </button>
        )}
      </div>
      <Said {...props} />
    </section>
  );
}

function Said({ board, language }: Part): JSX.Element {
  const t = boardMessages[language];
  const said = board.said.value;
  return (
    <div role="status">
      {said !== null && (
        <p class="notice">{typeof said === "string" ? t[said] : t.moveFailed(said.code)}</p>
      )}
    </div>
  );
}
