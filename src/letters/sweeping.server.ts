import { setTimeout as sleep } from "node:timers/promises";
import type { JourId } from "../platform/database/index.server.ts";
import type { LetterDeps } from "./deps.server.ts";
import { dayOf } from "./policy.ts";
import { allMailboxIds, deleteMailbox, expiredMailboxes } from "./store.server.ts";

/** Deletes what has expired: the key first, so that nothing in between can be read. */
export async function sweepMailboxes(
  { database, keys, now }: LetterDeps,
  jour: JourId,
): Promise<number> {
  const expired = await database.tenant(jour, (tx) => expiredMailboxes(tx, dayOf(now())));
  for (const id of expired) {
    await keys.destroy(id);
    await database.tenant(jour, (tx) => deleteMailbox(tx, id));
  }
  return expired.length;
}

/** Longer than a row may take to follow its key, on this process or on another. */
const PAUSE_MS = 60_000;

/** At the start: rows whose key was destroyed before a crash, and keys whose row was never written. */
export async function recoverMailboxes(
  { database, keys }: LetterDeps,
  jours: readonly JourId[],
  pauseMs = PAUSE_MS,
): Promise<void> {
  const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
  const keysBefore = await keys.list();
  await sleep(pauseMs, undefined, { ref: false });
  const rows = new Set<string>();
  for (const jour of jours) {
    for (const id of await database.tenant(jour, allMailboxIds)) {
      if (await keys.read(id)) rows.add(hex(id));
      else await database.tenant(jour, (tx) => deleteMailbox(tx, id));
    }
  }
  // Only keys that were there a while before the rows were read: one that is just being made has no row yet.
  for (const key of keysBefore) if (!rows.has(hex(key))) await keys.destroy(key);
}
