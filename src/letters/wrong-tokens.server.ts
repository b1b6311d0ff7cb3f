import type { JourId } from "../platform/database/index.server.ts";
import { WRONG_TOKENS } from "./policy.ts";

const MINUTE = 60_000;

/**
 * How many tokens that open nothing are told so, a minute and jour. Nobody is known by it and nobody
 * kept out: a true token is always answered.
 */
export class WrongTokens {
  readonly #now: () => number;
  readonly #counts = new Map<JourId, { since: number; count: number }>();
  constructor(now: () => number) {
    this.#now = now;
  }

  isWithin(jour: JourId): boolean {
    const known = this.#counts.get(jour);
    const now = this.#now();
    const current = known && now - known.since < MINUTE ? known : { since: now, count: 0 };
    current.count++;
    this.#counts.set(jour, current);
    return current.count <= WRONG_TOKENS;
  }
}
