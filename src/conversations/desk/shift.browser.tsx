import type { ComponentChildren, JSX } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { type Duty, DutyBar, type OnDuty } from "../../shifts/index.browser.ts";
import { Lantern } from "../../ui/drawings.tsx";
import { Asks } from "./asks.browser.tsx";
import { Chat } from "./chat.browser.tsx";
import { Guide } from "./guide.browser.tsx";
import { focusField, press } from "./keys.browser.ts";
import { KeysHelp } from "./keys-help.browser.tsx";
import { Lists } from "./lists.browser.tsx";
import { Notices } from "./notices.browser.tsx";
import { type Screen, ScreenContext, useScreen } from "./screen.browser.ts";
import { useWords } from "./words.browser.ts";

interface ShiftProps {
  readonly screen: Screen;
  readonly duty: Duty;
  readonly now: OnDuty;
  /** What else belongs beside the lists, such as the telephone. */
  readonly corner: ComponentChildren;
}

/** One screen for the shift: the lists at the side, the conversation, the guide beside it. */
export function Shift({ screen, duty, now, corner }: ShiftProps): JSX.Element {
  const { language, t } = useWords();
  const root = useRef<HTMLDivElement>(null);
  const talk = screen.room.talk.value;
  useKeys(screen, root);
  useFill(root, talk !== null);
  useEffect(() => {
    screen.step.value = null;
    if (matchMedia("(hover: hover) and (pointer: fine)").matches) focusField();
  }, [talk]);
  return (
    <ScreenContext.Provider value={screen}>
      <div class="room" ref={root} data-talks={talk !== null} data-guide={screen.guide.value}>
        <h1 class="visually-hidden">{t.shift}</h1>
        <DutyBar duty={duty} now={now} language={language}>
          <Tools />
        </DutyBar>
        <Notices />
        <div class="room-body">
          <div class="room-side">
            <Asks />
            <Lists />
            {corner}
          </div>
          <div class="room-main">
            {talk ? <Chat key={talk.facts.conversation} talk={talk} /> : <NothingOpen />}
          </div>
          {screen.guide.value && <Guide />}
        </div>
        <KeysHelp />
      </div>
    </ScreenContext.Provider>
  );
}

function Tools() {
  const { t } = useWords();
  const { bell, guide, step, room } = useScreen();
  return (
    <>
      {room.talk.value === null && (
        <button
          type="button"
          class="button button-quiet"
          aria-pressed={guide.value}
          onClick={() => void (guide.value = !guide.value)}
        >
          {t.guide}
        </button>
      )}
      <button
        type="button"
        class="button button-quiet"
        aria-pressed={bell.on.value}
        onClick={() => bell.toggle()}
      >
        {bell.on.value ? t.bellOn : t.bellOff}
      </button>
      <button
        type="button"
        class="button button-quiet room-keys-button"
        onClick={() => void (step.value = "keys")}
      >
        {t.keysShow}
      </button>
    </>
  );
}

function NothingOpen() {
  const { t } = useWords();
  return (
    <div class="room-nothing">
      <Lantern height={72} />
      <p>
        <strong>{t.nothingOpen}</strong>
      </p>
      <p class="soft">{t.nothingOpenHint}</p>
    </div>
  );
}

function useKeys(screen: Screen, root: { current: HTMLElement | null }): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || !root.current) return;
      if (press(event, screen, root.current)) event.preventDefault();
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, [screen]);
}

/** The height below whatever stands above it, the keyboard of a phone left out. */
function useFill(root: { current: HTMLElement | null }, talks: boolean): void {
  useLayoutEffect(() => {
    const fill = (): void => {
      const top = (root.current?.getBoundingClientRect().top ?? 0) + scrollY;
      const height = (visualViewport?.height ?? innerHeight) - top;
      root.current?.style.setProperty("--room-height", `${Math.floor(height)}px`);
    };
    const watch = new ResizeObserver(fill);
    watch.observe(document.body);
    visualViewport?.addEventListener("resize", fill);
    fill();
    return () => {
      watch.disconnect();
      visualViewport?.removeEventListener("resize", fill);
    };
  }, [talks]);
}
