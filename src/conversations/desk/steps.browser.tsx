import { useSignal } from "@preact/signals";
import type { ComponentChildren, JSX } from "preact";
import { block, end, leave, offerLetters, release } from "./acts.browser.ts";
import { offerMessages } from "../messages.offer.ts";
import { CallForm, CallState } from "./calling.browser.tsx";
import type { DeskRoom } from "./desk-room.browser.ts";
import type { DeskTalk } from "./desk-talk.browser.ts";
import { Dialog } from "./dialog.browser.tsx";
import { useScreen } from "./screen.browser.ts";
import { useWords } from "./words.browser.ts";

/** What she is about to do with the conversation. */
export function StepPanel({ talk }: { talk: DeskTalk }): JSX.Element | null {
  const { s } = useWords();
  const { step } = useScreen();
  switch (step.value) {
    case "call":
    case "hand-over":
      return <CallForm talk={talk} handOver={step.value === "hand-over"} />;
    case "end":
      return (
        <Confirm talk={talk} title={s.endTitle} act={end} does={s.endDo} no={s.keepOn}>
          <p>{s.endLead}</p>
          <p class="soft">{s.endDeletes}</p>
        </Confirm>
      );
    case "release":
      return (
        <Confirm talk={talk} title={s.releaseTitle} act={release} does={s.releaseDo} no={s.keepOn}>
          <p>{s.releaseLead}</p>
        </Confirm>
      );
    case "leave":
      return (
        <Confirm talk={talk} title={s.leaveTitle} act={leave} does={s.leave} no={s.keepOn}>
          <p>{s.leaveLead}</p>
        </Confirm>
      );
    case "letters":
      return (
        <Confirm
          talk={talk}
          title={s.lettersTitle}
          act={offerLetters}
          does={s.lettersDo}
          no={s.keepOn}
        >
          <blockquote>{offerMessages[talk.facts.language].offer}</blockquote>
          <p class="soft">{s.lettersLead}</p>
        </Confirm>
      );
    case "block":
      return <BlockConfirm talk={talk} />;
    default:
      return talk.calling.value && <CallState talk={talk} calling={talk.calling.value} />;
  }
}

function BlockConfirm({ talk }: { talk: DeskTalk }) {
  const { s } = useWords();
  const { room } = useScreen();
  const colleague = room.colleagues.value.some(({ face }) => face === talk.facts.face);
  return (
    <Confirm talk={talk} title={s.blockTitle} act={block} does={s.blockDo} no={s.keepOn}>
      <p>{s.blockLead}</p>
      <p class="soft">{colleague ? s.blockWith : s.blockAlone}</p>
    </Confirm>
  );
}

interface ConfirmProps {
  readonly talk: DeskTalk;
  readonly title: string;
  readonly does: string;
  readonly no: string;
  readonly act: (room: DeskRoom, talk: DeskTalk) => Promise<boolean>;
  readonly children: ComponentChildren;
}

function Confirm({ talk, title, does, no, act, children }: ConfirmProps) {
  const { room, step } = useScreen();
  const busy = useSignal(false);
  const close = (): void => void (step.value = null);
  const go = async (): Promise<void> => {
    busy.value = true;
    await act(room, talk);
    close();
  };
  return (
    <Dialog title={title} onClose={close}>
      {children}
      <div class="row room-dialog-row">
        <button type="button" class="button button-lamp" onClick={close}>
          {no}
        </button>
        <button
          type="button"
          class="button button-danger"
          disabled={busy.value}
          onClick={() => void go()}
        >
          {does}
        </button>
      </div>
    </Dialog>
  );
}
