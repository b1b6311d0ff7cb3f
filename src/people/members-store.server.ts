import type { TenantTx } from "../platform/database/index.server.ts";
import type { MemberRole } from "./contract.ts";

export interface MemberRow {
  readonly id: string;
  readonly name: string;
  readonly role: MemberRole;
  readonly teams: string[];
  readonly status: "pending" | "active";
  readonly enrolment: Buffer;
  readonly identity_key: Buffer;
  readonly seal_key: Buffer;
  readonly created_month: string;
  readonly pending_until: Date | null;
  readonly rekeyed_on: string | null;
}

const columns =
  "id, name, role, teams, status, enrolment, identity_key, seal_key, created_month, pending_until, rekeyed_on";

export function findMember(tx: TenantTx, id: string): Promise<MemberRow | undefined> {
  return tx.row<MemberRow>(`select ${columns} from members where id = $1`, [id]);
}

/** Everybody, in the order of their names; `forUpdate` holds them still until the transaction ends. */
export function allMembers(tx: TenantTx, forUpdate = false): Promise<MemberRow[]> {
  const lock = forUpdate ? " for update" : "";
  return tx.rows<MemberRow>(`select ${columns} from members order by lower(name), id${lock}`);
}

export interface NewMember {
  readonly id: string;
  readonly name: string;
  readonly role: MemberRole;
  readonly enrolment: Uint8Array;
  readonly identityKey: Uint8Array;
  readonly sealKey: Uint8Array;
  readonly month: string;
  readonly pendingUntil: Date;
}

/** False when the number or the key is taken. */
export async function insertPending(tx: TenantTx, member: NewMember): Promise<boolean> {
  const made = await tx.rows(
    `insert into members
       (id, jour_id, name, role, status, enrolment, identity_key, seal_key, created_month, pending_until)
     values ($1, $2, $3, $4, 'pending', $5, $6, $7, $8, $9) on conflict do nothing returning id`,
    [
      member.id,
      tx.jour,
      member.name,
      member.role,
      member.enrolment,
      member.identityKey,
      member.sealKey,
      member.month,
      member.pendingUntil,
    ],
  );
  return made.length > 0;
}

/** What the directory says of her now stands in the row too: the doors ask the row. */
export async function followDirectory(
  tx: TenantTx,
  id: string,
  role: MemberRole,
  teams: readonly string[],
): Promise<void> {
  await tx.rows(
    `update members set status = 'active', role = $2, teams = $3, pending_until = null where id = $1`,
    [id, role, [...teams]],
  );
}

/** Sessions and ways in go with her. */
export async function deleteMember(tx: TenantTx, id: string): Promise<void> {
  await tx.rows("delete from members where id = $1", [id]);
}

export async function deletePending(tx: TenantTx, id: string): Promise<boolean> {
  const gone = await tx.rows(
    "delete from members where id = $1 and status = 'pending' returning id",
    [id],
  );
  return gone.length > 0;
}

export async function renameMember(tx: TenantTx, id: string, name: string): Promise<void> {
  await tx.rows("update members set name = $2 where id = $1", [id, name]);
}

export interface InvitationRow {
  readonly id: string;
  readonly role: MemberRole;
  readonly made_by: string | null;
  readonly used_by: string | null;
  readonly used: boolean;
  readonly expires_at: Date;
  /** The member who shall come back with new keys. */
  readonly recovers: string | null;
}

const invitationColumns = "id, role, made_by, used_by, used, expires_at, recovers";

export function findInvitation(
  tx: TenantTx,
  tokenHash: Buffer,
  forUpdate = false,
): Promise<InvitationRow | undefined> {
  return tx.row<InvitationRow>(
    `select ${invitationColumns} from invitations where token_hash = $1${forUpdate ? " for update" : ""}`,
    [tokenHash],
  );
}

/** False when its number or its token was used before. */
export async function insertInvitation(
  tx: TenantTx,
  invitation: {
    readonly id: string;
    readonly tokenHash: Buffer;
    readonly role: MemberRole;
    readonly madeBy: string | null;
    readonly expiresAt: Date;
    readonly recovers: string | null;
  },
): Promise<boolean> {
  const made = await tx.rows(
    `insert into invitations (id, jour_id, token_hash, role, made_by, expires_at, recovers)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning id`,
    [
      invitation.id,
      tx.jour,
      invitation.tokenHash,
      invitation.role,
      invitation.madeBy,
      invitation.expiresAt,
      invitation.recovers,
    ],
  );
  return made.length > 0;
}

export async function useInvitation(tx: TenantTx, id: string, member: string): Promise<void> {
  await tx.rows("update invitations set used = true, used_by = $2 where id = $1", [id, member]);
}

export function openInvitations(tx: TenantTx, now: Date): Promise<InvitationRow[]> {
  return tx.rows<InvitationRow>(
    `select ${invitationColumns} from invitations where not used and expires_at > $1
      order by expires_at`,
    [now],
  );
}

/** An unused one only: with a used one goes the proof that it was used. */
export async function deleteInvitation(tx: TenantTx, id: string): Promise<boolean> {
  const gone = await tx.rows("delete from invitations where id = $1 and not used returning id", [
    id,
  ]);
  return gone.length > 0;
}

/** Uncountersigned enrolments and ended invitations go when their time is over. */
export async function sweepMembers(tx: TenantTx, now: Date): Promise<void> {
  await tx.rows("delete from members where status = 'pending' and pending_until < $1", [now]);
  await tx.rows("delete from invitations where expires_at < $1", [now]);
}
