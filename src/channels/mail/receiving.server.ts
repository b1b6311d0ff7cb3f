import type { Letters } from "../../letters/index.server.ts";
import { writeMailText } from "../../letters/index.ts";
import type { Database } from "../../platform/database/index.server.ts";
import { dayAfter } from "../../platform/mail/index.ts";
import { fail, ok, type Result } from "../../platform/result.ts";
import type { ShredStore } from "../../platform/shred/index.server.ts";
import type { JourMail } from "./accounts.server.ts";
import { MARK_DAYS, marksOf } from "./marks.server.ts";
import { readMail } from "./reading.server.ts";
import { insertMark, isMarked, mailboxMarked } from "./store.server.ts";

/** Larger ones stay where they are, or are refused at the door: their sender or the jour is told. */
export const MAX_MAIL = 25 * 1024 * 1024;

export interface ReceivingParts {
  readonly database: Database;
  readonly keys: ShredStore;
  readonly letters: Pick<Letters, "takeMail">;
  readonly now: () => number;
}

/** Durable and sealed when it answers with ok; the same mail again is ok and changes nothing. */
export async function receive(
  { database, keys, letters, now }: ReceivingParts,
  { jour, face }: Pick<JourMail, "jour" | "face">,
  raw: Uint8Array,
  bouncePath: boolean,
): Promise<Result<undefined, "letters-closed">> {
  const marks = await marksOf(keys, jour);
  const mark = marks.ofMail(raw);
  if (await database.tenant(jour, (tx) => isMarked(tx, mark))) return ok();
  const { text, files, about } = await readMail(raw, bouncePath);
  const numbers = about.map((number) => marks.ofNumber(number));
  const follows = await database.tenant(jour, (tx) => mailboxMarked(tx, numbers));
  const taken = await letters.takeMail(jour, {
    ...{ face, text: writeMailText(text), files, follows },
    once: (tx, mailbox) => insertMark(tx, mark, mailbox, dayAfter(now(), MARK_DAYS)),
  });
  // Of two processes with the same mail the second has nothing to do.
  return !taken.ok && taken.code === "letters-closed" ? fail(taken.code) : ok();
}
