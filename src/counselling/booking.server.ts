import { randomUUID } from "node:crypto";
import { holdMailbox, lockMailbox } from "../letters/index.server.ts";
import type { TenantTx } from "../platform/database/index.server.ts";
import { faultPoint } from "../platform/fault-points.server.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import type { Asker, CounsellingDeps } from "./board.server.ts";
import {
  deleteBooking,
  deleteFreeTime,
  freeAmong,
  holdCounsellor,
  insertBooking,
  insertTime,
  lockTimes,
  timesFrom,
  timesOfMailbox,
} from "./booking-store.server.ts";
import type { Place, Stage, TeamTimes } from "./contract.ts";
import { timeView } from "./present.server.ts";
import { dayAfter, seriesOf } from "./series.ts";
import { hasSupporter, placeRequest, standingOf } from "./store.server.ts";

const DAY = 86_400_000;
const MOST_SHOWN = 2000;
/** What was booked can be read so long after the talk. */
const HELD_DAYS = 7;
/** While somebody is to come along: only she and the team know the day of the visit. */
const VISIT_DAYS = 90;

/** After any change of its bookings, or of who comes along: how long it is held, and where the request stands. */
export async function settle(tx: TenantTx, mailbox: Uint8Array, now: number): Promise<void> {
  const times = await timesOfMailbox(tx, mailbox);
  const isVisit = await hasSupporter(tx, mailbox);
  const last = times.at(-1);
  const days = [
    ...(last ? [dayAfter(last.ends_at.getTime(), HELD_DAYS)] : []),
    ...(isVisit ? [dayAfter(now, VISIT_DAYS)] : []),
  ];
  await holdMailbox(tx, mailbox, days.toSorted().at(-1) ?? null);
  const isAhead = isVisit || times.some(({ ends_at }) => ends_at.getTime() > now);
  const { stage } = await standingOf(tx, mailbox);
  const next: Stage = isAhead ? "booked" : stage === "booked" ? "contacted" : stage;
  if (next !== stage) await placeRequest(tx, mailbox, next);
  await faultPoint("booking:changing");
}

/** What the team does with its times. */
export class TeamBooking {
  readonly #deps: CounsellingDeps;
  constructor(deps: CounsellingDeps) {
    this.#deps = deps;
  }

  async times({ jour, member }: Asker): Promise<TeamTimes> {
    const { database, members, now } = this.#deps;
    const names = new Map((await members(jour)).map(({ id, name }) => [id, name]));
    const rows = await database.tenant(jour, (tx) =>
      timesFrom(tx, new Date(now() - DAY), MOST_SHOWN),
    );
    return {
      times: rows.map((row) => ({
        ...timeView(row),
        counsellor: names.get(row.member_id) ?? "",
        mine: row.member_id === member,
        mailbox: row.mailbox_id?.toString("base64url") ?? null,
      })),
    };
  }

  /** All of a series or none of it. */
  async publish(
    { jour, member }: Asker,
    wished: { first: string; weeks: number; minutes: number; place: Place },
  ): Promise<Result<undefined, "times-overlap" | "bad-input">> {
    const { database, now } = this.#deps;
    const spans = seriesOf(wished.first, wished.weeks, wished.minutes);
    if (spans.some(({ startsAt }) => startsAt < now())) return fail("bad-input");
    try {
      await database.tenant(jour, async (tx) => {
        await holdCounsellor(tx, member);
        for (const span of spans)
          await insertTime(tx, { ...span, id: randomUUID(), member, place: wished.place });
      });
      return ok();
    } catch (error) {
      if ((error as { code?: unknown }).code === "23P01") return fail("times-overlap");
      throw error;
    }
  }

  withdraw({ jour }: Asker, time: string): Promise<Result<undefined, "time-taken">> {
    return this.#deps.database.tenant(jour, async (tx) => {
      const found = await lockTimes(tx, [time]);
      if (found.length === 0) return ok();
      return (await deleteFreeTime(tx, time)) ? ok() : fail("time-taken");
    });
  }

  /** One talk or a series for her: all of them or none. */
  async give(
    { jour }: Asker,
    mailbox: Uint8Array,
    times: readonly string[],
  ): Promise<Result<undefined, "mailbox-unknown" | "time-taken">> {
    const { database, now } = this.#deps;
    type Given = Result<undefined, "mailbox-unknown" | "time-taken">;
    return database.tenant<Given>(jour, async (tx) => {
      const row = await lockMailbox(tx, mailbox);
      if (row?.team !== "intake") return fail("mailbox-unknown");
      const found = await lockTimes(tx, times);
      const free = await freeAmong(tx, times);
      const isPast = found.some(({ starts_at }) => starts_at.getTime() < now());
      if (isPast || free < new Set(times).size) return fail("time-taken");
      for (const { id } of found) await insertBooking(tx, id, mailbox);
      await settle(tx, mailbox, now());
      return ok();
    });
  }

  unbook(
    { jour }: Asker,
    mailbox: Uint8Array,
    time: string,
  ): Promise<Result<undefined, "mailbox-unknown">> {
    const { database, now } = this.#deps;
    return database.tenant<Result<undefined, "mailbox-unknown">>(jour, async (tx) => {
      const row = await lockMailbox(tx, mailbox);
      if (row?.team !== "intake") return fail("mailbox-unknown");
      await deleteBooking(tx, time, mailbox);
      await settle(tx, mailbox, now());
      return ok();
    });
  }
}
