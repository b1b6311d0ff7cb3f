export const counsellingPaths = {
  board: "/desk/api/counselling/board",
  move: "/desk/api/counselling/move",
  times: "/desk/api/counselling/times",
  publish: "/desk/api/counselling/publish",
  withdraw: "/desk/api/counselling/withdraw",
  give: "/desk/api/counselling/give",
  unbook: "/desk/api/counselling/unbook",
  supporters: "/desk/api/counselling/supporters",
  offer: "/desk/api/counselling/supporters/offer",
  ask: "/desk/api/counselling/supporters/ask",
  reply: "/desk/api/counselling/supporters/reply",
  end: "/desk/api/counselling/supporters/end",
  reminder: "/desk/api/counselling/reminder",
  remind: "/desk/api/counselling/reminder/set",
} as const;

/** Hers, with the token that her words make. */
export const talkPaths = {
  times: "/contact/api/counselling/times",
  book: "/contact/api/counselling/book",
  cancel: "/contact/api/counselling/cancel",
  alone: "/contact/api/counselling/alone",
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
  readonly companion: Companion;
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

/** Whether, and where, a counsellor is reminded of her talks. */
export interface ReminderView {
  readonly address: string | null;
  /** The jour has mail to send by. */
  readonly canSend: boolean;
}

/** Where a supporter comes along. The marks are those of our own form. */
export const VISITS = ["police", "lawyer", "social-services", "court", "health-care"] as const;
export type Visit = (typeof VISITS)[number];

/** What a member is willing to. Her own to change. */
export interface Willing {
  readonly visits: readonly Visit[];
  /** Towns; none means anywhere. */
  readonly places: readonly string[];
  /** Weekdays, 1 is Monday; none means any. */
  readonly days: readonly number[];
}

export type AskState =
  | "asked"
  | "yes"
  | "no"
  | "ended-by-her"
  | "ended-by-team"
  | "ended-by-supporter";

export interface SupporterView extends Willing {
  readonly id: string;
  readonly name: string;
  readonly mine: boolean;
}
export interface AskView {
  readonly mailbox: string;
  readonly member: string;
  readonly name: string;
  readonly mine: boolean;
  readonly state: AskState;
  readonly alias: string;
}
/** Of those who may read requests. */
export interface Supporters {
  readonly willing: readonly SupporterView[];
  readonly asks: readonly AskView[];
}

/** Hers: nobody asked, asked, somebody comes, that one cannot any more, or she has called it off. */
export interface Companion {
  readonly state: "none" | "asked" | "found" | "lost" | "ended";
  /** What the supporter wants to be called; empty until one is found. */
  readonly alias: string;
}
