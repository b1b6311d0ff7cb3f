import type { TenantTx } from "../platform/database/index.server.ts";
import { faultPoint } from "../platform/fault-points.server.ts";
import type { ShredKey, ShredStore } from "../platform/shred/index.server.ts";
import { type Frame, openFrame, PLACE, sealFrame } from "./frames.server.ts";
import { dayOf, expiryOf, toHour } from "./policy.ts";
import {
  changeMailbox,
  daysKept,
  findMailbox,
  framesOf,
  keepFrame,
  lockMailbox,
  type MailboxRow,
} from "./store.server.ts";

/** A mailbox with its key, held still for writing. */
export interface Opened {
  readonly row: MailboxRow;
  readonly key: ShredKey;
}

/** Undefined when it is not there (any more): a row without key is one that was destroyed. */
export async function openForWriting(
  tx: TenantTx,
  keys: ShredStore,
  id: Uint8Array,
): Promise<Opened | undefined> {
  return withKey(keys, await lockMailbox(tx, id));
}

async function withKey(keys: ShredStore, row: MailboxRow | undefined): Promise<Opened | undefined> {
  const key = row && (await keys.read(row.id));
  return row && key ? { row, key } : undefined;
}

export interface Kept {
  readonly row: MailboxRow;
  readonly frames: readonly Frame[];
}

export async function openForReading(
  tx: TenantTx,
  keys: ShredStore,
  id: Uint8Array,
): Promise<Kept | undefined> {
  const opened = await withKey(keys, await findMailbox(tx, id));
  return opened && readOpened(tx, opened);
}

/** What lies in one that is open, for writing too. */
export async function readOpened(tx: TenantTx, { row, key }: Opened): Promise<Kept> {
  const frames = await framesOf(tx, row.id);
  return { row, frames: frames.map((frame) => openFrame(key, row.id, frame)) };
}

/** One letter or note more, at the end. */
export async function append(
  tx: TenantTx,
  { row, key }: Opened,
  frame: Pick<Frame, "kind" | "bytes">,
  change: { readonly waitingSince: Date | null; readonly now: number },
): Promise<string> {
  const n = row.last_n + 1;
  await keepFrame(tx, row.id, n, sealFrame(key, row.id, { n, ...frame }));
  const expiresOn = expiryOf(change.now, await daysKept(tx));
  await changeMailbox(tx, row.id, {
    letters: row.letters + (frame.kind === "letter" ? 1 : 0),
    lastN: n,
    waitingSince: change.waitingSince,
    activeOn: dayOf(change.now),
    expiresOn,
  });
  await faultPoint("mailbox:changing");
  return laterOf(expiresOn, row.held_until);
}

const KIND_AT: Readonly<Record<keyof typeof PLACE, Frame["kind"]>> = {
  mailbox: "mailbox",
  draft: "draft",
  seekerMark: "mark",
  teamMark: "mark",
  mailSeed: "seed",
};

/** In its fixed place, over what stood there. */
export async function put(
  tx: TenantTx,
  { row, key }: Opened,
  place: keyof typeof PLACE,
  bytes: Uint8Array,
): Promise<void> {
  const n = PLACE[place];
  const kind = KIND_AT[place];
  await keepFrame(tx, row.id, n, sealFrame(key, row.id, { n, kind, bytes }));
  await faultPoint("mailbox:changing");
}

/** Somebody is here: the days count anew. */
export async function touch(tx: TenantTx, row: MailboxRow, now: number): Promise<string> {
  const expiresOn = expiryOf(now, await daysKept(tx));
  await changeMailbox(tx, row.id, {
    letters: row.letters,
    lastN: row.last_n,
    waitingSince: row.waiting_since,
    activeOn: dayOf(now),
    expiresOn,
  });
  return laterOf(expiresOn, row.held_until);
}

const laterOf = (expiresOn: string, heldUntil: string | null): string =>
  heldUntil !== null && heldUntil > expiresOn ? heldUntil : expiresOn;

/** Her first unanswered letter decides since when she waits. */
export const stillWaiting = (row: MailboxRow, now: number): Date =>
  row.waiting_since ?? toHour(now);
