import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Database, JourId, TenantTx } from "../database/index.server.ts";
import { faultPoint } from "../fault-points.server.ts";
import { log } from "../log.ts";
import { fail, type Result } from "../result.ts";
import { type ShredStore, unwrap, wrap } from "../shred/index.server.ts";
import type { Sender } from "./accounts.ts";
import {
  deleteAbout,
  deleteOldNotices,
  deleteNotices,
  type DueRow,
  finishMail,
  giveUp,
  insertMail,
  noteHanding,
  outboxRows,
  takeDue,
  tryLater,
} from "./outbox-store.server.ts";
import { dayAfter, GIVE_UP_DAYS, LEASE_MS, type MailFault, pauseAfter } from "./policy.ts";
import { newMessageId, type Outgoing, send } from "./transport.server.ts";

export interface OutboxParts {
  readonly database: Database;
  /** One key for each mail that waits; a store of its own. */
  readonly keys: ShredStore;
  readonly now: () => number;
  /** Undefined where the jour does not send from this address (any more). */
  sender(jour: JourId, address: string): Promise<Sender | undefined>;
}

/** What is handed over to be sent. */
export interface ToSend extends Pick<
  Outgoing,
  "to" | "subject" | "text" | "automatic" | "calendar"
> {
  readonly purpose: string;
  /** What it is of, by which it is found again; begins with whom or what it is forgotten with. */
  readonly about?: Uint8Array;
}

/** How it stands with what was handed over and has not been sent. */
export interface Standing {
  readonly about: Uint8Array | null;
  readonly fault: MailFault | null;
  /** Nobody tries any more. */
  readonly dead: boolean;
  /** It has gone; told only where it may have gone twice. */
  readonly sent: boolean;
  /** A try ended without an answer: it may have arrived then. */
  readonly unsure: boolean;
}

/** As it lies in the table, wrapped. */
interface Waiting extends Outgoing {
  readonly from: string;
}

type GivenUp = (jour: JourId, purpose: string, about: Uint8Array | null) => Promise<void>;
const AT_ONCE = 20;
const NOTICE_DAYS = 30;
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

/** The one way out for mail: what is in it survives the process, and nothing of it is in a log. */
export class Outbox {
  readonly #parts: OutboxParts;
  readonly #givenUp: GivenUp[] = [];
  /** Of mail that was forgotten: keys that go when that is committed, by jour. */
  readonly #forgotten = new Map<JourId, Set<string>>();
  constructor(parts: OutboxParts) {
    this.#parts = parts;
  }

  onGivenUp(hear: GivenUp): void {
    this.#givenUp.push(hear);
  }

  /** Within the caller's transaction: handed over when that is committed. Gives the number of the mail. */
  async queue(tx: TenantTx, from: string, mail: ToSend): Promise<string> {
    const { keys, now } = this.#parts;
    const id = randomBytes(16);
    const { to, subject, text, automatic, calendar } = mail;
    const messageId = newMessageId(randomBytes(16), from);
    const outgoing: Waiting = { from, to, subject, text, automatic, calendar, messageId };
    const key = await keys.create(id);
    await faultPoint("outbox:keyed");
    const sealed = wrap(key, id, Buffer.from(JSON.stringify(outgoing)));
    key.fill(0);
    await deleteNotices(tx, mail.about ?? new Uint8Array());
    await insertMail(tx, {
      ...{ id, purpose: mail.purpose, about: mail.about ?? null, sealed },
      nextTryAt: new Date(now()),
      giveUpOn: dayAfter(now(), GIVE_UP_DAYS),
    });
    await faultPoint("outbox:queued");
    return messageId;
  }

  /**
   * Within the caller's transaction: what waits of somebody, or of something, that is deleted is deleted too, and
   * is not sent. Call it last: whoever hands mail over just now holds what refers to her. What is on its way to
   * the next server in this very moment arrives.
   */
  async forget(tx: TenantTx, about: Uint8Array): Promise<void> {
    const keys = this.#forgotten.get(tx.jour) ?? new Set();
    for (const id of await deleteAbout(tx, about)) keys.add(hex(id));
    if (keys.size > 0) this.#forgotten.set(tx.jour, keys);
  }

  /** The keys of what was forgotten, unless that was rolled back. */
  async #shred(jour: JourId): Promise<void> {
    const ids = this.#forgotten.get(jour);
    if (!ids) return;
    const rows = await this.#parts.database.tenant(jour, outboxRows);
    const there = new Set(rows.map(({ id }) => hex(id)));
    for (const id of ids) {
      if (there.has(id)) continue;
      await this.#parts.keys.destroy(Buffer.from(id, "hex"));
      ids.delete(id);
    }
  }

  standings(tx: TenantTx): Promise<readonly Standing[]> {
    return outboxRows(tx);
  }

  /** Sends what is due. */
  async tend(jour: JourId): Promise<void> {
    const { database, now } = this.#parts;
    await this.#shred(jour);
    for (;;) {
      const due = await database.tenant(jour, (tx) =>
        takeDue(tx, new Date(now()), new Date(now() + LEASE_MS), AT_ONCE),
      );
      for (const row of due) await this.#one(jour, row);
      if (due.length < AT_ONCE) return;
    }
  }

  async #one(jour: JourId, row: DueRow): Promise<void> {
    const { database, keys } = this.#parts;
    await faultPoint("outbox:taken");
    const key = await keys.read(row.id);
    // It was sent, and the program was ended before its row was deleted.
    if (!key) return database.tenant(jour, (tx) => finishMail(tx, row.id));
    const clear = unwrap(key, row.id, row.sealed);
    key.fill(0);
    const isToGo = await database.tenant(jour, (tx) => noteHanding(tx, row.id));
    if (!isToGo) {
      clear?.fill(0);
      return keys.destroy(row.id);
    }
    const sent = clear ? await this.#send(jour, clear) : fail("unreadable");
    clear?.fill(0);
    if (!sent.ok) return this.#failed(jour, row, sent.code);
    await faultPoint("outbox:handed");
    await keys.destroy(row.id);
    await faultPoint("outbox:shredded");
    await database.tenant(jour, (tx) => finishMail(tx, row.id));
    await faultPoint("outbox:deleted");
  }

  async #send(jour: JourId, clear: Uint8Array): Promise<Result<undefined, MailFault>> {
    const { from, ...outgoing } = JSON.parse(Buffer.from(clear).toString()) as Waiting;
    const sender = await this.#parts.sender(jour, from);
    return sender ? send(sender, outgoing) : fail("off");
  }

  async #failed(jour: JourId, row: DueRow, fault: MailFault): Promise<void> {
    const { database, keys, now } = this.#parts;
    log.warn("mail-not-sent", { part: row.purpose, code: fault, count: row.tries });
    const isOver = row.give_up_on <= dayAfter(now(), 0);
    if (fault !== "refused" && fault !== "unreadable" && !isOver) {
      const at = new Date(now() + pauseAfter(row.tries));
      return database.tenant(jour, (tx) => tryLater(tx, row.id, at, fault));
    }
    // Told before its key goes: whoever finds a row without a key takes it for sent.
    await database.tenant(jour, (tx) => giveUp(tx, row.id, fault));
    await keys.destroy(row.id);
    for (const hear of this.#givenUp) await hear(jour, row.purpose, row.about);
  }

  /** Notices that nobody has taken away go after a while. */
  async sweep(jour: JourId): Promise<void> {
    const before = dayAfter(this.#parts.now(), -NOTICE_DAYS);
    await this.#parts.database.tenant(jour, (tx) => deleteOldNotices(tx, before));
    await this.#shred(jour);
  }

  /** At the start: rows that were sent go, and keys whose row was never committed. `spare`: keys of others. */
  async recover(
    jours: readonly JourId[],
    spare: readonly Uint8Array[],
    pauseMs: number,
  ): Promise<void> {
    const { database, keys } = this.#parts;
    const before = await keys.list();
    await sleep(pauseMs, undefined, { ref: false });
    const needed = new Set(spare.map(hex));
    for (const jour of jours) {
      for (const { id, dead, sent } of await database.tenant(jour, outboxRows)) {
        if (!dead && !sent) needed.add(hex(id));
      }
    }
    for (const key of before) if (!needed.has(hex(key))) await keys.destroy(key);
  }
}
