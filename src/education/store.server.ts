import type { TenantTx } from "../platform/database/index.server.ts";
import type { Lecture, Reason, Stage } from "./contract.ts";
import { KEEP_MONTHS } from "./policy.ts";

interface LectureRow extends Omit<Lecture, "content"> {
  readonly content: string;
}

export async function allLectures(tx: TenantTx): Promise<Lecture[]> {
  const rows = await tx.rows<LectureRow>(
    `select id, content, is_published as "isPublished", version
       from education_lectures order by position, id`,
  );
  return rows.map(({ content, ...row }) => ({
    ...row,
    content: JSON.parse(content) as Lecture["content"],
  }));
}

/** False when somebody has changed it since `version`, or when it is there already. */
export async function saveLecture(tx: TenantTx, lecture: Lecture): Promise<boolean> {
  const { id, content, isPublished, version } = lecture;
  const values = [id, tx.jour, JSON.stringify(content), isPublished];
  const done =
    version === 0
      ? await tx.rows(
          `insert into education_lectures (id, jour_id, content, is_published, position)
           select $1, $2, $3, $4, coalesce(max(position), 0) + 1 from education_lectures
           on conflict do nothing returning 1`,
          values,
        )
      : await tx.rows(
          `update education_lectures set content = $3, is_published = $4, version = version + 1
            where id = $1 and jour_id = $2 and version = $5 returning 1`,
          [...values, version],
        );
  return done.length > 0;
}

export async function deleteLecture(tx: TenantTx, id: string): Promise<boolean> {
  return (
    (await tx.rows("delete from education_lectures where id = $1 returning 1", [id])).length > 0
  );
}

export async function isLecture(tx: TenantTx, id: string): Promise<boolean> {
  return (await tx.rows("select 1 from education_lectures where id = $1", [id])).length > 0;
}

export async function isActiveMember(tx: TenantTx, id: string): Promise<boolean> {
  const found = await tx.rows("select 1 from members where id = $1 and status = 'active'", [id]);
  return found.length > 0;
}

export interface BookingRow {
  readonly id: string;
  readonly lecture: string | null;
  readonly evaluation: string | null;
  readonly stage: Stage;
  readonly reason: Reason | null;
  readonly askedOn: string;
  readonly deleteOn: string;
  readonly sealed: Buffer;
  readonly member: string | null;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly version: number;
}

const columns = `id, lecture_id as lecture, evaluation_id as evaluation, stage, reason,
  asked_on::text as "askedOn", delete_on::text as "deleteOn", sealed, member_id as member,
  starts_at as "startsAt", ends_at as "endsAt", version`;

export function allBookings(tx: TenantTx): Promise<BookingRow[]> {
  return tx.rows(
    `select ${columns} from education_bookings order by starts_at nulls first, asked_on, id`,
  );
}

/** Held until the transaction ends: of two who change it the second sees what the first has done. */
export function bookingOf(tx: TenantTx, id: string): Promise<BookingRow | undefined> {
  return tx.row(`select ${columns} from education_bookings where id = $1 for update`, [id]);
}

export async function insertBooking(
  tx: TenantTx,
  row: Pick<BookingRow, "id" | "lecture" | "askedOn" | "deleteOn" | "sealed">,
): Promise<void> {
  await tx.rows(
    `insert into education_bookings (id, jour_id, lecture_id, stage, asked_on, sealed, delete_on)
     values ($1, $2, $3, 'asked', $4, $5, $6)`,
    [row.id, tx.jour, row.lecture, row.askedOn, row.sealed, row.deleteOn],
  );
}

/** A time that has changed is reminded of anew. */
export async function updateBooking(tx: TenantTx, row: BookingRow): Promise<void> {
  await tx.rows(
    `update education_bookings set lecture_id = $2, stage = $3, reason = $4, sealed = $5,
            member_id = $6, reminded = reminded and starts_at is not distinct from $7,
            starts_at = $7, ends_at = $8, delete_on = $9, evaluation_id = $10, version = version + 1
      where id = $1`,
    [
      ...[row.id, row.lecture, row.stage, row.reason, row.sealed, row.member],
      ...[row.startsAt, row.endsAt, row.deleteOn, row.evaluation],
    ],
  );
}

export async function deleteBooking(tx: TenantTx, id: string): Promise<boolean> {
  return (
    (await tx.rows("delete from education_bookings where id = $1 returning 1", [id])).length > 0
  );
}

export async function overAt(tx: TenantTx, today: string): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(
    "select id from education_bookings where delete_on <= $1 for update",
    [today],
  );
  return rows.map(({ id }) => id);
}

/** One after the other, so that two who ask at once are both counted. */
export async function countAsked(tx: TenantTx, today: string): Promise<number> {
  await tx.rows("select pg_advisory_xact_lock(hashtext('education ' || $1))", [tx.jour]);
  const found = await tx.row<{ count: number }>(
    "select count(*)::int as count from education_bookings where asked_on = $1",
    [today],
  );
  return found?.count ?? 0;
}

/** Booked lectures that begin between the two moments and of which nobody was reminded: marked in the same step. */
export function takeDue(tx: TenantTx, from: Date, until: Date): Promise<BookingRow[]> {
  return tx.rows(
    `update education_bookings set reminded = true
      where stage = 'booked' and not reminded and starts_at > $1 and starts_at <= $2
      returning ${columns}`,
    [from, until],
  );
}

/** What a member holds, for her calendar. */
export function heldBy(
  tx: TenantTx,
  member: string,
  from: Date,
): Promise<{ id: string; startsAt: Date; endsAt: Date }[]> {
  return tx.rows(
    `select id, starts_at as "startsAt", ends_at as "endsAt" from education_bookings
      where member_id = $1 and stage in ('offered', 'booked', 'held') and ends_at > $2`,
    [member, from],
  );
}

export async function keptMonths(tx: TenantTx): Promise<number> {
  const row = await tx.row<{ keep: number }>("select keep_months as keep from education_settings");
  return row?.keep ?? KEEP_MONTHS;
}

export async function saveKeptMonths(tx: TenantTx, months: number): Promise<void> {
  await tx.rows(
    `insert into education_settings (jour_id, keep_months) values ($1, $2)
     on conflict (jour_id) do update set keep_months = excluded.keep_months`,
    [tx.jour, months],
  );
}
