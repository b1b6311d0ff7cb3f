import type { Neighbours } from "../../platform/live/index.server.ts";

/** How the processes of one house tell each other. */
export type Told = Pick<Neighbours, "tell" | "hear">;

/** A call rings these duties now for so many seconds; none: it has stopped. */
type Ring = readonly [duties: readonly string[], seconds: number];

/**
 * Whom a call rings now and who was rung when: in memory only, told from process to process as hints.
 * Two calls that come to two processes within the same few milliseconds may still ring one telephone;
 * it is busy then, and the next one is tried.
 */
export class Rounds {
  readonly #told: Told;
  readonly #elapsed: () => number;
  readonly #rung = new Map<string, { readonly at: number; readonly until: number }>();

  constructor(told: Told, elapsed: () => number = () => performance.now()) {
    this.#told = told;
    this.#elapsed = elapsed;
    told.hear("phone-rings", (items) => {
      for (const item of items) this.#take(item as Ring);
    });
  }

  rings(duties: readonly string[], seconds: number): void {
    this.#say([duties, seconds]);
  }

  /** It has stopped, or somebody has answered. */
  stopped(duties: readonly string[]): void {
    if (duties.length > 0) this.#say([duties, 0]);
  }

  isRung = (duty: string): boolean => (this.#rung.get(duty)?.until ?? 0) > this.#elapsed();
  lastRung = (duty: string): number => this.#rung.get(duty)?.at ?? 0;

  #say(ring: Ring): void {
    this.#take(ring);
    this.#told.tell("phone-rings", ring);
  }

  #take([duties, seconds]: Ring): void {
    const now = this.#elapsed();
    this.#forgetOld(now);
    for (const duty of duties) {
      const at = seconds > 0 ? now : this.#rung.get(duty)?.at;
      if (at !== undefined) this.#rung.set(duty, { at, until: now + seconds * 1000 });
    }
  }

  /** Longer than any shift. */
  #forgetOld(now: number): void {
    for (const [duty, { at }] of this.#rung) if (now - at > 13 * 3_600_000) this.#rung.delete(duty);
  }
}
