/** What a connection may say: a burst, then a steady rate. Beyond it the connection is not read for a while. */
export interface Allowance {
  readonly burst: number;
  readonly perSecond: number;
}

/** Who has said so much more than she may is not heard at all until it is paid off: nothing of it waits here. */
export const LONGEST_DEBT_MS = 10_000;

export class Budget {
  readonly #allowance: Allowance;
  #left: number;
  #at: number;

  constructor(allowance: Allowance, now: number) {
    this.#allowance = allowance;
    this.#left = allowance.burst;
    this.#at = now;
  }

  /** Answers for how many milliseconds nothing more may be taken. */
  spend(now: number, cost = 1): number {
    this.#left = this.#leftAt(now) - cost;
    this.#at = now;
    return this.#left >= 0 ? 0 : Math.ceil((-this.#left * 1000) / this.#allowance.perSecond);
  }

  /** How many milliseconds until nothing of what was spent is felt any more. */
  untilFull(now: number): number {
    const { burst, perSecond } = this.#allowance;
    return Math.ceil(((burst - this.#leftAt(now)) * 1000) / perSecond);
  }

  #leftAt(now: number): number {
    const { burst, perSecond } = this.#allowance;
    return Math.min(burst, this.#left + ((now - this.#at) * perSecond) / 1000);
  }
}
