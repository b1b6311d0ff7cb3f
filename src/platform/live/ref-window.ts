import { LIMITS } from "./wire.ts";

const SIZE = LIMITS.refsRemembered;

/**
 * The newest refs of one tab and the numbers they got, so that a frame sent again is answered with
 * its old number. A tab's refs must grow: a frame can then never land behind a later one of the same
 * tab. Few are on their way at once (LIMITS.inFlight), hence a ring suffices; it starts small because
 * most tabs say little and there are many.
 */
export class RefWindow {
  #refs = new Uint32Array(4);
  #seqs = new Uint32Array(4);
  #count = 0;
  #highest = 0;

  add(ref: number, seq: number): void {
    if (this.#count === this.#refs.length && this.#count < SIZE) this.#grow();
    const at = this.#count % this.#refs.length;
    this.#refs[at] = ref;
    this.#seqs[at] = seq;
    this.#count++;
    if (ref > this.#highest) this.#highest = ref;
  }

  /** The number that this ref got; 'new' when it may be written; 'stale' when its turn is over. */
  find(ref: number): number | "new" | "stale" {
    if (ref > this.#highest) return "new";
    const known = Math.min(this.#count, this.#refs.length);
    for (let at = 0; at < known; at++) {
      if (this.#refs[at] === ref) return this.#seqs[at] ?? "stale";
    }
    return "stale";
  }

  #grow(): void {
    const size = Math.min(this.#refs.length * 4, SIZE);
    const refs = new Uint32Array(size);
    const seqs = new Uint32Array(size);
    refs.set(this.#refs);
    seqs.set(this.#seqs);
    this.#refs = refs;
    this.#seqs = seqs;
  }
}
