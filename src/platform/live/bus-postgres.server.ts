import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "../database/index.server.ts";
import type { Bus } from "./bus.server.ts";

const CHANNEL = "lykta_live";
/** PostgreSQL takes payloads of less than 8,000 bytes. */
const MAX_PAYLOAD = 7900;
/** More than this waiting means that the database is away; hints that old help nobody. */
const MAX_WAITING = 10_000;

/**
 * NOTIFY in statements of their own, after the commits that they tell of: within the writing
 * transaction it would make all commits queue behind one lock. While one is under way, the next
 * texts gather.
 */
export function postgresBus(database: Database): Bus {
  let waiting: string[] = [];
  let sending = false;

  async function send(): Promise<void> {
    while (waiting.length > 0) {
      const texts = waiting;
      waiting = [];
      await database.raw
        .query({
          name: "live_notify",
          text: "select pg_notify($1, text) from unnest($2::text[]) as text",
          values: [CHANNEL, texts],
        })
        .catch(() => sleep(200));
    }
    sending = false;
  }

  return {
    publish(text) {
      if (text.length > MAX_PAYLOAD) throw new Error("a hint is too long for the bus");
      if (waiting.length >= MAX_WAITING) return;
      waiting.push(text);
      if (sending) return;
      sending = true;
      setImmediate(() => void send());
    },
    subscribe: (hear) => database.listen(CHANNEL, hear),
  };
}
