const desk = "/desk/api/association";
export const meetingPaths = {
  list: `${desk}/meetings`,
  save: `${desk}/meeting`,
  drop: `${desk}/drop-meeting`,
  call: `${desk}/call`,
  stage: `${desk}/meeting-stage`,
  presence: `${desk}/presence`,
  minutes: `${desk}/minutes`,
  minutesOf: `${desk}/minutes-of`,
  adjust: `${desk}/adjust`,
  adjusters: `${desk}/adjusters`,
} as const;

export interface AgendaItem {
  readonly title: string;
  /** What a member needs to know before the meeting; may be empty. */
  readonly text: string;
}

export const MEETING_LIMIT = { title: 120, place: 300, items: 60, item: 200, text: 4000 } as const;
/** `each`: of one member to one meeting. With its title and her name it fits into an item of the agenda. */
export const MOTION_LIMIT = { title: 120, text: 3500, each: 5 } as const;
export const MOST_ADJUSTERS = 4;
export const MINUTES_LIMIT = 60_000;
export const MOST_VERSIONS = 200;

export const STAGES = ["planned", "called", "open", "held"] as const;
export type MeetingStage = (typeof STAGES)[number];

/** What is said of a meeting to those who are called. */
export interface MeetingText {
  readonly title: string;
  readonly place: string;
  readonly agenda: readonly AgendaItem[];
  /** The last day on which members write motions on their own pages; null: not that way. */
  readonly motionsUntil: string | null;
}

export interface Motion {
  readonly id: string;
  readonly member: string;
  readonly title: string;
  readonly text: string;
  /** The day on which she wrote it. */
  readonly on: string;
}

/** Who is asked to adjust the minutes, and which version she has confirmed. */
export interface Adjuster {
  readonly member: string;
  readonly confirmed: number | null;
}

export interface Present {
  readonly member: string;
  readonly hasVote: boolean;
  readonly byHerself: boolean;
}

/** How the mails of the call stand. */
export interface CallProgress {
  /** Not handed over yet, or handed over and not sent. */
  readonly waiting: number;
  /** Of these a try has failed, and another follows. */
  readonly tried: number;
  readonly sent: number;
  /** The members whom it did not reach, and nobody tries any more. */
  readonly failed: readonly string[];
}

export interface Meeting extends MeetingText {
  readonly id: string;
  readonly stage: MeetingStage;
  /** ISO 8601. */
  readonly startsAt: string;
  readonly endsAt: string;
  /** Of which year the fee must be noted for a vote; null: every member has one. */
  readonly feeYear: number | null;
  /** How many times it was called. */
  readonly sequence: number;
  readonly calls: CallProgress;
  readonly present: readonly Present[];
  readonly motions: readonly Motion[];
  /** Nobody once they are locked. */
  readonly adjusters: readonly Adjuster[];
  /** When attendance was closed: how many were there. */
  readonly counted: { readonly present: number; readonly votes: number } | null;
  readonly adjusted: { readonly on: string; readonly by: readonly string[] } | null;
  readonly version: number;
  /** False when it was sealed under a secret that the house has lost. */
  readonly isReadable: boolean;
}

export interface MinutesVersion {
  readonly number: number;
  readonly text: string;
  /** Name at the desk; empty when she has left. */
  readonly by: string;
  readonly on: string;
}

/** As it is written; a time of Sweden, as 2026-11-30T13:00. */
export interface WrittenMeeting extends MeetingText {
  readonly id: string;
  readonly version: number;
  readonly starts: string;
  readonly minutes: number;
  readonly feeYear: number | null;
}
