import type { TenantTx } from "../../platform/database/index.server.ts";
import { pictureAddress, widthsOf } from "../../media/index.ts";
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

/** A picture or a document of an older site. */
export interface OldFile {
  readonly address: string;
  /** The page that showed it, or led to it. */
  readonly page: string;
  /** The picture as it is here; null of a document. */
  readonly picture: string | null;
}

/** A picture in its largest form: by its address alone nobody says how wide it is to be shown. */
export async function allOldFiles(tx: TenantTx): Promise<OldFile[]> {
  const rows = await tx.rows<
    Omit<OldFile, "picture"> & { id: string | null; width: number; height: number }
  >(
    `select f.address, f.page_id as page, p.id, p.width, p.height
       from old_files f left join pictures p on p.id = f.picture_id order by f.address, f.page_id`,
  );
  return rows.map(({ address, page, id, width, height }) => {
    const picture = id && `${pictureAddress({ id, width, height })}/${widthsOf(width).at(-1)}.webp`;
    return { address, page, picture };
  });
}

export async function addOldFile(tx: TenantTx, { address, page, picture }: OldFile): Promise<void> {
  await tx.rows(
    `insert into old_files (jour_id, address, page_id, picture_id) values ($1, $2, $3, $4)
     on conflict do nothing`,
    [tx.jour, address, page, picture],
  );
}
