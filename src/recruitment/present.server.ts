import type { MeetingView } from "./contract.ts";
import type { MeetingRow } from "./meetings-store.server.ts";

/** Without who comes, and without who holds it. */
export const meetingView = (row: MeetingRow): MeetingView => ({
  ...{ id: row.id, kind: row.kind, place: row.place },
  startsAt: row.starts_at.toISOString(),
  endsAt: row.ends_at.toISOString(),
  seatsLeft: Math.max(0, row.seats - row.taken.length),
});
