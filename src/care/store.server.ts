import type { TenantTx } from "../platform/database/index.server.ts";

export function hardOf(
  tx: TenantTx,
  months: readonly string[],
): Promise<{ member: string; month: string; count: number }[]> {
  return tx.rows(
    `select member_id as member, to_char(month, 'YYYY-MM') as month, count from hard_contacts
      where to_char(month, 'YYYY-MM') = any($1)`,
    [months],
  );
}

/** One more in this month, or one less; at none nothing is left. */
export async function countHard(
  tx: TenantTx,
  member: string,
  month: string,
  by: 1 | -1,
): Promise<void> {
  const day = `${month}-01`;
  if (by === 1) {
    await tx.rows(
      `insert into hard_contacts (member_id, jour_id, month, count) values ($1, $2, $3, 1)
       on conflict (member_id, month) do update set count = least(hard_contacts.count + 1, 200)`,
      [member, tx.jour, day],
    );
    return;
  }
  await tx.rows("delete from hard_contacts where member_id = $1 and month = $2 and count = 1", [
    ...[member, day],
  ]);
  await tx.rows(
    "update hard_contacts set count = count - 1 where member_id = $1 and month = $2 and count > 1",
    [member, day],
  );
}

export function leadsOf(
  tx: TenantTx,
  sessions: readonly string[],
): Promise<{ session: string; member: string }[]> {
  return tx.rows(
    "select shift_id as session, member_id as member from supervision_leads where shift_id = any($1)",
    [sessions],
  );
}

export async function putLead(tx: TenantTx, session: string, member: string | null): Promise<void> {
  await tx.rows("delete from supervision_leads where shift_id = $1", [session]);
  if (member === null) return;
  await tx.rows(
    "insert into supervision_leads (shift_id, jour_id, member_id) values ($1, $2, $3)",
    [session, tx.jour, member],
  );
}

export interface NoteRow {
  readonly id: string;
  readonly session: string;
  readonly author: string;
  readonly author_name: string;
  readonly written_on: string;
  readonly delete_on: string;
}
const columns = `n.id, n.shift_id as session, n.author_id as author, m.name as author_name,
  n.written_on::text, n.delete_on::text`;

export function notesOf(
  tx: TenantTx,
  sessions: readonly string[],
  today: string,
): Promise<NoteRow[]> {
  return tx.rows(
    `select ${columns} from supervision_notes n join members m on m.id = n.author_id
      where n.shift_id = any($1) and n.delete_on > $2 order by n.written_on, n.id`,
    [sessions, today],
  );
}

export function noteAt(
  tx: TenantTx,
  id: string,
  today: string,
): Promise<(NoteRow & { readonly sealed: Buffer }) | undefined> {
  return tx.row(
    `select ${columns}, n.sealed from supervision_notes n join members m on m.id = n.author_id
      where n.id = $1 and n.delete_on > $2`,
    [id, today],
  );
}

export async function insertNote(
  tx: TenantTx,
  note: Pick<NoteRow, "id" | "session" | "author" | "written_on" | "delete_on"> & {
    readonly sealed: Uint8Array;
  },
): Promise<void> {
  await tx.rows(
    `insert into supervision_notes (id, jour_id, shift_id, author_id, written_on, delete_on, sealed)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      ...[note.id, tx.jour, note.session, note.author, note.written_on, note.delete_on],
      Buffer.from(note.sealed),
    ],
  );
}

export async function deleteNote(tx: TenantTx, id: string): Promise<void> {
  await tx.rows("delete from supervision_notes where id = $1", [id]);
}

export async function sweepCare(tx: TenantTx, today: string, firstMonth: string): Promise<void> {
  await tx.rows("delete from supervision_notes where delete_on <= $1", [today]);
  await tx.rows("delete from hard_contacts where month < $1", [`${firstMonth}-01`]);
}
