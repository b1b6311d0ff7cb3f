import type { ShredKey } from "../shred/index.server.ts";
import { RefWindow } from "./ref-window.ts";
import type { Subscription } from "./subscription.server.ts";
import { ID_BYTES, type LogFrame, type NumberedFrame } from "./stored-frame.server.ts";

/** One who is told of a log, from a number on, each frame once and in order. */
export interface Listener {
  /** False asks for a pause: nothing more is delivered until `resume`. */
  frame(frame: NumberedFrame): boolean;
  typing(label: string): void;
  present(): void;
  closed(code: string): void;
}

export interface Pending {
  readonly frame: LogFrame;
  readonly since: number;
  /** Asked at the moment when the frame would be written, with everything before it known. */
  readonly guard: (() => boolean) | undefined;
  readonly settle: (outcome: AppendOutcome) => void;
  /** How far this writer may fill the log; the whole of it unless told. */
  readonly room: LogRoom | undefined;
}

/**
 * What clients have written into one log, and may write. The server's own events do not count: a
 * conversation that is full can still be left, handed over and ended.
 */
export interface LogRoom {
  readonly frames: number;
  readonly bytes: number;
}

/** Twelve hours of two who write every few seconds, receipts and padding included, take half of it. */
export const WHOLE_ROOM: LogRoom = { frames: 40_000, bytes: 32 * 1024 * 1024 };

export type AppendCode = "gone" | "try-again" | "stale-ref" | "not-allowed" | "conversation-full";
export type AppendOutcome =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly code: AppendCode };

export type LogEnd =
  | { readonly ok: true; readonly value: undefined }
  | { readonly ok: false; readonly code: "gone" | "try-again" };

/** What a process holds of one live log: no frames, only where it stands. Ten thousand may wait at once. */
export interface LogRecord {
  readonly id: string;
  readonly key: ShredKey;
  last: number;
  /** Of clients, as it stands in the log: the same after a restart, and on every process. */
  frames: number;
  bytes: number;
  tabs: readonly Tab[];
  pending: readonly Pending[];
  /** Replaced when it changes, so that whoever walks through it is not disturbed. */
  subscriptions: readonly Subscription[];
  state: "live" | "closing" | "gone";
  /** An end that is under way. */
  ending: Promise<LogEnd> | undefined;
  /** A batch holds its next frames, or looks after it: no other may. */
  inBatch: boolean;
  /** A write ended in doubt: look at the database before the next. */
  doubtful: boolean;
}

/** One who has spoken, and what she has said. */
interface Tab {
  by: Uint8Array;
  tab: Uint8Array;
  readonly window: RefWindow;
}
/** Shared by all that have nothing: an array of its own for each costs more than it seems. */
const none: readonly never[] = [];

/** A reload makes a new tab; more than this is no person. */
export const MAX_TABS = 256;

export function newRecord(id: string, key: ShredKey): LogRecord {
  return {
    id,
    key,
    last: 0,
    frames: 0,
    bytes: 0,
    tabs: none,
    pending: none,
    subscriptions: none,
    state: "live",
    ending: undefined,
    inBatch: false,
    doubtful: false,
  };
}

export function addPending(record: LogRecord, pending: Pending): void {
  record.pending = record.pending.length === 0 ? [pending] : [...record.pending, pending];
}

/** Of one log: both sides of a conversation together have far less on their way (LIMITS.inFlight). */
const MAX_PENDING = { frames: 256, bytes: 4 * 1024 * 1024 };

/**
 * While the database is away nobody may fill the memory of all with one log, least of all with what
 * she has no room for.
 */
export function hasMuchPending({ pending }: LogRecord, { frame, room }: Pending): boolean {
  if (pending.length >= MAX_PENDING.frames) return true;
  let bytes = frame.payload.length;
  for (const other of pending) bytes += other.frame.payload.length;
  return bytes > Math.min(MAX_PENDING.bytes, frame.kind === 1 && room ? room.bytes : Infinity);
}

/** False when it has been answered before. */
export function removePending(record: LogRecord, pending: Pending): boolean {
  const before = record.pending;
  const rest =
    before.length === 1 && before[0] === pending ? none : before.filter((one) => one !== pending);
  record.pending = rest;
  return rest.length < before.length;
}

/** The number that the frame already has, or whether it may be written. */
export function findRef(record: LogRecord, frame: LogFrame): number | "new" | "stale" {
  if (frame.kind === 0) return "new";
  const tab = tabOf(record, frame);
  if (tab) return tab.window.find(frame.ref);
  return record.tabs.length < MAX_TABS ? "new" : "stale";
}

/** Takes a durable frame into account. False when it was known already. */
export function noteFrame(record: LogRecord, frame: NumberedFrame): boolean {
  if (frame.seq !== record.last + 1) return false;
  record.last = frame.seq;
  if (frame.kind === 0) return true;
  record.frames++;
  record.bytes += frame.payload.length;
  let tab = tabOf(record, frame);
  if (!tab) {
    tab = { by: frame.by, tab: frame.tab, window: new RefWindow() };
    record.tabs = [...record.tabs, tab];
  }
  tab.window.add(frame.ref, frame.seq);
  return true;
}

/** Sent again while the first is on its way. */
export const isTwin = (a: LogFrame, b: LogFrame): boolean =>
  a.ref === b.ref && a.kind === b.kind && isSame(a.tab, b.tab) && isSame(a.by, b.by);

function tabOf({ tabs }: LogRecord, { by, tab }: LogFrame): Tab | undefined {
  // A channel hands in the very same arrays with every frame: nearly always this is enough.
  for (const known of tabs) if (known.tab === tab && known.by === by) return known;
  for (const known of tabs) {
    if (!isSame(known.tab, tab) || !isSame(known.by, by)) continue;
    known.by = by;
    known.tab = tab;
    return known;
  }
  return undefined;
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  if (a === b) return true;
  for (let at = 0; at < ID_BYTES; at++) if (a[at] !== b[at]) return false;
  return true;
}
