// Shapes of duty that cross the wire; all bytes are base64url without padding.

export const shiftPaths = {
  mine: "/desk/api/duty",
  start: "/desk/api/duty/start",
  stop: "/desk/api/duty/stop",
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
