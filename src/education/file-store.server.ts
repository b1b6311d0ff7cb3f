import type { TenantTx } from "../platform/database/index.server.ts";

export async function countFiles(tx: TenantTx): Promise<number> {
  const row = await tx.row<{ count: number }>("select count(*) from education_files");
  return row?.count ?? 0;
}

export async function insertFile(
  tx: TenantTx,
  file: { readonly id: string; readonly bytes: Uint8Array; readonly addedOn: string },
): Promise<void> {
  await tx.rows(
    "insert into education_files (id, jour_id, bytes, added_on) values ($1, $2, $3, $4)",
    [file.id, tx.jour, file.bytes, file.addedOn],
  );
}

export async function findFile(tx: TenantTx, id: string): Promise<Buffer | undefined> {
  const row = await tx.row<{ bytes: Buffer }>("select bytes from education_files where id = $1", [
    id,
  ]);
  return row?.bytes;
}

/** What was added before `today` and stands in no lecture, draft or not. */
export async function deleteUnnamed(tx: TenantTx, today: string): Promise<void> {
  await tx.rows(
    `delete from education_files f where added_on < $1 and not exists
       (select 1 from education_lectures l where position(f.id::text in l.content) > 0)`,
    [today],
  );
}
