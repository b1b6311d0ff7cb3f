import type { TenantTx } from "../platform/database/index.server.ts";
import type { FormVersion } from "./contract.ts";
import type { FormKind } from "./definition.ts";

export function newestForms(tx: TenantTx): Promise<FormVersion[]> {
  return tx.rows(
    "select distinct on (kind) kind, version, definition from form_versions order by kind, version desc",
  );
}

/** Without a version the newest. */
export function formVersion(
  tx: TenantTx,
  kind: FormKind,
  version: number | null,
): Promise<FormVersion | undefined> {
  return tx.row(
    `select kind, version, definition from form_versions
      where kind = $1 and ($2::int is null or version = $2) order by version desc limit 1`,
    [kind, version],
  );
}

/** False when a colleague has published this version already. */
export async function insertVersion(tx: TenantTx, form: FormVersion): Promise<boolean> {
  const made = await tx.rows(
    `insert into form_versions (jour_id, kind, version, definition) values ($1, $2, $3, $4)
     on conflict do nothing returning 1`,
    [tx.jour, form.kind, form.version, form.definition],
  );
  return made.length > 0;
}
