import type { TenantTx } from "../platform/database/index.server.ts";
import type { Kind, Place, ShiftDraft, Standing, Wish } from "./contract.ts";
import type { Person } from "./rules.ts";

export interface ShiftRow {
  readonly id: string;
  readonly version: number;
  readonly day: string;
  readonly kind: Kind;
  readonly face_id: string | null;
  readonly title: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly needed: number;
  readonly at_least: string[];
  readonly called_off: boolean;
}

const columns =
  "id, version, day::text, kind, face_id, title, starts_at, ends_at, needed, at_least, called_off";

/** Those that begin on these days; what began earlier and goes on belongs to the month before. */
export function shiftsBetween(tx: TenantTx, from: Date, until: Date): Promise<ShiftRow[]> {
  return tx.rows(
    `select ${columns} from planned_shifts where starts_at >= $1 and starts_at < $2
      order by starts_at, title, id`,
    [from, until],
  );
}

/** The shift of a face that goes on, or is the next within the hour. */
export function shiftsAround(tx: TenantTx, face: string, at: Date): Promise<ShiftRow[]> {
  return tx.rows(
    `select ${columns} from planned_shifts where kind = 'shift' and not called_off
        and (face_id = $1 or face_id is null)
        and starts_at <= $2::timestamptz + interval '1 hour' and ends_at > $2
      order by starts_at, id limit 1`,
    [face, at],
  );
}

/** Held still until the transaction ends, in one order, so that no two wait for each other. */
export function lockShifts(tx: TenantTx, ids: readonly string[]): Promise<ShiftRow[]> {
  return tx.rows(
    `select ${columns} from planned_shifts where id = any($1) order by id for update`,
    [ids],
  );
}

export interface NewShift extends ShiftDraft {
  readonly id: string;
  readonly pattern: string | null;
  readonly day: string;
  readonly startsAt: number;
  readonly endsAt: number;
}

/** False where the pattern has one on that day already. */
export async function insertShift(tx: TenantTx, shift: NewShift): Promise<boolean> {
  const made = await tx.rows(
    `insert into planned_shifts
       (id, jour_id, pattern_id, day, kind, face_id, title, starts_at, ends_at, needed, at_least)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (pattern_id, day) do nothing returning 1`,
    [
      ...[shift.id, tx.jour, shift.pattern, shift.day, shift.kind, shift.face, shift.title],
      ...[new Date(shift.startsAt), new Date(shift.endsAt), shift.needed, [...shift.atLeast]],
    ],
  );
  return made.length > 0;
}

/** Throws 23P01 where the new time overlaps another place of somebody who has one here. */
export async function updateShift(
  tx: TenantTx,
  shift: Omit<NewShift, "pattern"> & { readonly calledOff: boolean },
): Promise<void> {
  const { id, kind, face, title, startsAt, endsAt, needed, atLeast, calledOff } = shift;
  await tx.rows(
    `update planned_shifts set version = version + 1, kind = $2, face_id = $3, title = $4,
       starts_at = $5, ends_at = $6, needed = $7, at_least = $8, called_off = $9 where id = $1`,
    [
      ...[id, kind, face, title, new Date(startsAt), new Date(endsAt)],
      ...[needed, [...atLeast], calledOff],
    ],
  );
  await tx.rows(
    `update shift_places set during = case when $2 then null else ${during} end
       from planned_shifts s where s.id = shift_id and shift_id = $1`,
    [id, calledOff],
  );
}

/** A shift of a day keeps her from another; a week on call does not. */
const during = `case when s.ends_at - s.starts_at <= interval '26 hours'
  then tstzrange(s.starts_at, s.ends_at) end`;

export interface PlaceRow extends Person {
  readonly shift_id: string;
  readonly name: string;
  readonly place: Place;
}

const person = `m.id as member, m.name,
  coalesce(p.standing, 'experienced') as standing,
  coalesce(p.knows, '{}') || case when m.role = 'coordinator' then '{coordinator}'::text[] else '{}' end as knows`;
const people = "members m left join planning_members p on p.member_id = m.id";

export function placesOf(tx: TenantTx, shifts: readonly string[]): Promise<PlaceRow[]> {
  return tx.rows(
    `select s.shift_id, s.place, ${person} from shift_places s, ${people}
      where m.id = s.member_id and s.shift_id = any($1) order by m.name, m.id`,
    [shifts],
  );
}

/** Throws 23P01 where she has another place at that time. */
export async function putPlace(
  tx: TenantTx,
  shift: string,
  member: string,
  place: Place,
): Promise<void> {
  await tx.rows(
    `insert into shift_places (shift_id, member_id, jour_id, place, during)
     select s.id, $2, $3, $4, ${during} from planned_shifts s where s.id = $1
     on conflict (shift_id, member_id) do update set place = excluded.place`,
    [shift, member, tx.jour, place],
  );
}

/** What place she had; undefined where she had none. */
export async function deletePlace(
  tx: TenantTx,
  shift: string,
  member: string,
): Promise<Place | undefined> {
  const gone = await tx.row<{ place: Place }>(
    "delete from shift_places where shift_id = $1 and member_id = $2 returning place",
    [shift, member],
  );
  return gone?.place;
}

export interface PersonRow extends Person {
  readonly name: string;
  readonly most_a_month: number | null;
  readonly mail_sealed: Buffer | null;
}

export function peopleOf(tx: TenantTx): Promise<PersonRow[]> {
  return tx.rows(
    `select ${person}, p.most_a_month, p.mail_sealed from ${people}
      where m.status = 'active' order by m.name, m.id`,
  );
}

export async function personOf(tx: TenantTx, member: string): Promise<PersonRow | undefined> {
  return tx.row(
    `select ${person}, p.most_a_month, p.mail_sealed from ${people}
      where m.id = $1 and m.status = 'active'`,
    [member],
  );
}

export interface PersonDraft {
  readonly standing: Standing;
  readonly knows: readonly string[];
  readonly mostAMonth: number | null;
}

export async function putPerson(tx: TenantTx, member: string, draft: PersonDraft): Promise<void> {
  await tx.rows(
    `insert into planning_members (member_id, jour_id, standing, knows, most_a_month)
     values ($1, $2, $3, $4, $5)
     on conflict (member_id) do update set standing = excluded.standing,
       knows = excluded.knows, most_a_month = excluded.most_a_month`,
    [member, tx.jour, draft.standing, [...draft.knows], draft.mostAMonth],
  );
}

/** Null takes the address away. */
export async function putMail(
  tx: TenantTx,
  member: string,
  sealed: Uint8Array | null,
): Promise<void> {
  await tx.rows(
    `insert into planning_members (member_id, jour_id, mail_sealed) values ($1, $2, $3)
     on conflict (member_id) do update set mail_sealed = excluded.mail_sealed`,
    [member, tx.jour, sealed],
  );
}

export interface WishRow {
  readonly shift_id: string;
  readonly member: string;
  readonly wish: Wish;
}

export function wishesOf(tx: TenantTx, shifts: readonly string[]): Promise<WishRow[]> {
  return tx.rows(
    "select shift_id, member_id as member, wish from shift_wishes where shift_id = any($1)",
    [shifts],
  );
}

/** False where there is no such shift. */
export async function putWish(
  tx: TenantTx,
  shift: string,
  member: string,
  wish: Wish,
): Promise<boolean> {
  const put = await tx.rows(
    `insert into shift_wishes (shift_id, member_id, jour_id, wish)
     select s.id, $2, $3, $4 from planned_shifts s where s.id = $1
     on conflict (shift_id, member_id) do update set wish = excluded.wish returning 1`,
    [shift, member, tx.jour, wish],
  );
  return put.length > 0;
}

/** Her own, for her calendar. */
export function spansOf(
  tx: TenantTx,
  member: string,
  from: Date,
): Promise<{ id: string; starts_at: Date; ends_at: Date; place: Place }[]> {
  return tx.rows(
    `select s.id, s.starts_at, s.ends_at, p.place from shift_places p
       join planned_shifts s on s.id = p.shift_id
      where p.member_id = $1 and s.ends_at >= $2 and not s.called_off order by s.starts_at`,
    [member, from],
  );
}

export async function deletePast(tx: TenantTx, before: Date): Promise<void> {
  await tx.rows("delete from planned_shifts where ends_at < $1", [before]);
  await tx.rows(
    "delete from planning_patterns where coalesce(last_on, case when every = 0 then first_on end) < $1::date",
    [before],
  );
}
