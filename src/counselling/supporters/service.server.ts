import { lockMailbox } from "../../letters/index.server.ts";
import type { JourId, TenantTx } from "../../platform/database/index.server.ts";
import { fail, ok, type Result } from "../../platform/result.ts";
import { INTAKE } from "../../protocol/index.ts";
import type { Asker, CounsellingDeps } from "../board.server.ts";
import { settle } from "../booking.server.ts";
import type { Companion, Supporters, Willing } from "../contract.ts";
import {
  allAsks,
  asksOf,
  deleteSupporter,
  putAsk,
  putSupporter,
  supporters,
  turnAsk,
} from "./store.server.ts";

type Unknown = "mailbox-unknown";

/** Who is willing, who is asked, who comes along: for the intake team. */
export class SupporterTeam {
  readonly #deps: CounsellingDeps;
  constructor(deps: CounsellingDeps) {
    this.#deps = deps;
  }

  async look({ jour, member }: Asker): Promise<Supporters> {
    const team = await this.#team(jour);
    const [willing, asks] = await this.#deps.database.tenant(jour, async (tx) => [
      await supporters(tx),
      await allAsks(tx),
    ]);
    return {
      willing: willing.flatMap(({ member_id, visits, places, days }) => {
        const name = team.get(member_id);
        if (name === undefined) return [];
        return [{ id: member_id, mine: member_id === member, name, visits, places, days }];
      }),
      asks: asks.map(({ mailbox_id, member_id, state, alias }) => ({
        ...{ mailbox: mailbox_id.toString("base64url"), member: member_id, state, alias },
        ...{ mine: member_id === member, name: team.get(member_id) ?? "" },
      })),
    };
  }

  /** Her own; null takes it back. */
  async offer({ jour, member }: Asker, willing: Willing | null): Promise<void> {
    await this.#deps.database.tenant(jour, (tx) =>
      willing && willing.visits.length > 0
        ? putSupporter(tx, member, willing)
        : deleteSupporter(tx, member),
    );
  }

  /** Only one who is willing, and who may read the request. */
  async ask(
    asker: Asker,
    mailbox: Uint8Array,
    member: string,
  ): Promise<Result<undefined, Unknown | "not-found" | "already-taken">> {
    const team = await this.#team(asker.jour);
    return this.#within(asker.jour, mailbox, async (tx, id) => {
      const known = await supporters(tx);
      if (!team.has(member) || !known.some((one) => one.member_id === member))
        return fail("not-found");
      if (await companion(tx, id)) return fail("already-taken");
      await putAsk(tx, id, member);
      return ok();
    });
  }

  /** What she says who was asked. The first yes counts; the second is told. */
  async reply(
    { jour, member }: Asker,
    mailbox: Uint8Array,
    says: { readonly yes: boolean; readonly alias: string },
  ): Promise<Result<undefined, Unknown | "not-found" | "already-taken">> {
    return this.#within(jour, mailbox, async (tx, id) => {
      const there = await companion(tx, id);
      if (says.yes && there?.member_id === member) return ok();
      if (says.yes && there) return fail("already-taken");
      const turned = await turnAsk(
        ...([tx, id, member] as const),
        ["asked"],
        says.yes ? "yes" : "no",
        says.yes ? says.alias : "",
      );
      if (!turned) return fail("not-found");
      await settle(tx, id, this.#deps.now());
      return ok();
    });
  }

  /** Called off: by the team what it asked, by a supporter her own yes. */
  async end(
    { jour, member }: Asker,
    mailbox: Uint8Array,
    whom: string,
  ): Promise<Result<undefined, Unknown>> {
    return this.#within(jour, mailbox, async (tx, id) => {
      const by = whom === member ? "ended-by-supporter" : "ended-by-team";
      await turnAsk(tx, id, whom, ["asked", "yes"], by);
      await settle(tx, id, this.#deps.now());
      return ok();
    });
  }

  async #team(jour: JourId): Promise<ReadonlyMap<string, string>> {
    const members = await this.#deps.members(jour);
    return new Map(
      members.filter(({ teams }) => teams.includes(INTAKE)).map(({ id, name }) => [id, name]),
    );
  }

  #within<T, C extends string>(
    jour: JourId,
    mailbox: Uint8Array,
    work: (tx: TenantTx, mailbox: Uint8Array) => Promise<Result<T, C>>,
  ): Promise<Result<T, C | Unknown>> {
    return this.#deps.database.tenant<Result<T, C | Unknown>>(jour, async (tx) => {
      const row = await lockMailbox(tx, mailbox);
      return row?.team === "intake" ? work(tx, row.id) : fail("mailbox-unknown");
    });
  }
}

/** Whoever has said yes. The mailbox is held still by the caller. */
const companion = async (tx: TenantTx, mailbox: Uint8Array) =>
  (await asksOf(tx, mailbox)).find(({ state }) => state === "yes");

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
