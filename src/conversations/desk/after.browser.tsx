import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { DeskTalk } from "./desk-talk.browser.ts";
import { useScreen } from "./screen.browser.ts";
import { overText, useWords } from "./words.browser.ts";

type Feeling = "fine" | "heavy" | "talk";

/** The end, told; and a moment for her. What she answers goes nowhere, unless she counts it for herself. */
export function After({ talk }: { talk: DeskTalk }): JSX.Element | null {
  const words = useWords();
  const { room } = useScreen();
  const over = talk.over.value;
  if (!over) return null;
  const { s } = words;
  const goesOn = over.how === "elsewhere" || over.how === "refused";
  return (
    <div class="scroller">
      <div class="room-after stack">
        <p role="status">{overText(over, words)}</p>
        {!goesOn && <Debrief />}
        <button
          type="button"
          class="button button-lamp room-put-away"
          onClick={() => room.putAway(talk)}
        >
          {s.putAway}
        </button>
      </div>
    </div>
  );
}

function Debrief() {
  const { s } = useWords();
  const { room } = useScreen();
  const felt = useSignal<Feeling | null>(null);
  const names = room.colleagues.value.map(({ alias }) => alias).join(", ");
  const say = { fine: s.fineSay, heavy: s.heavySay, talk: s.talkSay(names) };
  return (
    <div class="card stack">
      <div>
        <h3>{s.howWasIt}</h3>
        <p class="hint">{s.howHint}</p>
      </div>
      <div class="row">
        {(["fine", "heavy", "talk"] as const).map((feeling) => (
          <button
            type="button"
            class="button"
            key={feeling}
            aria-pressed={felt.value === feeling}
            onClick={() => void (felt.value = feeling)}
          >
            {s[feeling]}
          </button>
        ))}
      </div>
      <p role="status">{felt.value && say[felt.value]}</p>
      {felt.value !== null && felt.value !== "fine" && <Count />}
    </div>
  );
}

/** One more in her own month, by her own hand; nothing of which conversation. */
function Count(): JSX.Element | null {
  const { s } = useWords();
  const { countHard } = useScreen();
  const state = useSignal<"counted" | "failed" | null>(null);
  if (!countHard) return null;
  const count = async (by: 1 | -1): Promise<void> => {
    const done = await countHard(by);
    state.value = !done ? "failed" : by === 1 ? "counted" : null;
  };
  const isCounted = state.value === "counted";
  return (
    <div class="stack">
      <p class="hint">{s.countHint}</p>
      <button type="button" class="button" onClick={() => void count(isCounted ? -1 : 1)}>
        {isCounted ? s.countBack : s.count}
      </button>
      <p role="status">
        {isCounted && s.counted}
        {state.value === "failed" && s.countFailed}
      </p>
    </div>
  );
}
