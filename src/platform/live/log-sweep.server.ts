import { setTimeout as sleep } from "node:timers/promises";
import { log as logging } from "../log.ts";
import type { LiveLogParts } from "./log.server.ts";
import type { LogMemory } from "./log-memory.server.ts";

interface Look {
  readonly logs: readonly string[];
  readonly keys: ReadonlySet<string>;
}

/** Keys are listed after rows: a key is made before its first row, so a row without key is a dead one. */
export async function lookAtBoth({ store, keys }: LiveLogParts): Promise<Look> {
  const logs = (await store.heads()).map(({ log }) => log);
  const listed = (await keys.list()).map((key) => Buffer.from(key).toString("base64url"));
  return { logs, keys: new Set(listed) };
}

/**
 * A write that was on its way while another process ended its log leaves a row that nobody can read, and
 * a beginning that was given up may still land, or leave its key: they go. A log that is just beginning has
 * a key and no rows yet, one that is just ending has rows and no key: hence two looks, with a pause longer
 * than either takes.
 */
export async function sweep(
  parts: LiveLogParts,
  memory: LogMemory,
  pauseMs: number,
): Promise<void> {
  const before = await lookAtBoth(parts);
  await sleep(pauseMs, undefined, { ref: false });
  const { logs, keys } = await lookAtBoth(parts);
  // Then it is the disk of the keys that is away, and it may come back.
  if (keys.size === 0 && memory.all().length > 1) {
    return logging.error("live-keys-missing", { count: memory.all().length });
  }
  const seen = new Set(before.logs);
  const dead = logs.filter((id) => seen.has(id) && !before.keys.has(id) && !keys.has(id));
  if (dead.length > 0) await parts.store.remove(dead);
  for (const id of dead) {
    const record = memory.get(id);
    if (record) memory.drop(record, "gone");
  }
  const alive = new Set(logs);
  for (const id of before.keys) {
    if (!keys.has(id) || seen.has(id) || alive.has(id) || memory.get(id)) continue;
    await parts.keys.destroy(Buffer.from(id, "base64url"));
  }
}
