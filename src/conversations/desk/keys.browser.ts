import type { Screen } from "./screen.browser.ts";

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement ||
  (target instanceof HTMLInputElement && target.type !== "radio" && target.type !== "checkbox");

/** All keys of the room. True when the key was one of them. */
export function press(event: KeyboardEvent, screen: Screen, room: HTMLElement): boolean {
  // Another part of the desk is shown, or a dialog asks something.
  if (room.offsetParent === null || room.querySelector("dialog[open]")) return false;
  if (event.altKey && !event.ctrlKey && !event.metaKey) return byAlt(event, screen);
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  if (isField(event.target)) return event.key === "Escape" && toLists(room);
  return single(event.key, screen, room);
}

/** The place of the key, for on a Mac Alt makes other letters of them. */
function byAlt({ code }: KeyboardEvent, screen: Screen): boolean {
  const digit = /^(?:Digit|Numpad)([1-8])$/.exec(code)?.[1];
  if (digit !== undefined) return toTalk(Number(digit), screen);
  if (code === "KeyG") screen.guide.value = !screen.guide.value;
  else if (code === "KeyB") screen.hidesWords.value = !screen.hidesWords.value;
  else return false;
  return true;
}

function toTalk(number: number, { room }: Screen): boolean {
  const talk = room.talks.value.find((one) => one.number === number);
  if (!talk) return false;
  room.show(talk.facts.conversation);
  focusField();
  return true;
}

function single(key: string, screen: Screen, room: HTMLElement): boolean {
  switch (key) {
    case "j":
    case "ArrowDown":
      return step(room, 1, key);
    case "k":
    case "ArrowUp":
      return step(room, -1, key);
    case "?":
      screen.step.value = "keys";
      return true;
    case "s":
      return focusField();
    default:
      return false;
  }
}

/** The arrows scroll wherever they are not in the lists. */
function step(room: HTMLElement, by: 1 | -1, key: string): boolean {
  const all = [...room.querySelectorAll<HTMLElement>(".room-side [data-nav]:not(:disabled)")];
  const at = all.findIndex((one) => one === document.activeElement);
  if (at < 0 && key.startsWith("Arrow")) return false;
  const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by;
  all[Math.max(0, Math.min(next, all.length - 1))]?.focus();
  return all.length > 0;
}

function toLists(room: HTMLElement): boolean {
  const all = room.querySelectorAll<HTMLElement>(".room-side [data-nav]:not(:disabled)");
  const current = room.querySelector<HTMLElement>(".room-side [aria-current]");
  (current ?? all[0])?.focus();
  return true;
}

export function focusField(): boolean {
  const field = document.getElementById("room-field");
  field?.focus();
  return field !== null;
}
