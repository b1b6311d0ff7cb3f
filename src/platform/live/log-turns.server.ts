/** Fewer than the log has ways to the database: who writes never stands behind those who come back. */
const AT_ONCE = 2;

/**
 * Logs are read for those who come back, so many at once. Each log has one turn at a time, so that who
 * asks for one a thousand times keeps nobody waiting but herself.
 */
export class ReadTurns<Log> {
  #free = AT_ONCE;
  /** Those with a reader that waits, in the order of their turns. */
  readonly #waiting = new Map<Log, (() => void)[]>();
  readonly #reading = new Set<Log>();

  async read<T>(log: Log, work: () => Promise<T>): Promise<T> {
    if (this.#free === 0 || this.#reading.has(log)) {
      await new Promise<void>((go) => {
        const before = this.#waiting.get(log);
        if (before) before.push(go);
        else this.#waiting.set(log, [go]);
      });
    } else this.#begin(log);
    try {
      return await work();
    } finally {
      this.#free++;
      this.#reading.delete(log);
      this.#next();
    }
  }

  #begin(log: Log): void {
    this.#free--;
    this.#reading.add(log);
  }

  #next(): void {
    for (const [log, [go, ...others]] of this.#waiting) {
      if (this.#free === 0) return;
      if (this.#reading.has(log)) continue;
      // Behind all other logs that wait.
      this.#waiting.delete(log);
      if (others.length > 0) this.#waiting.set(log, others);
      this.#begin(log);
      go?.();
    }
  }
}
