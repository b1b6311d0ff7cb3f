import { randomUUID } from "node:crypto";
import type { Counted } from "../../statistics/index.server.ts";
import { UNDO_MS } from "./policy.ts";

/** More than a house full of volunteers could tap; beyond it the oldest counts at once. */
const MAX_HELD = 500;

/** Holds what was counted for as long as it can be taken back; then it is a number among others. */
export class Tally {
  readonly #count: (what: Counted) => void;
  readonly #held = new Map<string, { by: string; what: Counted; timer: NodeJS.Timeout }>();

  constructor(count: (what: Counted) => void) {
    this.#count = count;
  }

  add(by: string, what: Counted): string {
    const id = randomUUID();
    const timer = setTimeout(() => this.#settle(id), UNDO_MS);
    this.#held.set(id, { by, what, timer });
    const [oldest] = this.#held.keys();
    if (this.#held.size > MAX_HELD && oldest !== undefined) this.#settle(oldest);
    return id;
  }

  /** False when it is too late, or hers it is not. */
  undo(by: string, id: string): boolean {
    const held = this.#held.get(id);
    if (held?.by !== by) return false;
    clearTimeout(held.timer);
    return this.#held.delete(id);
  }

  /** Everything counts now: the program ends. */
  close(): void {
    for (const id of [...this.#held.keys()]) this.#settle(id);
  }

  #settle(id: string): void {
    const held = this.#held.get(id);
    if (!held) return;
    clearTimeout(held.timer);
    this.#held.delete(id);
    this.#count(held.what);
  }
}
