import type { SharedTx } from "../../platform/database/index.server.ts";
import type { Guest, GuestDraft } from "./contract.ts";

export function allGuests(tx: SharedTx): Promise<Guest[]> {
  return tx.rows<Guest>(
    `select id, name, place, url, source, to_char(since, 'YYYY-MM-DD') as since
       from network_guests order by lower(name), id`,
  );
}

/** Entered again, it is as the newer says; the day of its first entry stays. */
export async function enterGuest(
  tx: SharedTx,
  guest: GuestDraft,
  source: Guest["source"],
  on: string,
): Promise<void> {
  const { id, name, kind, place, phone, url, entry } = guest;
  await tx.rows(
    `insert into network_guests (id, name, kind, place, phone, url, entry, source, since)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (id) do update
        set name = excluded.name, kind = excluded.kind, place = excluded.place,
            phone = excluded.phone, url = excluded.url, entry = excluded.entry`,
    [id, name, kind, place, phone, url, JSON.stringify(entry), source, on],
  );
}

export async function takeOffGuest(tx: SharedTx, id: string): Promise<boolean> {
  return (await tx.rows("delete from network_guests where id = $1 returning id", [id])).length > 0;
}

/** Of those, the ones that are faces of this house: they tell of themselves. */
export async function facesOfHouse(tx: SharedTx, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx.rows<{ id: string }>(
    "select face_id as id from network_listings where face_id = any ($1::uuid[])",
    [ids],
  );
  return new Set(rows.map(({ id }) => id));
}
