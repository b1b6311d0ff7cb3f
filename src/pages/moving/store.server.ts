import type { TenantTx } from "../../platform/database/index.server.ts";
import type { Left } from "./left.ts";

export async function insertImport(tx: TenantTx, id: string, member: string | null): Promise<void> {
  await tx.rows("insert into imports (id, jour_id, made_by) values ($1, $2, $3)", [
    id,
    tx.jour,
    member,
  ]);
}

export interface ImportRow {
  readonly id: string;
  readonly madeAt: number;
  readonly madeBy: string | null;
  readonly isFinished: boolean;
  readonly pages: number;
  readonly pictures: number;
  readonly worked: number;
  readonly left: readonly Left[];
}

/** A page on which nothing has been done since: its first version is its newest, nobody has read it or begun to write. */
const untouched = `not exists (select 1 from page_texts t where t.page_id = p.page_id
  and (t.latest > 1 or t.published is not null or t.scheduled is not null))
  and not exists (select 1 from page_drafts d where d.page_id = p.page_id)
  and (select count(*) from page_texts t where t.page_id = p.page_id) = 1`;

export function allImports(tx: TenantTx): Promise<ImportRow[]> {
  return tx.rows(
    `select i.id, (extract(epoch from i.made_at) * 1000)::bigint as "madeAt", m.name as "madeBy",
            i.finished as "isFinished", i.left_behind as "left",
            (select count(*) from import_pages p where p.import_id = i.id) as pages,
            (select count(*) from import_pictures p where p.import_id = i.id) as pictures,
            (select count(*) from import_pages p where p.import_id = i.id and not (${untouched})) as worked
       from imports i left join members m on m.id = i.made_by
      order by i.made_at desc limit 20`,
  );
}

/** Held until the transaction ends: an import is not undone while it is finished. */
export function holdImport(
  tx: TenantTx,
  id: string,
): Promise<{ readonly isFinished: boolean } | undefined> {
  return tx.row('select finished as "isFinished" from imports where id = $1 for update', [id]);
}

/** Broken off more than a day ago. */
export async function brokenOff(tx: TenantTx): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(
    "select id from imports where not finished and made_at < now() - interval '1 day' for update",
  );
  return rows.map(({ id }) => id);
}

export async function finishImport(tx: TenantTx, id: string, left: readonly Left[]): Promise<void> {
  await tx.rows("update imports set finished = true, left_behind = $2 where id = $1", [
    id,
    JSON.stringify(left),
  ]);
}

export async function takenAddresses(tx: TenantTx, slugs: readonly string[]): Promise<string[]> {
  const rows = await tx.rows<{ slug: string }>(
    "select slug from page_addresses where slug = any($1)",
    [slugs],
  );
  return rows.map(({ slug }) => slug);
}

export async function addPage(tx: TenantTx, id: string, page: string): Promise<void> {
  await tx.rows("insert into import_pages (import_id, jour_id, page_id) values ($1, $2, $3)", [
    id,
    tx.jour,
    page,
  ]);
}

export async function addPicture(tx: TenantTx, id: string, picture: string): Promise<void> {
  await tx.rows(
    "insert into import_pictures (import_id, jour_id, picture_id) values ($1, $2, $3)",
    [id, tx.jour, picture],
  );
}

/** How many went. Somebody who saves at this moment is waited for, and her page stays. */
export async function deleteUntouched(tx: TenantTx, id: string): Promise<number> {
  await tx.rows(
    `select 1 from pages where id in (select page_id from import_pages where import_id = $1)
      order by id for update`,
    [id],
  );
  const gone = await tx.rows(
    `delete from pages where id in
            (select p.page_id from import_pages p where p.import_id = $1 and ${untouched})
      returning id`,
    [id],
  );
  return gone.length;
}

export async function countPages(tx: TenantTx, id: string): Promise<number> {
  const row = await tx.row<{ count: number }>(
    "select count(*) from import_pages where import_id = $1",
    [id],
  );
  return row?.count ?? 0;
}

export async function picturesOf(tx: TenantTx, id: string): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(
    "select picture_id as id from import_pictures where import_id = $1",
    [id],
  );
  return rows.map((row) => row.id);
}

/** The pictures of an import that no text shows: no version of a page, nothing that is being written, no lecture. */
export async function unusedPictures(tx: TenantTx, id: string): Promise<string[]> {
  const rows = await tx.rows<{ picture_id: string }>(
    `select picture_id from import_pictures p where import_id = $1 and not exists
            (select 1 from page_versions v
              where position(p.picture_id::text in v.body || coalesce(v.cover, '')) > 0)
        and not exists (select 1 from page_drafts d where position(p.picture_id::text in d.content) > 0)
        and not exists (select 1 from education_lectures l where position(p.picture_id::text in l.content) > 0)`,
    [id],
  );
  return rows.map(({ picture_id }) => picture_id);
}

export async function deleteImport(tx: TenantTx, id: string): Promise<void> {
  await tx.rows("delete from imports where id = $1", [id]);
}
