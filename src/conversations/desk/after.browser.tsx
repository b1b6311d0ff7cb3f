import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { DeskTalk } from "./desk-talk.browser.ts";
import { useScreen } from "./screen.browser.ts";
import { overText, useWords } from "./words.browser.ts";

type Feeling = "fine" | "heavy" | "talk";

/** The end, told; and a moment for her. What she answers goes nowhere. */
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
    </div>
  );
}
