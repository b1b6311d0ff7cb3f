import type { TenantTx } from "../platform/database/index.server.ts";
import type { MeetingStage, Present } from "./meeting-contract.ts";

export interface MeetingRow {
  readonly id: string;
  readonly stage: MeetingStage;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly feeYear: number | null;
  readonly sealed: Buffer;
  readonly sequence: number;
  readonly adjustedOn: string | null;
  readonly version: number;
}

const columns = `id, stage, starts_at as "startsAt", ends_at as "endsAt", fee_year as "feeYear",
  sealed, sequence, adjusted_on::text as "adjustedOn", version`;

export function allMeetings(tx: TenantTx): Promise<MeetingRow[]> {
  return tx.rows(`select ${columns} from association_meetings order by starts_at desc, id`);
}

/** Held until the transaction ends: of two who change it the second sees what the first has done. */
export function meetingOf(tx: TenantTx, id: string): Promise<MeetingRow | undefined> {
  return tx.row(`select ${columns} from association_meetings where id = $1 for update`, [id]);
}

/** As it is now, held by nobody. */
export function seeMeeting(tx: TenantTx, id: string): Promise<MeetingRow | undefined> {
  return tx.row(`select ${columns} from association_meetings where id = $1`, [id]);
}

/** False when there is one of that number. */
export async function insertMeeting(tx: TenantTx, row: MeetingRow): Promise<boolean> {
  const made = await tx.rows(
    `insert into association_meetings (id, jour_id, stage, starts_at, ends_at, fee_year, sealed,
                                       sequence)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning 1`,
    [
      ...[row.id, tx.jour, row.stage, row.startsAt, row.endsAt, row.feeYear, row.sealed],
      row.sequence,
    ],
  );
  return made.length > 0;
}

export async function updateMeeting(tx: TenantTx, row: MeetingRow): Promise<void> {
  await tx.rows(
    `update association_meetings set stage = $2, starts_at = $3, ends_at = $4, fee_year = $5,
            sealed = $6, sequence = $7, adjusted_on = $8, version = version + 1 where id = $1`,
    [
      ...[row.id, row.stage, row.startsAt, row.endsAt, row.feeYear, row.sealed],
      ...[row.sequence, row.adjustedOn],
    ],
  );
}

export async function deleteMeeting(tx: TenantTx, id: string): Promise<boolean> {
  return (
    (await tx.rows("delete from association_meetings where id = $1 returning 1", [id])).length > 0
  );
}

export interface CallRow {
  readonly id: string;
  readonly meeting: string;
  readonly member: string;
  readonly isHanded: boolean;
}
const callColumns = `id, meeting_id as meeting, member_id as member, is_handed as "isHanded"`;

export function allCalls(tx: TenantTx): Promise<CallRow[]> {
  return tx.rows(`select ${callColumns} from association_calls`);
}

/** Called anew: the mail has a number of its own, so that the one before is not taken for it. */
export async function insertCall(tx: TenantTx, row: CallRow): Promise<void> {
  await tx.rows(
    `insert into association_calls (id, jour_id, meeting_id, member_id, is_handed)
     values ($1, $2, $3, $4, $5)
     on conflict (meeting_id, member_id)
     do update set id = excluded.id, is_handed = excluded.is_handed`,
    [row.id, tx.jour, row.meeting, row.member, row.isHanded],
  );
}

/** Marked as handed over in the same step; what another process has in its hands is passed over. */
export function takeCalls(tx: TenantTx, most: number): Promise<CallRow[]> {
  return tx.rows(
    `update association_calls set is_handed = true
      where id in (select id from association_calls where not is_handed
                    order by id limit $1 for update skip locked)
      returning ${callColumns}`,
    [most],
  );
}

export interface PresenceRow extends Present {
  readonly meeting: string;
}

export function allPresence(tx: TenantTx): Promise<PresenceRow[]> {
  return tx.rows(
    `select meeting_id as meeting, member_id as member, has_vote as "hasVote",
            by_herself as "byHerself" from association_presence order by member_id`,
  );
}

export async function notePresence(tx: TenantTx, row: PresenceRow): Promise<void> {
  await tx.rows(
    `insert into association_presence (meeting_id, member_id, jour_id, has_vote, by_herself)
     values ($1, $2, $3, $4, $5)
     on conflict (meeting_id, member_id) do update set has_vote = excluded.has_vote`,
    [row.meeting, row.member, tx.jour, row.hasVote, row.byHerself],
  );
}

export async function dropPresence(tx: TenantTx, meeting: string, member: string): Promise<void> {
  await tx.rows("delete from association_presence where meeting_id = $1 and member_id = $2", [
    meeting,
    member,
  ]);
}

/** Who was called to a meeting that ended before, and who was there. */
export async function forgetPresence(tx: TenantTx, before: Date): Promise<void> {
  for (const table of ["association_presence", "association_calls"])
    await tx.rows(
      `delete from ${table} where meeting_id in
         (select id from association_meetings where ends_at < $1)`,
      [before],
    );
}

export interface MinutesRow {
  readonly id: string;
  readonly meeting: string;
  readonly number: number;
  readonly sealed: Buffer;
  readonly writtenBy: string | null;
  readonly writtenOn: string;
}

export function minutesRows(tx: TenantTx, meeting: string): Promise<MinutesRow[]> {
  return tx.rows(
    `select id, meeting_id as meeting, number, sealed, written_by as "writtenBy",
            written_on::text as "writtenOn"
       from association_minutes where meeting_id = $1 order by number desc`,
    [meeting],
  );
}

export async function insertMinutes(tx: TenantTx, row: MinutesRow): Promise<void> {
  await tx.rows(
    `insert into association_minutes (id, jour_id, meeting_id, number, sealed, written_by, written_on)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [row.id, tx.jour, row.meeting, row.number, row.sealed, row.writtenBy, row.writtenOn],
  );
}
