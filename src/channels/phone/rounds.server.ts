/**
 * Whom a call rings now and who was rung when: in memory only, and of this process only. Two processes
 * may ring the same telephone at once; it is busy then, and the next one is tried.
 */
export class Rounds {
  readonly #elapsed: () => number;
  readonly #rung = new Map<string, { readonly at: number; readonly until: number }>();

  constructor(elapsed: () => number = () => performance.now()) {
    this.#elapsed = elapsed;
  }

  rings(duties: readonly string[], seconds: number): void {
    const at = this.#elapsed();
    this.#forgetOld(at);
    for (const duty of duties) this.#rung.set(duty, { at, until: at + seconds * 1000 });
  }

  /** It has stopped, or somebody has answered. */
  stopped(duties: readonly string[]): void {
    for (const duty of duties) {
      const known = this.#rung.get(duty);
      if (known) this.#rung.set(duty, { ...known, until: 0 });
    }
  }

  isRung = (duty: string): boolean => (this.#rung.get(duty)?.until ?? 0) > this.#elapsed();
  lastRung = (duty: string): number => this.#rung.get(duty)?.at ?? 0;

  /** Longer than any shift. */
  #forgetOld(now: number): void {
    for (const [duty, { at }] of this.#rung) if (now - at > 13 * 3_600_000) this.#rung.delete(duty);
  }
}
