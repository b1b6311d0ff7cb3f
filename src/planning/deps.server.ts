import type { Database, JourId, TenantTx } from "../platform/database/index.server.ts";
import type { Person } from "./rules.ts";
import { placesOf, type PlaceRow, type ShiftRow } from "./store.server.ts";
import type { Filled } from "./rules.ts";

export interface PlanningDeps {
  readonly database: Database;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The secret of the house; without one addresses are forgotten when the program ends. */
  readonly secret: string | undefined;
  /** The jour's way out for mail; `from` is undefined where it has none. */
  readonly mail: {
    from(jour: JourId): Promise<string | undefined>;
    queue(tx: TenantTx, from: string, mail: NeutralMail): Promise<unknown>;
  };
}

export interface NeutralMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly purpose: string;
  readonly automatic: boolean;
}

/** Who asks, from her session. */
export interface Asker {
  readonly jour: JourId;
  readonly member: string;
}

export const personIn = ({ member, standing, knows }: Person): Person => ({
  ...{ member, standing, knows },
});

/** A shift with those who have a place there, as the rules see it. */
export function filled(shift: ShiftRow, places: readonly PlaceRow[]): Filled {
  return {
    ...{ kind: shift.kind, needed: shift.needed, atLeast: shift.at_least },
    ...{ startsAt: shift.starts_at.getTime(), calledOff: shift.called_off },
    places: places
      .filter((one) => one.shift_id === shift.id)
      .map((one) => ({ person: personIn(one), place: one.place })),
  };
}

export async function filledOf(tx: TenantTx, shift: ShiftRow): Promise<Filled> {
  return filled(shift, await placesOf(tx, [shift.id]));
}

/** PostgreSQL's word for an exclusion constraint that was broken: two places at one time. */
export const isOverlap = (error: unknown): boolean =>
  (error as { code?: unknown }).code === "23P01";
