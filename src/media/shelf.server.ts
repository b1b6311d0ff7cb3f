const MAX_BYTES = 16 * 1024 * 1024;
/** A picture that was removed is gone everywhere after this long. */
const KEPT_MS = 60_000;

interface Kept {
  readonly bytes: Uint8Array;
  readonly until: number;
}

/** Pictures that were asked for lately; those asked for longest ago go first. */
export class Shelf {
  readonly #kept = new Map<string, Kept>();
  readonly #now: () => number;
  #size = 0;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  async get(
    key: string,
    read: () => Promise<Uint8Array | undefined>,
  ): Promise<Uint8Array | undefined> {
    const known = this.#take(key);
    if (known && known.until > this.#now()) {
      this.#put(key, known);
      return known.bytes;
    }
    const bytes = await read();
    if (bytes) this.#put(key, { bytes, until: this.#now() + KEPT_MS });
    return bytes;
  }

  #take(key: string): Kept | undefined {
    const known = this.#kept.get(key);
    if (known) this.#size -= known.bytes.length;
    this.#kept.delete(key);
    return known;
  }

  #put(key: string, kept: Kept): void {
    this.#take(key);
    this.#kept.set(key, kept);
    this.#size += kept.bytes.length;
    for (const [oldest] of this.#kept) {
      if (this.#size <= MAX_BYTES) break;
      this.#take(oldest);
    }
  }
}
