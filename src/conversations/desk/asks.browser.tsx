import type { JSX } from "preact";
import type { BlockAskedView, DutyId, MineView } from "../contract.ts";
import { factsText } from "./lists.browser.tsx";
import { useScreen } from "./screen.browser.ts";
import { useWords, type Words } from "./words.browser.ts";

/** What colleagues ask of her. Nothing is opened before she has said yes. */
export function Asks(): JSX.Element {
  const { room } = useScreen();
  return (
    <div class="room-asks" role="status">
      {room.calls.value.map((call) => (
        <Call key={call.conversation} call={call} />
      ))}
      {room.room.value.blocks.map((block) => (
        <Block key={block.conversation} block={block} />
      ))}
    </div>
  );
}

function useAlias(duty: DutyId | null, { t }: Words): string {
  const { room } = useScreen();
  return room.colleagues.value.find((one) => one.duty === duty)?.alias ?? t.aColleague;
}

function Call({ call }: { call: MineView }) {
  const words = useWords();
  const { room, bell } = useScreen();
  const { t } = words;
  const alias = useAlias(call.calledBy, words);
  const join = (): void => {
    bell.wake();
    void room.join(call);
  };
  return (
    <div class="notice stack room-ask">
      <div>
        <p>
          <strong>{call.handOver ? t.handsOver(alias) : t.calls(alias)}</strong>
        </p>
        <p class="hint">{factsText(call, words)}</p>
      </div>
      <div class="row">
        <button
          type="button"
          data-nav
          class="button button-lamp"
          disabled={room.busy.value !== null}
          onClick={join}
        >
          {t.join}
        </button>
        <button
          type="button"
          data-nav
          class="button button-quiet"
          onClick={() => void room.decline(call.conversation)}
        >
          {t.notNow}
        </button>
      </div>
    </div>
  );
}

function Block({ block }: { block: BlockAskedView }) {
  const words = useWords();
  const { room } = useScreen();
  return (
    <div class="notice stack room-ask">
      <p>{words.t.blockAsk(useAlias(block.by, words))}</p>
      <div class="row">
        <button
          type="button"
          data-nav
          class="button"
          onClick={() => void room.agreeToBlock(block.conversation)}
        >
          {words.t.agree}
        </button>
      </div>
    </div>
  );
}
