import { type Budget, noPressure, press, pressureAt, proofSteps } from "./policy.ts";

/**
 * Of work that was begun when it was cheaper: so many times cheaper it may have been. An old phone takes
 * its time; but a heap of cheap challenges, fetched while it was calm, is soon worth nothing.
 */
const TOLERANCE = 4;

/**
 * Each who waits counts as so many who have just come, for as long as she waits: a queue cannot be
 * filled cheaply by filling it slowly. A long honest queue costs seconds on an old phone.
 */
const WAITING_WEIGHT = 8;

/** What the way in costs now. Sums and their times, nothing of anybody. */
export class Price {
  readonly #pressures = { new: noPressure, returning: noPressure };

  /** `waiting`: how many stand in the queue; they too make it harder for new tabs, as long as they wait. */
  steps(budget: Budget, waiting: number, now: number): number {
    const pressure = pressureAt(this.#pressures[budget], now);
    return proofSteps(budget, budget === "new" ? pressure + WAITING_WEIGHT * waiting : pressure);
  }

  /** Whether work that was asked for at this price may still be handed in. */
  isEnough(steps: number, budget: Budget, waiting: number, now: number): boolean {
    return steps * TOLERANCE >= this.steps(budget, waiting, now);
  }

  press(budget: Budget, weight: number, now: number): void {
    this.#pressures[budget] = press(this.#pressures[budget], weight, now);
  }
}
