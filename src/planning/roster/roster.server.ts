import { randomUUID } from "node:crypto";
import type { JourId, TenantTx } from "../../platform/database/index.server.ts";
import { fail, ok, type Result } from "../../platform/result.ts";
import { facesOf } from "../../site/index.server.ts";
import { type Asker, isOverlap, personIn, type PlanningDeps } from "../deps.server.ts";
import { withdrawOffers } from "../offers-store.server.ts";
import { insertShift, peopleOf, placesOf, putPlace } from "../store.server.ts";
import type { ImportView, RosterRow, RosterView, UndoneView } from "./contract.ts";
import { judge, type Judged, type Known } from "./judge.server.ts";
import { type ReadRow, readRow } from "./row.server.ts";
import {
  countPlaces,
  deleteImport,
  deleteImportedPlaces,
  deleteOldImports,
  deleteShifts,
  holdRoster,
  importsOf,
  insertImport,
  lockImport,
  lockUntouched,
  markImported,
  standingShifts,
  standingSpans,
} from "./store.server.ts";

const DAY = 86_400_000;
/** So long an import can be taken back. */
const UNDO_MS = 7 * DAY;
/** Longer than the longest shift: what began before the first row and goes on. */
const MARGIN_MS = 9 * DAY;

type PutCode = "changed-meanwhile" | "times-overlap";
interface PutView {
  readonly shifts: number;
  readonly places: number;
}

/** A roster that a coordinator has as a spreadsheet. */
export class Roster {
  readonly #deps: PlanningDeps;
  constructor(deps: PlanningDeps) {
    this.#deps = deps;
  }

  /** What would become of each row. Writes nothing. */
  async preview({ jour }: Asker, rows: readonly RosterRow[]): Promise<RosterView> {
    const judged = await this.#judge(jour, rows);
    return this.#deps.database.tenant(jour, async (tx) => shown(await judged(tx)));
  }

  /** All of these rows at once, or nothing where one of them no longer holds. */
  async put(
    { jour, member }: Asker,
    rows: readonly RosterRow[],
  ): Promise<Result<PutView, PutCode>> {
    const judged = await this.#judge(jour, rows);
    try {
      return await this.#deps.database.tenant<Result<PutView, PutCode>>(jour, async (tx) => {
        await holdRoster(tx);
        const all = await judged(tx);
        if (all.some(({ put }) => put === undefined)) return fail("changed-meanwhile");
        return ok(await this.#write(tx, member, all));
      });
    } catch (error) {
      if (isOverlap(error)) return fail("times-overlap");
      throw error;
    }
  }

  async recent(jour: JourId): Promise<ImportView[]> {
    const rows = await this.#deps.database.tenant(jour, importsOf);
    return rows.map(({ id, by, made_at, shifts, places }) => ({
      ...{ id, by, madeAt: made_at.getTime(), shifts, places },
    }));
  }

  /** What nobody has touched since goes; the rest stays as it is, and is counted. */
  undo(jour: JourId, id: string): Promise<Result<UndoneView, "not-found">> {
    const now = new Date(this.#deps.now());
    return this.#deps.database.tenant<Result<UndoneView, "not-found">>(jour, async (tx) => {
      const made = await lockImport(tx, id);
      if (!made) return fail("not-found");
      const { untouched, kept } = await lockUntouched(tx, id, made.made_at, now);
      const gone = await deleteImportedPlaces(tx, id, made.made_at, now);
      for (const { shift, member } of gone) await withdrawOffers(tx, shift, member);
      const places = gone.length + (await countPlaces(tx, untouched));
      await deleteShifts(tx, untouched);
      await deleteImport(tx, id);
      return ok({ shifts: untouched.length, places, kept });
    });
  }

  async sweep(tx: TenantTx): Promise<void> {
    await deleteOldImports(tx, new Date(this.#deps.now() - UNDO_MS));
  }

  async #judge(
    jour: JourId,
    rows: readonly RosterRow[],
  ): Promise<(tx: TenantTx) => Promise<Judged[]>> {
    const faces = await facesOf(this.#deps.database, jour);
    const read = rows.map((row) => readRow(row, { faces, now: this.#deps.now() }));
    return async (tx) => judge(read, await knownTo(tx, read));
  }

  async #write(tx: TenantTx, member: string, all: readonly Judged[]): Promise<PutView> {
    const shifts: string[] = [];
    const places: (readonly [string, string])[] = [];
    for (const { put } of all) {
      if (!put) continue;
      const shift = put.into ?? randomUUID();
      if (put.into === null) {
        await insertShift(tx, { ...put.shift, id: shift, pattern: null, atLeast: [] });
        shifts.push(shift);
      }
      for (const one of put.places) {
        await putPlace(tx, shift, one.member, one.place);
        places.push([shift, one.member]);
      }
    }
    const made = { shifts: shifts.length, places: places.length };
    if (made.shifts + made.places === 0) return made;
    const id = randomUUID();
    await insertImport(tx, { id, member, made_at: new Date(this.#deps.now()), ...made });
    await markImported(tx, id, { shifts, places });
    return made;
  }
}

const shown = (all: readonly Judged[]): RosterView => ({ rows: all.map(({ view }) => view) });

/** The jour as it stands around the rows. */
async function knownTo(tx: TenantTx, read: readonly ReadRow[]): Promise<Known> {
  const people = (await peopleOf(tx)).map((row) => ({ ...personIn(row), name: row.name }));
  const times = read.flatMap(({ shift }) => (shift ? [shift.startsAt, shift.endsAt] : []));
  if (times.length === 0) return { people, shifts: [], spans: [] };
  const from = new Date(Math.min(...times) - MARGIN_MS);
  const until = new Date(Math.max(...times));
  const rows = await standingShifts(tx, from, until);
  const placed = await placesOf(
    tx,
    rows.map(({ id }) => id),
  );
  const placesAt = (shift: string) =>
    placed
      .filter(({ shift_id }) => shift_id === shift)
      .map((one) => ({ person: personIn(one), place: one.place }));
  return {
    people,
    shifts: rows.map((row) => ({
      ...{ id: row.id, kind: row.kind, face: row.face_id, title: row.title, needed: row.needed },
      ...{ startsAt: row.starts_at.getTime(), endsAt: row.ends_at.getTime() },
      ...{ calledOff: row.called_off, places: placesAt(row.id) },
    })),
    spans: (await standingSpans(tx, from, until)).map((one) => ({
      ...{ member: one.member, shift: one.shift, line: null },
      ...{ from: one.from.getTime(), until: one.until.getTime() },
    })),
  };
}
