import type { SharedTx } from "../platform/database/index.server.ts";

export interface NetworkMember {
  readonly slug: string;
  readonly name: string;
  readonly host: string | null;
  /** "YYYY-MM-DD", or null while the federation has not approved her. */
  readonly approvedOn: string | null;
}

export async function approvalWanted(tx: SharedTx): Promise<boolean> {
  const row = await tx.row<{ approval: boolean }>("select approval from network_rules");
  return row?.approval ?? false;
}

export async function wantApproval(tx: SharedTx, wanted: boolean): Promise<void> {
  await tx.rows(
    `insert into network_rules (approval) values ($1)
     on conflict (one) do update set approval = excluded.approval`,
    [wanted],
  );
}

export function networkMembers(tx: SharedTx): Promise<NetworkMember[]> {
  return tx.rows<NetworkMember>(
    `select j.slug, j.name, h.host, to_char(m.approved_on, 'YYYY-MM-DD') as "approvedOn"
       from jours j
       left join hosts h on h.jour_id = j.id and h.is_primary
       left join network_members m on m.jour_id = j.id
      where not j.federation
      order by j.slug`,
  );
}

/** False when there is no such jour. Approving her again changes nothing. */
export async function setApproved(tx: SharedTx, host: string, on: string | null): Promise<boolean> {
  const jour = await tx.row<{ id: string }>(
    `select h.jour_id as id from hosts h join jours j on j.id = h.jour_id
      where h.host = $1 and not j.federation`,
    [host],
  );
  if (!jour) return false;
  if (on === null) await tx.rows("delete from network_members where jour_id = $1", [jour.id]);
  else {
    await tx.rows(
      "insert into network_members (jour_id, approved_on) values ($1, $2) on conflict do nothing",
      [jour.id, on],
    );
  }
  return true;
}
