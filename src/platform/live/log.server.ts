import { randomBytes } from "node:crypto";
import { faultPoint } from "../fault-points.server.ts";
import { errorFields, log as logging } from "../log.ts";
import type { ShredStore } from "../shred/index.server.ts";
import { LogHints } from "./log-hints.server.ts";
import { LogMemory } from "./log-memory.server.ts";
import type { AppendOutcome, Listener, LogEnd, LogRecord, LogRoom } from "./log-record.server.ts";
import { newRecord } from "./log-record.server.ts";
import type { LogStore } from "./log-store.server.ts";
import { LogWriter, usualBounds, type WriterBounds } from "./log-writer.server.ts";
import { lookAtBoth, sweep } from "./log-sweep.server.ts";
import { RowRemover } from "./row-remover.server.ts";
import type { Neighbours } from "./neighbours.server.ts";
import { ID_BYTES, type LogFrame, type NumberedFrame } from "./stored-frame.server.ts";
import { Subscription } from "./subscription.server.ts";

export interface LogObserver {
  /**
   * An event of the server is durable: on this process or on another, now or found at the start. In
   * order, each once. What clients wrote concerns nobody but those who follow the log.
   */
  event(id: string, event: NumberedFrame): void;
  gone(id: string, code: string): void;
}

export interface LiveLogParts {
  readonly store: LogStore;
  readonly keys: ShredStore;
  readonly neighbours: Neighbours;
  readonly bounds?: WriterBounds;
}

/** How long an end waits for the last frames to reach everybody. */
const LAST_FRAMES_MS = 1000;

const SETTLE_MS = 5000;

const idBytes = (id: string): Uint8Array => Buffer.from(id, "base64url");

/** The durable, numbered, forgettable logs of all conversations, as one process sees them. */
export class LiveLog {
  readonly #parts: LiveLogParts;
  readonly #writer: LogWriter;
  readonly #memory: LogMemory;
  readonly #hints: LogHints;
  readonly #remover: RowRemover;
  readonly #observers: LogObserver[] = [];

  constructor(parts: LiveLogParts) {
    this.#parts = parts;
    this.#remover = new RowRemover(parts.store);
    this.#memory = new LogMemory(parts, {
      event: (id, event) => this.#observers.forEach((observer) => observer.event(id, event)),
      gone: (id, code) => this.#observers.forEach((observer) => observer.gone(id, code)),
    });
    this.#hints = new LogHints(parts, this.#memory);
    this.#writer = new LogWriter({
      store: parts.store,
      bounds: parts.bounds ?? usualBounds,
      applied: (record, frame) => this.#memory.apply(record, frame),
      catchUp: (records) => this.#memory.look(records),
      committed: (records) => {
        for (const { id, last } of records) parts.neighbours.tell("frames", [id, last]);
      },
    });
  }

  observe(observer: LogObserver): void {
    this.#observers.push(observer);
  }

  /** Begins a log with its first frame; its key is durable before any row is. */
  async create(
    first: LogFrame,
  ): Promise<{ ok: true; value: string } | { ok: false; code: "try-again" }> {
    const bytes = randomBytes(ID_BYTES);
    const id = bytes.toString("base64url");
    try {
      const record = newRecord(id, await this.#parts.keys.create(bytes));
      this.#memory.add(record);
      await faultPoint("log:keyed");
      const outcome = await this.#append(record, first, undefined);
      await faultPoint("log:begun");
      if (outcome.ok) return { ok: true, value: id };
      this.#memory.drop(record, "gone");
    } catch (error) {
      logging.error("live-create-failed", { error: errorFields(error) });
    }
    await this.#parts.keys.destroy(bytes).catch(() => undefined);
    return { ok: false, code: "try-again" };
  }

  /** Settles with the frame's number when it is durable. `room` is looked at when its turn has come. */
  append(
    id: string,
    frame: LogFrame,
    settle: (outcome: AppendOutcome) => void,
    room?: LogRoom,
  ): void {
    const record = this.#memory.get(id);
    if (!record) return settle({ ok: false, code: "gone" });
    this.#writer.append(record, {
      ...{ frame, settle, room },
      guard: undefined,
      since: performance.now(),
    });
  }

  /** `guard` is asked when its turn has come, with everything before it known. */
  appendEvent(id: string, frame: LogFrame, guard?: () => boolean): Promise<AppendOutcome> {
    const record = this.#memory.get(id);
    if (!record) return Promise.resolve({ ok: false, code: "gone" });
    return this.#append(record, frame, guard);
  }

  /** Whether the log is alive; looks beyond what this process remembers. */
  async has(id: string): Promise<boolean> {
    return (await this.#memory.fetch(id)) !== undefined;
  }

  /** Brings a log up to what other processes wrote, told or untold; as far as the database answers. */
  freshen(id: string): Promise<void> {
    return this.#hints.freshen(id).catch(() => undefined);
  }

  /** The number that the next frame will get, as far as is known here. */
  next(id: string): number {
    return (this.#memory.get(id)?.last ?? 0) + 1;
  }

  /** Tells `listener` of every frame after `after`; undefined when there is no such log (any more). */
  subscribe(id: string, after: number, listener: Listener): Subscription | undefined {
    const record = this.#memory.get(id);
    if (!record || record.state !== "live") return undefined;
    const subscription = new Subscription(this.#memory, record, listener, after);
    this.#memory.pump(record, subscription);
    return subscription;
  }

  each(id: string, tell: (listener: Listener) => void): void {
    for (const { listener } of this.#memory.get(id)?.subscriptions ?? []) tell(listener);
  }

  /**
   * Ends a log for good: what is on its way lands and is delivered, the key is shredded, the rows are
   * deleted, everybody is told `code`. Resolves when nothing can bring it back. For one of all who ask
   * at once, here and on other processes, that is ok; for the others it is gone.
   */
  async destroy(id: string, code: string): Promise<LogEnd> {
    const record = await this.#memory.fetch(id);
    if (!record || record.state === "gone") return { ok: false, code: "gone" };
    if (record.ending) {
      const ended = await record.ending;
      return ended.ok ? { ok: false, code: "gone" } : ended;
    }
    record.ending = this.#end(record, code).finally(() => {
      record.ending = undefined;
    });
    return record.ending;
  }

  async #end(record: LogRecord, code: string): Promise<LogEnd> {
    const { id } = record;
    record.state = "closing";
    await faultPoint("end:closing");
    await this.#writer.settled(record);
    await faultPoint("end:settled");
    await this.#memory.delivered(record, LAST_FRAMES_MS);
    await faultPoint("end:delivered");
    try {
      await this.#parts.keys.destroy(idBytes(id));
    } catch (error) {
      logging.error("live-shred-failed", { error: errorFields(error) });
      // A key that is no longer whole opens nothing at the next start: nothing more may be promised.
      const key = await this.#parts.keys.read(idBytes(id)).catch(() => undefined);
      if (key) record.state = "live";
      return { ok: false, code: "try-again" };
    }
    const removed = await this.#remover.remove(id);
    await faultPoint("end:removed");
    this.#parts.neighbours.tell("gone", [id, code]);
    this.#memory.drop(record, code);
    if (removed === "removed") return { ok: true, value: undefined };
    return { ok: false, code: removed === "gone" ? "gone" : "try-again" };
  }

  /** Finds every log that is alive, and deletes the rows whose key was shredded. Once, at the start. */
  async recover(): Promise<number> {
    const { logs, keys } = await lookAtBoth(this.#parts);
    await faultPoint("recover:listed");
    const dead = logs.filter((log) => !keys.has(log));
    if (dead.length > 0) await this.#parts.store.remove(dead);
    const alive = logs.filter((log) => keys.has(log));
    await this.#memory.fetchAll(alive);
    await faultPoint("recover:loaded");
    return alive.length;
  }

  /** Deletes what has lost its other half: keys without rows, rows without a key. Every now and then. */
  sweep(pauseMs: number): Promise<void> {
    return sweep(this.#parts, this.#memory, pauseMs);
  }

  /** Holds what is known here against the database; hints may have been lost. */
  compare(): Promise<void> {
    return this.#hints.compare();
  }

  /** Resolves when nothing is on its way to the database. */
  settled(): Promise<void> {
    return this.#writer.idle(SETTLE_MS);
  }

  #append(
    record: LogRecord,
    frame: LogFrame,
    guard: (() => boolean) | undefined,
  ): Promise<AppendOutcome> {
    return new Promise((settle) => {
      const since = performance.now();
      this.#writer.append(record, { frame, guard, settle, since, room: undefined });
    });
  }
}
