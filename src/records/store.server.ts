import type { TenantTx } from "../platform/database/index.server.ts";
import type { Register } from "../protocol/records/index.ts";
import type { PledgeText, RequestKind, Work } from "./contract.ts";

// Days come and go as text, such as 2026-11-21: a Date would drag a time zone along.

export function newestText(tx: TenantTx): Promise<PledgeText | undefined> {
  return tx.row(`${texts} order by version desc limit 1`);
}
export const allTexts = (tx: TenantTx): Promise<PledgeText[]> =>
  tx.rows(`${texts} order by version desc`);
const texts = `select version, body, published_on::text as "publishedOn" from pledge_texts`;

/** False when a colleague has published that version meanwhile. */
export async function insertText(
  tx: TenantTx,
  text: PledgeText & { readonly by: string },
): Promise<boolean> {
  const made = await tx.rows(
    `insert into pledge_texts (jour_id, version, body, published_on, published_by)
     values ($1, $2, $3, $4, $5) on conflict do nothing returning 1`,
    [tx.jour, text.version, text.body, text.publishedOn, text.by],
  );
  return made.length > 0;
}

export interface PledgeRow {
  readonly member_id: string;
  readonly version: number;
  readonly statement: Buffer;
  readonly identity_key: Buffer;
  readonly signed_on: string;
}

/** Of all who are members now, under the keys that they have now: who came back with new ones signs anew. */
export const allPledges = (tx: TenantTx): Promise<PledgeRow[]> =>
  tx.rows(
    `select p.member_id, p.version, p.statement, p.identity_key, p.signed_on::text
       from pledges p join members m on m.id = p.member_id and m.identity_key = p.identity_key
      order by p.member_id, p.version desc`,
  );

export const pledgesOf = (tx: TenantTx, member: string): Promise<PledgeRow[]> =>
  tx.rows(
    `select member_id, version, statement, identity_key, signed_on::text
       from pledges where member_id = $1 order by version desc`,
    [member],
  );

export async function insertPledge(
  tx: TenantTx,
  pledge: {
    readonly member: string;
    readonly version: number;
    readonly statement: Uint8Array;
    readonly identityKey: Uint8Array;
    readonly signedOn: string;
  },
): Promise<void> {
  await tx.rows(
    `insert into pledges (jour_id, member_id, version, statement, identity_key, signed_on)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (jour_id, member_id, version) do update
       set statement = excluded.statement, identity_key = excluded.identity_key,
           signed_on = excluded.signed_on`,
    [tx.jour, pledge.member, pledge.version, pledge.statement, pledge.identityKey, pledge.signedOn],
  );
}

export interface StandingRow {
  readonly member_id: string;
  /** null: nobody has chosen yet. */
  readonly work: Work | null;
  readonly on_leave: boolean;
}
export const standings = (tx: TenantTx): Promise<StandingRow[]> =>
  tx.rows("select member_id, work, on_leave from member_standings");

export const standingOf = (tx: TenantTx, member: string): Promise<StandingRow | undefined> =>
  tx.row("select member_id, work, on_leave from member_standings where member_id = $1 for update", [
    member,
  ]);

/** What may not be kept under her new work is gone before: the schema would refuse it. */
export async function putWork(tx: TenantTx, member: string, work: Work): Promise<void> {
  await tx.rows("delete from extract_notes where member_id = $1 and $2 <> 'children'", [
    member,
    work,
  ]);
  await tx.rows(
    `insert into member_standings (jour_id, member_id, work) values ($1, $2, $3)
     on conflict (jour_id, member_id) do update set work = excluded.work`,
    [tx.jour, member, work],
  );
}

export async function putLeave(tx: TenantTx, member: string, onLeave: boolean): Promise<void> {
  await tx.rows(
    `insert into member_standings (jour_id, member_id, work, on_leave) values ($1, $2, null, $3)
     on conflict (jour_id, member_id) do update set on_leave = excluded.on_leave`,
    [tx.jour, member, onLeave],
  );
}

export interface NoteRow {
  readonly member_id: string;
  readonly shown_month: string;
  readonly seen_by: string | null;
}
export const notes = (tx: TenantTx): Promise<NoteRow[]> =>
  tx.rows(
    "select member_id, to_char(shown_month, 'YYYY-MM') as shown_month, seen_by from extract_notes",
  );

export async function putNote(
  tx: TenantTx,
  member: string,
  shownMonth: string,
  seenBy: string,
): Promise<void> {
  await tx.rows(
    `insert into extract_notes (jour_id, member_id, shown_month, seen_by) values ($1, $2, $3, $4)
     on conflict (jour_id, member_id) do update
       set shown_month = excluded.shown_month, seen_by = excluded.seen_by`,
    [tx.jour, member, `${shownMonth}-01`, seenBy],
  );
}

export interface CopyRow {
  readonly id: string;
  readonly member_id: string;
  readonly issued_on: string;
  readonly started_on: string;
  readonly readers: string[];
  readonly ended_on: string | null;
}
const copyColumns = `id, member_id, issued_on::text, started_on::text, readers, ended_on::text`;
export const copies = (tx: TenantTx): Promise<CopyRow[]> =>
  tx.rows(`select ${copyColumns} from extract_copies order by started_on desc, id`);

export const copyOf = (
  tx: TenantTx,
  id: string,
): Promise<
  (CopyRow & { criminal: Buffer; suspicion: Buffer; statement: Buffer | null }) | undefined
> =>
  tx.row(
    `select ${copyColumns}, criminal, suspicion, statement from extract_copies where id = $1`,
    [id],
  );

/** False while another copy of hers counts. */
export async function insertCopy(
  tx: TenantTx,
  copy: Omit<CopyRow, "ended_on"> & Record<Register | "statement", Uint8Array>,
): Promise<boolean> {
  const made = await tx.rows(
    `insert into extract_copies
       (id, jour_id, member_id, issued_on, started_on, readers, criminal, suspicion, statement)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing returning 1`,
    [
      copy.id,
      tx.jour,
      copy.member_id,
      copy.issued_on,
      copy.started_on,
      copy.readers,
      copy.criminal,
      copy.suspicion,
      copy.statement,
    ],
  );
  return made.length > 0;
}

/** She works there no more: from now on the two years run. */
export async function endCopies(tx: TenantTx, member: string, today: string): Promise<void> {
  await tx.rows(
    "update extract_copies set ended_on = $2 where member_id = $1 and ended_on is null",
    [member, today],
  );
}

export async function deleteCopy(tx: TenantTx, id: string): Promise<void> {
  await tx.rows("delete from extract_copies where id = $1", [id]);
}

export interface RequestRow {
  readonly member_id: string;
  readonly kind: RequestKind;
  readonly asked_on: string;
}
export const requests = (tx: TenantTx): Promise<RequestRow[]> =>
  tx.rows("select member_id, kind, asked_on::text from record_requests order by asked_on");

export async function putRequest(
  tx: TenantTx,
  member: string,
  kind: RequestKind,
  today: string,
): Promise<void> {
  await tx.rows(
    `insert into record_requests (jour_id, member_id, kind, asked_on)
     values ($1, $2, $3, $4) on conflict do nothing`,
    [tx.jour, member, kind, today],
  );
}

export async function deleteRequest(
  tx: TenantTx,
  member: string,
  kind: RequestKind,
): Promise<boolean> {
  const gone = await tx.rows(
    "delete from record_requests where member_id = $1 and kind = $2 returning 1",
    [member, kind],
  );
  return gone.length > 0;
}

/** Those whom the register knows no more: their years begin to run; and what has run out goes. */
export async function sweepRecords(
  tx: TenantTx,
  today: string,
  pledgesBefore: string,
): Promise<void> {
  const gone = "not exists (select 1 from members m where m.id = member_id)";
  await tx.rows(`update pledges set left_on = $1 where left_on is null and ${gone}`, [today]);
  await tx.rows(`update extract_copies set ended_on = $1 where ended_on is null and ${gone}`, [
    today,
  ]);
  await tx.rows("delete from pledges where left_on < $1", [pledgesBefore]);
}
