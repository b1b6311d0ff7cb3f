import type { TenantTx } from "../platform/database/index.server.ts";
import type { Referral } from "./contract.ts";
import type { Kind, TextLanguage } from "./kinds.ts";

/** A text as everybody may read it at a moment. */
export interface LiveText {
  readonly page: string;
  readonly kind: Kind;
  readonly slug: string;
  readonly dated: string | null;
  readonly language: TextLanguage;
  readonly version: number;
  readonly title: string;
  readonly summary: string;
  readonly cover: string | null;
  /** Of an answer to a referral. */
  readonly referral: Referral | null;
  /** Epoch milliseconds: when this version was saved, or became what everybody reads at a time that was set. */
  readonly since: number;
  /** False of what a demonstration alone shows: nobody has checked it. */
  readonly isChecked: boolean;
}

/** What live.ts says of a standing, said in SQL; live.test.ts and pages.test.ts hold both to it. */
const liveTexts = `
  from pages p join page_texts t on t.page_id = p.id
  join page_versions v on v.page_id = t.page_id and v.language = t.language
   and v.version = case when t.scheduled_at <= to_timestamp($2::float8 / 1000) then t.scheduled
                        else t.published end
  left join page_checks c on c.page_id = t.page_id and c.language = t.language and c.version = v.version
 where (p.face_id is null or p.face_id = $1)
   and (t.language in ('sv', 'en', 'sv-easy') or c.page_id is not null
        or (select demo from jours where id = t.jour_id))`;

const columns = `p.id as page, p.kind, p.slug, p.dated, p.referral, t.language, v.version, v.title, v.summary,
  v.cover, (extract(epoch from greatest(v.saved_at,
    case when t.scheduled_at <= to_timestamp($2::float8 / 1000) then t.scheduled_at end)) * 1000)::bigint as since,
  t.language in ('sv', 'en', 'sv-easy') or c.page_id is not null as "isChecked"`;

/** All that a face shows, without the texts themselves. */
export function liveOn(tx: TenantTx, face: string, now: number): Promise<LiveText[]> {
  return tx.rows(
    `select ${columns} ${liveTexts}
      order by case when p.dated is null then 1 else 0 end, p.dated desc, p."position", v.title, t.language`,
    [face, now],
  );
}

export interface OldAddress {
  readonly slug: string;
  readonly page: string;
}

/** Names that pages of this jour have had in addresses and have no more. */
export function oldAddresses(tx: TenantTx): Promise<OldAddress[]> {
  return tx.rows(
    `select a.slug, a.page_id as page from page_addresses a join pages p on p.id = a.page_id
      where a.slug <> p.slug`,
  );
}

export async function bodyOf(
  tx: TenantTx,
  page: string,
  language: TextLanguage,
  version: number,
): Promise<string | undefined> {
  const row = await tx.row<{ body: string }>(
    "select body from page_versions where page_id = $1 and language = $2 and version = $3",
    [page, language, version],
  );
  return row?.body;
}

/** How the words of a text were taken apart when it was saved. */
const configuration = `case t.language when 'en' then 'pg_catalog.english'::regconfig
                                          else 'pg_catalog.swedish'::regconfig end`;

/** The texts in which all of `query` occurs, in whatever language, best first. */
export function found(tx: TenantTx, face: string, now: number, query: string): Promise<LiveText[]> {
  return tx.rows(
    `select ${columns} ${liveTexts} and v.words @@ to_tsquery(${configuration}, $3)
      order by ts_rank(v.words, to_tsquery(${configuration}, $3)) desc, v.title limit 200`,
    [face, now, query],
  );
}
