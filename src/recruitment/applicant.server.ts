import { lockMailbox } from "../letters/index.server.ts";
import type { JourId, TenantTx } from "../platform/database/index.server.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import type { Hers, Stage } from "./contract.ts";
import {
  leaveSeat,
  lockMeeting,
  type MeetingRow,
  meetingsFrom,
  takeSeat,
} from "./meetings-store.server.ts";
import { mayTake } from "./policy.ts";
import { meetingView } from "./present.server.ts";
import { placeApplication, placeNew, type RecruitmentDeps } from "./rounds.server.ts";
import { applicationOf } from "./store.server.ts";

type Gone = "mailbox-unknown" | "try-again";
type Mine = { readonly mailbox: Buffer; readonly stage: Stage };

const has = ({ taken }: MeetingRow, mailbox: Buffer): boolean =>
  taken.some((one) => one.equals(mailbox));

/** What she does who has applied, with the token that her words make. */
export class Applicant {
  readonly #deps: RecruitmentDeps;
  constructor(deps: RecruitmentDeps) {
    this.#deps = deps;
  }

  /**
   * Said once, right after her first letter: whether she applies, or comes to a meeting first. Where that has
   * become full meanwhile her letter is there all the same, and she chooses another.
   */
  begin(
    jour: JourId,
    token: Uint8Array,
    { applies, meeting }: { readonly applies: boolean; readonly meeting: string | null },
  ): Promise<Result<{ hasSeat: boolean }, Gone>> {
    return this.#within<{ hasSeat: boolean }, never>(jour, token, async (tx, mailbox) => {
      const now = this.#deps.now();
      await placeApplication(tx, mailbox, applies ? "applied" : "interested", now);
      const stage = (await applicationOf(tx, mailbox))?.stage ?? "applied";
      if (meeting === null) return ok({ hasSeat: false });
      return ok({ hasSeat: (await this.#take(tx, { mailbox, stage }, meeting)).ok });
    });
  }

  hers(jour: JourId, token: Uint8Array): Promise<Result<Hers, Gone>> {
    return this.#within<Hers, "mailbox-unknown">(jour, token, async (tx, mailbox) => {
      const now = this.#deps.now();
      await placeNew(tx, now);
      const row = await applicationOf(tx, mailbox);
      if (!row) return fail("mailbox-unknown");
      const all = await meetingsFrom(tx, new Date(now));
      const mine = all.filter((one) => has(one, mailbox));
      const free = all.filter(
        (one) => !has(one, mailbox) && isFree(one, now) && mayTake(row.stage, one.kind),
      );
      return ok({
        ...{ stage: row.stage, deleteOn: row.delete_on },
        ...{ mine: mine.map(meetingView), free: free.map(meetingView) },
      });
    });
  }

  /** Of interviews she has one at a time: another goes back in the same step. */
  take(
    jour: JourId,
    token: Uint8Array,
    meeting: string,
  ): Promise<Result<undefined, Gone | "time-taken" | "not-open-yet">> {
    return this.#placed<undefined, "time-taken" | "not-open-yet">(jour, token, (tx, mine) =>
      this.#take(tx, mine, meeting),
    );
  }

  leave(jour: JourId, token: Uint8Array, meeting: string): Promise<Result<undefined, Gone>> {
    return this.#placed<undefined, never>(jour, token, async (tx, { mailbox }) => {
      await leaveSeat(tx, meeting, mailbox);
      this.#deps.changed();
      return ok();
    });
  }

  async #take(
    tx: TenantTx,
    { mailbox, stage }: Mine,
    id: string,
  ): Promise<Result<undefined, "time-taken" | "not-open-yet">> {
    const now = this.#deps.now();
    const meeting = await lockMeeting(tx, id);
    if (!meeting) return fail("time-taken");
    // Sent again because the answer to the first time was lost.
    if (has(meeting, mailbox)) return ok();
    if (!mayTake(stage, meeting.kind)) return fail("not-open-yet");
    if (!isFree(meeting, now)) return fail("time-taken");
    if (meeting.kind === "interview")
      for (const one of await meetingsFrom(tx, new Date(now)))
        if (one.kind === "interview" && has(one, mailbox)) await leaveSeat(tx, one.id, mailbox);
    await takeSeat(tx, id, mailbox);
    this.#deps.changed();
    return ok();
  }

  /** One of whom nothing more arrived than her letter has applied. */
  #placed<T, C extends string>(
    jour: JourId,
    token: Uint8Array,
    work: (tx: TenantTx, mine: Mine) => Promise<Result<T, C>>,
  ): Promise<Result<T, C | Gone>> {
    return this.#within<T, C>(jour, token, async (tx, mailbox) => {
      const stage = (await applicationOf(tx, mailbox))?.stage ?? "applied";
      return work(tx, { mailbox, stage });
    });
  }

  async #within<T, C extends string>(
    jour: JourId,
    token: Uint8Array,
    work: (tx: TenantTx, mailbox: Buffer) => Promise<Result<T, C>>,
  ): Promise<Result<T, C | Gone>> {
    const found = await this.#deps.find(jour, token);
    if (!found.ok) return found;
    return this.#deps.database.tenant<Result<T, C | Gone>>(jour, async (tx) => {
      const row = await lockMailbox(tx, found.value);
      return row?.team === "recruiters" ? work(tx, row.id) : fail("mailbox-unknown");
    });
  }
}

const isFree = ({ starts_at, seats, taken }: MeetingRow, now: number): boolean =>
  starts_at.getTime() > now && taken.length < seats;
