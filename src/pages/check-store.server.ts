import type { TenantTx } from "../platform/database/index.server.ts";
import type { CheckView } from "./contract.ts";
import type { TextLanguage } from "./kinds.ts";

interface Version {
  readonly page: string;
  readonly language: TextLanguage;
  readonly version: number;
}

export function findCheck(
  tx: TenantTx,
  { page, language, version }: Version,
): Promise<CheckView | undefined> {
  return tx.row(
    `select c.checked_by as by, c.checked_on::text as on, m.name as "enteredBy"
       from page_checks c left join members m on m.id = c.entered_by
      where c.page_id = $1 and c.language = $2 and c.version = $3`,
    [page, language, version],
  );
}

interface NewCheck extends Version {
  readonly by: string;
  readonly on: string;
  readonly member: string;
}

export async function putCheck(tx: TenantTx, check: NewCheck): Promise<void> {
  const { page, language, version, by, on, member } = check;
  await tx.rows(
    `insert into page_checks (page_id, language, version, jour_id, checked_by, checked_on, entered_by)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (page_id, language, version) do update
        set checked_by = excluded.checked_by, checked_on = excluded.checked_on,
            entered_by = excluded.entered_by`,
    [page, language, version, tx.jour, by, on, member],
  );
}

export async function deleteCheck(
  tx: TenantTx,
  { page, language, version }: Version,
): Promise<boolean> {
  const gone = await tx.rows(
    "delete from page_checks where page_id = $1 and language = $2 and version = $3 returning version",
    [page, language, version],
  );
  return gone.length > 0;
}

/** A demonstration shows what nobody has checked. */
export async function isDemo(tx: TenantTx): Promise<boolean> {
  const row = await tx.row<{ demo: boolean }>("select demo from jours where id = $1", [tx.jour]);
  return row?.demo === true;
}
