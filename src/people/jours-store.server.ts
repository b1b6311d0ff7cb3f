import type { FaceId, JourId, SharedTx, TenantTx } from "../platform/database/index.server.ts";

export interface JourRow {
  readonly id: JourId;
  readonly slug: string;
  readonly name: string;
  readonly demo: boolean;
  readonly host: string | null;
  readonly federation: boolean;
}

export function allJours(tx: SharedTx): Promise<JourRow[]> {
  return tx.rows<JourRow>(
    `select j.id, j.slug, j.name, j.demo, j.federation, h.host
       from jours j left join hosts h on h.jour_id = j.id and h.is_primary order by j.slug`,
  );
}

export async function insertJour(
  tx: SharedTx,
  jour: {
    readonly id: JourId;
    readonly slug: string;
    readonly name: string;
    readonly demo: boolean;
    readonly federation: boolean;
  },
): Promise<boolean> {
  const made = await tx.rows(
    `insert into jours (id, slug, name, demo, federation) values ($1, $2, $3, $4, $5)
     on conflict do nothing returning id`,
    [jour.id, jour.slug, jour.name, jour.demo, jour.federation],
  );
  return made.length > 0;
}

/** Everything of hers goes with her: faces, members, trust. */
export async function deleteJour(tx: SharedTx, id: JourId): Promise<void> {
  await tx.rows("delete from jours where id = $1", [id]);
}

export interface HostRow {
  readonly host: string;
  readonly jour: JourId | null;
  readonly face: FaceId | null;
  readonly isPrimary: boolean;
}

export async function insertHost(tx: SharedTx, row: HostRow): Promise<boolean> {
  const made = await tx.rows(
    `insert into hosts (host, jour_id, face_id, is_primary) values ($1, $2, $3, $4)
     on conflict do nothing returning host`,
    [row.host, row.jour, row.face, row.isPrimary],
  );
  return made.length > 0;
}

/** The host of the directory becomes that of a federation with a desk; false where it is a jour's. */
export async function giveHost(tx: SharedTx, host: string, jour: JourId): Promise<boolean> {
  const given = await tx.rows(
    `insert into hosts (host, jour_id, is_primary) values ($1, $2, true)
     on conflict (host) do update set jour_id = excluded.jour_id, is_primary = true
        where hosts.jour_id is null
     returning host`,
    [host, jour],
  );
  return given.length > 0;
}

export async function hostExists(tx: SharedTx, host: string): Promise<boolean> {
  return (await tx.row("select 1 from hosts where host = $1", [host])) !== undefined;
}

/** Invitations that no member made and nobody has used: a new founding or a new start makes new ones. */
export async function deletePrinted(tx: TenantTx): Promise<void> {
  await tx.rows("delete from invitations where not used and made_by is null");
}

/** Members, invitations, what waits for signatures, chain and register: as before the jour was founded. */
export async function forgetTrust(tx: TenantTx): Promise<void> {
  for (const table of ["root_proposals", "invitations", "members", "directories", "trust_log"])
    await tx.rows(`delete from ${table}`);
}
