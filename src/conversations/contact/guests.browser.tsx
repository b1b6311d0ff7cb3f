// Who wants to come in is shown before anything is sealed to her.

import type { JSX } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import type { Joining } from "../talk-state.browser.ts";
import { useInFront } from "./in-front.browser.ts";
import { type Screen, words } from "./shell.browser.tsx";

const SHOWN_MS = 1_500;
const THINKING_MS = 8_000;

interface GuestProps extends Screen {
  readonly guest: Joining;
}

/** The one who takes: shown, then let in. */
export function Arriving({ app, guest }: GuestProps): JSX.Element {
  useAdmission(app, guest, SHOWN_MS);
  return (
    <div class="place place-open" role="status">
      <p class="place-number">{words(app).meetTitle(guest.alias)}</p>
      <p>{words(app).meet(guest.alias)}</p>
    </div>
  );
}

/** The one who was here and lost her page: shown, then let in again. */
export function Returning({ app, guest }: GuestProps): JSX.Element {
  useAdmission(app, guest, SHOWN_MS);
  return (
    <p class="notice notice-open" role="status">
      {words(app).back(guest.alias)}
    </p>
  );
}

interface CalledProps extends GuestProps {
  readonly onEnd: () => void;
}

/** A colleague who was called in: she has a moment to say no, and then as long as she wants. */
export function CalledIn({ app, guest, onEnd }: CalledProps): JSX.Element {
  const [held, setHeld] = useState(false);
  const say = words(app);
  // Her moment passes only while she can see it.
  const isPassing = useInFront() && !held;
  useAdmission(app, guest, isPassing ? THINKING_MS : undefined);
  return (
    <div class="notice stack" role="group" aria-label={say.joinTitle(guest.alias)}>
      <div role="status">
        <p>
          <strong>{say.joinTitle(guest.alias)}</strong>
        </p>
        <p>{held ? say.joinHeld(guest.alias) : say.join(guest.alias)}</p>
      </div>
      <div class="row">
        <button type="button" class="button" onClick={() => void app.talk.value?.admit(guest.tab)}>
          {say.joinYes}
        </button>
        {held ? (
          <button type="button" class="button button-danger" onClick={onEnd}>
            {say.end}
          </button>
        ) : (
          <button type="button" class="button button-quiet" onClick={() => setHeld(true)}>
            {say.joinNo}
          </button>
        )}
      </div>
    </div>
  );
}

/** Lets her in after a while; never when `after` is undefined. */
function useAdmission({ talk }: Screen["app"], { tab }: Joining, after: number | undefined): void {
  // From the moment that it stands there: waiting for it to be painted would come on top.
  useLayoutEffect(() => {
    if (after === undefined) return undefined;
    const timer = setTimeout(() => void talk.value?.admit(tab), after);
    return () => clearTimeout(timer);
  }, [talk, tab, after]);
}
