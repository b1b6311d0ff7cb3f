import type { TenantTx } from "../platform/database/index.server.ts";
import type { MeetingKind } from "./contract.ts";

export interface MeetingRow {
  readonly id: string;
  readonly member_id: string | null;
  readonly kind: MeetingKind;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly place: string;
  readonly seats: number;
  readonly taken: readonly Buffer[];
}

const select = `select m.id, m.member_id, m.kind, m.starts_at, m.ends_at, m.place, m.seats,
    coalesce(array_agg(s.mailbox_id) filter (where s.mailbox_id is not null), '{}') as taken
  from recruitment_meetings m left join recruitment_seats s on s.meeting_id = m.id`;
const order = "group by m.id order by m.starts_at, m.id limit 500";

export function meetingsFrom(tx: TenantTx, from: Date): Promise<MeetingRow[]> {
  return tx.rows(`${select} where m.ends_at >= $1 ${order}`, [from]);
}

export function meetingsOfMember(tx: TenantTx, member: string, from: Date): Promise<MeetingRow[]> {
  return tx.rows(`${select} where m.member_id = $1 and m.ends_at >= $2 ${order}`, [member, from]);
}

/** Held still until the transaction ends: two who want the last seat come one after the other. */
export async function lockMeeting(tx: TenantTx, id: string): Promise<MeetingRow | undefined> {
  const held = await tx.rows("select 1 from recruitment_meetings where id = $1 for update", [id]);
  if (held.length === 0) return undefined;
  return tx.row(`${select} where m.id = $1 ${order}`, [id]);
}

export async function insertMeeting(
  tx: TenantTx,
  meeting: Omit<MeetingRow, "taken" | "starts_at" | "ends_at"> & {
    readonly startsAt: number;
    readonly endsAt: number;
  },
): Promise<void> {
  const { id, member_id, kind, startsAt, endsAt, place, seats } = meeting;
  await tx.rows(
    `insert into recruitment_meetings (id, jour_id, member_id, kind, starts_at, ends_at, place, seats)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, tx.jour, member_id, kind, new Date(startsAt), new Date(endsAt), place, seats],
  );
}

export async function deleteMeeting(tx: TenantTx, id: string): Promise<void> {
  await tx.rows("delete from recruitment_meetings where id = $1", [id]);
}

export async function takeSeat(tx: TenantTx, meeting: string, mailbox: Uint8Array): Promise<void> {
  await tx.rows(
    `insert into recruitment_seats (meeting_id, mailbox_id, jour_id) values ($1, $2, $3)
     on conflict do nothing`,
    [meeting, mailbox, tx.jour],
  );
}

export async function leaveSeat(tx: TenantTx, meeting: string, mailbox: Uint8Array): Promise<void> {
  await tx.rows("delete from recruitment_seats where meeting_id = $1 and mailbox_id = $2", [
    meeting,
    mailbox,
  ]);
}

export async function deletePastMeetings(tx: TenantTx, before: Date): Promise<void> {
  await tx.rows("delete from recruitment_meetings where ends_at < $1", [before]);
}
