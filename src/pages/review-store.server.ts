import type { TenantTx } from "../platform/database/index.server.ts";
import type { TextLanguage } from "./kinds.ts";

export async function wantsSecondEyes(tx: TenantTx): Promise<boolean> {
  const row = await tx.row<{ second_eyes: boolean }>("select second_eyes from page_rules");
  return row?.second_eyes === true;
}

export async function setSecondEyes(tx: TenantTx, wanted: boolean): Promise<void> {
  await tx.rows(
    `insert into page_rules (jour_id, second_eyes) values ($1, $2)
     on conflict (jour_id) do update set second_eyes = excluded.second_eyes`,
    [tx.jour, wanted],
  );
}

export interface ReviewRow {
  readonly askedBy: string | null;
  readonly saidBy: string | null;
  /** The member herself; null when she has left. */
  readonly saidById: string | null;
  readonly isYes: boolean;
}

export function findReview(
  tx: TenantTx,
  page: string,
  language: TextLanguage,
  version: number,
): Promise<ReviewRow | undefined> {
  return tx.row(
    `select a.name as "askedBy", s.name as "saidBy", r.said_by as "saidById",
            r.said_at is not null as "isYes"
       from page_reviews r left join members a on a.id = r.asked_by
       left join members s on s.id = r.said_by
      where r.page_id = $1 and r.language = $2 and r.version = $3`,
    [page, language, version],
  );
}

/** Who saved a version: null of one whose writer has left, or that no member wrote. */
export async function authorOf(
  tx: TenantTx,
  page: string,
  language: TextLanguage,
  version: number,
): Promise<{ readonly member: string | null } | undefined> {
  return tx.row(
    `select saved_by as member from page_versions
      where page_id = $1 and language = $2 and version = $3`,
    [page, language, version],
  );
}

interface Said {
  readonly page: string;
  readonly language: TextLanguage;
  readonly version: number;
  readonly member: string;
}

export async function putAsked(tx: TenantTx, said: Said): Promise<void> {
  await tx.rows(
    `insert into page_reviews (page_id, language, version, jour_id, asked_by)
     values ($1, $2, $3, $4, $5)
     on conflict (page_id, language, version) do update set asked_by = excluded.asked_by
      where page_reviews.said_at is null`,
    [said.page, said.language, said.version, tx.jour, said.member],
  );
}

export async function putYes(tx: TenantTx, said: Said): Promise<void> {
  await tx.rows(
    `insert into page_reviews (page_id, language, version, jour_id, said_by, said_at)
     values ($1, $2, $3, $4, $5, now())
     on conflict (page_id, language, version) do update
        set said_by = excluded.said_by, said_at = excluded.said_at`,
    [said.page, said.language, said.version, tx.jour, said.member],
  );
}
