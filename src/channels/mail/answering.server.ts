import type { OrdinaryMail } from "../../letters/index.server.ts";
import type { JourId } from "../../platform/database/index.server.ts";
import { dayAfter } from "../../platform/mail/index.ts";
import { isAddress, type Outbox } from "../../platform/mail/index.server.ts";
import { fail, ok } from "../../platform/result.ts";
import type { ShredStore } from "../../platform/shred/index.server.ts";
import type { JourMail } from "./accounts.server.ts";
import { MARK_DAYS, marksOf } from "./marks.server.ts";
import { insertMark } from "./store.server.ts";

export const PURPOSE = "answer";

interface AnsweringParts {
  readonly outbox: Outbox;
  readonly keys: ShredStore;
  readonly now: () => number;
  /** Of the face that was written to. */
  accountAt(jour: JourId, face: string): Promise<JourMail | undefined>;
  /** The public address of a host of ours, without a slash at its end. */
  origin(host: string): string;
}

/** Answers by ordinary mail. What the team writes, and where it leads on; nothing of what she wrote. */
export function ordinaryMail({
  outbox,
  keys,
  now,
  accountAt,
  origin,
}: AnsweringParts): OrdinaryMail {
  return {
    async send(tx, { id: mailbox, face }, { to, text }) {
      const account = await accountAt(tx.jour, face);
      if (!account) return fail("mail-off");
      if (!isAddress(to) || to.toLowerCase() === account.address) return fail("address-refused");
      const { address, subject, host } = account;
      const said = answerText(text, `${origin(host)}/contact/?way=letter`);
      const about = { purpose: PURPOSE, about: mailbox, automatic: false };
      const number = await outbox.queue(tx, address, { to, subject, text: said, ...about });
      const marks = await marksOf(keys, tx.jour);
      await insertMark(tx, marks.ofNumber(number), mailbox, dayAfter(now(), MARK_DAYS));
      return ok();
    },
    async standings(tx) {
      const rows = await outbox.standings(tx);
      return new Map(
        rows.flatMap(({ about, fault, dead, sent, unsure }) =>
          about
            ? [[Buffer.from(about).toString("hex"), { fault, dead, sent, unsure }] as const]
            : [],
        ),
      );
    },
  };
}

/** In both languages: which one she reads is not known here. */
export const answerText = (text: string, letters: string): string =>
  [
    text.trim(),
    "",
    "-- ",
    "E-post kan läsas av andra på vägen och av den som ser din inkorg.",
    "Vill du skriva så att bara vi som svarar kan läsa? Skriv ett brev här:",
    letters,
    "",
    "Mail can be read by others on its way, and by whoever sees your inbox.",
    "To write so that only we who answer can read it, write a letter at the same address.",
    "",
  ].join("\n");
