import type { SharedTx, TenantTx } from "../platform/database/index.server.ts";

/** A jour's face as the list of the whole house shows it. */
export interface Listing {
  readonly faceId: string;
  readonly name: string;
  readonly kind: "kvinnojour" | "ungdomsjour";
  readonly place: string;
  readonly phone: string | null;
}

export interface ListedFace extends Listing {
  readonly jourId: string;
  readonly host: string;
}

/** Writes what the jour says of one of her faces. Row-level security lets no jour write for another. */
export async function publishListing(tx: TenantTx, listing: Listing): Promise<void> {
  const { faceId, name, kind, place, phone } = listing;
  await tx.rows(
    `insert into network_listings (face_id, jour_id, name, kind, place, phone)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (face_id) do update
        set name = excluded.name, kind = excluded.kind, place = excluded.place, phone = excluded.phone`,
    [faceId, tx.jour, name, kind, place, phone],
  );
}

/** Every face that has a host, in the order of their names. Host names decide what can be reached. */
export function listedFaces(tx: SharedTx): Promise<ListedFace[]> {
  return tx.rows<ListedFace>(
    `select l.face_id as "faceId", l.jour_id as "jourId", l.name, l.kind, l.place, l.phone, h.host
       from network_listings l
       join lateral (select host from hosts where face_id = l.face_id
                      order by is_primary desc, host limit 1) h on true
      order by lower(l.name), l.face_id`,
  );
}
