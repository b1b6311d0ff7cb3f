import { setTimeout as sleep } from "node:timers/promises";
import { errorFields, log as logging } from "../log.ts";
import type { LiveLogParts, LogObserver } from "./log.server.ts";
import { type LogRecord, newRecord, noteFrame } from "./log-record.server.ts";
import { lastFrames } from "./last-frames.server.ts";
import { catchUp, readAfter } from "./log-reader.server.ts";
import { ReadTurns } from "./log-turns.server.ts";
import type { NumberedFrame } from "./stored-frame.server.ts";
import type { Subscription } from "./subscription.server.ts";

const PAGE = 64;
const FETCH_AT_ONCE = 16;
const HAND_OUT_MS = 500;

const idBytes = (id: string): Uint8Array => Buffer.from(id, "base64url");

/** The logs that this process knows: brings frames to those who listen, from memory or from the database. */
export class LogMemory {
  readonly #parts: LiveLogParts;
  readonly #observer: LogObserver;
  readonly #records = new Map<string, LogRecord>();
  readonly #fetching = new Map<string, Promise<LogRecord | undefined>>();
  readonly #turns = new ReadTurns<LogRecord>();
  readonly #elsewhere: ReturnType<typeof lastFrames>;

  constructor(parts: LiveLogParts, observer: LogObserver) {
    this.#parts = parts;
    this.#observer = observer;
    parts.neighbours.hear("gone", (items) => this.#hearGone(items));
    this.#elsewhere = lastFrames(parts.neighbours, (id, upTo) => this.#handOut(id, upTo));
  }

  get(id: string): LogRecord | undefined {
    return this.#records.get(id);
  }

  all(): readonly LogRecord[] {
    return [...this.#records.values()];
  }

  add(record: LogRecord): void {
    this.#records.set(record.id, record);
  }

  /** A durable frame: into memory, then to the observers, then to everybody who listens. */
  apply(record: LogRecord, frame: NumberedFrame): void {
    if (!noteFrame(record, frame)) return;
    if (frame.kind === 0) this.#observer.event(record.id, frame);
    for (const subscription of record.subscriptions) {
      if (subscription.busy) continue;
      if (subscription.cursor !== frame.seq - 1) this.pump(record, subscription);
      else {
        subscription.cursor = frame.seq;
        subscription.busy = !subscription.listener.frame(frame);
      }
    }
  }

  drop(record: LogRecord, code: string): void {
    if (record.state === "gone") return;
    record.state = "gone";
    record.key.fill(0);
    this.#records.delete(record.id);
    for (const subscription of record.subscriptions) {
      subscription.cancel();
      subscription.listener.closed(code);
    }
    this.#observer.gone(record.id, code);
  }

  /** Brings records up to the database; those that somebody ended are dropped. */
  async look(records: readonly LogRecord[]): Promise<void> {
    const gone = await catchUp(this.#parts.store, records, (record, frame) =>
      this.apply(record, frame),
    );
    for (const record of gone) this.drop(record, "gone");
  }

  /** A log that another process began, or undefined when it is nowhere. */
  async fetch(id: string): Promise<LogRecord | undefined> {
    const known = this.#records.get(id) ?? this.#fetching.get(id);
    if (known) return known;
    const fetching = this.#load(id).finally(() => this.#fetching.delete(id));
    this.#fetching.set(id, fetching);
    return fetching;
  }

  /** Resolves when those who listen, here and elsewhere, have been told everything; or after a while. */
  async delivered(record: LogRecord, waitMs: number): Promise<void> {
    const here = this.#deliveredHere(record, performance.now() + waitMs);
    await Promise.all([here, this.#elsewhere(record.id, record.last, waitMs)]);
  }

  async #deliveredHere(record: LogRecord, deadline: number): Promise<void> {
    const isBehind = ({ cursor }: Subscription): boolean => cursor < record.last;
    while (record.subscriptions.some(isBehind) && performance.now() < deadline) await sleep(2);
  }

  async #handOut(id: string, upTo: number): Promise<void> {
    const record = this.#records.get(id);
    if (!record || record.subscriptions.length === 0) return;
    if (record.last < upTo) await this.look([record]);
    await this.#deliveredHere(record, performance.now() + HAND_OUT_MS);
  }

  async fetchAll(ids: readonly string[]): Promise<void> {
    const queue = [...ids];
    const worker = async (): Promise<void> => {
      for (let id = queue.pop(); id !== undefined; id = queue.pop()) await this.fetch(id);
    };
    await Promise.all(Array.from({ length: FETCH_AT_ONCE }, worker));
  }

  async #load(id: string): Promise<LogRecord | undefined> {
    const key = await this.#parts.keys.read(idBytes(id));
    if (!key) return undefined;
    const record = newRecord(id, key);
    // Of what clients wrote only where it stands: a log may hold far more than fits into memory.
    const events: NumberedFrame[] = [];
    const gone = await catchUp(this.#parts.store, [record], (_, frame) => {
      if (noteFrame(record, frame) && frame.kind === 0) events.push(frame);
    });
    if (gone.length > 0) {
      key.fill(0);
      return undefined;
    }
    // Known only when whole: nobody may meet half a log.
    this.#records.set(id, record);
    for (const event of events) this.#observer.event(id, event);
    return record;
  }

  pump(record: LogRecord, subscription: Subscription): void {
    subscription.busy = true;
    void this.#pump(record, subscription);
  }

  resume(record: LogRecord, subscription: Subscription): void {
    if (subscription.busy && !subscription.cancelled) this.pump(record, subscription);
  }

  async #pump(record: LogRecord, subscription: Subscription): Promise<void> {
    while (subscription.cursor < record.last && !subscription.cancelled) {
      const frames = await this.#turns
        .read(record, () => this.#readOn(record, subscription))
        .catch(async (error: unknown): Promise<NumberedFrame[]> => {
          logging.warn("live-read-failed", { error: errorFields(error) });
          await sleep(250);
          return [];
        });
      for (const frame of frames) {
        if (subscription.cancelled) return;
        if (frame.seq !== subscription.cursor + 1) continue;
        subscription.cursor = frame.seq;
        if (!subscription.listener.frame(frame)) return;
      }
      if (frames.length === 0 && record.state === "gone") return;
    }
    subscription.busy = false;
  }

  /** When her turn comes she may have gone, or it may have come by itself meanwhile. */
  async #readOn(record: LogRecord, { cursor, cancelled }: Subscription): Promise<NumberedFrame[]> {
    if (cancelled) return [];
    return readAfter(this.#parts.store, record, cursor, PAGE);
  }

  #hearGone(items: readonly unknown[]): void {
    for (const item of items) {
      if (!Array.isArray(item)) continue;
      const [id, code] = item as unknown[];
      const record = typeof id === "string" ? this.#records.get(id) : undefined;
      if (!record || typeof code !== "string") continue;
      this.drop(record, code);
    }
  }
}
