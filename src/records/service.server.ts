import type { JourId } from "../platform/database/index.server.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import { uuidBytes } from "../platform/ids.ts";
import { verifyPledge } from "../protocol/records/index.ts";
import type {
  Hold,
  MyRecords,
  Overview,
  PledgesView,
  PledgeText,
  RecordView,
  RequestKind,
  RequestView,
  Work,
} from "./contract.ts";
import { dayOf, monthsAfter } from "./days.ts";
import type { Asker, RecordDeps } from "./deps.server.ts";
import { countLook, looksAt, sweepLooks } from "./looks-store.server.ts";
import { namedLook, reviewsDue } from "./looks.server.ts";
import { LOOK_MONTHS, PLEDGE_YEARS } from "./policy.ts";
import { copyView, readState, recordOf } from "./state.server.ts";
import {
  allPledges,
  allTexts,
  deleteRequest,
  endCopies,
  insertPledge,
  insertText,
  newestText,
  type PledgeRow,
  pledgesOf,
  putLeave,
  putRequest,
  putWork,
  type RequestRow,
  requests,
  sweepRecords,
} from "./store.server.ts";

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64url");
const requestView = (row: RequestRow): RequestView => ({
  member: row.member_id,
  kind: row.kind,
  askedOn: row.asked_on,
});
const signedPledge = (row: PledgeRow): PledgesView["pledges"][number] => ({
  member: row.member_id,
  version: row.version,
  statement: text(row.statement),
  identityKey: text(row.identity_key),
  signedOn: row.signed_on,
});

/** Pledges, standings, and what a member may see and ask of her own. */
export class Records {
  readonly #deps: RecordDeps;
  constructor(deps: RecordDeps) {
    this.#deps = deps;
  }

  /** Why she cannot go on duty: the first of the reasons. */
  async clearance(jour: JourId, member: string): Promise<Result<undefined, Hold>> {
    const record = await this.#record({ jour, member });
    const [hold] = record.holds;
    return hold ? fail(hold) : ok();
  }

  async mine(asker: Asker): Promise<MyRecords> {
    const names = await this.#names(asker.jour);
    return this.#deps.database.tenant(asker.jour, async (tx) => {
      const state = await readState(tx, this.#today());
      const own = await requests(tx);
      return {
        record: recordOf(state, asker.member, names),
        text: state.text ?? null,
        looks: (await looksAt(tx, asker.member)).map((look) => namedLook(look, names)),
        requests: own.filter((one) => one.member_id === asker.member).map(requestView),
      };
    });
  }

  /** Her signature is checked as her colleagues' browsers check it; nothing else comes in. */
  async sign(
    { jour, member }: Asker,
    version: number,
    statement: Uint8Array,
  ): Promise<Result<undefined, "changed-meanwhile" | "pledge-refused">> {
    const { database, suite } = this.#deps;
    const trust = await this.#deps.trust(jour);
    const id = uuidBytes(member);
    const line = trust?.members.find((one) => Buffer.from(one.id).equals(id));
    if (!line) return fail("pledge-refused");
    return database.tenant<Result<undefined, "changed-meanwhile" | "pledge-refused">>(
      jour,
      async (tx) => {
        const asked = await newestText(tx);
        if (asked?.version !== version) return fail("changed-meanwhile");
        const about = { jour: uuidBytes(jour), member: id, identity: line.identity };
        const checks = { ...about, version, words: asked.body };
        if (!(await verifyPledge(suite, statement, checks)).ok) return fail("pledge-refused");
        const { identity: identityKey } = line;
        const signedOn = this.#today();
        await insertPledge(tx, { member, version, statement, identityKey, signedOn });
        return ok();
      },
    );
  }

  async pledges(jour: JourId): Promise<PledgesView> {
    const members = await this.#deps.members(jour);
    return this.#deps.database.tenant(jour, async (tx) => ({
      texts: await allTexts(tx),
      pledges: (await allPledges(tx)).map(signedPledge),
      members: members.map(({ id, name }) => ({ id, name })),
    }));
  }

  /** From the next shift on everybody is asked to sign it. */
  publishText(
    { jour, member: by }: Asker,
    after: number,
    body: string,
  ): Promise<Result<PledgeText, "changed-meanwhile">> {
    return this.#deps.database.tenant(jour, async (tx) => {
      const newest = await newestText(tx);
      if ((newest?.version ?? 0) !== after) return fail("changed-meanwhile");
      const made: PledgeText = { version: after + 1, body, publishedOn: this.#today() };
      return (await insertText(tx, { ...made, by })) ? ok(made) : fail("changed-meanwhile");
    });
  }

  async overview(asker: Asker): Promise<Overview> {
    const names = await this.#names(asker.jour);
    const today = this.#today();
    return this.#deps.database.tenant(asker.jour, async (tx) => {
      await countLook(tx, { day: today, who: asker.member, whose: null, what: "list" });
      const state = await readState(tx, today);
      const due = await reviewsDue(tx, today);
      return {
        members: [...names.keys()].map((id) => {
          const { member, name, work, holds, soon } = recordOf(state, id, names);
          return { member, name, work, holds, soon };
        }),
        requests: (await requests(tx)).map(requestView),
        left: state.copies.filter(({ ended_on }) => ended_on !== null).map(copyView),
        ...due,
      };
    });
  }

  /** Opens one record, and writes down that she did. */
  async open(
    asker: Asker,
    member: string,
  ): Promise<Result<RecordView, "not-found" | "review-due">> {
    const names = await this.#names(asker.jour);
    if (!names.has(member)) return fail("not-found");
    const today = this.#today();
    return this.#deps.database.tenant<Result<RecordView, "review-due">>(asker.jour, async (tx) => {
      if ((await reviewsDue(tx, today)).reviewDue) return fail("review-due");
      await countLook(tx, { day: today, who: asker.member, whose: member, what: "record" });
      return ok(recordOf(await readState(tx, today), member, names));
    });
  }

  async setWork(asker: Asker, member: string, work: Work): Promise<Result<undefined, "not-found">> {
    if (!(await this.#names(asker.jour)).has(member)) return fail("not-found");
    return this.#deps.database.tenant(asker.jour, async (tx) => {
      await putWork(tx, member, work);
      if (work !== "shelter") await endCopies(tx, member, this.#today());
      return ok();
    });
  }

  async setLeave(
    asker: Asker,
    member: string,
    onLeave: boolean,
  ): Promise<Result<undefined, "not-found">> {
    if (!(await this.#names(asker.jour)).has(member)) return fail("not-found");
    return this.#deps.database.tenant(asker.jour, async (tx) => {
      await putLeave(tx, member, onLeave);
      return ok();
    });
  }

  ask({ jour, member }: Asker, kind: RequestKind): Promise<Result<undefined, never>> {
    return this.#deps.database.tenant(jour, async (tx) => {
      await putRequest(tx, member, kind, this.#today());
      return ok();
    });
  }

  /** Withdrawn by herself, or done. */
  settle(jour: JourId, member: string, kind: RequestKind): Promise<Result<undefined, "not-found">> {
    return this.#deps.database.tenant(jour, async (tx) =>
      (await deleteRequest(tx, member, kind)) ? ok() : fail("not-found"),
    );
  }

  /** All that the house keeps about her, for herself to take along. */
  async export(asker: Asker): Promise<Readonly<Record<string, unknown>>> {
    const { jour, member } = asker;
    const { record, looks, requests: asked } = await this.mine(asker);
    const signed = await this.#deps.database.tenant(jour, (tx) => pledgesOf(tx, member));
    const also = (await this.#deps.alsoOf?.(jour, member)) ?? {};
    return {
      ...{ exportedOn: this.#today(), ...also },
      records: { record, pledges: signed.map(signedPledge), looks, requests: asked },
    };
  }

  /** Those who have left: their periods begin; what has run out goes. Ask every few minutes. */
  async sweep(jour: JourId): Promise<void> {
    const today = this.#today();
    await this.#deps.database.tenant(jour, async (tx) => {
      await sweepRecords(tx, today, monthsAfter(today, -12 * PLEDGE_YEARS));
      await sweepLooks(tx, monthsAfter(today, -LOOK_MONTHS));
    });
  }

  async #record({ jour, member }: Asker): Promise<RecordView> {
    const names = await this.#names(jour);
    return this.#deps.database.tenant(jour, async (tx) =>
      recordOf(await readState(tx, this.#today()), member, names),
    );
  }

  async #names(jour: JourId): Promise<ReadonlyMap<string, string>> {
    return new Map((await this.#deps.members(jour)).map(({ id, name }) => [id, name]));
  }

  readonly #today = (): string => dayOf(this.#deps.now());
}
