import type { MembersView, Mine, WayView } from "./contract.ts";
import type { InvitationRow, MemberRow } from "./members-store.server.ts";
import type { RecoveryRow } from "./recovery/store.server.ts";
import type { SessionRow } from "./sessions-store.server.ts";
import type { WayRow } from "./ways-store.server.ts";

const month = (date: string): string => date.slice(0, 7);

export function presentMembers(
  rows: readonly MemberRow[],
  invitations: readonly InvitationRow[],
  recoveries: readonly RecoveryRow[],
): MembersView {
  const active = rows.filter((row) => row.status === "active");
  const pending = [
    ...rows.filter((row) => row.status === "pending"),
    ...active.flatMap((row) => {
      const hers = recoveries.find((one) => one.member_id === row.id);
      return hers ? [{ ...row, ...hers, status: "pending" as const, returns: true }] : [];
    }),
  ];
  return {
    members: active.map((row) => ({
      id: row.id,
      name: row.name,
      role: row.role,
      teams: row.teams,
      month: month(row.created_month),
      rekeyed: row.rekeyed_on,
    })),
    pending: pending.map((row) => ({
      id: row.id,
      name: row.name,
      role: row.role,
      enrolment: row.enrolment.toString("base64url"),
      until: row.pending_until?.getTime() ?? 0,
      returns: "returns" in row,
    })),
    invitations: invitations.map((row) => ({
      id: row.id,
      role: row.role,
      expiresAt: row.expires_at.getTime(),
    })),
  };
}

const presentWay = (row: WayRow): WayView => ({
  id: row.id,
  kind: row.kind,
  label: row.label,
  month: month(row.created_month),
});

/** What she may see of herself: all that is kept, save what only machines can read. */
export function presentMine(
  member: MemberRow,
  ways: readonly WayRow[],
  sessions: readonly SessionRow[],
  current: string,
): Mine {
  return {
    name: member.name,
    role: member.role,
    teams: member.teams,
    month: month(member.created_month),
    ways: ways.map(presentWay),
    sessions: sessions.map((session) => ({
      id: session.id,
      way: session.way,
      startedAt: session.started_at.getTime(),
      current: session.id === current,
    })),
  };
}
