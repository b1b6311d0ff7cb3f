/** What a page says of a moment is read again after this long, whatever hints were lost. */
const FRESH_MS = 1000;
/** While somebody asks, it is read again behind her back from this age on, so that nobody waits for it. */
const RENEW_MS = 500;
const MINUTE_MS = 60_000;
/** Far more than a house has faces; beyond it the old ones are let go. */
const MAX_KEPT = 2000;

/** Something that was read for pages; the same object for as long as nothing in it has changed. */
export interface Glance<T> {
  readonly value: T;
  /** False when it must be read again before anybody is told of it. */
  isFresh(): boolean;
}

/** Told the minute that its value speaks of, in milliseconds since 1970. */
type Read<T> = (minute: number) => Promise<T>;

interface Kept {
  readonly glance: Glance<unknown>;
  readonly text: string;
  /** When it was read, until when that counts, and after how many changes. */
  at: number;
  until: number;
  changes: number;
}

/**
 * Reads what pages show, once for all who ask at the same time, and at least once a second. Pages
 * speak in minutes, so nothing read in one minute counts in the next. This bound holds in every
 * process without a word from the others: no page says for longer than that that somebody is there.
 */
export class Glances {
  readonly #now: () => number;
  readonly #kept = new Map<string, Kept>();
  readonly #reading = new Map<string, Promise<Glance<unknown>>>();
  #changes = 0;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  async look<T>(key: string, read: Read<T>): Promise<Glance<T>> {
    const kept = this.#kept.get(key)?.glance;
    return (kept?.isFresh() ? kept : await this.#readOnce(key, read)) as Glance<T>;
  }

  /** Something has changed: what was read before, or is being read now, serves nobody who asks later. */
  forget(): void {
    this.#changes++;
    this.#reading.clear();
  }

  #readOnce(key: string, read: Read<unknown>): Promise<Glance<unknown>> {
    const underWay = this.#reading.get(key);
    if (underWay) return underWay;
    const reading = this.#read(key, read).finally(() => {
      if (this.#reading.get(key) === reading) this.#reading.delete(key);
    });
    this.#reading.set(key, reading);
    return reading;
  }

  async #read(key: string, read: Read<unknown>): Promise<Glance<unknown>> {
    const changes = this.#changes;
    const at = this.#now();
    const minute = at - (at % MINUTE_MS);
    const value = await read(minute);
    if (changes !== this.#changes) return { value, isFresh: () => false };
    // What is not there has no text, and must not be taken for what was never read.
    const text = JSON.stringify(value) ?? "";
    const before = this.#kept.get(key);
    const kept = before?.text === text ? before : this.#keep(key, { value, text, read });
    return Object.assign(kept, { at, changes, until: Math.min(at + FRESH_MS, minute + MINUTE_MS) })
      .glance;
  }

  #keep(key: string, { value, text, read }: Found): Kept {
    const isFresh = (): boolean => {
      const now = this.#now();
      const isKept = this.#kept.get(key) === kept && kept.changes === this.#changes;
      // A clock that was set back must not make new again what is old.
      if (!isKept || now < kept.at || now >= kept.until) return false;
      if (now - kept.at >= RENEW_MS) this.#readOnce(key, read).catch(() => undefined);
      return true;
    };
    const kept: Kept = { glance: { value, isFresh }, text, at: 0, until: 0, changes: 0 };
    if (this.#kept.size >= MAX_KEPT) this.#kept.clear();
    this.#kept.set(key, kept);
    return kept;
  }
}

interface Found {
  readonly value: unknown;
  readonly text: string;
  readonly read: Read<unknown>;
}
