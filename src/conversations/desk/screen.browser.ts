import { signal } from "@preact/signals";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { ShiftFace } from "../../site/index.ts";
import type { AcuteId } from "../acute-guide.ts";
import type { Bell } from "./bell.browser.ts";
import type { DeskRoom } from "./desk-room.browser.ts";

/** What lies open over or beside the conversation. */
export type Step =
  | "call"
  | "hand-over"
  | "end"
  | "release"
  | "leave"
  | "block"
  | "keys"
  | "letters";

/** What can be unfolded in the guide. */
export type GuideFold = AcuteId | "routine";

/** Resolves to whether it was counted. */
export type CountHard = (by: 1 | -1) => Promise<boolean>;

/** How she has set her screen: kept by this page only, and forgotten with it. */
export class Screen {
  readonly room: DeskRoom;
  readonly bell: Bell;
  readonly face: ShiftFace | null;
  readonly lock: () => void;
  readonly countHard: CountHard | undefined;
  /** The seeker's words are blurred until they are looked at. */
  readonly hidesWords = signal(false);
  readonly enterSends = signal(matchMedia("(hover: hover) and (pointer: fine)").matches);
  readonly guide = signal(false);
  readonly topic = signal<GuideFold | null>(null);
  readonly step = signal<Step | null>(null);

  constructor(parts: Pick<Screen, "room" | "bell" | "face" | "lock" | "countHard">) {
    this.room = parts.room;
    this.bell = parts.bell;
    this.face = parts.face;
    this.lock = parts.lock;
    this.countHard = parts.countHard;
  }
}

export const ScreenContext = createContext<Screen | null>(null);

export function useScreen(): Screen {
  const screen = useContext(ScreenContext);
  if (!screen) throw new Error("outside of the room");
  return screen;
}
