import type { TenantTx } from "../platform/database/index.server.ts";
import type { OfferState } from "./rules.ts";

export interface OfferRow {
  readonly id: string;
  readonly shift_id: string;
  readonly by: string;
  readonly by_name: string;
  readonly to: string | null;
  readonly for_shift: string | null;
  readonly state: OfferState;
}

const select = `select o.id, o.shift_id, o.member_id as by, m.name as by_name, o.to_member as to,
  o.for_shift, o.state from shift_offers o join members m on m.id = o.member_id`;

export function offersOf(tx: TenantTx, shifts: readonly string[]): Promise<OfferRow[]> {
  return tx.rows(`${select} where o.shift_id = any($1) order by o.id`, [shifts]);
}

export function offerAt(tx: TenantTx, id: string): Promise<OfferRow | undefined> {
  return tx.row(`${select} where o.id = $1`, [id]);
}

/** False where she offers it already. */
export async function insertOffer(
  tx: TenantTx,
  offer: Pick<OfferRow, "id" | "shift_id" | "by" | "to" | "for_shift">,
): Promise<boolean> {
  const made = await tx.rows(
    `insert into shift_offers (id, jour_id, shift_id, member_id, to_member, for_shift, state)
     values ($1, $2, $3, $4, $5, $6, 'open') on conflict do nothing returning 1`,
    [offer.id, tx.jour, offer.shift_id, offer.by, offer.to, offer.for_shift],
  );
  return made.length > 0;
}

/** False where somebody else has settled it meanwhile. */
export async function settleOffer(
  tx: TenantTx,
  id: string,
  state: OfferState,
  by: string | null,
): Promise<boolean> {
  const done = await tx.rows(
    "update shift_offers set state = $2, taken_by = $3 where id = $1 and state = 'open' returning 1",
    [id, state, by],
  );
  return done.length > 0;
}

/** Her place is gone: whatever she offered of it, or was asked for it, is too. */
export async function withdrawOffers(tx: TenantTx, shift: string, member: string): Promise<void> {
  await tx.rows(
    `update shift_offers set state = 'withdrawn' where state = 'open' and
       ((shift_id = $1 and member_id = $2) or (for_shift = $1 and to_member = $2))`,
    [shift, member],
  );
}
