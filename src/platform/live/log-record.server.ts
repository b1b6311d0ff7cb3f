import type { ShredKey } from "../shred/index.server.ts";
import { RefWindow } from "./ref-window.ts";
import type { LogFrame, NumberedFrame } from "./stored-frame.server.ts";

/** One who is told of a log, from a number on, each frame once and in order. */
export interface Listener {
  /** False asks for a pause: nothing more is delivered until `resume`. */
  frame(frame: NumberedFrame): boolean;
  typing(label: string): void;
  present(): void;
  closed(code: string): void;
}

export interface Subscription {
  readonly listener: Listener;
  cursor: number;
  /** Somebody is already bringing this one up to date, or it asked for a pause. */
  busy: boolean;
  cancelled: boolean;
}

export interface Pending {
  readonly frame: LogFrame;
  readonly since: number;
  /** Asked at the moment when the frame would be written, with everything before it known. */
  readonly guard: (() => boolean) | undefined;
  readonly settle: (outcome: AppendOutcome) => void;
}

export type AppendCode = "gone" | "try-again" | "stale-ref" | "not-allowed";
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
  windows: Map<string, RefWindow> | undefined;
  pending: Pending[];
  subscriptions: Subscription[];
  state: "live" | "closing" | "gone";
  /** An end that is under way. */
  ending: Promise<LogEnd> | undefined;
  /** A write ended in doubt: look at the database before the next. */
  doubtful: boolean;
}

/** A reload makes a new tab; more than this is no person. */
export const MAX_TABS = 256;

export function newRecord(id: string, key: ShredKey): LogRecord {
  return {
    id,
    key,
    last: 0,
    windows: undefined,
    pending: [],
    subscriptions: [],
    state: "live",
    ending: undefined,
    doubtful: false,
  };
}

function windowName(frame: LogFrame): string {
  return `${latin1(frame.by)}${latin1(frame.tab)}`;
}

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");

/** The number that the frame already has, or whether it may be written. */
export function findRef(record: LogRecord, frame: LogFrame): number | "new" | "stale" {
  if (frame.kind === 0) return "new";
  const window = record.windows?.get(windowName(frame));
  if (window) return window.find(frame.ref);
  return (record.windows?.size ?? 0) < MAX_TABS ? "new" : "stale";
}

/** Takes a durable frame into account. False when it was known already. */
export function noteFrame(record: LogRecord, frame: NumberedFrame): boolean {
  if (frame.seq !== record.last + 1) return false;
  record.last = frame.seq;
  if (frame.kind === 0) return true;
  record.windows ??= new Map();
  const name = windowName(frame);
  const window = record.windows.get(name) ?? new RefWindow();
  record.windows.set(name, window);
  window.add(frame.ref, frame.seq);
  return true;
}
