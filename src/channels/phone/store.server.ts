import type { TenantTx } from "../../platform/database/index.server.ts";
import type { First, Mode, Recording } from "./policy.ts";

export interface LineRow {
  readonly face_id: string;
  readonly version: number;
  readonly number: string;
  readonly mode: Mode;
  readonly first: First;
  readonly ring_seconds: number;
  readonly secret_hash: Buffer | null;
  /** "2026-11-21" */
  readonly worked_on: string | null;
  readonly recordings: readonly { readonly kind: Recording; readonly name: string }[];
}

const lineQuery = `
  select face_id, version, number, mode, first, ring_seconds, secret_hash, worked_on::text,
         (select coalesce(json_agg(json_build_object('kind', r.kind, 'name', r.name)), '[]')
            from phone_recordings r where r.face_id = l.face_id) as recordings
    from phone_lines l`;

export const linesOf = (tx: TenantTx): Promise<LineRow[]> => tx.rows(lineQuery);

export const lineOf = (tx: TenantTx, face: string): Promise<LineRow | undefined> =>
  tx.row(`${lineQuery} where face_id = $1`, [face]);

export type LineSettings = Pick<
  LineRow,
  "face_id" | "version" | "number" | "mode" | "first" | "ring_seconds"
>;

/** False when somebody has saved since `version` was read. */
export async function putLine(tx: TenantTx, line: LineSettings): Promise<boolean> {
  const { face_id, version, number, mode, first, ring_seconds } = line;
  const values = [face_id, number, mode, first, ring_seconds];
  const done =
    version === 0
      ? await tx.rows(
          `insert into phone_lines (jour_id, face_id, number, mode, first, ring_seconds)
           values ($6, $1, $2, $3, $4, $5) on conflict do nothing returning 1`,
          [...values, tx.jour],
        )
      : await tx.rows(
          `update phone_lines set number = $2, mode = $3, first = $4, ring_seconds = $5, version = version + 1
            where face_id = $1 and version = $6 returning 1`,
          [...values, version],
        );
  return done.length > 0;
}

/** Nobody has reached us by the new address yet. */
export async function putSecret(tx: TenantTx, face: string, hash: Buffer): Promise<boolean> {
  const done = await tx.rows(
    "update phone_lines set secret_hash = $2, worked_on = null where face_id = $1 returning 1",
    [face, hash],
  );
  return done.length > 0;
}

export async function deleteLine(tx: TenantTx, face: string): Promise<boolean> {
  const done = await tx.rows("delete from phone_lines where face_id = $1 returning 1", [face]);
  return done.length > 0;
}

/** True when it is the first time that day. */
export async function workedOn(tx: TenantTx, face: string, day: string): Promise<boolean> {
  const done = await tx.rows(
    "update phone_lines set worked_on = $2 where face_id = $1 and worked_on is distinct from $2 returning 1",
    [face, day],
  );
  return done.length > 0;
}

export async function putRecording(
  tx: TenantTx,
  face: string,
  kind: Recording,
  { name, audio }: { readonly name: string; readonly audio: Uint8Array },
): Promise<void> {
  await tx.rows(
    `insert into phone_recordings (jour_id, face_id, kind, name, audio) values ($1, $2, $3, $4, $5)
     on conflict (jour_id, face_id, kind) do update set name = excluded.name, audio = excluded.audio`,
    [tx.jour, face, kind, name, audio],
  );
}

export async function deleteRecording(
  tx: TenantTx,
  face: string,
  kind: Recording,
): Promise<boolean> {
  const done = await tx.rows(
    "delete from phone_recordings where face_id = $1 and kind = $2 returning 1",
    [face, kind],
  );
  return done.length > 0;
}

export const recordingOf = (
  tx: TenantTx,
  face: string,
  name: string,
): Promise<{ audio: Buffer } | undefined> =>
  tx.row("select audio from phone_recordings where face_id = $1 and name = $2 limit 1", [
    face,
    name,
  ]);

export interface PhoneRow {
  readonly duty_id: string;
  readonly sealed_number: Buffer;
  readonly place: number;
  readonly in_call: boolean;
}

/** Of shifts that are not over, whether or not a desk is open: a telephone is carried along. */
export function phonesOf(tx: TenantTx, face: string, now: Date): Promise<PhoneRow[]> {
  return tx.rows(
    `select p.duty_id, p.sealed_number, p.place::int as place, p.in_call
       from duty_phones p join duties d on d.id = p.duty_id
      where d.face_id = $1 and d.expires_at > $2 order by p.place`,
    [face, now],
  );
}

export function phoneOf(tx: TenantTx, member: string, now: Date): Promise<PhoneRow | undefined> {
  return tx.row(
    `select p.duty_id, p.sealed_number, p.place::int as place, p.in_call
       from duty_phones p join duties d on d.id = p.duty_id
      where d.member_id = $1 and d.expires_at > $2`,
    [member, now],
  );
}

/** Of her shift that goes on; false when she has none, or for a face without a telephone. */
export async function takePhone(
  tx: TenantTx,
  member: string,
  sealedNumber: Buffer,
  now: Date,
): Promise<boolean> {
  const done = await tx.rows(
    `insert into duty_phones (jour_id, duty_id, sealed_number, place)
     select d.jour_id, d.id, $3, (select coalesce(max(place), 0) + 1 from duty_phones)
       from duties d join phone_lines l on l.face_id = d.face_id
      where d.member_id = $1 and d.expires_at > $2
     on conflict (duty_id) do update set sealed_number = excluded.sealed_number
     returning 1`,
    [member, now, sealedNumber],
  );
  return done.length > 0;
}

export async function releasePhone(tx: TenantTx, member: string): Promise<void> {
  await tx.rows(
    "delete from duty_phones where duty_id in (select id from duties where member_id = $1)",
    [member],
  );
}

export async function putInCall(tx: TenantTx, member: string, inCall: boolean): Promise<boolean> {
  const done = await tx.rows(
    `update duty_phones set in_call = $2
      where duty_id in (select id from duties where member_id = $1) returning 1`,
    [member, inCall],
  );
  return done.length > 0;
}

const HOUR = 3_600_000;
/** Longer than the six hours for which the operator repeats what it got no answer to. */
const MARK_LIVES_HOURS = 7;
/** A full hour, so that it tells no better than by the hour when somebody rang. */
export const markEnd = (now: number): Date =>
  new Date(Math.ceil(now / HOUR) * HOUR + MARK_LIVES_HOURS * HOUR);

/** False when that step has been answered, or that count settled, before. */
export async function putMark(tx: TenantTx, mark: Buffer, until: Date): Promise<boolean> {
  const done = await tx.rows(
    "insert into phone_marks (jour_id, mark, until) values ($1, $2, $3) on conflict do nothing returning 1",
    [tx.jour, mark, until],
  );
  return done.length > 0;
}

/** What its time is over goes: marks of steps, and telephones whose shift has ended. */
export async function sweepPhones(tx: TenantTx, now: Date): Promise<void> {
  await tx.rows("delete from phone_marks where until <= $1", [now]);
  await tx.rows(
    "delete from duty_phones where duty_id in (select id from duties where expires_at <= $1)",
    [now],
  );
}
