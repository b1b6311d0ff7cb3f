export const counsellingPaths = {
  board: "/desk/api/counselling/board",
  move: "/desk/api/counselling/move",
  times: "/desk/api/counselling/times",
  publish: "/desk/api/counselling/publish",
  withdraw: "/desk/api/counselling/withdraw",
  give: "/desk/api/counselling/give",
  unbook: "/desk/api/counselling/unbook",
  supporters: "/desk/api/counselling/supporters",
  ask: "/desk/api/counselling/supporters/ask",
  tell: "/desk/api/counselling/supporters/tell",
  told: "/desk/api/counselling/supporters/told",
  end: "/desk/api/counselling/supporters/end",
  own: "/desk/api/counselling/accompany",
  offer: "/desk/api/counselling/accompany/offer",
  reply: "/desk/api/counselling/accompany/reply",
  stop: "/desk/api/counselling/accompany/stop",
  answer: "/desk/api/counselling/accompany/answer",
  seen: "/desk/api/counselling/accompany/seen",
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

/** Whether, and where, a member is told by a neutral mail. */
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
  /** X-Wing, base64url; the browser holds it to the signed directory. */
  readonly sealKey: string;
}
export interface AskView {
  readonly mailbox: string;
  readonly member: string;
  /** Empty when she has left. */
  readonly name: string;
  readonly mine: boolean;
  readonly state: AskState;
  readonly alias: string;
  /** The newest between her and the team is hers. */
  readonly wrote: boolean;
}
/** For those who may read requests: all of the jour who are willing and in order. */
export interface Supporters {
  readonly willing: readonly SupporterView[];
  readonly asks: readonly AskView[];
}

/** What was written between one who is asked and the team, sealed; while it holds. */
export interface Told {
  /** base64url; null where she was asked before there were briefs. */
  readonly ask: string | null;
  readonly briefs: readonly string[];
}

/** A member's own: what she is willing to, and what she is asked. */
export interface OwnAsk extends Told {
  readonly mailbox: string;
  readonly state: AskState;
  readonly alias: string;
  /** Somebody else has said yes: nothing of it is shown any more. */
  readonly taken: boolean;
}
export interface Accompanying {
  readonly willing: Willing | null;
  /** Why she is not asked just now, by the rules for staff. */
  readonly hold: string | null;
  readonly asks: readonly OwnAsk[];
  readonly endings: readonly Ending[];
  /** The statement of the intake team's newest key, to which her answers are sealed; null where there is none. */
  readonly teamKey: string | null;
}

/** She whom it was about has deleted everything, or her mailbox has expired: not which. */
export interface Ending {
  readonly id: string;
  readonly why: "deleted" | "expired";
  readonly hadSaidYes: boolean;
}

/** Hers: nobody asked, asked, somebody comes, that one cannot any more, or she has called it off. */
export interface Companion {
  readonly state: "none" | "asked" | "found" | "lost" | "ended";
  /** What the supporter wants to be called; empty until one is found. */
  readonly alias: string;
}
