import { useEffect } from "preact/hooks";
import type { DeskRoom } from "./rooms.browser.ts";
import type { Staff } from "./staff.browser.ts";

/** As screen readers tell it. Alt and a number alone belong to the conversations. */
export const roomKeys = (at: number): string => `Alt+Shift+${at + 1}`;

/** From room to room without a mouse: what is read next is the room, not the bar above it. */
export function useRoomKeys(staff: Staff, rooms: readonly DeskRoom[], isCovered: boolean): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const number = /^Digit([1-9])$/.exec(event.code)?.[1];
      if (number === undefined || !event.altKey || !event.shiftKey || event.ctrlKey) return;
      const room = rooms[Number(number) - 1];
      if (!room || isCovered) return;
      event.preventDefault();
      staff.goTo(room.key);
      document.querySelector<HTMLElement>("#desk-content")?.focus();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [rooms.map(({ key }) => key).join(), isCovered]);
}
