export const counsellingPaths = {
  board: "/desk/api/counselling/board",
  move: "/desk/api/counselling/move",
} as const;

export const STAGES = ["new", "contacted", "waiting", "booked", "closed"] as const;
export type Stage = (typeof STAGES)[number];

/** Why a request was closed. Coarse on purpose: what was said stays in the letters. */
export const REASONS = [
  "helped",
  "referred",
  "declined",
  "no-answer",
  "not-for-us",
  "full",
  "other",
] as const;
export type Reason = (typeof REASONS)[number];

export interface Standing {
  /** The mailbox's id, base64url. */
  readonly mailbox: string;
  readonly stage: Stage;
  readonly reason: Reason | null;
  /** Named by who changes it: a colleague's change is never overwritten. */
  readonly version: number;
}

/** Requests that are not named here are new, at version 0. */
export interface Board {
  readonly standings: readonly Standing[];
}
