// Every shape that crosses the wire for conversations. Types and constants only: the contact app
// imports this file and must not carry a schema library for it (schemas.server.ts parses the same shapes).

import type { Door } from "../site/index.ts";
import type { Language } from "../ui/languages.ts";

export type { Door, Language };

export const paths = {
  live: "/live",
  livePoll: "/live/poll",
  status: "/contact/api/status",
  trust: "/contact/api/trust",
  challenge: "/contact/api/challenge",
  open: "/contact/api/open",
  end: "/contact/api/end",
  leave: "/contact/api/leave",
  liveTicket: "/desk/api/live-ticket",
  take: "/desk/api/conversations/take",
  call: "/desk/api/conversations/call",
  join: "/desk/api/conversations/join",
  decline: "/desk/api/conversations/decline",
  leaveAsVolunteer: "/desk/api/conversations/leave",
  release: "/desk/api/conversations/release",
  endAsVolunteer: "/desk/api/conversations/end",
  block: "/desk/api/conversations/block",
  agreeToBlock: "/desk/api/conversations/block/agree",
} as const;

/** 16 random bytes in base64url without padding. */
export type ConversationId = string;
/** A uuid: one shift of one member. */
export type DutyId = string;
/** Whole minutes, [at least, at most]; `null` while too few have waited to say anything honest. */
export type Estimate = readonly [number, number] | null;

/** GET paths.status → is somebody there now, and how long is the queue? Asked before anything is written. */
export interface ContactStatus {
  readonly open: boolean;
  readonly waiting: number;
  readonly estimate: Estimate;
  /** How long a side may be away before the conversation ends by itself. */
  readonly graceMinutes?: number;
}

/** GET paths.trust → what the protocol checks a volunteer against; all base64url. */
export interface Trust {
  readonly log: readonly string[];
  readonly directory: string;
}

/** POST paths.challenge. `pass` (from an earlier opening in the same tab) draws on the budget of those who return. */
export interface ChallengeRequest {
  readonly pass?: string;
}

/** An ALTCHA v2 challenge (PBKDF2/SHA-256). `steps` is the most that solving can take: for the progress bar. */
export interface ChallengeAnswer {
  readonly challenge: { readonly parameters: Record<string, unknown>; readonly signature: string };
  readonly steps: number;
}

export interface Proof {
  readonly challenge: { readonly parameters: Record<string, unknown>; readonly signature: string };
  readonly solution: { readonly counter: number; readonly derivedKey: string };
}

/**
 * POST paths.open; jour and face come from the host. Codes: closed, proof-invalid, proof-outdated and
 * proof-spent (ask for a new challenge once), limit-reached (too many wait already), try-again.
 */
export interface OpenRequest {
  readonly door: Door;
  readonly language: Language;
  readonly proof: Proof;
}

/** `token` goes in the first text frame of the link and in the body of end and leave; keep it in memory only. */
export interface OpenAnswer {
  readonly conversation: ConversationId;
  readonly token: string;
  readonly pass: string;
}

/** POST paths.end (answered when everything is destroyed) and paths.leave (the beacon: also clears storage). */
export interface SeekerEnd {
  readonly token: string;
}

/** POST MOVE: her answer to `move-asked`. Codes: not-found (nobody asks any more, or she is taken), try-again. */
export interface MoveAnswer {
  readonly token: string;
  readonly yes: boolean;
}

/** POST paths.liveTicket → good for one sign-in to the link within a minute. */
export interface LiveTicket {
  readonly ticket: string;
}

/** Body of take, join, decline, leave, release, end, block. */
export interface ConversationRequest {
  readonly conversation: ConversationId;
}

/** POST paths.call: `handOver` only tells the called one why; handing over is call, join, note, leave. */
export interface CallRequest extends ConversationRequest {
  readonly duty: DutyId;
  readonly handOver: boolean;
}

/** Answer of block: alone on duty it is done at once (and counted for review); else a colleague must agree. */
export interface BlockAnswer {
  readonly done: boolean;
}

/** One who waits, as every volunteer on duty for the face sees her. Nothing else is known. */
export interface WaitingView {
  readonly conversation: ConversationId;
  readonly face: string;
  readonly door: Door;
  readonly language: Language;
  /** Milliseconds since the epoch. */
  readonly since: number;
  /** True when she had somebody who had to let go: she stands first. */
  readonly again: boolean;
}

export interface MineView {
  readonly conversation: ConversationId;
  readonly face: string;
  readonly door: Door;
  readonly language: Language;
  readonly since: number;
  /** 'called': a colleague asks for you; answer with join or decline. */
  readonly state: "in" | "called";
  readonly calledBy: DutyId | null;
  readonly handOver: boolean;
  /** Duties now in the conversation, mine included. */
  readonly volunteers: readonly DutyId[];
}

export interface ColleagueView {
  readonly duty: DutyId;
  readonly alias: string;
  readonly face: string;
  readonly load: number;
  readonly limit: number;
  readonly me: boolean;
}

/** A colleague asks that a seeker's tab be blocked: agree with paths.agreeToBlock. */
export interface BlockAskedView {
  readonly conversation: ConversationId;
  readonly by: DutyId;
}

/** Text frame `{"t":"room", ...}`: the whole room, sent again when something changed. */
export interface RoomView {
  readonly t: "room";
  /** Those who stand first; `waitingTotal` counts all. */
  readonly waiting: readonly WaitingView[];
  readonly waitingTotal?: number;
  readonly mine: readonly MineView[];
  readonly colleagues: readonly ColleagueView[];
  readonly blocks: readonly BlockAskedView[];
}

/** Frame kind 0 in the log: what the server itself says, as its JSON payload. Frame 1 is always `opened`. */
export type ServerEvent =
  | {
      readonly e: "opened";
      readonly jour: string;
      readonly face: string;
      readonly door: Door;
      readonly language: Language;
      readonly at: number;
    }
  | { readonly e: "taken"; readonly duty: DutyId; readonly at: number }
  | {
      readonly e: "called";
      readonly duty: DutyId;
      readonly by: DutyId;
      readonly handOver: boolean;
      readonly at: number;
    }
  | { readonly e: "joined"; readonly duty: DutyId; readonly at: number }
  | { readonly e: "declined"; readonly duty: DutyId; readonly at: number }
  | { readonly e: "left"; readonly duty: DutyId; readonly at: number }
  | { readonly e: "released"; readonly duty: DutyId; readonly at: number }
  | { readonly e: "block-asked"; readonly by: DutyId; readonly at: number }
  /** Whoever is on call asks one who waits whether another face of the jour may take her. */
  | { readonly e: "move-asked"; readonly face: string; readonly name: string; readonly at: number }
  | { readonly e: "moved"; readonly face: string; readonly at: number }
  | { readonly e: "move-declined"; readonly at: number };

/** Why a channel was closed. After `ended`, `abandoned`, `expired` and `gone` nothing is left on the server. */
export type ClosedCode = "ended" | "abandoned" | "expired" | "gone" | "left" | "refused";

/** What the server may refuse of what one side says, and the other codes do not cover: the log is full. */
export type ServerRefusal = "conversation-full";

/**
 * Text frame `place`, seekers only. `open` false: the last volunteer of this face went home; offer a letter.
 * `full`: more wait before her than those on duty can take; another jour may be offered.
 */
export interface PlaceView {
  readonly t: "place";
  readonly ch: number;
  readonly place: number;
  readonly estimate: Estimate;
  readonly open: boolean;
  readonly full: boolean;
}

/** Text frame `present`, both sides: who has a living connection just now. */
export interface PresentView {
  readonly t: "present";
  readonly ch: number;
  readonly seeker: boolean;
  readonly volunteers: number;
}
