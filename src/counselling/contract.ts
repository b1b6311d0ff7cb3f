export const counsellingPaths = {
  board: "/desk/api/counselling/board",
  move: "/desk/api/counselling/move",
  times: "/desk/api/counselling/times",
  publish: "/desk/api/counselling/publish",
  withdraw: "/desk/api/counselling/withdraw",
  give: "/desk/api/counselling/give",
  unbook: "/desk/api/counselling/unbook",
} as const;

/** Hers, with the token that her words make. */
export const talkPaths = {
  times: "/contact/api/counselling/times",
  book: "/contact/api/counselling/book",
  cancel: "/contact/api/counselling/cancel",
} as const;

export const PLACES = ["room", "phone", "chat"] as const;
export type Place = (typeof PLACES)[number];

export interface TimeView {
  readonly id: string;
  /** ISO 8601. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: Place;
}

export interface SeekerTimes {
  readonly mine: readonly TimeView[];
  readonly free: readonly TimeView[];
  /** Only once the team has answered: nobody fills the calendar unseen. */
  readonly mayChoose: boolean;
}

export interface TeamTime extends TimeView {
  readonly counsellor: string;
  readonly mine: boolean;
  /** Which request has it; null while it is free. */
  readonly mailbox: string | null;
}
export interface TeamTimes {
  readonly times: readonly TeamTime[];
}

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
