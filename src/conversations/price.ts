import { type Budget, noPressure, press, pressureAt, proofSteps } from "./policy.ts";

/**
 * Of work that was begun when it was cheaper: so many times cheaper it may have been. An old phone takes
 * its time; but a heap of cheap challenges, fetched while it was calm, is soon worth nothing.
 */
export const TOLERANCE = 4;

/** What the way in costs now. Sums and their times, nothing of anybody. */
export class Price {
  readonly #pressures = { new: noPressure, returning: noPressure };

  /** `waiting`: how many stand in the queue; they too make it harder for new tabs, as long as they wait. */
  steps(budget: Budget, waiting: number, now: number): number {
    const pressure = pressureAt(this.#pressures[budget], now);
    return proofSteps(budget, budget === "new" ? pressure + waiting : pressure);
  }

  /** Whether work that was asked for at this price may still be handed in. */
  isEnough(steps: number, budget: Budget, waiting: number, now: number): boolean {
    return steps * TOLERANCE >= this.steps(budget, waiting, now);
  }

  press(budget: Budget, weight: number, now: number): void {
    this.#pressures[budget] = press(this.#pressures[budget], weight, now);
  }
}
