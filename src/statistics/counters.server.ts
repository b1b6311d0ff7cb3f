import { errorFields, log } from "../platform/log.ts";
import type { Database, JourId } from "../platform/database/index.server.ts";
import { type CountedChannel, type Distribution, type Measure, monthOf } from "./policy.ts";
import { addCounts, type CounterKey, countsOf } from "./store.server.ts";

/** Written down so seldom that the row's time tells nothing about any one conversation. */
const FLUSH_MS = 15 * 60_000;
const REMEMBERED_MS = 5 * 60_000;
const DAY = 86_400_000;

export interface Counted {
  readonly jour: JourId;
  readonly face: string;
  readonly door: string;
  readonly channel: CountedChannel;
  readonly measure: Measure;
  readonly bucket: string;
}

const unknown: Distribution = new Map();
type Pending = Map<JourId, Map<string, CounterKey & { count: number }>>;
interface Known {
  readonly at: number;
  readonly byMeasure: ReadonlyMap<Measure, Distribution>;
}

/** Counts in memory and writes seldom: a crash loses a quarter of an hour of counts, which is allowed. */
export class Counters {
  readonly #database: Database;
  readonly #now: () => number;
  readonly #known = new Map<string, Known>();
  readonly #timer: NodeJS.Timeout;
  #pending: Pending = new Map();

  constructor(database: Database, now: () => number) {
    this.#database = database;
    this.#now = now;
    this.#timer = setInterval(() => void this.flush(), FLUSH_MS);
    this.#timer.unref();
  }

  count({ jour, ...what }: Counted): void {
    this.#add(jour, { ...what, month: monthOf(this.#now()) }, 1);
  }

  /** What is known of the last two months; empty at first, while it is being fetched. */
  distribution(
    jour: JourId,
    face: string,
    measure: Measure,
    channel: CountedChannel = "chat",
  ): Distribution {
    const name = `${jour} ${face} ${channel}`;
    const known = this.#known.get(name);
    if (!known || this.#now() - known.at > REMEMBERED_MS) {
      this.#known.set(name, { at: this.#now(), byMeasure: known?.byMeasure ?? new Map() });
      void this.#fetch(jour, face, channel, name).catch(() => this.#known.delete(name));
    }
    return known?.byMeasure.get(measure) ?? unknown;
  }

  async flush(): Promise<void> {
    const writing = this.#pending;
    this.#pending = new Map();
    for (const [jour, counts] of writing) {
      await this.#database
        .tenant(jour, (tx) => addCounts(tx, [...counts.values()]))
        .catch((error: unknown) => {
          log.warn("counters-not-written", { error: errorFields(error) });
          for (const { count, ...key } of counts.values()) this.#add(jour, key, count);
        });
    }
  }

  /** Writes down what is left. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.flush();
  }

  #add(jour: JourId, key: CounterKey, count: number): void {
    const ofJour = this.#pending.get(jour) ?? new Map<string, CounterKey & { count: number }>();
    this.#pending.set(jour, ofJour);
    const name = JSON.stringify(key);
    ofJour.set(name, { ...key, count: (ofJour.get(name)?.count ?? 0) + count });
  }

  async #fetch(jour: JourId, face: string, channel: CountedChannel, name: string): Promise<void> {
    const months = [monthOf(this.#now()), monthOf(this.#now() - 28 * DAY)];
    const rows = await this.#database.tenant(jour, (tx) => countsOf(tx, face, channel, months));
    const byMeasure = new Map<Measure, Map<string, number>>();
    for (const { measure, bucket, count } of rows) {
      const buckets = byMeasure.get(measure) ?? new Map<string, number>();
      byMeasure.set(measure, buckets.set(bucket, count));
    }
    this.#known.set(name, { at: this.#now(), byMeasure });
  }
}

export function openCounters(database: Database, now: () => number = Date.now): Counters {
  return new Counters(database, now);
}
