import { randomUUID } from "node:crypto";
import type { JourId, TenantTx } from "../platform/database/index.server.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import { facesOf, momentAt } from "../site/index.server.ts";
import type { MonthView, Pattern, PatternDraft, ShiftSave, ShiftView } from "./contract.ts";
import { type Asker, filled, isOverlap, type PlanningDeps } from "./deps.server.ts";
import { dayView, daysOf, occasionsOf, spanIn } from "./occasions.server.ts";
import { offersOf } from "./offers-store.server.ts";
import {
  deletePattern,
  insertPattern,
  patternsOf,
  updatePattern,
} from "./patterns-store.server.ts";
import { shiftView } from "./present.server.ts";
import {
  insertShift,
  lockShifts,
  peopleOf,
  placesOf,
  type ShiftRow,
  shiftsBetween,
  updateShift,
  wishesOf,
} from "./store.server.ts";

/** Of a month, as 2026-12: from its first moment in Sweden to that of the next. */
export function monthSpan(month: string): { from: Date; until: Date } {
  const days = daysOf(month);
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) throw new Error("a month without days");
  const at = (date: typeof first): Date => new Date(momentAt(date, "00:00"));
  return { from: at(first), until: at(last.add({ days: 1 })) };
}

export function monthRows(tx: TenantTx, month: string): Promise<ShiftRow[]> {
  const { from, until } = monthSpan(month);
  return shiftsBetween(tx, from, until);
}

/** What the patterns say of a month and is not there yet. Resolves to how many shifts are new. */
async function makeMonth(tx: TenantTx, month: string): Promise<number> {
  let made = 0;
  for (const pattern of await patternsOf(tx)) {
    for (const occasion of occasionsOf(pattern, month)) {
      const { kind, face, title, needed, atLeast } = pattern;
      const shift = { ...{ kind, face, title, needed, atLeast }, ...occasion };
      const isNew = { id: randomUUID(), pattern: pattern.id };
      if (await insertShift(tx, { ...shift, ...isNew })) made++;
    }
  }
  return made;
}

/** Patterns of a new jour and its first months, for the demo. */
export async function furnishMonths(
  tx: TenantTx,
  patterns: readonly PatternDraft[],
  months: readonly string[],
): Promise<void> {
  for (const pattern of patterns) await insertPattern(tx, randomUUID(), pattern);
  for (const month of months) await makeMonth(tx, month);
}

/** A month as the jour sees it, and what coordinators change in it. */
export class Months {
  readonly #deps: PlanningDeps;
  constructor(deps: PlanningDeps) {
    this.#deps = deps;
  }

  async month({ jour, member }: Asker, month: string): Promise<MonthView> {
    const { database } = this.#deps;
    const faces = await facesOf(database, jour);
    return database.tenant(jour, async (tx) => {
      const shifts = await views(tx, await monthRows(tx, month), member);
      const members = (await peopleOf(tx)).map(({ member: id, name }) => ({ id, name }));
      const days = daysOf(month).map(dayView);
      return { month, days, shifts, members, faces: faces.map(({ id, name }) => ({ id, name })) };
    });
  }

  patterns(jour: JourId): Promise<Pattern[]> {
    return this.#deps.database.tenant(jour, patternsOf);
  }

  /** A pattern that a colleague has changed meanwhile stays hers; what now stands is told. */
  savePattern(
    jour: JourId,
    id: string | null,
    version: number,
    draft: PatternDraft,
  ): Promise<Result<undefined, "changed-meanwhile">> {
    return this.#deps.database.tenant(jour, async (tx) => {
      if (id === null) {
        await insertPattern(tx, randomUUID(), draft);
        return ok();
      }
      if (await updatePattern(tx, id, version, draft)) return ok();
      const now = (await patternsOf(tx)).find((one) => one.id === id);
      return fail("changed-meanwhile", { now: now ?? null });
    });
  }

  /** Shifts that were made from it stay. */
  async removePattern(jour: JourId, id: string): Promise<void> {
    await this.#deps.database.tenant(jour, (tx) => deletePattern(tx, id));
  }

  /** Makes what the patterns say and is not there yet. Resolves to how many shifts are new. */
  make(jour: JourId, month: string): Promise<{ made: number }> {
    return this.#deps.database.tenant(jour, async (tx) => ({ made: await makeMonth(tx, month) }));
  }

  async saveShift(
    { jour, member }: Asker,
    save: ShiftSave,
  ): Promise<Result<undefined, "not-found" | "changed-meanwhile" | "bad-input" | "times-overlap">> {
    const span = spanIn(save.starts, save.ends);
    if (!span) return fail("bad-input");
    const { kind, face, title, needed, atLeast, calledOff, shift: id } = save;
    const draft = { ...{ kind, face, title, needed, atLeast }, ...span };
    try {
      return await this.#deps.database.tenant(jour, async (tx) => {
        if (id === null) {
          await insertShift(tx, { ...draft, id: randomUUID(), pattern: null });
          return ok();
        }
        const [row] = await lockShifts(tx, [id]);
        if (!row) return fail("not-found");
        if (row.version !== save.version)
          return fail("changed-meanwhile", { now: (await views(tx, [row], member))[0] });
        await updateShift(tx, { ...draft, id, calledOff });
        return ok();
      });
    } catch (error) {
      if (isOverlap(error)) return fail("times-overlap");
      throw error;
    }
  }
}

/** As one member sees them: the wishes of others are not hers to read. */
async function views(
  tx: TenantTx,
  rows: readonly ShiftRow[],
  member: string,
): Promise<ShiftView[]> {
  const ids = rows.map(({ id }) => id);
  const places = await placesOf(tx, ids);
  const offers = await offersOf(tx, ids);
  const wishes = (await wishesOf(tx, ids)).filter((one) => one.member === member);
  return rows.map((row) => shiftView(row, { filled: filled(row, places), places, offers, wishes }));
}
