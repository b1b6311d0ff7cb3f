import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "../database/index.server.ts";
import { type Bus, MAX_HINT } from "./bus.server.ts";

const CHANNEL = "lykta_live";
/** More than this waiting means that the database is away; hints that old help nobody. */
const MAX_WAITING = 10_000;
const RETRY_MS = 200;
const CLOSING_MS = 1000;

/**
 * NOTIFY in statements of their own, after the commits that they tell of: within the writing
 * transaction it would make all commits queue behind one lock. Nobody waits for the disk or for a
 * standby on account of a hint. While one statement is under way, the next texts gather.
 */
const NOTIFY = `
  select set_config('synchronous_commit', 'off', true)
  union all
  select pg_notify($1, text)::text from unnest($2::text[]) as text`;

export function postgresBus(database: Database): Bus {
  let waiting: string[] = [];
  let sending: Promise<void> | undefined;
  let isClosed = false;

  async function send(): Promise<void> {
    while (waiting.length > 0) {
      const texts = waiting;
      waiting = [];
      try {
        await database.raw.query({ name: "live_notify", text: NOTIFY, values: [CHANNEL, texts] });
      } catch {
        if (isClosed) return;
        // What these texts said is looked up by whoever hears that something was missed.
        waiting.unshift("");
        await sleep(RETRY_MS, undefined, { ref: false });
      }
    }
  }

  const start = (): void => {
    sending ??= new Promise<void>((go) => setImmediate(go)).then(send).finally(() => {
      sending = undefined;
      if (waiting.length > 0 && !isClosed) start();
    });
  };

  return {
    publish(text) {
      if (text.length > MAX_HINT) throw new Error("a hint is too long for the bus");
      if (isClosed || waiting.length >= MAX_WAITING) return;
      waiting.push(text);
      start();
    },
    subscribe: (hear) => database.listen(CHANNEL, hear),
    async close() {
      isClosed = true;
      await Promise.race([sending, sleep(CLOSING_MS, undefined, { ref: false })]);
    },
  };
}
