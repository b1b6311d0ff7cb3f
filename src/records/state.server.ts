import type { TenantTx } from "../platform/database/index.server.ts";
import type { CopyView, ExtractView, PledgeText, RecordView } from "./contract.ts";
import { copyMayGo, holdsOn, noteLapses, soonOf } from "./policy.ts";
import {
  allPledges,
  copies,
  type CopyRow,
  newestText,
  type NoteRow,
  notes,
  type PledgeRow,
  type StandingRow,
  standings,
} from "./store.server.ts";

/** All that decides whether somebody may go on duty, read at once. */
export interface State {
  readonly today: string;
  readonly text: PledgeText | undefined;
  readonly pledges: readonly PledgeRow[];
  readonly standings: readonly StandingRow[];
  readonly notes: readonly NoteRow[];
  readonly copies: readonly CopyRow[];
}

export const readState = async (tx: TenantTx, today: string): Promise<State> => ({
  today,
  text: await newestText(tx),
  pledges: await allPledges(tx),
  standings: await standings(tx),
  notes: await notes(tx),
  copies: await copies(tx),
});

export const copyView = (row: CopyRow): CopyView => ({
  id: row.id,
  member: row.member_id,
  issuedOn: row.issued_on,
  startedOn: row.started_on,
  endedOn: row.ended_on,
  mayGoOn: copyMayGo(row.ended_on),
  readers: row.readers,
});

function extractOf(state: State, member: string): ExtractView {
  const work = state.standings.find((one) => one.member_id === member)?.work ?? "none";
  if (work === "none") return { kind: "nothing" };
  if (work === "shelter") {
    const copy = state.copies.find((one) => one.member_id === member && one.ended_on === null);
    return copy ? { kind: "copy", copy: copyView(copy) } : { kind: "missing" };
  }
  const note = state.notes.find((one) => one.member_id === member);
  if (!note) return { kind: "missing" };
  const { shown_month: shownMonth, seen_by: seenBy } = note;
  return { kind: "note", shownMonth, seenBy, lapsesOn: noteLapses(shownMonth) };
}

/** How it stands with one member; `names` of those who are members now. */
export function recordOf(
  state: State,
  member: string,
  names: ReadonlyMap<string, string>,
): RecordView {
  const standing = state.standings.find((one) => one.member_id === member);
  const [work, onLeave] = [standing?.work ?? null, standing?.on_leave ?? false];
  const signed = state.pledges.find((one) => one.member_id === member);
  const extract = extractOf(state, member);
  const asked = state.text?.version ?? null;
  const about = { work, onLeave, extract, asked, signed: signed?.version ?? null };
  const named: ExtractView =
    extract.kind === "note" && extract.seenBy !== null
      ? { ...extract, seenBy: names.get(extract.seenBy) ?? null }
      : extract;
  return {
    ...{ member, name: names.get(member) ?? "", work, onLeave, extract: named },
    pledge: signed ? { version: signed.version, signedOn: signed.signed_on } : null,
    holds: holdsOn(about, state.today),
    soon: soonOf(extract, state.today),
  };
}
