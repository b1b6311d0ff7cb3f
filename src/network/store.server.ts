import type { JourId, SharedTx, TenantTx } from "../platform/database/index.server.ts";
import type { Entry } from "./entry.ts";

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

/** A face of the directory: of this house at a host, or a guest whose pages are elsewhere. */
export interface DirectoryFace extends Omit<ListedFace, "host"> {
  readonly host: string | null;
  /** Of a guest, where its pages are. */
  readonly url: string | null;
  readonly jourName: string;
  /** Null until the jour's program has told it. */
  readonly entry: Entry | null;
}

/** Writes what the jour says of one of her faces. Row-level security lets no jour write for another. */
export async function publishListing(tx: TenantTx, listing: Listing, entry: Entry): Promise<void> {
  const { faceId, name, kind, place, phone } = listing;
  await tx.rows(
    `insert into network_listings (face_id, jour_id, name, kind, place, phone, entry)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (face_id) do update
        set name = excluded.name, kind = excluded.kind, place = excluded.place,
            phone = excluded.phone, entry = excluded.entry`,
    [faceId, tx.jour, name, kind, place, phone, JSON.stringify(entry)],
  );
}

/** The jours of whom the directory was told before it knew what to ask. */
export async function untoldJours(tx: SharedTx): Promise<JourId[]> {
  const rows = await tx.rows<{ id: JourId }>(
    "select distinct jour_id as id from network_listings where entry is null",
  );
  return rows.map(({ id }) => id);
}

/** Host names decide what can be reached, and the federation who is listed. */
export const listed = `
  select l.face_id as "faceId", l.jour_id as "jourId", l.name, l.kind, l.place, l.phone, h.host,
         l.entry, j.name as "jourName"
    from network_listings l
    join jours j on j.id = l.jour_id
    join lateral (select host from hosts where face_id = l.face_id
                   order by is_primary desc, host limit 1) h on true
   where (not coalesce((select approval from network_rules), false)
      or exists (select 1 from network_members m where m.jour_id = l.jour_id))`;

/** Every face that can be reached, in the order of their names; guests among them. */
export function directoryFaces(tx: SharedTx): Promise<DirectoryFace[]> {
  return tx.rows<DirectoryFace>(
    `select * from (
       select f.*, null::text as url from (${listed}) f
       union all
       select id, id, name, kind, place, phone, null, entry, name, url from network_guests) every
     order by lower(name), "faceId"`,
  );
}

/** Another face with whom it receives; null until its jour has told it. */
export type NearFace = ListedFace &
  (Pick<Entry, "receives" | "ages" | "doors"> | { readonly receives: null; readonly doors: null });

/** Of `entry`, what a page of another jour shows. */
export const whomItReceives = `entry->>'receives' as receives, entry->'ages' as ages, entry->'doors' as doors`;

const NEARBY = 6;

/**
 * Other jours that whoever finds this one closed may try: those for the same municipalities first, then
 * those of the same county, then others that receive people from elsewhere.
 */
export function nearbyFaces(
  tx: TenantTx,
  kind: Listing["kind"],
  municipalities: readonly string[],
): Promise<NearFace[]> {
  return tx.rows<NearFace>(
    `select "faceId", "jourId", name, kind, place, phone, host, ${whomItReceives}
       from (select f.*,
               exists (select 1 from jsonb_array_elements_text(entry->'municipalities') c
                        where c = any ($3::text[])) as same,
               exists (select 1 from jsonb_array_elements_text(entry->'municipalities') c
                        where left(c, 2) = any ($4::text[])) as near
               from (${listed}) f
              where f."jourId" <> $1 and f.kind = $2) found
      where same or coalesce((entry->>'elsewhere')::boolean, true)
      order by same desc, near desc, lower(name), "faceId" limit ${NEARBY}`,
    [tx.jour, kind, municipalities, municipalities.map((code) => code.slice(0, 2))],
  );
}
