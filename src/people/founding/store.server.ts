import type { JourId, TenantTx } from "../../platform/database/index.server.ts";

export interface FoundingRow {
  readonly founds: JourId;
  readonly made_by: string | null;
  readonly made_on: string;
  readonly name: string;
  readonly host: string | null;
}

const columns = `f.founds, f.made_by, to_char(f.made_on, 'YYYY-MM-DD') as made_on, j.name, h.host`;
const from = `foundings f join jours j on j.id = f.founds
  left join hosts h on h.jour_id = j.id and h.is_primary`;

/** The newest first. */
export const allFoundings = (tx: TenantTx): Promise<FoundingRow[]> =>
  tx.rows<FoundingRow>(`select ${columns} from ${from} order by f.made_on desc, lower(j.name)`);

export const findFounding = (tx: TenantTx, jour: string): Promise<FoundingRow | undefined> =>
  tx.row<FoundingRow>(`select ${columns} from ${from} where f.founds = $1`, [jour]);

export async function insertFounding(
  tx: TenantTx,
  row: { readonly founds: JourId; readonly madeBy: string; readonly on: string },
): Promise<void> {
  await tx.rows(
    "insert into foundings (founds, jour_id, made_by, made_on) values ($1, $2, $3, $4)",
    [row.founds, tx.jour, row.madeBy, row.on],
  );
}

/** Of the invited jour, in a transaction of its own: whether she is founded, whether somebody is on her way in. */
export interface Progress {
  readonly isFounded: boolean;
  readonly members: number;
  /** When the link that is still good expires. */
  readonly expires: Date | null;
}

export async function progressOf(tx: TenantTx, now: Date): Promise<Progress> {
  const row = await tx.row<{ founded: boolean; members: number; expires: Date | null }>(
    `select exists (select 1 from trust_log) as founded,
            (select count(*)::int from members) as members,
            (select max(expires_at) from invitations
              where not used and made_by is null and expires_at > $1) as expires`,
    [now],
  );
  return {
    isFounded: row?.founded ?? false,
    members: row?.members ?? 0,
    expires: row?.expires ?? null,
  };
}
