import type { TenantTx } from "../platform/database/index.server.ts";
import type { TextLanguage } from "./kinds.ts";

/** What somebody has begun to write and has not saved yet. */
export interface DraftRow {
  readonly basedOn: number;
  readonly content: string;
}

export function findDraft(
  tx: TenantTx,
  page: string,
  language: TextLanguage,
  member: string,
): Promise<DraftRow | undefined> {
  return tx.row(
    `select based_on as "basedOn", content from page_drafts
      where page_id = $1 and language = $2 and member_id = $3`,
    [page, language, member],
  );
}

export async function putDraft(
  tx: TenantTx,
  page: string,
  language: TextLanguage,
  member: string,
  { basedOn, content }: DraftRow,
): Promise<void> {
  await tx.rows(
    `insert into page_drafts (page_id, jour_id, language, member_id, based_on, content)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (page_id, language, member_id) do update
        set based_on = excluded.based_on, content = excluded.content`,
    [page, tx.jour, language, member, basedOn, content],
  );
}

export async function deleteDraft(
  tx: TenantTx,
  page: string,
  language: TextLanguage,
  member: string,
): Promise<void> {
  await tx.rows("delete from page_drafts where page_id = $1 and language = $2 and member_id = $3", [
    page,
    language,
    member,
  ]);
}
