import type { Claim, InboxEntry, MailboxView, Sending, TeamMailboxView } from "./contract.ts";
import { PLACE } from "./frames.server.ts";
import type { Kept } from "./keeping.server.ts";
import type { TeamKeyRow } from "./keys-store.server.ts";
import type { InboxRow, MailboxRow } from "./store.server.ts";

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64url");

/** What she gets: everything but what is for the team alone. */
export function mailboxView({ row, frames }: Kept, keys: readonly TeamKeyRow[]): MailboxView {
  const at = (n: number): string | null => {
    const found = frames.find((frame) => frame.n === n);
    return found ? text(found.bytes) : null;
  };
  return {
    id: text(row.id),
    team: row.team,
    mailbox: at(PLACE.mailbox) ?? "",
    letters: frames.filter(({ kind }) => kind === "letter").map(({ bytes }) => text(bytes)),
    marks: { seeker: at(PLACE.seekerMark), team: at(PLACE.teamMark) },
    teamKeys: keys
      .filter(({ number }) => number >= row.oldest_key)
      .map(({ statement }) => text(statement)),
    expiresOn: row.expires_on,
  };
}

export type Names = ReadonlyMap<string, string>;

export function teamMailboxView(
  kept: Kept,
  keys: readonly TeamKeyRow[],
  viewer: { readonly member: string; readonly names: Names; readonly now: number },
  sending: Sending | null,
): TeamMailboxView {
  const draft = kept.frames.find(({ kind }) => kind === "draft");
  return {
    ...mailboxView(kept, keys),
    kind: kept.row.kind,
    notes: kept.frames.filter(({ kind }) => kind === "note").map(({ bytes }) => text(bytes)),
    draft: draft ? text(draft.bytes) : null,
    claim: claimOf(kept.row, viewer),
    sending,
  };
}

export function inboxEntry(
  row: InboxRow,
  viewer: { readonly member: string; readonly names: Names; readonly now: number },
  sending: Sending | null,
): InboxEntry {
  return {
    id: text(row.id),
    face: row.face_id,
    kind: row.kind,
    letters: row.letters,
    waitingSince: row.waiting_since?.toISOString() ?? null,
    activeOn: row.active_on,
    expiresOn: row.expires_on,
    claim: claimOf(row, viewer),
    hasDraft: row.has_draft,
    sending,
  };
}

function claimOf(
  row: MailboxRow,
  { member, names, now }: { readonly member: string; readonly names: Names; readonly now: number },
): Claim | null {
  const isOver = (row.claimed_until?.getTime() ?? 0) <= now;
  if (row.claimed_by === null || isOver) return null;
  return {
    by: { id: row.claimed_by, name: names.get(row.claimed_by) ?? "" },
    mine: row.claimed_by === member,
  };
}
