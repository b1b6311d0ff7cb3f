import type { FaceId, JourId, SharedTx, TenantTx } from "../platform/database/index.server.ts";
import type { FaceContent } from "./contract.ts";
import { CHANNELS, type Channel, type FaceHours, type Interval } from "./names.ts";
import type { FaceKind, StandingPages } from "./views.ts";

/** A face as it lies in the database. Its jsonb columns hold what faceContract has let through. */
export interface FaceRecord {
  readonly id: FaceId;
  readonly slug: string;
  readonly kind: FaceKind;
  readonly version: number;
  readonly hoursVersion: number;
  readonly content: FaceContent;
  readonly hours: FaceHours;
}

/** Another face of the same jour, with the host that shows it. */
export interface Sibling {
  readonly slug: string;
  readonly host: string;
}

interface FaceRow extends Omit<FaceContent, "tabTitle" | "exitUrl" | "before"> {
  id: FaceId;
  slug: string;
  kind: FaceKind;
  version: number;
  hours_version: number;
  tab_title: string;
  exit_url: string;
  before_you_write: FaceContent["before"];
  hours: { channel: Channel; weekday: number; opens: string; closes: string }[];
  exceptions: { date: string; channel: Channel | "all"; intervals: Interval[] }[];
}

const faceQuery = `
  select id, slug, kind, version, hours_version, name, colour, tab_title, phone, exit_url, place,
         policy, reach, welcome, doors, before_you_write, permit, partners, routine,
         (select coalesce(json_agg(json_build_object('channel', h.channel, 'weekday', h.weekday,
                   'opens', h.opens, 'closes', h.closes) order by h.channel, h.weekday, h.opens), '[]')
            from opening_hours h where h.face_id = f.id) as hours,
         (select coalesce(json_agg(json_build_object('date', to_char(e.date, 'YYYY-MM-DD'),
                   'channel', e.channel, 'intervals', e.intervals) order by e.date, e.channel), '[]')
            from hours_exceptions e where e.face_id = f.id) as exceptions
    from faces f`;

export async function findFace(tx: TenantTx, id: string): Promise<FaceRecord | undefined> {
  const row = await tx.row<FaceRow>(`${faceQuery} where f.id = $1`, [id]);
  return row && toRecord(row);
}

/** The face of a jour's host that names none: the first. */
export async function firstFace(tx: TenantTx): Promise<FaceRecord | undefined> {
  const row = await tx.row<FaceRow>(`${faceQuery} order by f.position, f.slug limit 1`);
  return row && toRecord(row);
}

export async function allFaces(tx: TenantTx): Promise<FaceRecord[]> {
  return (await tx.rows<FaceRow>(`${faceQuery} order by f.position, f.slug`)).map(toRecord);
}

export function siblings(tx: TenantTx): Promise<Sibling[]> {
  return tx.rows<Sibling>(
    `select distinct on (f.slug) f.slug, h.host from faces f join hosts h on h.face_id = f.id
      order by f.slug, h.is_primary desc, h.host`,
  );
}

/**
 * Where the pages lie that every page leads to. Published is what `src/pages/live.ts` says; they stand
 * below /sidor in Swedish and English; texts in further languages have frames of their own. `face` is that of the host, or the federation itself.
 */
export async function standingPages(tx: TenantTx, face: string): Promise<StandingPages> {
  const rows = await tx.rows<{ kind: keyof StandingPages; slug: string }>(
    `select distinct on (p.kind) p.kind, p.slug
       from pages p join page_texts t on t.page_id = p.id
      where p.kind in ('traces', 'accessibility') and (p.face_id is null or p.face_id = $1)
        and t.language in ('sv', 'en', 'sv-easy')
        and (t.published is not null or t.scheduled_at <= now())
      order by p.kind, p."position", p.slug`,
    [face],
  );
  return Object.fromEntries(rows.map(({ kind, slug }) => [kind, `/sidor/${slug}`]));
}

function toRecord(row: FaceRow): FaceRecord {
  const { name, colour, phone, place, policy, welcome, doors } = row;
  const { permit, partners, routine, reach } = row;
  const week = Object.fromEntries(
    CHANNELS.map((channel) => [
      channel,
      [1, 2, 3, 4, 5, 6, 7].map((weekday) =>
        row.hours
          .filter((hour) => hour.channel === channel && hour.weekday === weekday)
          .map((hour) => ({ from: hour.opens, until: hour.closes })),
      ),
    ]),
  ) as unknown as FaceHours["week"];
  return {
    id: row.id,
    slug: row.slug,
    kind: row.kind,
    version: row.version,
    hoursVersion: row.hours_version,
    content: {
      ...{
        name,
        colour,
        phone,
        place,
        policy,
        reach,
        welcome,
        doors,
        permit,
        partners,
        routine,
      },
      tabTitle: row.tab_title,
      exitUrl: row.exit_url,
      before: row.before_you_write,
    },
    hours: { week, exceptions: row.exceptions },
  };
}

export interface NewFace {
  readonly id: FaceId;
  readonly slug: string;
  readonly kind: FaceKind;
  readonly position: number;
}

const contentColumns = [
  ...["name", "colour", "tab_title", "phone", "exit_url", "place", "policy", "welcome", "doors"],
  ...["before_you_write", "permit", "partners", "routine", "reach"],
];

function contentValues(content: FaceContent): unknown[] {
  const { name, colour, tabTitle, phone, exitUrl, place } = content;
  const { policy, welcome, doors, before, permit, partners, routine, reach } = content;
  const json = [policy, welcome, doors, before, permit, partners, routine, reach];
  return [
    name,
    colour,
    tabTitle,
    phone,
    exitUrl,
    place,
    ...json.map((part) => JSON.stringify(part)),
  ];
}

export async function insertFace(tx: TenantTx, face: NewFace, content: FaceContent): Promise<void> {
  const values = [face.id, tx.jour, face.slug, face.kind, face.position, ...contentValues(content)];
  await tx.rows(
    `insert into faces (id, jour_id, slug, kind, position, ${contentColumns.join(", ")})
     values (${values.map((_, index) => `$${index + 1}`).join(", ")})`,
    values,
  );
}

/** False when the face has changed since `version` was read; then nothing is written. */
export async function updateFace(
  tx: TenantTx,
  id: string,
  version: number,
  content: FaceContent,
): Promise<boolean> {
  const set = contentColumns.map((column, index) => `${column} = $${index + 3}`).join(", ");
  const changed = await tx.rows(
    `update faces set version = version + 1, ${set} where id = $1 and version = $2 returning id`,
    [id, version, ...contentValues(content)],
  );
  return changed.length > 0;
}

export async function primaryHost(tx: SharedTx, jour: JourId): Promise<string | undefined> {
  const found = await tx.row<{ host: string }>(
    "select host from hosts where jour_id = $1 and is_primary",
    [jour],
  );
  return found?.host;
}
