import { setTimeout as sleep } from "node:timers/promises";
import { errorFields, log as logging } from "../log.ts";
import { wrap } from "../shred/index.server.ts";
import type { LogStore, NewRow } from "./log-store.server.ts";
import { type AppendCode, findRef, type LogRecord, type Pending } from "./log-record.server.ts";
import { encodeStored, type NumberedFrame, placeOf } from "./stored-frame.server.ts";

/** While the database is away, appends wait; beyond these bounds they are told to try again. */
export interface WriterBounds {
  readonly waitMs: number;
  readonly frames: number;
  readonly bytes: number;
}
export const usualBounds: WriterBounds = {
  waitMs: 10_000,
  frames: 20_000,
  bytes: 64 * 1024 * 1024,
};

/** Of one log: both sides of a conversation together have far fewer on their way (LIMITS.inFlight). */
const MAX_PENDING = 256;
const BATCH_ROWS = 1000;
const BATCH_BYTES = 4 * 1024 * 1024;

export interface WriterParts {
  readonly store: LogStore;
  readonly bounds: WriterBounds;
  /** A frame of this record is durable. */
  applied(record: LogRecord, frame: NumberedFrame): void;
  /** Reads what others wrote; a record that is no longer there is marked gone. */
  catchUp(records: readonly LogRecord[]): Promise<void>;
  /** A batch is durable and delivered here; these records grew. */
  committed(records: readonly LogRecord[]): void;
}

interface Slice {
  readonly record: LogRecord;
  readonly pending: readonly Pending[];
  readonly rows: readonly NewRow[];
}

/**
 * One lane for all logs: what arrives while a batch commits makes up the next one, so that the
 * number of commits does not grow with the number of conversations.
 */
export class LogWriter {
  readonly #parts: WriterParts;
  readonly #waiting = new Set<LogRecord>();
  #frames = 0;
  #bytes = 0;
  #running = false;

  constructor(parts: WriterParts) {
    this.#parts = parts;
  }

  append(record: LogRecord, pending: Pending): void {
    const { bounds } = this.#parts;
    const size = pending.frame.payload.length;
    if (record.state !== "live") {
      const code = record.state === "gone" ? "gone" : "try-again";
      return pending.settle({ ok: false, code });
    }
    const isFull = record.pending.length >= MAX_PENDING || this.#frames >= bounds.frames;
    if (isFull || this.#bytes + size > bounds.bytes) {
      return pending.settle({ ok: false, code: "try-again" });
    }
    this.#frames++;
    this.#bytes += size;
    record.pending.push(pending);
    this.#waiting.add(record);
    this.#start();
  }

  /** Resolves when nothing of this record is on its way. */
  async settled(record: LogRecord): Promise<void> {
    while (record.pending.length > 0) await sleep(1);
  }

  async idle(waitMs: number): Promise<void> {
    const deadline = performance.now() + waitMs;
    while (this.#running && performance.now() < deadline) await sleep(2);
  }

  #start(): void {
    if (this.#running) return;
    this.#running = true;
    setImmediate(() => void this.#run());
  }

  async #run(): Promise<void> {
    while (this.#waiting.size > 0) {
      await this.#round().catch((error: unknown) => {
        logging.error("live-round-failed", { error: errorFields(error) });
        for (const record of this.#waiting) this.#failAll(record, "try-again");
      });
    }
    this.#running = false;
  }

  async #round(): Promise<void> {
    const slices: Slice[] = [];
    const doubtful: LogRecord[] = [];
    let rows = 0;
    let bytes = 0;
    for (const record of this.#waiting) {
      if (record.doubtful) {
        doubtful.push(record);
        continue;
      }
      const slice = this.#slice(record);
      if (!slice) continue;
      slices.push(slice);
      rows += slice.rows.length;
      for (const row of slice.rows) bytes += row.sealed.length;
      if (rows >= BATCH_ROWS || bytes >= BATCH_BYTES) break;
    }
    if (slices.length > 0) doubtful.push(...(await this.#write(slices)));
    if (doubtful.length > 0) await this.#look(doubtful);
  }

  /** The next frames of one record, numbered and wrapped; answers at once those that need no writing. */
  #slice(record: LogRecord): Slice | undefined {
    const pending: Pending[] = [];
    const rows: NewRow[] = [];
    const base = record.last;
    const refs = new Set<string>();
    for (const candidate of [...record.pending]) {
      if (pending.length > 0 && (candidate.guard || pending[0]?.guard)) break;
      const known = this.#answerWithoutWriting(record, candidate);
      if (known) continue;
      if (this.#isOverdue(candidate)) {
        this.#failFrom(record, candidate);
        break;
      }
      const { frame } = candidate;
      const twin = `${frame.ref} ${Buffer.from(frame.tab).toString("latin1")}`;
      // Sent again while the first is on its way: answered in the next round, with the same number.
      if (frame.kind === 1 && refs.has(twin)) break;
      refs.add(twin);
      const n = base + rows.length + 1;
      const sealed = wrap(record.key, placeOf(record.id, n), encodeStored(frame));
      pending.push(candidate);
      rows.push({ log: record.id, n, base, sealed });
      if (rows.length >= BATCH_ROWS) break;
    }
    return pending.length > 0 ? { record, pending, rows } : undefined;
  }

  #answerWithoutWriting(record: LogRecord, pending: Pending): boolean {
    const known = findRef(record, pending.frame);
    if (typeof known === "number") return this.#settle(record, pending, known);
    if (known === "stale") return this.#settle(record, pending, "stale-ref");
    if (record.state === "gone") return this.#settle(record, pending, "gone");
    if (pending.guard && !pending.guard()) return this.#settle(record, pending, "not-allowed");
    return false;
  }

  /** Resolves to the records whose rows were refused because somebody else wrote meanwhile. */
  async #write(slices: readonly Slice[]): Promise<LogRecord[]> {
    const refused = await this.#commit(slices.flatMap((slice) => slice.rows));
    const doubtful: LogRecord[] = [];
    const grown: LogRecord[] = [];
    for (const { record, pending, rows } of slices) {
      if (refused === undefined) {
        record.doubtful = true;
        this.#failAll(record, "try-again");
      } else if (refused.has(record.id)) {
        doubtful.push(record);
      } else {
        grown.push(record);
        for (const [index, one] of pending.entries()) {
          const seq = rows[index]?.n ?? 0;
          this.#settle(record, one, seq);
          this.#parts.applied(record, { ...one.frame, seq });
        }
      }
    }
    if (grown.length > 0) this.#parts.committed(grown);
    return doubtful;
  }

  /** The same bytes again until the database answers: a commit whose answer was lost is recognised. */
  async #commit(rows: readonly NewRow[]): Promise<ReadonlySet<string> | undefined> {
    const deadline = performance.now() + this.#parts.bounds.waitMs;
    for (;;) {
      try {
        return await this.#parts.store.append(rows);
      } catch (error) {
        if (performance.now() > deadline) {
          logging.error("live-append-failed", { count: rows.length, error: errorFields(error) });
          return undefined;
        }
        await sleep(50 + Math.random() * 150);
      }
    }
  }

  async #look(records: readonly LogRecord[]): Promise<void> {
    try {
      await this.#parts.catchUp(records);
      for (const record of records) {
        record.doubtful = false;
        if (record.state === "gone") this.#failAll(record, "gone");
      }
    } catch {
      for (const record of records) {
        record.doubtful = true;
        const overdue = record.pending.find((pending) => this.#isOverdue(pending));
        if (overdue) this.#failFrom(record, overdue);
      }
      await sleep(100);
    }
  }

  #isOverdue({ since }: Pending): boolean {
    return performance.now() - since > this.#parts.bounds.waitMs;
  }

  /** Those behind it too: were they written, it would come too late for its place among its tab's frames. */
  #failFrom(record: LogRecord, first: Pending): void {
    const from = record.pending.indexOf(first);
    for (const pending of record.pending.slice(from)) this.#settle(record, pending, "try-again");
  }

  #failAll(record: LogRecord, code: AppendCode): void {
    for (const pending of [...record.pending]) this.#settle(record, pending, code);
  }

  #settle(record: LogRecord, pending: Pending, outcome: number | AppendCode): true {
    const at = record.pending.indexOf(pending);
    if (at >= 0) {
      record.pending.splice(at, 1);
      this.#frames--;
      this.#bytes -= pending.frame.payload.length;
    }
    if (record.pending.length === 0) this.#waiting.delete(record);
    pending.settle(
      typeof outcome === "number" ? { ok: true, value: outcome } : { ok: false, code: outcome },
    );
    return true;
  }
}
