// Shapes of care for those who answer. Moments are milliseconds since 1970; days such as 2026-12-24,
// months such as 2026-12; bytes are base64url without padding.

const base = "/desk/api/care";
export const carePaths = {
  mine: `${base}/mine`,
  hard: `${base}/hard`,
  overview: `${base}/overview`,
  sessions: `${base}/sessions`,
  lead: `${base}/lead`,
  readers: `${base}/readers`,
  write: `${base}/write`,
  open: `${base}/open`,
  remove: `${base}/remove`,
} as const;

/** For how many days a note may be kept. */
export const KEEP_DAYS = [14, 30, 90] as const;

export interface MonthLoad {
  readonly month: string;
  readonly shifts: number;
  /** On shift in the chat or at the telephone, to the half hour. */
  readonly hours: number;
  /** Weeks or evenings on call behind the shift. */
  readonly onCall: number;
  /** As she has counted them herself. */
  readonly hard: number;
}
/** POST mine: this month first. */
export interface MyLoad {
  readonly months: readonly MonthLoad[];
}

export const HOURS_BANDS = ["none", "few", "usual", "many", "very"] as const;
export type HoursBand = (typeof HOURS_BANDS)[number];
export type HardBand = "none" | "some" | "many";
export interface Bands {
  readonly hours: HoursBand;
  readonly hard: HardBand;
}
/** POST overview, for coordinators: no more than this. */
export interface TeamLoad {
  readonly members: readonly {
    readonly member: string;
    readonly name: string;
    readonly now: Bands;
    readonly before: Bands;
  }[];
}

export interface NoteView {
  readonly id: string;
  readonly author: string;
  readonly authorName: string;
  readonly writtenOn: string;
  readonly deleteOn: string;
}
export interface SessionView {
  readonly id: string;
  readonly title: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly seats: number;
  readonly people: readonly string[];
  readonly lead: { readonly id: string; readonly name: string } | null;
  /** Whether she takes part, or leads it. */
  readonly isMine: boolean;
  /** It has begun, and she was there. */
  readonly mayWrite: boolean;
  /** Empty for those who were not there: not even that there is one is told. */
  readonly notes: readonly NoteView[];
}
/** POST sessions. */
export interface SessionsView {
  readonly sessions: readonly SessionView[];
  /** Who may lead one; empty for those who do not plan. */
  readonly leads: readonly { readonly id: string; readonly name: string }[];
}

/** POST readers {session}: to whom a note has to be sealed, all of them. */
export interface ReadersView {
  readonly readers: readonly {
    readonly id: string;
    readonly name: string;
    readonly sealKey: string;
  }[];
}
/** POST open {note}. */
export interface SealedNote {
  readonly session: string;
  readonly author: string;
  readonly sealed: string;
}
