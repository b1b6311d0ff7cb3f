import type { JourId, TenantTx } from "../platform/database/index.server.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import { uuidBytes } from "../platform/ids.ts";
import { type Look, looksHash, verifyReview } from "../protocol/records/index.ts";
import type { LooksView, LookView } from "./contract.ts";
import { dayOf, monthOf } from "./days.ts";
import type { Asker, RecordDeps } from "./deps.server.ts";
import { insertReview, lookMonths, looksIn, reviews } from "./looks-store.server.ts";
import { isReviewDue, unreviewedOf } from "./policy.ts";

export const namedLook = (look: Look, names: ReadonlyMap<string, string>): LookView => ({
  ...look,
  whoName: names.get(look.who) ?? null,
  whoseName: names.get(look.whose) ?? null,
});

/** Which months wait to be gone through, and whether one has waited too long. */
export async function reviewsDue(
  tx: TenantTx,
  today: string,
): Promise<{ unreviewed: string[]; reviewDue: boolean }> {
  const done = (await reviews(tx)).map(({ month }) => month);
  const unreviewed = unreviewedOf(await lookMonths(tx), done, today);
  return { unreviewed, reviewDue: isReviewDue(unreviewed, today) };
}

/** Who looked at whose record, and the coordinators' word that they have gone through it. */
export class Looks {
  readonly #deps: RecordDeps;
  constructor(deps: RecordDeps) {
    this.#deps = deps;
  }

  async view(jour: JourId, asked: string | null): Promise<LooksView> {
    const { database, now, members } = this.#deps;
    const names = new Map((await members(jour)).map(({ id, name }) => [id, name]));
    const today = dayOf(now());
    const month = asked ?? monthOf(today);
    return database.tenant(jour, async (tx) => {
      const review = (await reviews(tx)).find((one) => one.month === month);
      return {
        month,
        looks: (await looksIn(tx, month)).map((look) => namedLook(look, names)),
        review: review
          ? {
              by: review.reviewed_by,
              byName: names.get(review.reviewed_by) ?? null,
              statement: review.statement.toString("base64url"),
            }
          : null,
        months: await lookMonths(tx),
        unreviewed: (await reviewsDue(tx, today)).unreviewed,
      };
    });
  }

  /** A month that is over, once; signed over the very lines that stand here. */
  async review(
    { jour, member }: Asker,
    month: string,
    statement: Uint8Array,
  ): Promise<Result<undefined, "month-open" | "changed-meanwhile" | "review-refused">> {
    type Done = Result<undefined, "month-open" | "changed-meanwhile" | "review-refused">;
    const { database, suite, now } = this.#deps;
    if (month >= monthOf(dayOf(now()))) return fail("month-open");
    const id = uuidBytes(member);
    const trust = await this.#deps.trust(jour);
    const line = trust?.members.find((one) => Buffer.from(one.id).equals(id));
    if (!line) return fail("review-refused");
    return database.tenant<Done>(jour, async (tx) => {
      const looks = await looksHash(suite, await looksIn(tx, month));
      const checks = { jour: uuidBytes(jour), month, looks, member: id, identity: line.identity };
      if (!(await verifyReview(suite, statement, checks)).ok) return fail("review-refused");
      const row = { month, reviewed_by: member, statement: Buffer.from(statement) };
      return (await insertReview(tx, row)) ? ok() : fail("changed-meanwhile");
    });
  }
}
