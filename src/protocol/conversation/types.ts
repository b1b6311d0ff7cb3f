import type { RefusalCode } from "../refusal.ts";
import type { Suite } from "../suite/types.ts";
import type { TrustBundle } from "../trust/types.ts";

export type Role = "seeker" | "volunteer";
export type Reason = "take" | "join" | "return";

export interface MemberView {
  /** 16 bytes, made fresh by each tab. */
  readonly tab: Uint8Array;
  readonly role: Role;
  /** What the volunteer calls herself this shift; empty for the seeker. */
  readonly alias: string;
  readonly self: boolean;
}

export type SessionEvent =
  | { type: "joining"; tab: Uint8Array; alias: string; reason: Reason }
  | { type: "members"; members: MemberView[] }
  | {
      type: "message";
      /** 32 hex digits. */
      id: string;
      tab: Uint8Array;
      role: Role;
      alias: string;
      mine: boolean;
      text: string;
      seq: number;
      /** Told again by the seeker's tab from its memory, after a join or a return. */
      replayed: boolean;
    }
  | { type: "logged"; id: string; seq: number }
  | { type: "receipt"; tab: Uint8Array; role: Role; delivered: number; seen: number }
  | { type: "note"; tab: Uint8Array; alias: string; text: string }
  /** `confirmed`: everything that the one who ended had sent and seen was received here. */
  | { type: "ended"; role: Role; confirmed: boolean }
  /** Counters `from`..`to` of that tab never arrived. */
  | { type: "missing"; tab: Uint8Array; from: number; to: number }
  /** `late-epoch` is harmless: an honest frame overtaken by a new epoch, sent again by its author. */
  | { type: "refused"; code: RefusalCode; seq: number };

export interface Step {
  /** Frames to append to the log, in this order. */
  send: Uint8Array[];
  events: SessionEvent[];
}

export type Self =
  | { role: "seeker" }
  /** `duty`: the bytes of the duty statement; `dutySeed`: its Ed25519 seed. */
  | { role: "volunteer"; duty: Uint8Array; dutySeed: Uint8Array };

/** What is one tab's alone: its name, and the seeds of its keys with what others see of them. */
export interface TabKeys {
  tab: Uint8Array;
  signSeed: Uint8Array;
  sealSeed: Uint8Array;
  key: Uint8Array;
  seal: Uint8Array;
}

export interface SessionOptions {
  suite: Suite;
  /** 16 bytes. */
  conversation: Uint8Array;
  self: Self;
  /** Made ahead by `makeTabKeys`; the session owns them from here on. */
  keys?: TabKeys;
  /** The newest bundle that the app holds; asked again at every verification. */
  trust: () => TrustBundle;
  /** SHA-256 of the jour's first root statement, where the app knows it by another way than the server. */
  fingerprint?: Uint8Array;
  /** 16 bytes each. */
  jour: Uint8Array;
  face: Uint8Array;
  /** Milliseconds since 1970. */
  now: () => number;
}

/**
 * One tab's side of one conversation. Calls must be serialised by the caller.
 * `receive` never throws on what others sent (it reports `refused`); the verbs throw `Refusal`.
 */
export interface Session {
  readonly tab: Uint8Array;
  readonly members: MemberView[];
  /** Walks the chain of trust ahead of need; a fault in it is told when it matters. */
  prepare(): Promise<Step>;
  hello(reason: Reason): Promise<Step>;
  receive(frame: { seq: number; payload: Uint8Array }): Promise<Step>;
  admit(tab: Uint8Array): Promise<Step>;
  /** Throws `text-too-long` beyond 15 360 bytes of UTF-8, `no-epoch` while nobody is there. */
  write(text: string): Promise<Step & { id: string }>;
  receipt(o: { delivered: number; seen: number }): Promise<Step>;
  note(tab: Uint8Array, text: string): Promise<Step>;
  leave(): Promise<Step>;
  end(): Promise<Step>;
  rekeyIfDue(): Promise<Step>;
  /** Zeroes keys and forgets the transcript. */
  erase(): void;
}
