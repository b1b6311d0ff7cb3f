// What crosses the wire of the letters. Bytes travel as base64url without padding.

import type { MailFault } from "../platform/mail/index.ts";
import type { EnquiryTeam } from "../platform/teams.ts";

export const letterPaths = {
  /** What she needs before she writes. */
  start: "/contact/api/letters/start",
  open: "/contact/api/letters/open",
  read: "/contact/api/letters/read",
  write: "/contact/api/letters/write",
  mark: "/contact/api/letters/mark",
  attach: "/contact/api/letters/attach",
  chunk: "/contact/api/letters/chunk",
  erase: "/contact/api/letters/erase",
} as const;

export const inboxPaths = {
  inbox: "/desk/api/letters/inbox",
  read: "/desk/api/letters/read",
  claim: "/desk/api/letters/claim",
  release: "/desk/api/letters/release",
  handOver: "/desk/api/letters/hand-over",
  answer: "/desk/api/letters/answer",
  note: "/desk/api/letters/note",
  draft: "/desk/api/letters/draft",
  mark: "/desk/api/letters/mark",
  attach: "/desk/api/letters/attach",
  chunk: "/desk/api/letters/chunk",
  keys: "/desk/api/letters/keys",
  newKey: "/desk/api/letters/new-key",
  shares: "/desk/api/letters/shares",
  settings: "/desk/api/letters/settings",
} as const;

/** Pages without script. What they show is shown once, under a random name. */
export const plainPaths = {
  start: "/contact/plain",
  write: "/contact/plain/write",
  read: "/contact/plain/read",
  once: "/contact/plain/once/:ticket",
  more: "/contact/plain/more",
  look: "/contact/plain/look",
  erase: "/contact/plain/delete",
} as const;

/** Who opens it: those who answer letters, who receive requests to the counselling service, who recruit, or who read enquiries. */
export type TeamName = "letters" | "intake" | "recruiters" | EnquiryTeam;
/** `mail`: came as ordinary mail, and is answered by ordinary mail. */
export type MailboxKind = "sealed" | "plain" | "mail";

/** How it stands with an answer that goes out as ordinary mail, while there is something to tell. */
export interface Sending {
  readonly fault: MailFault | null;
  /** Given up: nobody tries any more. */
  readonly dead: boolean;
  /** It has gone: told only where it may have gone twice. */
  readonly sent: boolean;
  /** A try ended without an answer: it may have arrived then. */
  readonly unsure: boolean;
}

/** The range in which answers usually come; null while too few are known. */
export type AnswerTime =
  | "within-12-hours"
  | "within-24-hours"
  | "within-2-days"
  | "within-4-days"
  | "within-7-days"
  | "longer";

export interface LetterStart {
  /** The current team key's statement; null when nobody has signed one in time: then letters are closed. */
  readonly teamKey: string | null;
  readonly daysKept: number;
  readonly answerTime: AnswerTime | null;
}

export interface MailboxOpened {
  /** YYYY-MM-DD */
  readonly expiresOn: string;
}

/** A correspondence as its readers get it; what is for the team alone is only in `TeamMailboxView`. */
export interface MailboxView {
  readonly id: string;
  readonly team: TeamName;
  readonly mailbox: string;
  readonly letters: readonly string[];
  readonly marks: { readonly seeker: string | null; readonly team: string | null };
  /** Statements of every team key that a letter names. */
  readonly teamKeys: readonly string[];
  readonly expiresOn: string;
}

export interface TeamMailboxView extends MailboxView {
  readonly kind: MailboxKind;
  readonly sending: Sending | null;
  readonly notes: readonly string[];
  readonly draft: string | null;
  readonly claim: Claim | null;
}

export interface Claim {
  readonly by: { readonly id: string; readonly name: string };
  readonly mine: boolean;
}

export interface InboxEntry {
  readonly id: string;
  readonly face: string;
  readonly kind: MailboxKind;
  readonly letters: number;
  /** The hour since which her letter waits (ISO 8601); null when it is answered. */
  readonly waitingSince: string | null;
  readonly activeOn: string;
  readonly expiresOn: string;
  readonly claim: Claim | null;
  readonly hasDraft: boolean;
  readonly sending: Sending | null;
}

export interface Inbox {
  readonly entries: readonly InboxEntry[];
  readonly team: readonly { readonly id: string; readonly name: string }[];
}

/** What a member's desk needs to keep the team's keys in order. */
export interface TeamKeysView {
  readonly keys: readonly {
    readonly statement: string;
    readonly id: string;
    /** Her own share; null when nobody has shared it with her yet. */
    readonly share: string | null;
    /** Members of the team who lack it, with the keys to seal it to. */
    readonly missing: readonly { readonly member: string; readonly sealKey: string }[];
  }[];
  /** Who belongs to the team now: a new key is sealed to these. */
  readonly team: readonly { readonly member: string; readonly sealKey: string }[];
  /** Why a delegate should make a new key now. */
  readonly rotate: "none-yet" | "week-over" | "somebody-left" | "nobody-holds-it" | null;
}

/** Chunks of one attachment are taken only when a letter names it. */
export interface ChunkPlace {
  readonly attachment: string;
  readonly place: number;
}
