import type { Database, JourId } from "../platform/database/index.server.ts";
import { errorFields, log } from "../platform/log.ts";
import { doorRow } from "./doors-store.server.ts";
import { type DoorSays, doorSays, type PlannedNow } from "./door.ts";
import { isPresent } from "./policy.ts";
import { dutiesOf } from "./store.server.ts";
import { onDutyOf } from "./present.server.ts";

const REMEMBERED_MS = 1000;
const LOOK_MS = 5000;
/** Doors that nobody asked about for so long are not looked at. */
const INTEREST_MS = 5 * 60_000;

/** What the plan says of a face at this moment, handed in from the entry. */
export interface Plan {
  readonly shift: PlannedNow | null;
  readonly isOver: boolean;
  /** Those who are not experienced: they are never alone, and who sits beside does not count. */
  readonly learners: ReadonlyMap<string, "shadowing" | "newcomer">;
}
export type PlanOf = (jour: JourId, face: string) => Promise<Plan>;

export const noPlan: PlanOf = async () => ({ shift: null, isOver: false, learners: new Map() });

export interface DoorView extends DoorSays {
  readonly present: number;
  readonly needed: number;
  readonly endsAt: number | null;
}

interface Known {
  readonly view: DoorView;
  /** When it was read; long ago where something has changed since. */
  at: number;
  readonly turn: number;
  askedAt: number;
}

export interface DoorParts {
  readonly database: Database;
  readonly planOf: PlanOf;
  readonly now: () => number;
  /** Of a clock that never jumps. */
  readonly elapsed: () => number;
}

/** Whether the chat of each face is open: by those who are there, the plan, and whoever is on call. */
export class Doors {
  readonly #parts: DoorParts;
  readonly #known = new Map<string, Known>();
  /** Of many who ask at once, one reads. */
  readonly #reading = new Map<string, Promise<DoorView>>();
  /** Counts what is read, so that what was read before a change is known to be old. */
  #turn = 0;
  readonly #changedAt = new Map<JourId, number>();
  readonly #tellers: ((jour: JourId) => void)[] = [];
  readonly #timer: NodeJS.Timeout;

  constructor(parts: DoorParts) {
    this.#parts = parts;
    this.#timer = setInterval(() => this.#lookAround(), LOOK_MS);
    this.#timer.unref();
  }

  /** At most a second old. */
  async says(jour: JourId, face: string): Promise<DoorView> {
    const known = this.#known.get(nameOf(jour, face));
    const elapsed = this.#parts.elapsed();
    if (known && elapsed - known.at < REMEMBERED_MS) {
      known.askedAt = elapsed;
      return known.view;
    }
    const name = nameOf(jour, face);
    const reading = this.#reading.get(name) ?? this.look(jour, face);
    this.#reading.set(name, reading);
    return reading.finally(() => {
      if (this.#reading.get(name) === reading) this.#reading.delete(name);
    });
  }

  /** Read now. */
  async look(jour: JourId, face: string, isAsked = true): Promise<DoorView> {
    const turn = ++this.#turn;
    const view = await this.#read(jour, face);
    const name = nameOf(jour, face);
    const before = this.#known.get(name);
    if (before && before.turn > turn) return before.view;
    const now = this.#parts.elapsed();
    const at = (this.#changedAt.get(jour) ?? 0) > turn ? -Infinity : now;
    this.#known.set(name, { view, at, turn, askedAt: isAsked ? now : (before?.askedAt ?? now) });
    const isOther = before?.view.open !== view.open || before.view.served !== view.served;
    if (before && (isOther || before.view.opensAt !== view.opensAt)) this.#tell(jour);
    return view;
  }

  /** As last read here; undefined where nobody has asked. */
  known(jour: JourId, face: string): DoorView | undefined {
    return this.#known.get(nameOf(jour, face))?.view;
  }

  /** Somebody came or went, or turned a door. */
  changed(jour: JourId): void {
    this.#changedAt.set(jour, ++this.#turn);
    for (const [name, known] of this.#known) {
      const [of, face = ""] = name.split(" ");
      if (of !== jour) continue;
      known.at = -Infinity;
      this.#reading.delete(name);
      this.#lookQuietly(jour, face);
    }
  }

  onChange(tell: (jour: JourId) => void): void {
    this.#tellers.push(tell);
  }

  close(): void {
    clearInterval(this.#timer);
  }

  #tell(jour: JourId): void {
    for (const tell of this.#tellers) tell(jour);
  }

  /** Time alone opens and closes doors too. */
  #lookAround(): void {
    for (const [name, { askedAt }] of this.#known) {
      const [jour = "", face = ""] = name.split(" ");
      if (this.#parts.elapsed() - askedAt < INTEREST_MS) this.#lookQuietly(jour as JourId, face);
      else this.#known.delete(name);
    }
  }

  #lookQuietly(jour: JourId, face: string): void {
    this.look(jour, face, false).catch((error: unknown) =>
      log.warn("duties-unread", { error: errorFields(error) }),
    );
  }

  async #read(jour: JourId, face: string): Promise<DoorView> {
    const { database, planOf, now } = this.#parts;
    const time = now();
    const plan = await planOf(jour, face);
    const { row, duties } = await database.tenant(jour, async (tx) => ({
      row: await doorRow(tx, face),
      duties: (await dutiesOf(tx, new Date(time))).map(onDutyOf),
    }));
    const there = duties
      .filter((duty) => duty.face === face && isPresent(duty, time))
      .filter(({ member }) => plan.learners.get(member) !== "shadowing");
    const needed = row?.needed ?? 1;
    const facts = {
      ...{ present: there.length, needed, shift: plan.shift, isOver: plan.isOver },
      hasExperienced: there.some(({ member }) => !plan.learners.has(member)),
      lastEntryMs: (row?.last_entry_minutes ?? 15) * 60_000,
      hand:
        row?.hand && row.hand_until ? { state: row.hand, until: row.hand_until.getTime() } : null,
      opensAt: row?.opens_at?.getTime() ?? null,
    };
    return {
      ...doorSays(facts, time),
      ...{ present: there.length, needed: plan.shift?.needed ?? needed },
      endsAt: plan.shift?.endsAt ?? null,
    };
  }
}

const nameOf = (jour: JourId, face: string): string => `${jour} ${face}`;
