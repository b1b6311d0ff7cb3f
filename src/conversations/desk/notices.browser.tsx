import type { JSX } from "preact";
import { useScreen } from "./screen.browser.ts";
import { faultText, useWords } from "./words.browser.ts";

/** What concerns the whole room: the connection, and what last did not work. */
export function Notices(): JSX.Element {
  const words = useWords();
  const { room } = useScreen();
  const { t, s } = words;
  const fault = room.fault.value;
  // With a conversation before her, that one tells what it means for it.
  const isLost = room.isLost.value && room.talk.value === null;
  return (
    <div class="room-notices">
      <div role="status">
        {isLost && (
          <p class="notice notice-danger">
            <strong>{t.lostTitle}.</strong> {t.lost}
          </p>
        )}
      </div>
      <div role="alert">
        {fault !== null && (
          <div class="notice notice-danger dismissable">
            <p>
              <strong>{s.faultTitle}.</strong> {faultText(fault, words)}
            </p>
            <button
              type="button"
              class="button button-quiet"
              onClick={() => void (room.fault.value = null)}
            >
              {t.dismiss}
            </button>
          </div>
        )}
      </div>
    </div>
  );
}
