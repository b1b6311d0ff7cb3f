import type { Asker } from "../board.server.ts";
import { settle } from "../booking.server.ts";
import type { Supporters, Told } from "../contract.ts";
import { fail, ok, type Result } from "../../platform/result.ts";
import { type BriefTo, checkBrief, keepBrief, openBriefs } from "./briefs.server.ts";
import { standingAsk, type SupporterDeps, type Unknown, within } from "./shared.server.ts";
import { allAsks, asksOf, putAsk, supporterOf, supporters, turnAsk } from "./store.server.ts";

type Refused = Unknown | "not-found" | "letter-refused" | "changed-meanwhile" | "limit-reached";

/** Who is willing, who is asked, who comes along: for the intake team. */
export class SupporterTeam {
  readonly #deps: SupporterDeps;
  constructor(deps: SupporterDeps) {
    this.#deps = deps;
  }

  async look({ jour, member }: Asker): Promise<Supporters> {
    const { database, members, clearance } = this.#deps;
    const known = new Map((await members(jour)).map((one) => [one.id, one]));
    const [willing, asks] = await database.tenant(jour, async (tx) => [
      await supporters(tx),
      await allAsks(tx),
    ]);
    const cleared = await Promise.all(
      willing.map(async (row) => {
        const one = known.get(row.member_id);
        return one && (await clearance(jour, one.id)).ok ? [{ row, one }] : [];
      }),
    );
    return {
      willing: cleared.flat().map(({ row: { visits, places, days }, one }) => ({
        ...{ id: one.id, mine: one.id === member, name: one.name, visits, places, days },
        sealKey: Buffer.from(one.sealKey).toString("base64url"),
      })),
      asks: asks.map(({ mailbox_id, member_id, state, alias, wrote }) => ({
        ...{ mailbox: mailbox_id.toString("base64url"), member: member_id, state, alias, wrote },
        ...{ mine: member_id === member, name: known.get(member_id)?.name ?? "" },
      })),
    };
  }

  /** Only one who is willing and in order; she reads what the brief says and nothing else. */
  async ask(
    asker: Asker,
    mailbox: Uint8Array,
    member: string,
    brief: Uint8Array,
  ): Promise<Result<undefined, Refused | "already-taken">> {
    const { jour } = asker;
    if (!(await this.#isAskable(jour, member))) return fail("not-found");
    const from = await this.#deps.mailFrom(jour);
    return within(this.#deps, jour, mailbox, async (tx, id) => {
      if (!(await supporterOf(tx, member))) return fail("not-found");
      const asks = await asksOf(tx, id);
      if (asks.some(({ state }) => state === "yes")) return fail("already-taken");
      const isAsked = asks.some((one) => one.member_id === member && one.state === "asked");
      if (isAsked) return fail("changed-meanwhile");
      const to: BriefTo = { mailbox: id, member, ask: null };
      const checked = await checkBrief(asker, to, brief);
      if (!checked.ok) return checked;
      await putAsk(tx, id, member, checked.value.ask);
      const kept = await keepBrief(tx, this.#deps, to, brief);
      if (kept.ok) await this.#deps.tell(tx, from, jour, member);
      return kept;
    });
  }

  /** More, to one who is asked or comes along: where they meet, what has changed. */
  async tell(
    asker: Asker,
    mailbox: Uint8Array,
    member: string,
    brief: Uint8Array,
  ): Promise<Result<undefined, Refused>> {
    const from = await this.#deps.mailFrom(asker.jour);
    return within(this.#deps, asker.jour, mailbox, async (tx, id) => {
      const ask = await standingAsk(tx, id, member);
      if (!ask?.ask_id) return fail("not-found");
      const to: BriefTo = { mailbox: id, member, ask: ask.ask_id };
      const checked = await checkBrief(asker, to, brief);
      if (!checked.ok) return checked;
      const kept = await keepBrief(tx, this.#deps, to, brief);
      if (kept.ok) await this.#deps.tell(tx, from, asker.jour, member);
      return kept;
    });
  }

  /** What was written between her and the team, as the team's own copies have it; with a no, her words alone. */
  told({ jour }: Asker, mailbox: Uint8Array, member: string): Promise<Result<Told, Unknown>> {
    return within(this.#deps, jour, mailbox, async (tx, id) => {
      const ask = (await asksOf(tx, id)).find((one) => one.member_id === member);
      const to: BriefTo = { mailbox: id, member, ask: ask?.ask_id ?? null };
      const briefs = ask ? await openBriefs(tx, this.#deps, to) : [];
      return ok({
        ask: ask?.ask_id?.toString("base64url") ?? null,
        briefs: briefs.map((one) => Buffer.from(one).toString("base64url")),
      });
    });
  }

  /** The team takes back what it asked, or calls off her who said yes. */
  end({ jour }: Asker, mailbox: Uint8Array, whom: string): Promise<Result<undefined, Unknown>> {
    return within(this.#deps, jour, mailbox, async (tx, id) => {
      await turnAsk(tx, id, whom, ["asked", "yes"], "ended-by-team");
      await settle(tx, id, this.#deps.now());
      return ok();
    });
  }

  async #isAskable(jour: Asker["jour"], member: string): Promise<boolean> {
    const members = await this.#deps.members(jour);
    if (!members.some(({ id }) => id === member)) return false;
    return (await this.#deps.clearance(jour, member)).ok;
  }
}
