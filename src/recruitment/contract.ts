import type { Answers, Said } from "../forms/index.ts";

export const recruitmentPaths = {
  board: "/desk/api/recruitment/board",
  move: "/desk/api/recruitment/move",
  round: "/desk/api/recruitment/round",
  settings: "/desk/api/recruitment/settings",
  publish: "/desk/api/recruitment/publish",
  withdraw: "/desk/api/recruitment/withdraw",
} as const;

/** Hers who applies: what is open to everybody, and what hangs on the token that her words make. */
export const applicantPaths = {
  notice: "/contact/api/recruitment/notice",
  begin: "/contact/api/recruitment/begin",
  hers: "/contact/api/recruitment/hers",
  take: "/contact/api/recruitment/take",
  leave: "/contact/api/recruitment/leave",
} as const;

export const VOLUNTEER_PAGE = "/bli-volontar";
/** The same without script. */
export const APPLY_PLAIN = "/contact/plain/apply";
/** Choosing a time, or giving it back, in an open mailbox. */
export const SEAT_PLAIN = "/contact/plain/seat";

export interface RoundWords {
  readonly title: Said;
  readonly text: Said;
}

export interface Round {
  readonly id: string;
  readonly words: RoundWords;
  /** Days, as 2026-11-30. */
  readonly opensOn: string;
  readonly endsOn: string;
  readonly keepMonths: number;
  readonly version: number;
}

/** What the jour asks of whoever applies. She states it herself; nobody looks it up. */
export interface Condition {
  readonly id: string;
  readonly text: Said;
  /** Without it she cannot apply. */
  readonly required: boolean;
}

export interface RecruitmentSettings {
  readonly conditions: readonly Condition[];
  /** Drafts of the answers; whoever sends one changes it as she likes. */
  readonly invited: Said;
  readonly welcome: Said;
  readonly declined: Said;
}

export const KINDS = ["information", "interview"] as const;
export type MeetingKind = (typeof KINDS)[number];

export interface MeetingView {
  readonly id: string;
  readonly kind: MeetingKind;
  /** ISO 8601. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: string;
  readonly seatsLeft: number;
}

/** What everybody may know. */
export interface Notice {
  /** The round that is open today, or else the next. */
  readonly round: Round | null;
  readonly isOpen: boolean;
  /** Days until the last day; 0 on it. Null while none is open. */
  readonly daysLeft: number | null;
  readonly conditions: readonly Condition[];
  /** Information meetings ahead. */
  readonly meetings: readonly MeetingView[];
}

export const STAGES = [
  "interested",
  "applied",
  "invited",
  "talked",
  "welcome",
  "declined",
] as const;
export type Stage = (typeof STAGES)[number];

/** How it stands with her, for herself. */
export interface Hers {
  readonly stage: Stage;
  /** The day on which all of it is deleted at the latest. */
  readonly deleteOn: string;
  readonly mine: readonly MeetingView[];
  readonly free: readonly MeetingView[];
}

export interface Standing {
  /** The mailbox's id, base64url. */
  readonly mailbox: string;
  readonly stage: Stage;
  readonly round: string | null;
  readonly deleteOn: string;
  /** Named by who changes it: a colleague's change is never overwritten. */
  readonly version: number;
}

export interface TeamMeeting extends MeetingView {
  readonly host: string;
  readonly mine: boolean;
  readonly taken: readonly string[];
}

export interface Board {
  readonly rounds: readonly Round[];
  readonly standings: readonly Standing[];
  readonly meetings: readonly TeamMeeting[];
  readonly settings: RecruitmentSettings;
  /** 0 while the jour has saved none of her own. */
  readonly settingsVersion: number;
}

/** An application that somebody has made up; `stage`: how far it has come. */
export interface DemoApplication {
  readonly name: string;
  readonly reach: string;
  readonly stage: Stage;
  readonly answers: Answers;
}
