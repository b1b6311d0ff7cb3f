import type { JourId } from "../platform/database/index.server.ts";

export interface AllowanceOptions {
  /** So many within `windowMs`, for each jour. */
  readonly most: number;
  readonly windowMs: number;
  readonly now: () => number;
}

/** How often something is done in a while and jour. Nobody is known by it. */
export class Allowance {
  readonly #options: AllowanceOptions;
  readonly #counts = new Map<JourId, { since: number; count: number }>();
  constructor(options: AllowanceOptions) {
    this.#options = options;
  }

  /** Counts one more; false when that was one too many. */
  isWithin(jour: JourId): boolean {
    const { most, windowMs } = this.#options;
    const known = this.#counts.get(jour);
    const now = this.#options.now();
    // A clock that was set back begins anew: otherwise nobody would be let in until it has caught up.
    const isSame = known !== undefined && now >= known.since && now - known.since < windowMs;
    const current = isSame ? known : { since: now, count: 0 };
    current.count++;
    this.#counts.set(jour, current);
    return current.count <= most;
  }
}
