import type { TenantTx } from "../platform/database/index.server.ts";

export interface PictureRow {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  readonly added_on: string;
}

export interface PictureFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export function allPictures(tx: TenantTx): Promise<PictureRow[]> {
  return tx.rows(
    "select id, width, height, alt, added_on from pictures order by added_on desc, id limit 500",
  );
}

export async function countPictures(tx: TenantTx): Promise<number> {
  const row = await tx.row<{ count: number }>("select count(*) from pictures");
  return row?.count ?? 0;
}

export async function insertPicture(
  tx: TenantTx,
  { id, width, height, alt, added_on }: PictureRow,
  files: readonly PictureFile[],
): Promise<void> {
  await tx.rows(
    "insert into pictures (id, jour_id, width, height, alt, added_on) values ($1, $2, $3, $4, $5, $6)",
    [id, tx.jour, width, height, alt, added_on],
  );
  for (const { name, bytes } of files)
    await tx.rows(
      "insert into picture_files (picture_id, jour_id, name, bytes) values ($1, $2, $3, $4)",
      [id, tx.jour, name, bytes],
    );
}

export async function updateAlt(tx: TenantTx, id: string, alt: string): Promise<boolean> {
  const rows = await tx.rows("update pictures set alt = $2 where id = $1 returning id", [id, alt]);
  return rows.length > 0;
}

export async function deletePicture(tx: TenantTx, id: string): Promise<boolean> {
  return (await tx.rows("delete from pictures where id = $1 returning id", [id])).length > 0;
}

export async function findFile(
  tx: TenantTx,
  id: string,
  name: string,
): Promise<Uint8Array | undefined> {
  const row = await tx.row<{ bytes: Buffer }>(
    "select bytes from picture_files where picture_id = $1 and name = $2",
    [id, name],
  );
  return row?.bytes;
}
