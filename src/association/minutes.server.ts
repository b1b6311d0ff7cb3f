import { randomUUID } from "node:crypto";
import { dayOf } from "../calendar/index.server.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import { isMissing } from "./adjusting.server.ts";
import type { Asker, AssociationDeps } from "./deps.server.ts";
import { type MinutesVersion, MOST_VERSIONS } from "./meeting-contract.ts";
import { insertMinutes, meetingOf, minutesRows } from "./meeting-store.server.ts";
import { changeMeeting } from "./meetings.server.ts";
import { dropAdjusters } from "./own-store.server.ts";
import { closePart, openPart } from "./sealed.server.ts";

export interface SealedMinutes {
  readonly text: string;
}

/** Each version, the newest first. */
export async function minutesOf(
  { database, seal, deskNames }: AssociationDeps,
  { jour }: Asker,
  meeting: string,
): Promise<Result<MinutesVersion[], "not-found">> {
  const names = await deskNames(jour);
  return database.tenant<Result<MinutesVersion[], "not-found">>(jour, async (tx) => {
    if (!(await meetingOf(tx, meeting))) return fail("not-found");
    const rows = await minutesRows(tx, meeting);
    return ok(
      rows.map((row) => ({
        ...{ number: row.number, on: row.writtenOn },
        text: openPart<SealedMinutes>(seal, jour, row)?.text ?? "",
        by: names.find(({ id }) => id === row.writtenBy)?.name ?? "",
      })),
    );
  });
}

type WriteCode = "not-found" | "changed-meanwhile" | "closed" | "limit-reached";

/** A version upon the one that she has read; none once they are adjusted. */
export function writeMinutes(
  { database, seal, now }: AssociationDeps,
  { jour, member }: Asker,
  wished: { readonly meeting: string; readonly upon: number; readonly text: string },
): Promise<Result<undefined, WriteCode>> {
  return database.tenant<Result<undefined, WriteCode>>(jour, async (tx) => {
    const meeting = await meetingOf(tx, wished.meeting);
    if (!meeting) return fail("not-found");
    if (meeting.adjustedOn !== null) return fail("closed");
    const newest = (await minutesRows(tx, meeting.id))[0]?.number ?? 0;
    if (newest !== wished.upon) return fail("changed-meanwhile");
    if (newest >= MOST_VERSIONS) return fail("limit-reached");
    const id = randomUUID();
    await insertMinutes(tx, {
      ...{ id, meeting: meeting.id, number: newest + 1 },
      sealed: closePart(seal, jour, id, { text: wished.text }),
      ...{ writtenBy: member, writtenOn: dayOf(now()) },
    });
    return ok();
  });
}

/** Locks the newest version, with the names of those who have adjusted it. Nothing unlocks it. */
export const adjust = (
  deps: AssociationDeps,
  { jour }: Asker,
  { by, upon, ...wished }: AdjustWished,
): Promise<Result<undefined, "not-found" | "changed-meanwhile" | "gone" | "closed">> => {
  const on = dayOf(deps.now());
  return changeMeeting(deps, jour, wished, async (tx, row) => {
    const newest = (await minutesRows(tx, row.id))[0]?.number ?? 0;
    if (row.stage !== "held" || row.adjustedOn !== null || newest === 0 || newest !== upon)
      return "closed";
    // Signed on paper; where members are asked, each of them has confirmed.
    if (await isMissing(tx, row.id, newest)) return "closed";
    await dropAdjusters(tx, row.id, []);
    return { row: { adjustedOn: on }, part: { adjusted: { on, by } } };
  });
};

export interface AdjustWished {
  readonly id: string;
  readonly version: number;
  /** The version of the minutes that was read. */
  readonly upon: number;
  readonly by: readonly string[];
}
