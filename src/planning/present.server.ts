import type { ShiftView } from "./contract.ts";
import type { OfferRow } from "./offers-store.server.ts";
import { type Filled, lacksOf } from "./rules.ts";
import type { PlaceRow, ShiftRow, WishRow } from "./store.server.ts";

interface Around {
  readonly filled: Filled;
  readonly places: readonly PlaceRow[];
  readonly offers: readonly OfferRow[];
  /** Hers alone. */
  readonly wishes: readonly WishRow[];
}

/** What a shift lacks is told; who of those on it is a newcomer is not. */
export function shiftView(row: ShiftRow, { filled, places, offers, wishes }: Around): ShiftView {
  const here = <T extends { shift_id: string }>(all: readonly T[]): T[] =>
    all.filter((one) => one.shift_id === row.id);
  return {
    ...{ id: row.id, version: row.version, day: row.day, kind: row.kind, face: row.face_id },
    ...{ title: row.title, needed: row.needed, atLeast: row.at_least, calledOff: row.called_off },
    ...{ startsAt: row.starts_at.getTime(), endsAt: row.ends_at.getTime() },
    places: here(places).map(({ member, name, place }) => ({ member, name, place })),
    offers: here(offers).map(({ id, by, by_name, to, for_shift, state }) => ({
      ...{ id, by, byName: by_name, to, forShift: for_shift, state },
    })),
    lacks: lacksOf(filled),
    myWish: here(wishes)[0]?.wish ?? null,
  };
}
