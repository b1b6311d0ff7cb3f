/** What a page says of a moment is read again after this long, whatever hints were lost. */
const FRESH_MS = 1000;
const MINUTE_MS = 60_000;
/** Far more than a house has faces; beyond it the old ones are let go. */
const MAX_KEPT = 2000;

/** Something that was read for pages. */
export interface Glance<T> {
  /** The very same object for as long as nothing in it has changed. */
  readonly value: T;
  /** False when it must be read again before anybody is told of it. */
  isFresh(): boolean;
}

/** Told the minute that its value speaks of, in milliseconds since 1970. */
type Read<T> = (minute: number) => Promise<T>;

/**
 * Reads what pages show, once for all who ask at the same time, and at most once a second. Pages
 * speak in minutes, so nothing read in one minute counts in the next. This bound holds in every
 * process without a word from the others: no page says for longer than that that somebody is there.
 */
export class Glances {
  readonly #now: () => number;
  readonly #kept = new Map<string, { glance: Glance<unknown>; text: string }>();
  readonly #reading = new Map<string, Promise<Glance<unknown>>>();
  #changes = 0;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  async look<T>(key: string, read: Read<T>): Promise<Glance<T>> {
    const kept = this.#kept.get(key)?.glance;
    if (kept?.isFresh()) return kept as Glance<T>;
    const underWay = this.#reading.get(key);
    if (underWay) return underWay as Promise<Glance<T>>;
    const reading = this.#read(key, read);
    this.#reading.set(key, reading);
    return reading.finally(() => {
      if (this.#reading.get(key) === reading) this.#reading.delete(key);
    });
  }

  /** Something has changed: what was read before, or is being read now, serves nobody who asks later. */
  forget(): void {
    this.#changes++;
    this.#reading.clear();
  }

  async #read<T>(key: string, read: Read<T>): Promise<Glance<T>> {
    const changes = this.#changes;
    const at = this.#now();
    const minute = at - (at % MINUTE_MS);
    const until = Math.min(at + FRESH_MS, minute + MINUTE_MS);
    const fresh = await read(minute);
    const text = JSON.stringify(fresh);
    const before = this.#kept.get(key);
    const isFresh = (): boolean => {
      const now = this.#now();
      // A clock that was set back must not make new again what is old.
      return changes === this.#changes && at <= now && now < until;
    };
    const value = before?.text === text ? (before.glance.value as T) : fresh;
    const glance: Glance<T> = { value, isFresh };
    if (changes !== this.#changes) return glance;
    if (this.#kept.size >= MAX_KEPT) this.#kept.clear();
    this.#kept.set(key, { glance, text });
    return glance;
  }
}
