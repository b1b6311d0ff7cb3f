import { randomUUID } from "node:crypto";
import { writeAppointment } from "../calendar/index.ts";
import type { JourId, TenantTx } from "../platform/database/index.server.ts";
import { fail, type Result } from "../platform/result.ts";
import type { Asker, AssociationDeps } from "./deps.server.ts";
import { aboutHer, inPortions } from "./handing.server.ts";
import { callMail } from "./mails.ts";
import { mayCall } from "./meeting-policy.ts";
import {
  type CallRow,
  insertCall,
  type MeetingRow,
  seeMeeting,
  takeCalls,
} from "./meeting-store.server.ts";
import { changeMeeting, type SealedMeeting } from "./meetings.server.ts";
import { pageOf } from "./present.server.ts";
import { openPart, type SealedMember } from "./sealed.server.ts";
import { allMembers, seeMember } from "./store.server.ts";

type Code = "not-found" | "changed-meanwhile" | "gone" | "closed" | "mail-off";

/** Calls every member with an address for mail: noted in one step, handed over by and by. */
export async function call(
  deps: AssociationDeps,
  { jour }: Asker,
  wished: { readonly id: string; readonly version: number },
): Promise<Result<undefined, Code>> {
  const { seal, now } = deps;
  if ((await deps.mail.from(jour)) === undefined) return fail("mail-off");
  const called = await changeMeeting(deps, jour, wished, async (tx, row, part) => {
    const startsAt = row.startsAt.getTime();
    if (!mayCall(row.stage, startsAt, now()) || part.agenda.length === 0) return "closed";
    for (const member of await allMembers(tx)) {
      const herself = openPart<SealedMember>(seal, jour, member);
      const isReached = member.stage === "member" && herself && herself.person.mail !== "";
      if (isReached)
        await insertCall(tx, {
          ...{ id: randomUUID(), meeting: row.id, member: member.id, isHanded: false },
        });
    }
    return { row: { stage: "called", sequence: row.sequence + 1 } };
  });
  if (called.ok) await handOver(deps, jour);
  return called;
}

/** What of a call was noted and is not handed over. */
export const handOver = (deps: AssociationDeps, jour: JourId): Promise<void> =>
  inPortions(deps, jour, takeCalls, (tx, one, about) => mailOne(deps, tx, one, about));

async function mailOne(
  { seal, mail, now }: AssociationDeps,
  tx: TenantTx,
  one: CallRow,
  { jour, origin, from }: { readonly jour: string; readonly origin: string; readonly from: string },
): Promise<void> {
  const [member, row] = [await seeMember(tx, one.member), await seeMeeting(tx, one.meeting)];
  const herself = member && openPart<SealedMember>(seal, tx.jour, member);
  const meeting = row && openPart<SealedMeeting>(seal, tx.jour, row);
  if (!herself || !row || !meeting || herself.person.mail === "") return;
  const { person, key } = herself;
  const link = `${origin}${pageOf(key, person.language)}`;
  const times = { startsAt: row.startsAt.getTime(), endsAt: row.endsAt.getTime() };
  await mail.queue(tx, from, {
    to: person.mail,
    ...callMail({ person, jour, link, meeting, ...times, isAgain: row.sequence > 1 }),
    ...{ automatic: false, purpose: "association", about: aboutHer(one) },
    calendar: appointmentOf(row, meeting, jour, now()),
  });
}

/** The same id with a higher number: a call that is sent anew moves what stands in her calendar. */
const appointmentOf = (
  row: MeetingRow,
  { title, place }: SealedMeeting,
  jour: string,
  now: number,
): string =>
  writeAppointment(
    {
      ...{ id: row.id, sequence: row.sequence, isCancelled: false, place },
      ...{ startsAt: row.startsAt.getTime(), endsAt: row.endsAt.getTime() },
      title: `${title} (${jour})`,
    },
    now,
  );
