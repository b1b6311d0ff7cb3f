import { wrap } from "../shred/index.server.ts";
import {
  type AppendCode,
  findRef,
  isTwin,
  type LogRecord,
  type Pending,
  WHOLE_ROOM,
} from "./log-record.server.ts";
import type { NewRow } from "./log-store.server.ts";
import { encodeStored, placeOf } from "./stored-frame.server.ts";

/** What one record contributes to a batch: its next frames, numbered and wrapped. */
export interface Slice {
  readonly record: LogRecord;
  readonly pending: readonly Pending[];
  readonly rows: readonly NewRow[];
}

/** What needs no writing: the number that it has already, or why it gets none. `before`: those that go with it. */
export function answerOf(
  record: LogRecord,
  { frame, guard, room = WHOLE_ROOM }: Pending,
  before: readonly Pending[],
): number | AppendCode | undefined {
  const known = findRef(record, frame);
  if (typeof known === "number") return known;
  if (known === "stale") return "stale-ref";
  if (record.state === "gone") return "gone";
  if (guard && !guard()) return "not-allowed";
  if (frame.kind === 0) return undefined;
  let bytes = record.bytes + frame.payload.length;
  for (const other of before) bytes += other.frame.payload.length;
  const isFull = record.frames + before.length >= room.frames || bytes > room.bytes;
  return isFull ? "conversation-full" : undefined;
}

/** May this one be written together with those before it? */
export function fitsBehind(before: readonly Pending[], { frame, guard }: Pending): boolean {
  if (before.length === 0) return true;
  // A guard is asked with everything before it known, and a frame that comes twice is answered with
  // the number of the first: both wait for the next batch.
  if (guard || before[0]?.guard) return false;
  return frame.kind === 0 || !before.some((other) => isTwin(other.frame, frame));
}

export function sliceOf(record: LogRecord, pending: readonly Pending[]): Slice {
  const { id, key, last } = record;
  const rows = pending.map(({ frame }, index) => {
    const n = last + index + 1;
    return { log: id, n, base: last, sealed: wrap(key, placeOf(id, n), encodeStored(frame)) };
  });
  return { record, pending, rows };
}
