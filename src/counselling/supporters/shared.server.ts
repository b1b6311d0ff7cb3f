import { type Aside, lockMailbox } from "../../letters/index.server.ts";
import type { JourId, TenantTx } from "../../platform/database/index.server.ts";
import { fail, type Result } from "../../platform/result.ts";
import type { Suite } from "../../protocol/index.ts";
import type { CounsellingDeps } from "../board.server.ts";
import { settle } from "../booking.server.ts";
import type { Companion } from "../contract.ts";
import { type AskRow, asksOf, turnAsk } from "./store.server.ts";

export type Unknown = "mailbox-unknown";
/** Why somebody may not be asked, by the rules of the records of staff. */
export type Hold = "pledge-unsigned" | "extract-missing" | "extract-lapsed" | "on-leave";

export interface SupporterDeps extends CounsellingDeps {
  readonly suite: Suite;
  /** What is kept with a correspondence goes with it. */
  readonly aside: Aside;
  members(
    jour: JourId,
  ): Promise<
    readonly { id: string; name: string; teams: readonly string[]; sealKey: Uint8Array }[]
  >;
  /** Pledge, register extract and leave, as for a shift. */
  clearance(jour: JourId, member: string): Promise<Result<undefined, Hold>>;
  /** From which address the jour sends; undefined where it has no mail. */
  mailFrom(jour: JourId): Promise<string | undefined>;
  /** A neutral mail, where she has left an address. */
  tell(tx: TenantTx, from: string | undefined, jour: JourId, member: string): Promise<void>;
}

/** What is refused is refused whole: neither her words nor her yes or no is kept. */
export async function within<T, C extends string>(
  { database }: Pick<SupporterDeps, "database">,
  jour: JourId,
  mailbox: Uint8Array,
  work: (tx: TenantTx, mailbox: Uint8Array) => Promise<Result<T, C>>,
): Promise<Result<T, C | Unknown>> {
  const refused = new Error("refused");
  let done: Result<T, C | Unknown> = fail("mailbox-unknown");
  try {
    await database.tenant(jour, async (tx) => {
      const row = await lockMailbox(tx, mailbox);
      if (row?.team === "intake") done = await work(tx, row.id);
      if (!done.ok) throw refused;
    });
  } catch (error) {
    if (error !== refused) throw error;
  }
  return done;
}

/** Whoever has said yes. The mailbox is held still by the caller. */
export const companion = async (tx: TenantTx, mailbox: Uint8Array): Promise<AskRow | undefined> =>
  (await asksOf(tx, mailbox)).find(({ state }) => state === "yes");

/** While it holds, and nobody else has said yes. */
export async function standingAsk(
  tx: TenantTx,
  id: Uint8Array,
  member: string,
): Promise<AskRow | undefined> {
  const there = await companion(tx, id);
  if (there && there.member_id !== member) return undefined;
  const asks = await asksOf(tx, id);
  return asks.find(
    (one) => one.member_id === member && (one.state === "asked" || one.state === "yes"),
  );
}

/** What she is told in her mailbox: whether somebody comes, and what that one is called. */
export async function companionOf(tx: TenantTx, mailbox: Uint8Array): Promise<Companion> {
  const asks = await asksOf(tx, mailbox);
  const found = asks.find(({ state }) => state === "yes");
  if (found) return { state: "found", alias: found.alias };
  if (asks.some(({ state }) => state === "ended-by-her")) return { state: "ended", alias: "" };
  if (asks.some(({ state }) => state === "asked")) return { state: "asked", alias: "" };
  // She had one who cannot come any more: that is told too, so that she does not wait for her.
  const isLost = asks.some(({ state }) => state.startsWith("ended-by-"));
  return { state: isLost ? "lost" : "none", alias: "" };
}

/** She needs nobody any more, whoever was asked or had said yes. */
export async function endByHer(tx: TenantTx, mailbox: Uint8Array, now: number): Promise<void> {
  for (const { member_id } of await asksOf(tx, mailbox))
    await turnAsk(tx, mailbox, member_id, ["asked", "yes"], "ended-by-her");
  await settle(tx, mailbox, now);
}
