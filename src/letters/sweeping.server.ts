import { setTimeout as sleep } from "node:timers/promises";
import type { JourId } from "../platform/database/index.server.ts";
import { faultPoint } from "../platform/fault-points.server.ts";
import type { ShredStore } from "../platform/shred/index.server.ts";
import type { LetterDeps, WhyGone } from "./deps.server.ts";
import { dayOf } from "./policy.ts";
import {
  allMailboxIds,
  deleteMailbox,
  expiredMailboxes,
  holdRows,
  lockMailbox,
} from "./store.server.ts";

/**
 * The key first, so that nothing in between can be read. Resolves when nothing can bring it back. The row is
 * held meanwhile: of two who delete at once one tells, and nobody mends a key that is being destroyed.
 */
export async function destroyMailbox(
  { database, keys, gone }: Destroying,
  jour: JourId,
  id: Uint8Array,
  why: WhyGone = "deleted",
): Promise<void> {
  await database.tenant(jour, async (tx) => {
    const row = await lockMailbox(tx, id);
    await keys.destroy(id);
    await faultPoint("mailbox:shredded");
    if (row) await gone?.(tx, id, why);
    await deleteMailbox(tx, id);
  });
  await faultPoint("mailbox:deleted");
}

type Destroying = Pick<LetterDeps, "database" | "gone"> & {
  readonly keys: Pick<ShredStore, "destroy">;
};

/** Deletes what has expired. */
export async function sweepMailboxes(
  deps: Destroying & Pick<LetterDeps, "now">,
  jour: JourId,
): Promise<number> {
  const { database, now } = deps;
  const expired = await database.tenant(jour, (tx) => expiredMailboxes(tx, dayOf(now())));
  for (const id of expired) await destroyMailbox(deps, jour, id, "expired");
  return expired.length;
}

type Recovering = Pick<LetterDeps, "database" | "gone" | "keys">;

/** Longer than a row may take to follow its key, on this process or on another. */
const PAUSE_MS = 60_000;

const nameOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

/** At the start: rows whose key was destroyed before a crash, and keys whose row was never written. */
export async function recoverMailboxes(
  deps: Recovering,
  jours: readonly JourId[],
  pauseMs = PAUSE_MS,
): Promise<void> {
  const { database, keys } = deps;
  const keysBefore = await keys.list();
  await faultPoint("post:listed");
  await sleep(pauseMs, undefined, { ref: false });
  const rows = new Set<string>();
  for (const jour of jours) {
    for (const id of await database.tenant(jour, allMailboxIds)) {
      if (await hasKey(deps, jour, id)) rows.add(nameOf(id));
      else await destroyMailbox(deps, jour, id);
    }
  }
  await faultPoint("post:matched");
  // Only keys that were there a while before the rows were read: one that is just being made has no row yet.
  const lonely = keysBefore.filter((key) => !rows.has(nameOf(key)));
  if (lonely.length > 0) await sweepKeys(deps, jours, lonely);
}

/** What only one of two disks has, both have afterwards; where that disk takes nothing, the next start tries again. */
async function hasKey(
  { database, keys }: Recovering,
  jour: JourId,
  id: Uint8Array,
): Promise<boolean> {
  const found = await keys.look(id);
  if (found !== "half") return found === "whole";
  return database.tenant(jour, async (tx) => {
    if (await lockMailbox(tx, id)) await keys.mend(id).catch(() => undefined);
    return (await keys.look(id)) !== "gone";
  });
}

/** Her letter may come again just now and find the key that its first try has left: so rows wait meanwhile. */
async function sweepKeys(
  { database, keys }: Recovering,
  jours: readonly JourId[],
  lonely: readonly Uint8Array[],
): Promise<void> {
  await database.shared(async (tx) => {
    await holdRows(tx);
    const rows = new Set<string>();
    for (const jour of jours)
      for (const id of await database.tenant(jour, allMailboxIds)) rows.add(nameOf(id));
    await faultPoint("post:sweeping");
    for (const key of lonely) if (!rows.has(nameOf(key))) await keys.destroy(key);
  });
}
