import { setTimeout as sleep } from "node:timers/promises";
import { errorFields, log as logging } from "../log.ts";
import {
  addPending,
  type AppendCode,
  hasMuchPending,
  type LogRecord,
  type Pending,
  removePending,
} from "./log-record.server.ts";
import { answerOf, fitsBehind, type Slice, sliceOf } from "./log-slice.server.ts";
import type { LogStore, NewRow } from "./log-store.server.ts";
import type { NumberedFrame } from "./stored-frame.server.ts";

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

const BATCH_ROWS = 1000;
const MAX_BATCHES = 2;
/** So many logs have to wait before a second batch goes beside the first. */
const WORTH_A_BATCH = 64;
const BATCH_BYTES = 4 * 1024 * 1024;
/** While little waits, commits begin at least so far apart: each costs as much as many frames. */
const PACE_MS = 5;

export interface WriterParts {
  readonly store: LogStore;
  readonly bounds: WriterBounds;
  /** A frame of this record is durable. */
  applied(record: LogRecord, frame: NumberedFrame): void;
  /** Reads what others wrote; a record that is no longer there is marked gone. */
  catchUp(records: readonly LogRecord[]): Promise<void>;
  /** These records grew, durably, and are delivered here. */
  committed(records: readonly LogRecord[]): void;
}

/**
 * What arrives while a batch commits makes up the next one, so that the number of commits does not
 * grow with the number of conversations. Two batches are on their way at once when there is much to
 * write, so that one is numbered and wrapped while the other commits; never two of the same log.
 */
export class LogWriter {
  readonly #parts: WriterParts;
  /** Those with something to write that no batch holds. */
  readonly #waiting = new Set<LogRecord>();
  #frames = 0;
  #bytes = 0;
  #batches = 0;
  #startedAt = -PACE_MS;

  constructor(parts: WriterParts) {
    this.#parts = parts;
  }

  append(record: LogRecord, pending: Pending): void {
    const { bounds } = this.#parts;
    const size = pending.frame.payload.length;
    if (record.state !== "live")
      return pending.settle({ ok: false, code: record.state === "gone" ? "gone" : "try-again" });
    const isFull = this.#frames >= bounds.frames || hasMuchPending(record, pending);
    if (isFull || this.#bytes + size > bounds.bytes)
      return pending.settle({ ok: false, code: "try-again" });
    this.#frames++;
    this.#bytes += size;
    addPending(record, pending);
    if (record.inBatch) return;
    this.#waiting.add(record);
    this.#start();
  }

  async settled(record: LogRecord): Promise<void> {
    while (record.pending.length > 0) await sleep(1);
  }

  async idle(waitMs: number): Promise<void> {
    const deadline = performance.now() + waitMs;
    while (this.#batches > 0 && performance.now() < deadline) await sleep(2);
  }

  #start(): void {
    if (this.#batches >= MAX_BATCHES || !this.#isWorthABatch(this.#batches)) return;
    this.#batches++;
    setImmediate(() => void this.#run());
  }

  /** Beside so many others. Alone, whatever there is; a commit for a few would only delay both. */
  #isWorthABatch(others: number): boolean {
    return this.#waiting.size > (others > 0 ? WORTH_A_BATCH : 0);
  }

  async #run(): Promise<void> {
    while (this.#isWorthABatch(this.#batches - 1)) {
      await this.#gather();
      const taken: LogRecord[] = [];
      await this.#round(taken).catch((error: unknown) => {
        logging.error("live-round-failed", { error: errorFields(error) });
        for (const record of taken) this.#failAll(record, "try-again");
      });
      for (const record of taken) {
        record.inBatch = false;
        if (record.pending.length > 0) this.#waiting.add(record);
      }
    }
    this.#batches--;
  }

  /** Who writes after a pause waits for nobody. */
  async #gather(): Promise<void> {
    const rest = this.#startedAt + PACE_MS - performance.now();
    if (rest > 0 && !this.#isWorthABatch(1)) await sleep(rest);
    this.#startedAt = performance.now();
  }

  async #round(taken: LogRecord[]): Promise<void> {
    const slices: Slice[] = [];
    const doubtful: LogRecord[] = [];
    let rows = 0;
    let bytes = 0;
    for (const record of this.#waiting) {
      this.#waiting.delete(record);
      record.inBatch = true;
      taken.push(record);
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

  /** The next frames of one record; answers at once those that need no writing. */
  #slice(record: LogRecord): Slice | undefined {
    const pending: Pending[] = [];
    for (const candidate of record.pending) {
      if (!fitsBehind(pending, candidate)) break;
      const answer = answerOf(record, candidate, pending);
      if (answer !== undefined) this.#settle(record, candidate, answer);
      else if (!this.#isOverdue(candidate)) pending.push(candidate);
      else {
        this.#failFrom(record, candidate);
        break;
      }
    }
    return pending.length > 0 ? sliceOf(record, pending) : undefined;
  }

  /** Resolves to the records whose rows were refused because somebody else wrote meanwhile. */
  async #write(slices: readonly Slice[]): Promise<LogRecord[]> {
    const refused = await this.#commit(slices);
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
          const { kind, by, tab, ref, payload } = one.frame;
          this.#parts.applied(record, { seq, kind, by, tab, ref, payload });
        }
      }
    }
    if (grown.length > 0) this.#parts.committed(grown);
    return doubtful;
  }

  /**
   * The same bytes again until the database answers: a commit whose answer was lost is recognised.
   * Time counts from when the first of them came: who stood behind a batch that failed waits no longer for it.
   */
  async #commit(slices: readonly Slice[]): Promise<ReadonlySet<string> | undefined> {
    const rows: readonly NewRow[] = slices.flatMap((slice) => slice.rows);
    const oldest = Math.min(...slices.map(({ pending }) => pending[0]?.since ?? 0));
    const deadline = oldest + this.#parts.bounds.waitMs;
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
    for (const pending of record.pending) this.#settle(record, pending, code);
  }

  #settle(record: LogRecord, pending: Pending, outcome: number | AppendCode): void {
    if (removePending(record, pending)) {
      this.#frames--;
      this.#bytes -= pending.frame.payload.length;
    }
    pending.settle(
      typeof outcome === "number" ? { ok: true, value: outcome } : { ok: false, code: outcome },
    );
  }
}
