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

export interface Counters {
  count(what: Counted): void;
  /** What is known of the last two months; empty at first, while it is being fetched. */
  distribution(jour: JourId, face: string, measure: Measure): Distribution;
  flush(): Promise<void>;
  /** Writes down what is left. */
  close(): Promise<void>;
}

const unknown: Distribution = new Map();

/** Counts in memory and writes seldom: a crash loses a quarter of an hour of counts, which is allowed. */
export function openCounters(database: Database, now: () => number = Date.now): Counters {
  let pending = new Map<JourId, Map<string, CounterKey & { count: number }>>();
  const known = new Map<string, { at: number; byMeasure: Map<Measure, Map<string, number>> }>();

  function add(jour: JourId, key: CounterKey, count: number): void {
    const ofJour = pending.get(jour) ?? new Map<string, CounterKey & { count: number }>();
    pending.set(jour, ofJour);
    const name = JSON.stringify(key);
    ofJour.set(name, { ...key, count: (ofJour.get(name)?.count ?? 0) + count });
  }

  async function flush(): Promise<void> {
    const writing = pending;
    pending = new Map();
    for (const [jour, counts] of writing) {
      await database
        .tenant(jour, (tx) => addCounts(tx, [...counts.values()]))
        .catch((error: unknown) => {
          log.warn("counters-not-written", { error: errorFields(error) });
          for (const { count, ...key } of counts.values()) add(jour, key, count);
        });
    }
  }

  async function fetch(jour: JourId, face: string, name: string): Promise<void> {
    const months = [monthOf(now()), monthOf(now() - 28 * DAY)];
    const rows = await database.tenant(jour, (tx) => countsOf(tx, face, "chat", months));
    const byMeasure = new Map<Measure, Map<string, number>>();
    for (const { measure, bucket, count } of rows) {
      const buckets = byMeasure.get(measure) ?? new Map<string, number>();
      byMeasure.set(measure, buckets.set(bucket, count));
    }
    known.set(name, { at: now(), byMeasure });
  }

  const timer = setInterval(() => void flush(), FLUSH_MS);
  timer.unref();

  return {
    count({ jour, ...what }) {
      add(jour, { ...what, month: monthOf(now()) }, 1);
    },
    distribution(jour, face, measure) {
      const name = `${jour} ${face}`;
      const remembered = known.get(name);
      if (!remembered || now() - remembered.at > REMEMBERED_MS) {
        known.set(name, { at: now(), byMeasure: remembered?.byMeasure ?? new Map() });
        void fetch(jour, face, name).catch(() => known.delete(name));
      }
      return remembered?.byMeasure.get(measure) ?? unknown;
    },
    flush,
    async close() {
      clearInterval(timer);
      await flush();
    },
  };
}
