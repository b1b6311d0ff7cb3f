import { randomUUID } from "node:crypto";
import type { TenantTx } from "../platform/database/index.server.ts";
import type { PageSettings, PageText } from "./contract.ts";
import type { TextLanguage } from "./kinds.ts";

/** A page in all its languages, written by no member: what a new jour or the demo begins with. */
export interface WholePage extends PageSettings {
  readonly texts: Partial<Readonly<Record<TextLanguage, PageText>>>;
  readonly isPublished: boolean;
}

/** All of them by one statement: a house of seventy jours is furnished in seconds. An address that is taken stops all. */
export async function layPages(tx: TenantTx, pages: readonly WholePage[]): Promise<void> {
  const laid = pages.map((page) => ({
    ...page,
    id: randomUUID(),
    referral: page.referral ?? null,
  }));
  const said = laid.flatMap(({ id, texts, isPublished }) =>
    Object.entries(texts).map(([language, text]) => ({
      ...{ ...text, page: id, language, published: isPublished ? 1 : null },
    })),
  );
  await tx.rows(
    `with laid as (select * from jsonb_to_recordset($2::jsonb) as
         l(id uuid, face uuid, kind text, slug text, dated date, "position" int, referral jsonb)),
     said as (select * from jsonb_to_recordset($3::jsonb) as
         s(page uuid, language text, title text, summary text, body text, cover text, published int)),
     made as (insert into pages (id, jour_id, face_id, kind, slug, dated, "position", referral)
       select id, $1, face, kind, slug, dated, "position", nullif(referral, 'null') from laid),
     addressed as (insert into page_addresses (jour_id, slug, page_id) select $1, slug, id from laid),
     begun as (insert into page_texts (page_id, jour_id, language, latest, published)
       select page, $1, language, 1, published from said)
     insert into page_versions (page_id, jour_id, language, version, title, summary, body, cover, follows)
     select page, $1, language, 1, title, summary, body, cover, case when language <> 'sv' then 1 end
       from said`,
    [tx.jour, JSON.stringify(laid), JSON.stringify(said)],
  );
}
