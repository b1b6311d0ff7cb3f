import { randomUUID } from "node:crypto";
import { writeAppointment } from "../calendar/index.ts";
import type { JourId, TenantTx } from "../platform/database/index.server.ts";
import { uuidBytes } from "../platform/ids.ts";
import { fail, type Result } from "../platform/result.ts";
import type { Asker, AssociationDeps } from "./deps.server.ts";
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

/** A mail costs a key on disk: so many in one transaction. */
const AT_ONCE = 20;

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

/** What waits is handed to the way out for mail, some at a time; what a killed process left is taken by the next sweep. */
export async function handOver(deps: AssociationDeps, jour: JourId): Promise<void> {
  const from = await deps.mail.from(jour);
  if (from === undefined) return;
  const about = { jour: await deps.nameOf(jour), origin: await deps.originOf(jour), from };
  for (;;) {
    const handed = await deps.database.tenant(jour, async (tx) => {
      const taken = await takeCalls(tx, AT_ONCE);
      for (const one of taken) await mailOne(deps, tx, one, about);
      return taken.length;
    });
    if (handed < AT_ONCE) return;
  }
}

interface About {
  readonly jour: string;
  readonly origin: string;
  readonly from: string;
}

async function mailOne(
  { seal, mail, now }: AssociationDeps,
  tx: TenantTx,
  one: CallRow,
  { jour, origin, from }: About,
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
    ...{ automatic: false, purpose: "association", about: uuidBytes(one.id) },
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
