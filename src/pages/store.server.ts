import type { TenantTx } from "../platform/database/index.server.ts";
import type { PageSettings, PageText, Referral } from "./contract.ts";
import type { Kind, TextLanguage } from "./kinds.ts";
import type { Standing } from "./live.ts";

export interface PageRow {
  readonly id: string;
  readonly face: string | null;
  readonly kind: Kind;
  readonly slug: string;
  readonly dated: string | null;
  readonly position: number;
  readonly version: number;
  readonly referral: Referral | null;
}

export interface TextRow extends Standing {
  readonly page: string;
  readonly language: TextLanguage;
  readonly title: string;
  readonly follows: number | null;
  readonly review: "asked" | "yes" | null;
  /** Of the newest version: a person has checked it, or nobody has to. */
  readonly isChecked: boolean;
}

const pageColumns = 'id, face_id as face, kind, slug, dated, "position", version, referral';

export function allPages(tx: TenantTx): Promise<PageRow[]> {
  return tx.rows(`select ${pageColumns} from pages order by kind, dated desc, "position", slug`);
}

/** Epoch milliseconds, as everything outside the database reckons. */
const at = (column: string, name: string): string =>
  `(extract(epoch from ${column}) * 1000)::bigint as "${name}"`;

export function allTexts(tx: TenantTx): Promise<TextRow[]> {
  return tx.rows(
    `select t.page_id as page, t.language, t.latest, t.published, t.scheduled,
            ${at("t.scheduled_at", "scheduledAt")}, v.title, v.follows,
            case when r.said_at is not null then 'yes' when r.page_id is not null then 'asked' end as review,
            t.language in ('sv', 'en', 'sv-easy') or c.page_id is not null as "isChecked"
       from page_texts t join page_versions v
         on v.page_id = t.page_id and v.language = t.language and v.version = t.latest
       left join page_reviews r
         on r.page_id = t.page_id and r.language = t.language and r.version = t.latest
       left join page_checks c
         on c.page_id = t.page_id and c.language = t.language and c.version = t.latest`,
  );
}

/** Held until the transaction ends: of two who save at once, one waits. */
export function holdText(
  tx: TenantTx,
  page: string,
  language: TextLanguage,
): Promise<Standing | undefined> {
  return tx.row(
    `select latest, published, scheduled, ${at("scheduled_at", "scheduledAt")}
       from page_texts where page_id = $1 and language = $2 for update`,
    [page, language],
  );
}

export async function insertPage(tx: TenantTx, id: string, page: PageSettings): Promise<void> {
  const { kind, slug, face, dated, position } = page;
  await tx.rows(
    `insert into pages (id, jour_id, face_id, kind, slug, dated, "position", referral)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, tx.jour, face, kind, slug, dated, position, referralOf(page)],
  );
}

/** What it answers goes when it becomes a page of another kind. */
const referralOf = ({ kind, referral }: PageSettings): string | null =>
  kind === "referral" && referral ? JSON.stringify(referral) : null;

/** Of a page that is held. */
export async function updatePage(tx: TenantTx, id: string, page: PageSettings): Promise<void> {
  const { kind, slug, face, dated, position } = page;
  await tx.rows(
    `update pages set version = version + 1, kind = $2, slug = $3, face_id = $4, dated = $5,
            "position" = $6, referral = $7
      where id = $1`,
    [id, kind, slug, face, dated, position, referralOf(page)],
  );
}

/** `instead`: the day that it was given when it was to go out then. */
export async function dateIfUndated(
  tx: TenantTx,
  id: string,
  date: string | null,
  instead: string | null = null,
): Promise<void> {
  await tx.rows("update pages set dated = $2 where id = $1 and (dated is null or dated = $3)", [
    ...[id, date, instead],
  ]);
}

/** False when the address belongs, or has belonged, to another page. */
export async function takeAddress(tx: TenantTx, page: string, slug: string): Promise<boolean> {
  const row = await tx.row<{ page_id: string }>(
    `insert into page_addresses (jour_id, slug, page_id) values ($1, $2, $3)
     on conflict (jour_id, slug) do update set slug = excluded.slug returning page_id`,
    [tx.jour, slug, page],
  );
  return row?.page_id === page;
}

export async function deletePage(tx: TenantTx, id: string): Promise<boolean> {
  return (await tx.rows("delete from pages where id = $1 returning id", [id])).length > 0;
}

export async function isFace(tx: TenantTx, id: string): Promise<boolean> {
  return (await tx.row("select 1 from faces where id = $1", [id])) !== undefined;
}

interface NewVersion {
  readonly page: string;
  readonly language: TextLanguage;
  readonly version: number;
  readonly text: PageText;
  /** null for what no member wrote, such as the demo's. */
  readonly member: string | null;
  /** Of a translation: the Swedish version that it follows. */
  readonly follows?: number | null;
}

/** The text and, as its newest, its version. */
export async function insertVersion(tx: TenantTx, made: NewVersion): Promise<void> {
  const { page, language, version, text, member, follows = null } = made;
  await tx.rows(
    `insert into page_texts (page_id, jour_id, language, latest) values ($1, $2, $3, $4)
     on conflict (page_id, language) do update set latest = excluded.latest`,
    [page, tx.jour, language, version],
  );
  await tx.rows(
    `insert into page_versions
            (page_id, jour_id, language, version, title, summary, body, cover, saved_by, follows)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[
        page,
        tx.jour,
        language,
        version,
        text.title,
        text.summary,
        text.body,
        text.cover,
        member,
      ],
      follows,
    ],
  );
}

/** Held until the transaction ends, so that of two who save a first version at once one waits. */
export function holdPage(tx: TenantTx, id: string): Promise<PageRow | undefined> {
  return tx.row(`select ${pageColumns} from pages where id = $1 for update`, [id]);
}

export async function setStanding(
  tx: TenantTx,
  page: string,
  language: TextLanguage,
  { published, scheduled, scheduledAt }: Omit<Standing, "latest">,
): Promise<void> {
  await tx.rows(
    `update page_texts set published = $3, scheduled = $4, scheduled_at = to_timestamp($5::float8 / 1000)
      where page_id = $1 and language = $2`,
    [page, language, published, scheduled, scheduledAt],
  );
}

export function findVersion(
  tx: TenantTx,
  page: string,
  language: TextLanguage,
  version: number,
): Promise<PageText | undefined> {
  return tx.row(
    `select title, summary, body, cover from page_versions
      where page_id = $1 and language = $2 and version = $3`,
    [page, language, version],
  );
}

export function newestBodies(
  tx: TenantTx,
): Promise<{ readonly page: string; readonly language: TextLanguage; readonly body: string }[]> {
  return tx.rows(
    `select v.page_id as page, v.language, v.body from page_texts t join page_versions v
         on v.page_id = t.page_id and v.language = t.language and v.version = t.latest
      order by v.page_id, v.language`,
  );
}

export async function newestBody(
  tx: TenantTx,
  page: string,
  language: TextLanguage,
): Promise<string | undefined> {
  const row = await tx.row<{ body: string }>(
    `select v.body from page_texts t join page_versions v
         on v.page_id = t.page_id and v.language = t.language and v.version = t.latest
      where t.page_id = $1 and t.language = $2`,
    [page, language],
  );
  return row?.body;
}

/** What a version of a translation follows. */
export async function followedBy(
  tx: TenantTx,
  page: string,
  language: TextLanguage,
  version: number,
): Promise<number | null> {
  const row = await tx.row<{ follows: number | null }>(
    "select follows from page_versions where page_id = $1 and language = $2 and version = $3",
    [page, language, version],
  );
  return row?.follows ?? null;
}

export interface VersionRow {
  readonly version: number;
  readonly follows: number | null;
  readonly savedAt: number;
  readonly savedBy: string | null;
  readonly title: string;
}

export function versionsOf(
  tx: TenantTx,
  page: string,
  language: TextLanguage,
): Promise<VersionRow[]> {
  return tx.rows(
    `select v.version, v.follows, ${at("v.saved_at", "savedAt")}, m.name as "savedBy", v.title
       from page_versions v left join members m on m.id = v.saved_by
      where v.page_id = $1 and v.language = $2 order by v.version desc limit 200`,
    [page, language],
  );
}
