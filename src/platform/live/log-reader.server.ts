import { unwrap } from "../shred/index.server.ts";
import type { LogRecord } from "./log-record.server.ts";
import { isCut, type LogStore, type SealedRow } from "./log-store.server.ts";
import { decodeStored, type NumberedFrame, placeOf } from "./stored-frame.server.ts";

const PLACES = 200;
const ROWS = 1000;

export function openRow(record: LogRecord, row: SealedRow): NumberedFrame {
  const bytes = unwrap(record.key, placeOf(record.id, row.n), row.sealed);
  // The disk or somebody at it changed the row: what is wrong must not pass for silence.
  if (!bytes) throw new Error("a row of the log does not open with its key");
  return decodeStored(bytes, row.n);
}

/**
 * Brings records up to what the database holds. A record whose last known row is not there any more
 * was ended by somebody: it is answered as gone.
 */
export async function catchUp(
  store: LogStore,
  records: readonly LogRecord[],
  applied: (record: LogRecord, frame: NumberedFrame) => void,
): Promise<LogRecord[]> {
  const gone: LogRecord[] = [];
  for (let from = 0; from < records.length; from += PLACES) {
    let behind = records.slice(from, from + PLACES);
    while (behind.length > 0) {
      const byId = new Map(behind.map((record) => [record.id, record]));
      const places = behind.map((record) => ({ log: record.id, n: Math.max(record.last, 1) }));
      const rows = await store.readFrom(places, ROWS);
      const met = new Set<LogRecord>();
      for (const row of rows) {
        const record = byId.get(row.log);
        if (!record) continue;
        met.add(record);
        if (row.n > record.last && !isGone(record)) applied(record, openRow(record, row));
      }
      const whole = !isCut(rows, ROWS);
      if (whole) gone.push(...behind.filter((record) => !met.has(record)));
      behind = whole ? [] : behind.filter((record) => !met.has(record) || isCutOff(record, rows));
    }
  }
  return gone;
}

/** An answer that was cut short ended in the middle of this record's rows. */
function isCutOff(record: LogRecord, rows: readonly SealedRow[]): boolean {
  return rows.at(-1)?.log === record.id;
}

/** Frames after a number, one page of them: for a side that comes back. */
export async function readAfter(
  store: LogStore,
  record: LogRecord,
  after: number,
  limit: number,
): Promise<NumberedFrame[]> {
  const rows = await store.readFrom([{ log: record.id, n: after + 1 }], limit);
  return isGone(record) ? [] : rows.map((row) => openRow(record, row));
}

/** It may have ended while the database was asked; then its key is overwritten. */
const isGone = (record: LogRecord): boolean => record.state === "gone";
