import { MAX_WAITING } from "../../src/conversations/policy.ts";
import { Price } from "../../src/conversations/price.ts";

// A quiet hour with a flood in its midst, second by second, at the very price that the gate asks.

export const MINUTES = { flood: 10, over: 30, end: 60 } as const;
/** So many honest women come in an hour, and so long each waits before somebody takes her. */
const HONEST_PER_HOUR = 60;
const TAKEN_AFTER_S = 120;
/** A tab that opened a conversation and never connected is let go after the grace time. */
const GRACE_S = 600;
/** On average three quarters of the steps are tried before the right one is found. */
export const TRIED = 0.75;

export interface Minute {
  readonly minute: number;
  /** Of this minute: the attacker's that came in, and honest women who found the queue full. */
  readonly flood: number;
  readonly turnedAway: number;
  /** At its end: who waits, and the most steps that a challenge takes. */
  readonly waiting: number;
  readonly steps: number;
  readonly returning: number;
}

export interface Attacker {
  /** Steps that she tries in a second. */
  readonly power: number;
  /** Challenges that she fetched and solved while it was calm, and hands in first. */
  readonly hoard?: number;
}

export function hour(attacker: Attacker): Minute[] {
  const queue = new Queue(attacker);
  const minutes: Minute[] = [];
  let [flood, turnedAway] = [0, 0];
  for (let second = 0; second < MINUTES.end * 60; second++) {
    queue.passTime(second);
    // The program is always quicker than a woman: a place that becomes free is the attacker's.
    if (second >= MINUTES.flood * 60 && second < MINUTES.over * 60) flood += queue.flood();
    if (second % (3600 / HONEST_PER_HOUR) === 0 && !queue.enter(TAKEN_AFTER_S)) turnedAway++;
    if (second % 60 !== 59) continue;
    minutes.push({ minute: (second + 1) / 60, flood, turnedAway, ...queue.view() });
    [flood, turnedAway] = [0, 0];
  }
  return minutes;
}

/** The queue of one face under one attacker. */
class Queue {
  readonly #price = new Price();
  readonly #attacker: Attacker;
  readonly #calm: number;
  #hoarded: number;
  /** Steps that have been tried and not yet handed in. */
  #saved = 0;
  #until: number[] = [];
  #second = 0;

  constructor(attacker: Attacker) {
    this.#attacker = attacker;
    this.#hoarded = attacker.hoard ?? 0;
    this.#calm = this.#price.steps("new", 0, 0);
  }

  passTime(second: number): void {
    this.#second = second;
    this.#until = this.#until.filter((until) => until > second);
  }

  enter(seconds: number): boolean {
    if (this.#until.length >= MAX_WAITING) return false;
    this.#price.press("new", 1, this.#now);
    this.#until.push(this.#second + seconds);
    return true;
  }

  /** One second of it; how many came in. */
  flood(): number {
    this.#saved += this.#attacker.power;
    let entered = 0;
    while (this.#until.length < MAX_WAITING && this.#pay()) if (this.enter(GRACE_S)) entered++;
    return entered;
  }

  view(): Pick<Minute, "waiting" | "steps" | "returning"> {
    const waiting = this.#until.length;
    const [steps, returning] = (["new", "returning"] as const).map((budget) =>
      this.#price.steps(budget, waiting, this.#now),
    );
    return { waiting, steps: steps ?? 0, returning: returning ?? 0 };
  }

  #pay(): boolean {
    const waiting = this.#until.length;
    if (this.#hoarded > 0 && this.#price.isEnough(this.#calm, "new", waiting, this.#now)) {
      this.#hoarded--;
      return true;
    }
    const cost = this.#price.steps("new", waiting, this.#now) * TRIED;
    if (this.#saved < cost) return false;
    this.#saved -= cost;
    return true;
  }

  get #now(): number {
    return this.#second * 1000;
  }
}
