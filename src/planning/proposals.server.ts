import type { JourId, TenantTx } from "../platform/database/index.server.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import type { ProposalView, ProposedPlaces } from "./contract.ts";
import { isOverlap, type PlanningDeps } from "./deps.server.ts";
import { monthRows } from "./months.server.ts";
import type { ToFill } from "./proposal/problem.ts";
import type { Month } from "./proposal/propose.ts";
import { shiftWeight } from "./proposal/weight.server.ts";
import { type ProposeBeside, proposeBeside } from "./proposal/solver.server.ts";
import { hasRoles } from "./rules.ts";
import {
  deletePlace,
  lockShifts,
  peopleOf,
  placesOf,
  putPlace,
  type ShiftRow,
} from "./store.server.ts";
import { wishLines } from "./wishes-store.server.ts";

/** A month that the solver proposes and a coordinator accepts. */
export class Proposals {
  readonly #deps: PlanningDeps;
  readonly #propose: ProposeBeside;
  /** One at a time in the house: a proposal uses a whole core as long as it is reckoned. */
  #isBusy = false;

  constructor(deps: PlanningDeps, beside: ProposeBeside = proposeBeside) {
    this.#deps = deps;
    this.#propose = beside;
  }

  async propose(jour: JourId, month: string): Promise<Result<ProposalView, "busy">> {
    if (this.#isBusy) return fail("busy");
    this.#isBusy = true;
    try {
      const began = performance.now();
      const read = await this.#deps.database.tenant(jour, (tx) => this.#read(tx, month));
      const { places, gap, unfilled } = await this.#propose(read);
      const seconds = Math.round((performance.now() - began) / 100) / 10;
      return ok({ ...view(read, places), unfilled, month, gap, seconds });
    } finally {
      this.#isBusy = false;
    }
  }

  /** Saved as a coordinator sends it, whole or not at all; who took or left a place meanwhile is not overrun. */
  async accept(
    jour: JourId,
    wished: readonly ProposedPlaces[],
  ): Promise<Result<undefined, "changed-meanwhile" | "times-overlap">> {
    try {
      return await this.#deps.database.tenant(jour, async (tx) => {
        const ids = wished.map(({ shift }) => shift);
        const held = new Set((await lockShifts(tx, ids)).map(({ id }) => id));
        const before = await placesOf(tx, ids);
        const known = new Set((await peopleOf(tx)).map(({ member }) => member));
        const stale = wished.filter(
          ({ shift, before: seen, members }) =>
            !held.has(shift) ||
            !isSame(seen, on(before, shift)) ||
            members.some((one) => !known.has(one)),
        );
        if (stale.length > 0)
          return fail("changed-meanwhile", { shifts: stale.map(({ shift }) => shift) });
        for (const { shift, members } of wished) {
          for (const one of on(before, shift))
            if (!members.includes(one)) await deletePlace(tx, shift, one);
        }
        for (const { shift, members } of wished)
          for (const one of members) await putPlace(tx, shift, one, "on");
        return ok();
      });
    } catch (error) {
      if (isOverlap(error)) return fail("times-overlap");
      throw error;
    }
  }

  async #read(tx: TenantTx, month: string): Promise<Month> {
    const ahead = ({ kind, called_off, starts_at }: ShiftRow): boolean =>
      hasRoles(kind) && !called_off && starts_at.getTime() > this.#deps.now();
    const rows = (await monthRows(tx, month)).filter(ahead);
    const ids = rows.map(({ id }) => id);
    const places = await placesOf(tx, ids);
    const people = (await peopleOf(tx)).map(({ member, standing, knows, most_a_month }) => ({
      ...{ member, standing, knows, most: most_a_month },
    }));
    return {
      people,
      shifts: rows.map((row) => toFill(row, on(places, row.id))),
      wishes: await wishLines(tx, ids),
    };
  }
}

const on = (
  places: readonly { shift_id: string; member: string; place: string }[],
  shift: string,
): string[] =>
  places.filter((one) => one.shift_id === shift && one.place === "on").map(({ member }) => member);

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one) => b.includes(one));

function toFill(row: ShiftRow, there: readonly string[]): ToFill {
  const [startsAt, endsAt] = [row.starts_at.getTime(), row.ends_at.getTime()];
  const weight = shiftWeight(startsAt, endsAt);
  const { id, needed, at_least: atLeast } = row;
  return { id, startsAt, endsAt, needed, atLeast, weight, on: there };
}

function view(
  { shifts, people }: Month,
  places: ReadonlyMap<string, readonly string[]>,
): Pick<ProposalView, "places" | "loads"> {
  const all = shifts.map((shift) => ({
    shift,
    members: [...shift.on, ...(places.get(shift.id) ?? [])],
  }));
  return {
    places: all.map(({ shift, members }) => ({ shift: shift.id, before: shift.on, members })),
    loads: people.flatMap(({ member, standing }) => {
      const hers = all.filter(({ members }) => members.includes(member));
      const weight = hers.reduce((sum, { shift }) => sum + shift.weight, 0);
      return standing === "shadowing" ? [] : [{ member, shifts: hers.length, weight }];
    }),
  };
}
