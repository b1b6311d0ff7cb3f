import { fail, ok, type Result } from "../../platform/result.ts";
import type { Asker } from "../board.server.ts";
import { settle } from "../booking.server.ts";
import type { Accompanying, OwnAsk, Willing } from "../contract.ts";
import { newestTeamKey } from "../../letters/index.server.ts";
import { INTAKE } from "../../protocol/index.ts";
import { type BriefRefused, checkBrief, keepBrief, openBriefs } from "./briefs.server.ts";
import { endingsOf, seeEnding } from "./endings-store.server.ts";
import {
  companion,
  type Hold,
  standingAsk,
  type SupporterDeps,
  type Unknown,
  within,
} from "./shared.server.ts";
import {
  asksOf,
  asksTo,
  deleteSupporter,
  type OwnAskRow,
  putSupporter,
  supporterOf,
  turnAsk,
} from "./store.server.ts";
import type { TenantTx } from "../../platform/database/index.server.ts";

/** A sealed brief of hers to the team; null where she says no more than yes or no. */
type Words = Uint8Array | null;

/** A member's own: what she is willing to, what she is asked, and what she says. In whatever team she is. */
export class OwnAsks {
  readonly #deps: SupporterDeps;
  constructor(deps: SupporterDeps) {
    this.#deps = deps;
  }

  async look({ jour, member }: Asker): Promise<Accompanying> {
    const cleared = await this.#deps.clearance(jour, member);
    return this.#deps.database.tenant(jour, async (tx) => {
      const row = await supporterOf(tx, member);
      const asks: OwnAsk[] = [];
      for (const ask of await asksTo(tx, member)) asks.push(await this.#own(tx, ask, cleared.ok));
      const willing = row ? { visits: row.visits, places: row.places, days: row.days } : null;
      const endings = (await endingsOf(tx, member)).map(({ id, why, had_said_yes }) => ({
        ...{ id, why, hadSaidYes: had_said_yes },
      }));
      const teamKey = (await newestTeamKey(tx, INTAKE))?.toString("base64url") ?? null;
      return { willing, hold: cleared.ok ? null : cleared.code, asks, endings, teamKey };
    });
  }

  /** Only while it holds: who has said no, or whom somebody was quicker than, reads nothing of it. */
  async #own(tx: TenantTx, row: OwnAskRow, isCleared: boolean): Promise<OwnAsk> {
    const { mailbox_id: mailbox, member_id: member, state, alias, taken, ask_id: ask } = row;
    const holds = !taken && isCleared && (state === "asked" || state === "yes");
    const briefs = holds ? await openBriefs(tx, this.#deps, { mailbox, member, ask }) : [];
    return {
      ...{ mailbox: mailbox.toString("base64url"), state, alias, taken },
      ask: ask?.toString("base64url") ?? null,
      briefs: briefs.map((one) => Buffer.from(one).toString("base64url")),
    };
  }

  /** Null takes it back. */
  async offer({ jour, member }: Asker, willing: Willing | null): Promise<void> {
    await this.#deps.database.tenant(jour, (tx) =>
      willing && willing.visits.length > 0
        ? putSupporter(tx, member, willing)
        : deleteSupporter(tx, member),
    );
  }

  /** What she says who was asked. The first yes counts; the second is told. */
  async reply(
    asker: Asker,
    mailbox: Uint8Array,
    says: { readonly yes: boolean; readonly alias: string; readonly words?: Words },
  ): Promise<Result<undefined, Unknown | "not-found" | "already-taken" | Hold | BriefRefused>> {
    const { jour, member } = asker;
    const cleared = await this.#deps.clearance(jour, member);
    if (says.yes && !cleared.ok) return cleared;
    return within(this.#deps, jour, mailbox, async (tx, id) => {
      const there = await companion(tx, id);
      if (says.yes && there?.member_id === member) return ok();
      if (says.yes && there) return fail("already-taken");
      const [to, alias] = says.yes ? (["yes", says.alias] as const) : (["no", ""] as const);
      if (!(await turnAsk(tx, id, member, ["asked"], to, alias))) return fail("not-found");
      await settle(tx, id, this.#deps.now());
      return this.#keep(tx, asker, id, says.words ?? null);
    });
  }

  /** She had said yes, or was asked, and cannot any more. */
  stop(
    asker: Asker,
    mailbox: Uint8Array,
    words: Words = null,
  ): Promise<Result<undefined, Unknown | BriefRefused>> {
    return within(this.#deps, asker.jour, mailbox, async (tx, id) => {
      const isHers = await turnAsk(tx, id, asker.member, ["asked", "yes"], "ended-by-supporter");
      if (!isHers) return ok();
      await settle(tx, id, this.#deps.now());
      return this.#keep(tx, asker, id, words);
    });
  }

  /** In words, to the team: while she is asked, or comes along. */
  async answer(
    asker: Asker,
    mailbox: Uint8Array,
    words: Uint8Array,
  ): Promise<Result<undefined, Unknown | "not-found" | Hold | BriefRefused>> {
    const cleared = await this.#deps.clearance(asker.jour, asker.member);
    return within(this.#deps, asker.jour, mailbox, async (tx, id) => {
      if (!(await standingAsk(tx, id, asker.member))) return fail("not-found");
      return cleared.ok ? this.#keep(tx, asker, id, words) : cleared;
    });
  }

  /** She has read that it is over. */
  async seen({ jour, member }: Asker, ending: string): Promise<void> {
    await this.#deps.database.tenant(jour, (tx) => seeEnding(tx, member, ending));
  }

  async #keep(
    tx: TenantTx,
    asker: Asker,
    mailbox: Uint8Array,
    words: Words,
  ): Promise<Result<undefined, BriefRefused>> {
    if (words === null) return ok();
    const ask = (await asksOf(tx, mailbox)).find((one) => one.member_id === asker.member);
    if (!ask?.ask_id) return fail("letter-refused");
    const to = { mailbox, member: asker.member, ask: ask.ask_id };
    const checked = await checkBrief(asker, to, words);
    return checked.ok ? keepBrief(tx, this.#deps, to, words) : checked;
  }
}
