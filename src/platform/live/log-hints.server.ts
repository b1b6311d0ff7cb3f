import { setTimeout as sleep } from "node:timers/promises";
import { errorFields, log as logging } from "../log.ts";
import type { LiveLogParts } from "./log.server.ts";
import type { LogMemory } from "./log-memory.server.ts";
import type { LogRecord } from "./log-record.server.ts";

const RETRY_MS = 250;

/** What other processes wrote: looked up when they tell of it, and when they may have failed to. */
export class LogHints {
  readonly #parts: LiveLogParts;
  readonly #memory: LogMemory;
  /** How far others are said to have come. */
  readonly #hinted = new Map<string, number>();
  readonly #stale = new Set<LogRecord>();
  #looking = false;
  #freshening: Promise<void> | undefined;
  #comparing: Promise<void> | undefined;
  #compareAgain = false;

  constructor(parts: LiveLogParts, memory: LogMemory) {
    this.#parts = parts;
    this.#memory = memory;
    parts.neighbours.hear("frames", (items) => this.#hear(items));
    parts.neighbours.onGap(() => void this.compare());
  }

  /**
   * Brings a log up to the database before somebody goes on with it here. Its last frames may come from
   * a process that was killed before it could tell of them. Those of one moment share a question.
   */
  freshen(id: string): Promise<void> {
    const record = this.#memory.get(id);
    if (!record || !this.#parts.neighbours.met) return Promise.resolve();
    this.#stale.add(record);
    this.#freshening ??= new Promise<void>((go) => setImmediate(go)).then(() => {
      const records = [...this.#stale];
      this.#stale.clear();
      this.#freshening = undefined;
      return this.#memory.look(records);
    });
    return this.#freshening;
  }

  /** Holds what is known here against the database, once more for those who ask meanwhile. */
  compare(): Promise<void> {
    this.#compareAgain = true;
    this.#comparing ??= this.#compareAll().finally(() => {
      this.#comparing = undefined;
    });
    return this.#comparing;
  }

  async #compareAll(): Promise<void> {
    while (this.#compareAgain && !this.#parts.neighbours.closed) {
      this.#compareAgain = false;
      try {
        await this.#compareOnce();
      } catch (error) {
        logging.warn("live-compare-failed", { error: errorFields(error) });
        this.#compareAgain = true;
        await sleep(RETRY_MS, undefined, { ref: false });
      }
    }
  }

  async #compareOnce(): Promise<void> {
    const heads = new Map((await this.#parts.store.heads()).map(({ log, n }) => [log, n]));
    for (const [id, n] of heads) this.#hint(id, n);
    // A log that is just beginning has no rows yet.
    await this.#memory.look(
      this.#memory.all().filter(({ id, last }) => last > 0 && !heads.has(id)),
    );
    this.#startLooking();
  }

  #hear(items: readonly unknown[]): void {
    for (const item of items) {
      if (!Array.isArray(item)) continue;
      const [id, n] = item as unknown[];
      if (typeof id === "string" && typeof n === "number") this.#hint(id, n);
    }
    this.#startLooking();
  }

  #hint(id: string, n: number): void {
    if ((this.#memory.get(id)?.last ?? 0) >= n) return;
    this.#hinted.set(id, Math.max(n, this.#hinted.get(id) ?? 0));
  }

  #startLooking(): void {
    if (this.#looking || this.#hinted.size === 0 || this.#parts.neighbours.closed) return;
    this.#looking = true;
    void this.#lookAtHints().finally(() => {
      this.#looking = false;
      this.#startLooking();
    });
  }

  async #lookAtHints(): Promise<void> {
    const hints = [...this.#hinted];
    this.#hinted.clear();
    try {
      await this.#memory.fetchAll(
        hints.map(([id]) => id).filter((id) => this.#memory.get(id) === undefined),
      );
      // Also one that was just fetched: it may have been read a moment before the hint was true.
      const behind = hints.flatMap(([id, n]) => {
        const record = this.#memory.get(id);
        return record && record.last < n ? [record] : [];
      });
      await this.#memory.look(behind);
    } catch (error) {
      logging.warn("live-look-failed", { error: errorFields(error) });
      await sleep(RETRY_MS, undefined, { ref: false });
      for (const [id, n] of hints) this.#hint(id, n);
    }
  }
}
