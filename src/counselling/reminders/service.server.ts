import type { Database, JourId, TenantTx } from "../../platform/database/index.server.ts";
import type { HouseSeal } from "../../platform/house-seal.server.ts";
import { isAddress } from "../../platform/mail/index.server.ts";
import { fail, ok, type Result } from "../../platform/result.ts";
import { formatDate, formatTime } from "../../ui/languages.ts";
import type { Asker } from "../board.server.ts";
import type { ReminderView } from "../contract.ts";
import { deleteAddress, putAddress, reminderAddress, takeDue } from "./store.server.ts";

const AHEAD_MS = 24 * 3_600_000;

/** The way out for mail, as the house has it. */
export interface ReminderMail {
  /** From which address the jour sends; undefined where it has no mail. */
  from(jour: JourId): Promise<string | undefined>;
  queue(
    tx: TenantTx,
    from: string,
    mail: { to: string; subject: string; text: string; automatic: boolean; purpose: string },
  ): Promise<unknown>;
}

export interface ReminderDeps {
  readonly database: Database;
  readonly now: () => number;
  readonly seal: HouseSeal;
  readonly mail: ReminderMail;
}

const boundTo = (jour: JourId, member: string): string => `${jour} ${member}`;

/** A neutral mail to members: the day before a talk, or when one is asked to come along. Nobody who seeks support is ever sent one. */
export class Reminders {
  readonly #deps: ReminderDeps;
  constructor(deps: ReminderDeps) {
    this.#deps = deps;
  }

  async mine({ jour, member }: Asker): Promise<ReminderView> {
    const { database, seal, mail } = this.#deps;
    const sealed = await database.tenant(jour, (tx) => reminderAddress(tx, member));
    const address = sealed && seal.open(boundTo(jour, member), sealed)?.toString("utf8");
    return { address: address ?? null, canSend: (await mail.from(jour)) !== undefined };
  }

  /** Null takes it away. */
  async set(
    { jour, member }: Asker,
    address: string | null,
  ): Promise<Result<undefined, "address-refused">> {
    const { database, seal } = this.#deps;
    if (address !== null && !isAddress(address)) return fail("address-refused");
    await database.tenant(jour, (tx) =>
      address === null
        ? deleteAddress(tx, member)
        : putAddress(tx, member, seal.close(boundTo(jour, member), Buffer.from(address, "utf8"))),
    );
    return ok();
  }

  from = (jour: JourId): Promise<string | undefined> => this.#deps.mail.from(jour);

  /** There is something for her at the desk: not what. In the step that puts it there; nothing where she left no address. */
  async tell(tx: TenantTx, from: string | undefined, jour: JourId, member: string): Promise<void> {
    const { seal, mail } = this.#deps;
    const sealed = from === undefined ? undefined : await reminderAddress(tx, member);
    const to = sealed && seal.open(boundTo(jour, member), sealed)?.toString("utf8");
    if (from === undefined || to === undefined) return;
    const mailing = { to, subject: SUBJECT, text: ASKED, automatic: true, purpose: "reminder" };
    await mail.queue(tx, from, mailing);
  }

  /** Handed over to be sent, and marked, in one step. Ask every few minutes. */
  async tend(jour: JourId): Promise<void> {
    const { database, now, seal, mail } = this.#deps;
    const from = await mail.from(jour);
    if (from === undefined) return;
    await database.tenant(jour, async (tx) => {
      const due = await takeDue(tx, new Date(now()), new Date(now() + AHEAD_MS));
      for (const { member_id, starts_at, ends_at, address } of due) {
        // Sealed under a secret that the house has lost: nothing to send to, and her page says so.
        const to = seal.open(boundTo(jour, member_id), address)?.toString("utf8");
        if (to === undefined) continue;
        const text = reminderText(starts_at.getTime(), ends_at.getTime());
        const mailing = { to, subject: SUBJECT, text, automatic: true, purpose: "reminder" };
        await mail.queue(tx, from, mailing);
      }
    });
  }
}

const SUBJECT = "Påminnelse";
const ASKED =
  "Det finns något nytt till dig. Logga in när du kan, och titta på Min sida.\n" +
  "There is something new for you. Sign in when you can, and look at My page.\n";

/** A time and nothing else: it may be read over a shoulder. */
export const reminderText = (startsAt: number, endsAt: number): string =>
  [
    `Du har en tid ${formatDate(startsAt, "sv")} kl. ${formatTime(startsAt, "sv")}–${formatTime(endsAt, "sv")}.`,
    `You have a time on ${formatDate(startsAt, "en")}, ${formatTime(startsAt, "en")}–${formatTime(endsAt, "en")}.`,
    "",
  ].join("\n");
