import type { Letters, OrdinaryMail } from "../../letters/index.server.ts";
import type { Database, JourId } from "../../platform/database/index.server.ts";
import type { Door } from "../../platform/http/index.server.ts";
import { Outbox } from "../../platform/mail/index.server.ts";
import type { ShredStore } from "../../platform/shred/index.server.ts";
import { Accounts, type MailFile } from "./accounts.server.ts";
import { ordinaryMail, PURPOSE } from "./answering.server.ts";
import { fetchMail } from "./fetching.server.ts";
import { openLmtp } from "./lmtp.server.ts";
import { markKeyId } from "./marks.server.ts";
import type { ReceivingParts } from "./receiving.server.ts";
import { mailDoors } from "./routes.server.ts";
import { sweepMarks } from "./store.server.ts";
import { dayAfter } from "../../platform/mail/index.ts";

export { type MailFile, readMailFile } from "./accounts.server.ts";
export { tryAccounts } from "./trying.server.ts";

export interface MailParts {
  readonly database: Database;
  /** Keys of mail that waits, and of marks. */
  readonly keys: ShredStore;
  /** What the operator's file says; undefined where there is none. */
  readonly file: MailFile | undefined;
  readonly now: () => number;
  origin(host: string): string;
}

export interface Mail {
  readonly doors: Door[];
  /** For letters: answers to what came as mail. */
  readonly ordinary: OrdinaryMail;
  /** The way out for other parts of the house. */
  readonly outbox: Outbox;
  /** The address by which the jour itself sends; undefined where it has no mail. */
  addressOf(jour: JourId): Promise<string | undefined>;
  readonly fetchSeconds: number;
  /** Once letters are open: what comes goes there, and what could not be answered waits there again. */
  serve(letters: Pick<Letters, "takeMail" | "waitAgain">): Promise<void>;
  /** Fetches what is there, and sends what is due. */
  tend(): Promise<void>;
  sweep(jour: JourId): Promise<void>;
  /** Once, at the start: finishes what a crash interrupted. */
  recover(jours: readonly JourId[], pauseMs?: number): Promise<void>;
  close(): Promise<void>;
}

/** Longer than a row may take to follow its key. */
const PAUSE_MS = 60_000;

export function openMail({ database, keys, file, now, origin }: MailParts): Mail {
  const accounts = new Accounts(file, database);
  const accountsOf = (jour: JourId) => accounts.of(jour);
  const outbox = new Outbox({
    ...{ database, keys, now },
    sender: async (jour, address) =>
      (await accountsOf(jour)).find((one) => one.address === address)?.sender,
  });
  let receiving: ReceivingParts | undefined;
  let lmtp: { close(): Promise<void> } | undefined;
  return {
    doors: mailDoors({ database, outbox, accountsOf }),
    ordinary: ordinaryMail({
      ...{ outbox, keys, now, origin },
      accountAt: async (jour, face) => (await accountsOf(jour)).find((one) => one.face === face),
    }),
    outbox,
    addressOf: async (jour) => (await accountsOf(jour))[0]?.address,
    fetchSeconds: file?.fetchSeconds ?? 60,
    async serve(letters) {
      receiving = { database, keys, letters, now };
      outbox.onGivenUp(async (jour, purpose, about) => {
        if (purpose === PURPOSE && about) await letters.waitAgain(jour, about);
      });
      if (file?.lmtp) lmtp = await openLmtp(receiving, accounts, file.lmtp);
    },
    async tend() {
      const parts = receiving;
      if (!parts) return;
      // One jour whose server does not answer must not hold up the others.
      const all = await accounts.all();
      const jours = [...new Set(all.map(({ jour }) => jour))];
      const of = (jour: JourId) => all.filter((one) => one.jour === jour);
      await Promise.all(
        jours.flatMap((jour) => [fetchMail(parts, jour, of(jour)), outbox.tend(jour)]),
      );
    },
    async sweep(jour) {
      await database.tenant(jour, (tx) => sweepMarks(tx, dayAfter(now(), 0)));
      await outbox.sweep(jour);
    },
    recover: (jours, pauseMs = PAUSE_MS) => outbox.recover(jours, jours.map(markKeyId), pauseMs),
    close: async () => void (await lmtp?.close()),
  };
}
