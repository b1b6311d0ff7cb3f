import { setTimeout as sleep } from "node:timers/promises";
import type { LogStore } from "./log-store.server.ts";

const PATIENCE_MS = 10_000;
const RETRY_MS = 500;

/** Deletes the rows of shredded logs, however long the database is away: they can be read no more, but shall go. */
export class RowRemover {
  readonly #store: LogStore;
  readonly #owed = new Set<string>();
  #working = false;

  constructor(store: LogStore) {
    this.#store = store;
  }

  /** True when the rows are deleted; false when it takes too long to be waited for (it goes on). */
  async remove(log: string): Promise<boolean> {
    this.#owed.add(log);
    const deadline = performance.now() + PATIENCE_MS;
    for (let pause = 1; this.#owed.has(log) && performance.now() < deadline; pause = 5) {
      if (!this.#working) await this.#work();
      else await sleep(pause);
    }
    return !this.#owed.has(log);
  }

  /** All that are owed in one statement; those that end meanwhile go with the next. */
  async #work(): Promise<void> {
    this.#working = true;
    const logs = [...this.#owed];
    try {
      await this.#store.remove(logs);
      for (const log of logs) this.#owed.delete(log);
    } catch {
      await sleep(RETRY_MS);
    }
    this.#working = false;
    if (this.#owed.size > 0) setTimeout(() => void this.#again(), 1).unref();
  }

  async #again(): Promise<void> {
    if (!this.#working && this.#owed.size > 0) await this.#work();
  }
}
