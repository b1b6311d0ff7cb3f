import type { TenantTx } from "../../platform/database/index.server.ts";
import type { Former } from "./contract.ts";

export function allFormer(tx: TenantTx): Promise<Former[]> {
  return tx.rows("select address, page_id as page from old_addresses order by address");
}

export async function putFormer(tx: TenantTx, { address, page }: Former): Promise<void> {
  await tx.rows(
    `insert into old_addresses (jour_id, address, page_id) values ($1, $2, $3)
     on conflict (jour_id, address) do update set page_id = excluded.page_id`,
    [tx.jour, address, page],
  );
}

/** What an editor has chosen stays. */
export async function addFormer(tx: TenantTx, { address, page }: Former): Promise<void> {
  await tx.rows(
    `insert into old_addresses (jour_id, address, page_id) values ($1, $2, $3)
     on conflict do nothing`,
    [tx.jour, address, page],
  );
}

export async function countFormer(tx: TenantTx): Promise<number> {
  const row = await tx.row<{ count: number }>("select count(*) from old_addresses");
  return row?.count ?? 0;
}

export async function dropFormer(tx: TenantTx, address: string): Promise<boolean> {
  return (
    (await tx.rows("delete from old_addresses where address = $1 returning 1", [address])).length >
    0
  );
}
