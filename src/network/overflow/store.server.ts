import type { TenantTx } from "../../platform/database/index.server.ts";
import type { Entry } from "../entry.ts";
import { type ListedFace, listed, whomItReceives } from "../store.server.ts";
import type { OverflowJour } from "./contract.ts";

/** The other jours that are listed, and what has been said. Row-level security shows a jour her own words and those said to her. */
export function othersOf(tx: TenantTx): Promise<OverflowJour[]> {
  return tx.rows<OverflowJour>(
    `select f."jourId" as id, f."jourName" as name,
            exists (select 1 from network_overflow o where o.jour_id = $1 and o.other_id = f."jourId") as mine,
            exists (select 1 from network_overflow o where o.jour_id = f."jourId" and o.other_id = $1) as theirs,
            jsonb_agg(jsonb_build_object('name', f.name, 'place', f.place, 'elsewhere',
              coalesce((f.entry->>'elsewhere')::boolean, true)) order by lower(f.name)) as faces
       from (${listed}) f
      where f."jourId" <> $1
      group by f."jourId", f."jourName"
      order by lower(f."jourName"), f."jourId"`,
    [tx.jour],
  );
}

/** False when there is no such jour that is listed. Saying it again changes nothing. */
export async function sayYes(tx: TenantTx, other: string): Promise<boolean> {
  const known = await tx.row(
    `select 1 from (${listed}) f where f."jourId" = $1 and f."jourId" <> $2 limit 1`,
    [other, tx.jour],
  );
  if (!known) return false;
  await tx.rows(
    "insert into network_overflow (jour_id, other_id) values ($1, $2) on conflict do nothing",
    [tx.jour, other],
  );
  return true;
}

export async function takeBack(tx: TenantTx, other: string): Promise<void> {
  await tx.rows("delete from network_overflow where jour_id = $1 and other_id = $2", [
    tx.jour,
    other,
  ]);
}

/** Of a jour with whom this one has agreed: what a page may offer while its chat is closed. */
export interface AgreedFace extends ListedFace, Pick<Entry, "receives" | "ages" | "doors"> {}

/** Those with whom both have said yes, and that receive people from these municipalities. */
export function agreedFaces(
  tx: TenantTx,
  municipalities: readonly string[],
): Promise<AgreedFace[]> {
  return tx.rows<AgreedFace>(
    `select "faceId", "jourId", f.name, kind, place, phone, host,
            ${whomItReceives}
       from (${listed}) f
       join network_overflow mine on mine.jour_id = $1 and mine.other_id = f."jourId"
       join network_overflow theirs on theirs.jour_id = f."jourId" and theirs.other_id = $1
      where entry is not null
        and ((entry->>'elsewhere')::boolean
             or exists (select 1 from jsonb_array_elements_text(entry->'municipalities') c
                         where c = any ($2::text[])))
      order by lower(f.name), "faceId"`,
    [tx.jour, municipalities],
  );
}
