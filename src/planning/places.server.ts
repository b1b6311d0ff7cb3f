import { randomUUID } from "node:crypto";
import type { TenantTx } from "../platform/database/index.server.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import { callIn } from "./calling.server.ts";
import type { Place, Wish } from "./contract.ts";
import { type Asker, filledOf, isOverlap, type PlanningDeps } from "./deps.server.ts";
import {
  insertOffer,
  offerAt,
  type OfferRow,
  settleOffer,
  withdrawOffers,
} from "./offers-store.server.ts";
import { LATE_MS, type OfferCode, settle, type TakeCode, takeRefusal } from "./rules.ts";
import {
  deletePlace,
  lockShifts,
  personOf,
  placesOf,
  putPlace,
  putWish,
  type ShiftRow,
} from "./store.server.ts";

type PlaceCode = TakeCode | "not-found" | "times-overlap";
type Done<C extends string> = Promise<Result<undefined, C>>;

/** Carries a refusal out of a transaction that must leave nothing behind. */
class Refused<C extends string> extends Error {
  readonly code: C;
  constructor(code: C) {
    super(code);
    this.code = code;
  }
}

/** What each member does with her own places. Nobody else is asked but those concerned. */
export class Places {
  readonly #deps: PlanningDeps;
  constructor(deps: PlanningDeps) {
    this.#deps = deps;
  }

  take({ jour, member }: Asker, shift: string, place: Place): Done<PlaceCode> {
    return this.#within<PlaceCode>(jour, async (tx) => {
      const [row] = await lockShifts(tx, [shift]);
      if (!row) return fail("not-found");
      await this.#take(tx, row, member, place);
      return ok();
    });
  }

  /** She cannot come. Shortly before it, those in reserve are called at once. */
  leave({ jour, member }: Asker, shift: string): Done<"not-found" | "shift-over"> {
    const { now } = this.#deps;
    return this.#within<"not-found" | "shift-over">(jour, async (tx) => {
      const [row] = await lockShifts(tx, [shift]);
      if (!row) return fail("not-found");
      if (row.ends_at.getTime() <= now()) return fail("shift-over");
      const place = await deletePlace(tx, shift, member);
      if (place === undefined) return fail("not-found");
      await withdrawOffers(tx, shift, member);
      const isLate = row.starts_at.getTime() - now() < LATE_MS;
      if (place === "on" && isLate && !row.called_off) await callIn(this.#deps, tx, row, member);
      return ok();
    });
  }

  wish({ jour, member }: Asker, shift: string, wish: Wish): Done<"not-found"> {
    return this.#deps.database.tenant(jour, async (tx) =>
      (await putWish(tx, shift, member, wish)) ? ok() : fail("not-found"),
    );
  }

  /** To give a shift away to all, to give it to one, or to swap it for one of hers. */
  offer(
    { jour, member }: Asker,
    wished: { shift: string; to: string | null; forShift: string | null },
  ): Done<"not-found" | "shift-over" | "offer-settled"> {
    const { shift, to, forShift } = wished;
    type Code = "not-found" | "shift-over" | "offer-settled";
    return this.#within<Code>(jour, async (tx) => {
      const rows = await lockShifts(tx, forShift === null ? [shift] : [shift, forShift]);
      const [mine, hers] = [
        rows.find(({ id }) => id === shift),
        rows.find(({ id }) => id === forShift),
      ];
      if (!mine || (forShift !== null && (!hers || to === null))) return fail("not-found");
      if (to === member || (to !== null && !(await personOf(tx, to)))) return fail("not-found");
      const there = await placesOf(tx, [shift, ...(hers ? [hers.id] : [])]);
      const isOn = (at: string, who: string): boolean =>
        there.some((one) => one.shift_id === at && one.member === who && one.place === "on");
      if (!isOn(shift, member) || (hers && !isOn(hers.id, to ?? ""))) return fail("not-found");
      if (this.#isOver(mine) || (hers && this.#isOver(hers))) return fail("shift-over");
      const made = { id: randomUUID(), shift_id: shift, by: member, to, for_shift: forShift };
      return (await insertOffer(tx, made)) ? ok() : fail("offer-settled");
    });
  }

  answer({ jour, member }: Asker, id: string, yes: boolean): Done<OfferCode | PlaceCode> {
    return this.#within<OfferCode | PlaceCode>(jour, async (tx) => {
      const found = await this.#held(tx, id);
      if (!found) return fail("not-found");
      const { offer, shifts } = found;
      const next = settle(offer, member, yes ? "yes" : "no");
      if (next === "not-found" || next === "offer-settled") return fail(next);
      if (next === "taken") await this.#handOver(tx, offer, shifts, member);
      else await settleOffer(tx, id, next, null);
      return ok();
    });
  }

  withdraw({ jour, member }: Asker, id: string): Done<OfferCode> {
    return this.#within<OfferCode>(jour, async (tx) => {
      const found = await this.#held(tx, id);
      if (!found) return fail("not-found");
      const next = settle(found.offer, member, "back");
      if (next === "not-found" || next === "offer-settled") return fail(next);
      await settleOffer(tx, id, next, null);
      return ok();
    });
  }

  /** The offer as it stands once its shifts are held: of two who say yes at once, one comes later. */
  async #held(
    tx: TenantTx,
    id: string,
  ): Promise<{ offer: OfferRow; shifts: ShiftRow[] } | undefined> {
    const seen = await offerAt(tx, id);
    if (!seen) return undefined;
    const ids = seen.for_shift === null ? [seen.shift_id] : [seen.shift_id, seen.for_shift];
    const shifts = await lockShifts(tx, ids);
    const offer = await offerAt(tx, id);
    return offer && { offer, shifts };
  }

  /** Both leave first: each takes the place that the other has left. */
  async #handOver(
    tx: TenantTx,
    offer: OfferRow,
    shifts: readonly ShiftRow[],
    taker: string,
  ): Promise<void> {
    const given = shifts.find(({ id }) => id === offer.shift_id);
    const wanted = shifts.find(({ id }) => id === offer.for_shift);
    if (!given || (offer.for_shift !== null && !wanted)) throw new Refused("not-found");
    const leaves = async (shift: ShiftRow, who: string): Promise<void> => {
      if ((await deletePlace(tx, shift.id, who)) !== "on") throw new Refused("offer-settled");
    };
    await leaves(given, offer.by);
    if (wanted) await leaves(wanted, taker);
    await this.#take(tx, given, taker, "on");
    if (wanted) await this.#take(tx, wanted, offer.by, "on");
    await settleOffer(tx, offer.id, "taken", taker);
    // Whatever else was offered of places that have changed hands.
    await withdrawOffers(tx, offer.shift_id, offer.by);
    if (wanted) await withdrawOffers(tx, wanted.id, taker);
  }

  async #take(tx: TenantTx, shift: ShiftRow, member: string, place: Place): Promise<void> {
    const person = await personOf(tx, member);
    if (!person) throw new Refused("not-found");
    const refusal = takeRefusal(await filledOf(tx, shift), person, place, this.#deps.now());
    if (refusal) throw new Refused(refusal);
    await putPlace(tx, shift.id, member, place);
  }

  #isOver = ({ starts_at, called_off }: ShiftRow): boolean =>
    called_off || starts_at.getTime() <= this.#deps.now();

  /** All or nothing: a refusal undoes what was written before it. */
  async #within<C extends string>(
    jour: Asker["jour"],
    work: (tx: TenantTx) => Promise<Result<undefined, C>>,
  ): Promise<Result<undefined, C>> {
    try {
      return await this.#deps.database.tenant(jour, work);
    } catch (error) {
      if (error instanceof Refused) return fail(error.code as C);
      if (isOverlap(error)) return fail("times-overlap" as C);
      throw error;
    }
  }
}
