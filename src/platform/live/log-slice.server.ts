import { wrap } from "../shred/index.server.ts";
import { findRef, isTwin, type LogRecord, type Pending } from "./log-record.server.ts";
import type { NewRow } from "./log-store.server.ts";
import { encodeStored, placeOf } from "./stored-frame.server.ts";

/** What one record contributes to a batch: its next frames, numbered and wrapped. */
export interface Slice {
  readonly record: LogRecord;
  readonly pending: readonly Pending[];
  readonly rows: readonly NewRow[];
}

/** What needs no writing: the number that it has already, or why it gets none. */
export function answerOf(
  record: LogRecord,
  { frame, guard }: Pending,
): number | "stale-ref" | "gone" | "not-allowed" | undefined {
  const known = findRef(record, frame);
  if (typeof known === "number") return known;
  if (known === "stale") return "stale-ref";
  if (record.state === "gone") return "gone";
  return guard && !guard() ? "not-allowed" : undefined;
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
