import { randomUUID } from "node:crypto";
import { momentOf } from "../calendar/index.server.ts";
import { lockMailbox } from "../letters/index.server.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import { RECRUITERS } from "../protocol/index.ts";
import type { Board, MeetingKind, Stage } from "./contract.ts";
import {
  deleteMeeting,
  insertMeeting,
  lockMeeting,
  type MeetingRow,
  meetingsFrom,
} from "./meetings-store.server.ts";
import { meetingView } from "./present.server.ts";
import {
  type Asker,
  placeApplication,
  placeNew,
  type RecruitmentDeps,
  settingsIn,
} from "./rounds.server.ts";
import { allRounds, applicationOf, applications, moveApplication } from "./store.server.ts";

const DAY = 86_400_000;
const MINUTE = 60_000;
const MOST_MEETINGS = 300;

export async function isRecruiter(
  deps: RecruitmentDeps,
  { jour, member }: Asker,
): Promise<boolean> {
  const members = await deps.members(jour);
  return members.some(({ id, teams }) => id === member && teams.includes(RECRUITERS));
}

const text = (id: Buffer): string => id.toString("base64url");

export async function board(
  { database, members, now }: RecruitmentDeps,
  { jour, member }: Asker,
): Promise<Board> {
  const names = new Map((await members(jour)).map(({ id, name }) => [id, name]));
  return database.tenant(jour, async (tx) => {
    await placeNew(tx, now());
    const { settings, version } = await settingsIn(tx);
    const rows = await applications(tx);
    const meetings = await meetingsFrom(tx, new Date(now() - DAY));
    return {
      rounds: await allRounds(tx),
      ...{ settings, settingsVersion: version },
      standings: rows.map((row) => ({
        ...{ mailbox: text(row.mailbox_id), stage: row.stage, round: row.round_id },
        ...{ deleteOn: row.delete_on, version: row.version },
      })),
      meetings: meetings.map((row: MeetingRow) => ({
        ...meetingView(row),
        ...{ host: names.get(row.member_id ?? "") ?? "", mine: row.member_id === member },
        taken: row.taken.map(text),
      })),
    };
  });
}

/** The second of two who move it at once is told, and sees first what the other did. */
export async function move(
  { database, now }: RecruitmentDeps,
  { jour }: Asker,
  wished: { readonly mailbox: Uint8Array; readonly stage: Stage; readonly version: number },
): Promise<Result<undefined, "mailbox-unknown" | "changed-meanwhile">> {
  type Moved = Result<undefined, "mailbox-unknown" | "changed-meanwhile">;
  return database.tenant<Moved>(jour, async (tx) => {
    const row = await lockMailbox(tx, wished.mailbox);
    if (row?.team !== "recruiters") return fail("mailbox-unknown");
    const { mailbox, stage, version } = wished;
    const isNew = version === 0 && !(await applicationOf(tx, mailbox));
    if (isNew) await placeApplication(tx, mailbox, stage, now());
    const isMoved = isNew || (await moveApplication(tx, mailbox, stage, version));
    return isMoved ? ok() : fail("changed-meanwhile");
  });
}

export interface NewMeeting {
  readonly kind: MeetingKind;
  /** Swedish time, as 2026-11-30T18:00. */
  readonly first: string;
  readonly minutes: number;
  readonly place: string;
  readonly seats: number;
}

export function publish(
  { database, now, changed }: RecruitmentDeps,
  { jour, member }: Asker,
  { first, minutes, kind, ...wished }: NewMeeting,
): Promise<Result<undefined, "bad-input" | "limit-reached">> {
  const startsAt = momentOf(first);
  const seats = kind === "interview" ? 1 : wished.seats;
  if (startsAt < now()) return Promise.resolve(fail("bad-input"));
  return database.tenant<Result<undefined, "limit-reached">>(jour, async (tx) => {
    const ahead = await meetingsFrom(tx, new Date(now()));
    if (ahead.length >= MOST_MEETINGS) return fail("limit-reached");
    const span = { startsAt, endsAt: startsAt + minutes * MINUTE };
    const about = { id: randomUUID(), member_id: member, kind, seats, place: wished.place };
    await insertMeeting(tx, { ...about, ...span });
    changed();
    return ok();
  });
}

/** Not under the feet of somebody who has a seat. */
export function withdraw(
  { database, changed }: RecruitmentDeps,
  { jour }: Asker,
  id: string,
): Promise<Result<undefined, "time-taken">> {
  return database.tenant<Result<undefined, "time-taken">>(jour, async (tx) => {
    const meeting = await lockMeeting(tx, id);
    if (!meeting) return ok();
    if (meeting.taken.length > 0) return fail("time-taken");
    await deleteMeeting(tx, id);
    changed();
    return ok();
  });
}
