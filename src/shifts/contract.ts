// Shapes of duty that cross the wire; all bytes are base64url without padding.

import type { DoorWhy } from "./door.ts";

export const shiftPaths = {
  mine: "/desk/api/duty",
  start: "/desk/api/duty/start",
  stop: "/desk/api/duty/stop",
  doors: "/desk/api/doors",
  turn: "/desk/api/doors/turn",
  announce: "/desk/api/doors/announce",
  set: "/desk/api/doors/set",
  call: "/desk/api/doors/call",
  move: "/desk/api/doors/move",
  reserves: "/desk/api/doors/reserves",
} as const;

/** POST start. The browser made the signing key and the statement; the server checks and keeps them. */
export interface DutyStart {
  readonly face: string;
  readonly statement: string;
  readonly sealedSeed: string;
  /** How many conversations at once she wants, 1 to 8. */
  readonly capacity: number;
}

/** GET mine (or null), and the answer of start. */
export interface DutyView {
  readonly duty: string;
  readonly face: string;
  readonly alias: string;
  readonly statement: string;
  readonly sealedSeed: string;
  readonly capacity: number;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** POST stop. Refused with 'conversations-open' while she is in one. */
export interface DutyStop {
  readonly duty: string;
}

/** POST doors: the chat of each face, as whoever is on call sees it. Counts and waits, nothing of what is said. */
export interface DoorsView {
  /** Whether she may turn doors: whoever is on call now, and coordinators. */
  readonly mayTurn: boolean;
  readonly doors: readonly FaceDoor[];
}
export interface FaceDoor {
  readonly face: string;
  readonly name: string;
  readonly open: boolean;
  readonly why: DoorWhy;
  readonly present: number;
  readonly needed: number;
  readonly waiting: number;
  /** Of the one who has waited longest, in whole minutes. */
  readonly longestMinutes: number;
  /** Milliseconds since 1970. */
  readonly opensAt: number | null;
  readonly endsAt: number | null;
  /** Somebody on the shift asks for whoever is on call, since then. */
  readonly calledAt: number | null;
  readonly settings: { readonly needed: number; readonly lastEntryMinutes: number };
}
