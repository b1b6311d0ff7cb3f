import { setTimeout as sleep } from "node:timers/promises";
import type { LogStore } from "./log-store.server.ts";

const PATIENCE_MS = 10_000;
const RETRY_MS = 500;

/** `gone`: another process had deleted them. `late`: it takes too long to be waited for, and goes on. */
export type Removal = "removed" | "gone" | "late";

/** Deletes the rows of shredded logs, however long the database is away: they can be read no more, but shall go. */
export class RowRemover {
  readonly #store: LogStore;
  readonly #owed = new Map<string, (removal: Removal) => void>();
  #working = false;

  constructor(store: LogStore) {
    this.#store = store;
  }

  remove(log: string): Promise<Removal> {
    return new Promise((resolve) => {
      const late = setTimeout(() => resolve("late"), PATIENCE_MS);
      this.#owed.set(log, (removal) => {
        clearTimeout(late);
        resolve(removal);
      });
      if (!this.#working) void this.#work();
    });
  }

  /** All that are owed in one statement; those that end meanwhile go with the next. */
  async #work(): Promise<void> {
    this.#working = true;
    while (this.#owed.size > 0) {
      const owed = [...this.#owed];
      try {
        const removed = await this.#store.remove(owed.map(([log]) => log));
        for (const [log, tell] of owed) {
          this.#owed.delete(log);
          tell(removed.has(log) ? "removed" : "gone");
        }
      } catch {
        await sleep(RETRY_MS, undefined, { ref: false });
      }
    }
    this.#working = false;
  }
}
