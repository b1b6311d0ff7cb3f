import { lockMailbox } from "../letters/index.server.ts";
import type { JourId, TenantTx } from "../platform/database/index.server.ts";
import { faultPoint } from "../platform/fault-points.server.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import type { CounsellingDeps } from "./board.server.ts";
import {
  deleteBooking,
  freeTimes,
  insertBooking,
  lockTimes,
  timesOfMailbox,
} from "./booking-store.server.ts";
import { settle } from "./booking.server.ts";
import type { SeekerTimes, Stage } from "./contract.ts";
import { timeView } from "./present.server.ts";
import { companionOf, endByHer } from "./supporters/shared.server.ts";
import { standingOf } from "./store.server.ts";

const HOUR = 3_600_000;
/** A counsellor sees in time that somebody comes. */
const NOTICE_MS = 2 * HOUR;
const MOST_SHOWN = 60;
/** Talks ahead that she may choose herself; the team gives her as many as it will. */
const MOST_CHOSEN = 2;

const mayChoose = (stage: Stage): boolean => stage !== "new" && stage !== "closed";

type Gone = "mailbox-unknown" | "try-again";

/** What she who holds the words does with times. The server sees that a mailbox takes one, and no more. */
export class SeekerBooking {
  readonly #deps: CounsellingDeps;
  constructor(deps: CounsellingDeps) {
    this.#deps = deps;
  }

  times(jour: JourId, token: Uint8Array): Promise<Result<SeekerTimes, Gone>> {
    return this.#within(jour, token, async (tx, mailbox) => {
      const { stage } = await standingOf(tx, mailbox);
      const now = this.#deps.now();
      const mine = await timesOfMailbox(tx, mailbox);
      const free = mayChoose(stage)
        ? await freeTimes(tx, new Date(now + NOTICE_MS), MOST_SHOWN)
        : [];
      return ok({
        mine: mine.filter(({ ends_at }) => ends_at.getTime() > now).map(timeView),
        free: free.map(timeView),
        companion: await companionOf(tx, mailbox),
        mayChoose: mayChoose(stage),
      });
    });
  }

  /** `instead` goes back in the same step: she never stands without a time because of a change. */
  book(
    jour: JourId,
    token: Uint8Array,
    { time, instead }: { readonly time: string; readonly instead: string | null },
  ): Promise<Result<undefined, Gone | "time-taken" | "not-open-yet" | "limit-reached">> {
    return this.#within(jour, token, async (tx, mailbox) => {
      const now = this.#deps.now();
      const own = await timesOfMailbox(tx, mailbox);
      // Sent again because the answer to the first time was lost.
      if (own.some(({ id }) => id === time)) return ok();
      if (!mayChoose((await standingOf(tx, mailbox)).stage)) return fail("not-open-yet");
      if (instead !== null && !own.some(({ id }) => id === instead)) return fail("time-taken");
      const ahead = own.filter(({ ends_at, id }) => ends_at.getTime() > now && id !== instead);
      if (instead === null && ahead.length >= MOST_CHOSEN) return fail("limit-reached");
      const [found] = await lockTimes(tx, [time]);
      if (!found || found.starts_at.getTime() < now) return fail("time-taken");
      if (!(await insertBooking(tx, time, mailbox))) return fail("time-taken");
      if (instead !== null) await deleteBooking(tx, instead, mailbox);
      await settle(tx, mailbox, now);
      return ok();
    });
  }

  cancel(jour: JourId, token: Uint8Array, time: string): Promise<Result<undefined, Gone>> {
    return this.#within(jour, token, async (tx, mailbox) => {
      await deleteBooking(tx, time, mailbox);
      await settle(tx, mailbox, this.#deps.now());
      return ok();
    });
  }

  /** She needs no supporter any more. */
  alone(jour: JourId, token: Uint8Array): Promise<Result<undefined, Gone>> {
    return this.#within(jour, token, async (tx, mailbox) => {
      await endByHer(tx, mailbox, this.#deps.now());
      return ok();
    });
  }

  async #within<T, C extends string>(
    jour: JourId,
    token: Uint8Array,
    work: (tx: TenantTx, mailbox: Uint8Array) => Promise<Result<T, C>>,
  ): Promise<Result<T, C | Gone>> {
    const mailbox = await this.#deps.find(jour, token);
    if (!mailbox.ok) return mailbox;
    const done = await this.#deps.database.tenant<Result<T, C | Gone>>(jour, async (tx) => {
      const row = await lockMailbox(tx, mailbox.value);
      return row?.team === "intake" ? work(tx, row.id) : fail("mailbox-unknown");
    });
    await faultPoint("booking:changed");
    return done;
  }
}
