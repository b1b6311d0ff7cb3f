/**
 * Room for so many of whom nothing is known. When one too many comes, whoever has been there longest
 * gives way: an honest client is through in a moment, and one that lingers is not missed. Nobody is
 * told from anybody else, so that nothing about anybody has to be kept.
 */
export class Crowd {
  readonly #room: number;
  readonly #there = new Set<() => void>();

  constructor(room: number) {
    this.#room = room;
  }

  get size(): number {
    return this.#there.size;
  }

  /** Call what it returns when she is through. A function stands for one who is there once. */
  enter(giveWay: () => void): () => void {
    this.#there.add(giveWay);
    const [longest] = this.#there;
    if (longest && this.#there.size > this.#room) {
      this.#there.delete(longest);
      longest();
    }
    return () => void this.#there.delete(giveWay);
  }

  /** Who is still there begins anew, as the last who came. */
  again(giveWay: () => void): void {
    if (this.#there.delete(giveWay)) this.#there.add(giveWay);
  }
}
