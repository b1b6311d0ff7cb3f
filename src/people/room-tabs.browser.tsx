import { useSignal } from "@preact/signals";
import type { RefObject } from "preact";
import { useEffect, useId, useLayoutEffect, useRef } from "preact/hooks";
import type { Language } from "../ui/languages.ts";
import { messages } from "./messages.desk.ts";
import { roomKeys } from "./room-keys.browser.ts";
import type { DeskRoom } from "./rooms.browser.ts";

interface Props {
  readonly language: Language;
  readonly rooms: readonly DeskRoom[];
  readonly current: DeskRoom | undefined;
  readonly onChoose: (room: DeskRoom) => void;
}

/** The first nine are reached by their number too. */
const keysOf = (at: number): object =>
  at < 9 ? { "aria-keyshortcuts": roomKeys(at), title: roomKeys(at) } : {};

/** The rooms in one row: as many as there is room for, the rest behind "More". */
export function RoomTabs({ language, rooms, current, onChoose }: Props) {
  const t = messages[language];
  const row = useRef<HTMLDivElement>(null);
  const fits = useFitting(row, `${language} ${rooms.map(({ key }) => key).join(" ")}`);
  const rest = rooms.slice(fits);
  return (
    <nav class="desk-tabs" aria-label={t.tabs}>
      <div class="desk-tabs-row" ref={row}>
        {rooms.map((room, at) => (
          <button
            type="button"
            key={room.key}
            // Measured where it stands, though nobody sees or reaches it there.
            class={at < fits ? "" : "desk-tab-over"}
            {...keysOf(at)}
            {...(room === current ? { "aria-current": "page" as const } : {})}
            onClick={() => onChoose(room)}
          >
            {room.label(language)}
          </button>
        ))}
      </div>
      {rest.length > 0 && <More {...{ language, current, onChoose, fits }} rooms={rest} />}
    </nav>
  );
}

/** How many of the row's buttons stand on its first line. */
function useFitting(row: RefObject<HTMLDivElement | null>, names: string): number {
  const fits = useSignal(Infinity);
  useLayoutEffect(() => {
    const element = row.current;
    if (!element) return;
    const measure = (): void => {
      const tabs = [...element.children] as HTMLElement[];
      const over = tabs.findIndex(({ offsetTop }) => offsetTop > (tabs[0]?.offsetTop ?? 0));
      fits.value = over < 0 ? tabs.length : over;
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [names]);
  return fits.value;
}

/** `fits`: how many stand before them. */
function More({ language, rooms, current, onChoose, fits }: Props & { readonly fits: number }) {
  const t = messages[language];
  const id = useId();
  const isOpen = useSignal(false);
  const whole = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useClosing(whole, () => (isOpen.value = false), button);
  const here = current && rooms.includes(current) ? current : undefined;
  const choose = (room: DeskRoom): void => {
    isOpen.value = false;
    button.current?.focus();
    onChoose(room);
  };
  return (
    <div class="desk-more" ref={whole}>
      <button
        type="button"
        ref={button}
        aria-expanded={isOpen.value}
        aria-controls={id}
        {...(here ? { "aria-current": "page" as const } : {})}
        onClick={() => (isOpen.value = !isOpen.value)}
      >
        {here ? <span class="visually-hidden">{t.more}: </span> : t.more}
        {here?.label(language)}
        <span class="desk-more-mark" aria-hidden="true" />
      </button>
      <div class="desk-more-rooms" id={id} hidden={!isOpen.value}>
        {rooms.map((room, at) => (
          <Listed
            key={room.key}
            {...{ language, room, current }}
            at={fits + at}
            onChoose={choose}
          />
        ))}
      </div>
    </div>
  );
}

interface ListedProps extends Omit<Props, "rooms"> {
  readonly room: DeskRoom;
  readonly at: number;
}

function Listed({ language, room, at, current, onChoose }: ListedProps) {
  return (
    <button
      type="button"
      {...keysOf(at)}
      {...(room === current ? { "aria-current": "page" as const } : {})}
      onClick={() => onChoose(room)}
    >
      {room.label(language)}
    </button>
  );
}

/** A press or a step of the keyboard to anywhere else closes it; Escape does, and leads back to its button. */
function useClosing(
  whole: RefObject<HTMLDivElement | null>,
  close: () => void,
  button: RefObject<HTMLButtonElement | null>,
): void {
  useEffect(() => {
    const look = ({ target }: Event): void => {
      if (target instanceof Node && whole.current?.contains(target) !== true) close();
    };
    const press = ({ key }: KeyboardEvent): void => {
      if (key !== "Escape") return;
      if (whole.current?.contains(document.activeElement)) button.current?.focus();
      close();
    };
    addEventListener("pointerdown", look);
    addEventListener("focusin", look);
    addEventListener("keydown", press);
    return () => {
      removeEventListener("pointerdown", look);
      removeEventListener("focusin", look);
      removeEventListener("keydown", press);
    };
  }, []);
}
