import type { JourId } from "../../platform/database/index.server.ts";
import { PLAIN_LETTERS } from "../policy.ts";

interface Waiter {
  readonly crowd: string;
  readonly go: (isHerTurn: boolean) => void;
}

/** A number from 0 to below `below`. */
type Draw = (below: number) => number;

/**
 * One jour's letters without script: so many at once, then one each quarter of a minute. Whoever comes
 * when none is free waits with her request open. Turns go round among the crowds that wait, so that one
 * that sends very many gets no more of them than one that sends a single letter; within a crowd they are
 * drawn by lot. A crowd is known for as long as somebody of it waits.
 */
class Line {
  readonly #draw: Draw;
  readonly #now: () => number;
  readonly #waiting = new Map<string, Waiter[]>();
  #free: number = PLAIN_LETTERS.atOnce;
  #filledAt: number;
  #timer: NodeJS.Timeout | undefined;

  constructor(now: () => number, draw: Draw) {
    this.#now = now;
    this.#draw = draw;
    this.#filledAt = now();
  }

  get size(): number {
    return [...this.#waiting.values()].reduce((sum, { length }) => sum + length, 0);
  }

  enter(crowd: string, signal: AbortSignal | undefined): Promise<boolean> {
    if (signal?.aborted) return Promise.resolve(false);
    this.#fill();
    if (this.#free >= 1 && this.size === 0) {
      this.#free -= 1;
      return Promise.resolve(true);
    }
    return new Promise((resolve) => {
      const leave = (isHerTurn: boolean): void => {
        clearTimeout(patience);
        signal?.removeEventListener("abort", gone);
        this.#drop(one);
        resolve(isHerTurn);
      };
      const gone = (): void => leave(false);
      const one: Waiter = { crowd, go: leave };
      const patience = setTimeout(gone, PLAIN_LETTERS.patienceMs);
      signal?.addEventListener("abort", gone);
      const peers = this.#waiting.get(crowd);
      if (peers) peers.push(one);
      else this.#waiting.set(crowd, [one]);
      if (this.size > PLAIN_LETTERS.mostWaiting) this.#oneOfTheLargest().go(false);
      this.#tend();
    });
  }

  #fill(): void {
    const passed = this.#now() - this.#filledAt;
    // A clock that was set back begins anew.
    if (passed >= 0)
      this.#free = Math.min(PLAIN_LETTERS.atOnce, this.#free + passed / PLAIN_LETTERS.refillMs);
    this.#filledAt = this.#now();
  }

  /** Lets in whoever's turn it is, and comes back for the next. */
  #tend(): void {
    this.#fill();
    while (this.#free >= 1 && this.size > 0) {
      this.#free -= 1;
      this.#next().go(true);
    }
    clearTimeout(this.#timer);
    if (this.size === 0) return;
    const missing = (1 - this.#free) * PLAIN_LETTERS.refillMs;
    this.#timer = setTimeout(() => this.#tend(), Math.max(1, Math.ceil(missing)));
  }

  /** The crowd that stands first; it stands last afterwards, if more of it wait. */
  #next(): Waiter {
    const [crowd = "", peers = []] = this.#waiting.entries().next().value ?? [];
    const [one] = peers.splice(this.#draw(peers.length), 1);
    this.#waiting.delete(crowd);
    if (peers.length > 0) this.#waiting.set(crowd, peers);
    if (!one) throw new Error("a crowd without anybody in it");
    return one;
  }

  /** When there is no room for all, the largest crowd gives way. */
  #oneOfTheLargest(): Waiter {
    let largest: readonly Waiter[] = [];
    for (const peers of this.#waiting.values()) if (peers.length > largest.length) largest = peers;
    const one = largest[this.#draw(largest.length)];
    if (!one) throw new Error("nobody waits");
    return one;
  }

  #drop(one: Waiter): void {
    const peers = this.#waiting.get(one.crowd)?.filter((other) => other !== one);
    if (peers?.length === 0) this.#waiting.delete(one.crowd);
    else if (peers) this.#waiting.set(one.crowd, peers);
  }
}

const byLot: Draw = (below) => Math.floor(Math.random() * below);

/** Before letters without script, where nobody can be asked for work. */
export class WaitingLine {
  readonly #lines = new Map<JourId, Line>();
  readonly #now: () => number;
  readonly #draw: Draw;

  constructor(now: () => number, draw: Draw = byLot) {
    this.#now = now;
    this.#draw = draw;
  }

  /** False when her turn did not come in time, or she has gone. */
  enter(jour: JourId, crowd: string, signal?: AbortSignal): Promise<boolean> {
    const line = this.#lines.get(jour) ?? new Line(this.#now, this.#draw);
    this.#lines.set(jour, line);
    return line.enter(crowd, signal);
  }
}
