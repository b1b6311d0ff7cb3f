import { appendFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Every place at which tests/faults can strike a conversation from outside, in the order in which they
 * are passed. A point has the name of what has just been done; `begin` stands before anything is.
 */
export const FAULT_POINTS = [
  // a conversation begins: its key …
  "key:begin",
  "key:opened",
  "key:written",
  "key:synced",
  "key:renamed",
  "key:durable",
  // … then its first row, then the seeker is told
  "log:keyed",
  "log:begun",
  // a batch of frames, and the acknowledgement of one
  "append:begin",
  "append:committed",
  "ack:begin",
  "ack:written",
  // a conversation ends: nothing more comes in, everybody has been told all …
  "end:closing",
  "end:settled",
  "end:delivered",
  // … its key goes …
  "shred:begin",
  "shred:opened",
  "shred:overwritten",
  "shred:synced",
  "shred:unlinked",
  "shred:durable",
  // … its rows go, whoever asked is told
  "rows:begin",
  "rows:deleted",
  "end:removed",
  // a start: what there is, what is living
  "recover:listed",
  "recover:loaded",
] as const;

/** The same for letters, bookings and mail. Their keys pass `key:` and `shred:` as well. */
export const POST_POINTS = [
  // a key lies in the first of two stores, not yet in its mirror
  "mirror:keyed",
  // a mailbox: its key, its rows, before its writer is told
  "mailbox:keyed",
  "mailbox:kept",
  // a letter, an answer or a mark: in its transaction, then durable, before anybody is told
  "mailbox:changing",
  "mailbox:changed",
  // she deletes it, or it has expired: the mirror's key is gone, all keys, its rows
  "mirror:shredded",
  "mailbox:shredded",
  "mailbox:deleted",
  // a time: in its transaction, then durable
  "booking:changing",
  "booking:changed",
  // a mail goes out: its key, its row; it is taken up, the next server has it, its key is gone, its row
  "outbox:keyed",
  "outbox:queued",
  "outbox:taken",
  "outbox:handed",
  "outbox:shredded",
  "outbox:deleted",
  // a start: what keys there are; which have no row; still none, while nobody writes one
  "post:listed",
  "post:matched",
  "post:sweeping",
] as const;

export type FaultPoint = (typeof FAULT_POINTS)[number] | (typeof POST_POINTS)[number];

export type FaultAct =
  /** SIGKILL and the like; 0 is this process itself. After so many milliseconds, or at once. */
  | { readonly act: "signal"; readonly signal: NodeJS.Signals; readonly pids: readonly number[] }
  /** As a disk that does not answer for so long. Has no effect where nobody waits (`ack:`). */
  | { readonly act: "stall"; readonly milliseconds: number }
  /** As a disk that is full (ENOSPC) or broken (EIO). */
  | { readonly act: "fail"; readonly code: string };

/** "The n-th time from now that this point is passed." */
export type FaultOrder = FaultAct & {
  readonly point: FaultPoint;
  readonly nth: number;
  readonly afterMs?: number;
  /** Also every time after that, until all orders are taken back. */
  readonly always?: boolean;
};

let strike: ((point: FaultPoint) => Promise<void>) | undefined;

/** Nothing, unless a test drives this process. */
export function faultPoint(point: FaultPoint): Promise<void> | undefined {
  return strike?.(point);
}

/**
 * Takes orders from the parent process, or by what it returns: a list that replaces all before. What
 * was reached and what was struck is written to `journal` first, where it survives the process.
 */
export function takeFaultOrders(journal: string): (orders: readonly FaultOrder[]) => void {
  const note = (line: string): void => appendFileSync(journal, `${line}\n`);
  const reached = new Set<FaultPoint>();
  let orders: { readonly order: FaultOrder; left: number }[] = [];
  strike = async (point) => {
    if (!reached.has(point)) note(`reached ${point}`);
    reached.add(point);
    for (const one of orders) {
      if (one.order.point !== point || --one.left > 0) continue;
      if (!one.order.always) orders = orders.filter((other) => other !== one);
      note(`struck ${point} ${one.order.act}`);
      // Not awaited before it acts: a kill falls exactly here.
      await carryOut(one.order);
    }
  };
  const take = (asked: readonly FaultOrder[]): void => {
    orders = asked.map((order) => ({ order, left: order.nth }));
  };
  process.on("message", (message: { faultOrders?: readonly FaultOrder[] }) => {
    if (!message.faultOrders) return;
    take(message.faultOrders);
    process.send?.({ faultOrders: orders.length });
  });
  process.channel?.unref();
  return take;
}

async function carryOut(order: FaultOrder): Promise<void> {
  if (order.afterMs !== undefined && order.act === "signal") {
    setTimeout(() => send(order.signal, order.pids), order.afterMs);
  } else if (order.act === "signal") send(order.signal, order.pids);
  else if (order.act === "stall") await sleep(order.milliseconds);
  else throw Object.assign(new Error(`${order.code}, as ordered`), { code: order.code });
}

function send(signal: NodeJS.Signals, pids: readonly number[]): void {
  // This process last: it could not strike the others afterwards.
  for (const pid of pids.toSorted((a, b) => b - a)) {
    try {
      process.kill(pid === 0 ? process.pid : pid, signal);
    } catch {
      // It was gone already.
    }
  }
}
