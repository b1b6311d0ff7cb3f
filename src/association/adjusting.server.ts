import { dayOf } from "../calendar/index.server.ts";
import type { JourId, TenantTx } from "../platform/database/index.server.ts";
import { uuidBytes } from "../platform/ids.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import type { Asker, AssociationDeps } from "./deps.server.ts";
import { adjustMail } from "./mails.ts";
import {
  allMeetings,
  meetingOf,
  type MeetingRow,
  minutesRows,
  updateMeeting,
} from "./meeting-store.server.ts";
import { changeMeeting, type SealedMeeting } from "./meetings.server.ts";
import type { SealedMinutes } from "./minutes.server.ts";
import { type Herself, herself } from "./own.server.ts";
import {
  type AdjusterRow,
  allAdjusters,
  confirmAdjuster,
  dropAdjusters,
  insertAdjuster,
} from "./own-store.server.ts";
import { pageOf } from "./present.server.ts";
import { closePart, openPart, type SealedMember } from "./sealed.server.ts";
import { seeMember } from "./store.server.ts";

const adjustersOf = async (tx: TenantTx, meeting: string): Promise<AdjusterRow[]> =>
  (await allAdjusters(tx)).filter((one) => one.meeting === meeting);

export interface AskWished {
  readonly id: string;
  readonly version: number;
  /** The version of the minutes that they are asked to adjust. */
  readonly upon: number;
  /** None: nobody is asked any more. */
  readonly members: readonly string[];
}

/** Asks these and nobody else; whoever has confirmed that version already is not asked again. */
export async function askAdjusters(
  deps: AssociationDeps,
  { jour }: Asker,
  { upon, members, ...wished }: AskWished,
): Promise<Result<undefined, "not-found" | "changed-meanwhile" | "gone" | "closed">> {
  const from = await deps.mail.from(jour);
  const [name, origin] = [await deps.nameOf(jour), await deps.originOf(jour)];
  return changeMeeting(deps, jour, wished, async (tx, row, { title }) => {
    const newest = (await minutesRows(tx, row.id))[0]?.number ?? 0;
    if (row.stage !== "held" || row.adjustedOn !== null || newest === 0 || newest !== upon)
      return "closed";
    // Looked at before anything is changed: what is refused leaves those who were asked as they are.
    for (const id of members) if ((await seeMember(tx, id))?.stage !== "member") return "closed";
    await dropAdjusters(tx, row.id, members);
    for (const id of members) await insertAdjuster(tx, { meeting: row.id, member: id });
    for (const { member, confirmed } of await adjustersOf(tx, row.id)) {
      const other = await seeMember(tx, member);
      const part = other && openPart<SealedMember>(deps.seal, jour, other);
      if (!part || confirmed === newest || part.person.mail === "" || from === undefined) continue;
      const link = `${origin}${pageOf(part.key, part.person.language)}`;
      await deps.mail.queue(tx, from, {
        to: part.person.mail,
        ...adjustMail({ person: part.person, jour: name, link, title }),
        ...{ automatic: false, purpose: "association", about: uuidBytes(member) },
      });
    }
    return {};
  });
}

/** Whether somebody was asked who has not confirmed the newest version. */
export const isMissing = async (tx: TenantTx, meeting: string, newest: number): Promise<boolean> =>
  (await adjustersOf(tx, meeting)).some(({ confirmed }) => confirmed !== newest);

export interface HerMinutes {
  readonly meeting: string;
  readonly title: string;
  readonly number: number;
  readonly text: string;
  readonly hasConfirmed: boolean;
}

/** What she is asked to adjust. */
export async function herMinutes(
  { seal }: Pick<AssociationDeps, "seal">,
  tx: TenantTx,
  { row }: Herself,
): Promise<HerMinutes[]> {
  const asked = (await allAdjusters(tx)).filter(({ member }) => member === row.id);
  const found: HerMinutes[] = [];
  for (const meeting of asked.length === 0 ? [] : await allMeetings(tx)) {
    const hers = asked.find((one) => one.meeting === meeting.id);
    const [newest] = hers ? await minutesRows(tx, meeting.id) : [];
    const part = newest && openPart<SealedMeeting>(seal, tx.jour, meeting);
    const minutes = newest && openPart<SealedMinutes>(seal, tx.jour, newest);
    if (!hers || !newest || !part || !minutes) continue;
    const { number } = newest;
    const hasConfirmed = hers.confirmed === number;
    found.push({
      meeting: meeting.id,
      title: part.title,
      number,
      text: minutes.text,
      hasConfirmed,
    });
  }
  return found;
}

type Confirmed = Result<undefined, "not-found" | "closed">;

/** She confirms the version that she has read; the last of those who were asked locks it. */
export const confirm = (
  deps: AssociationDeps,
  jour: JourId,
  key: string,
  { meeting, upon }: { readonly meeting: string; readonly upon: number },
): Promise<Confirmed> =>
  deps.database.tenant<Confirmed>(jour, async (tx) => {
    const found = await herself(deps, tx, key);
    const row = found && (await meetingOf(tx, meeting));
    const asked = row ? await adjustersOf(tx, meeting) : [];
    if (!found || !row || !asked.some(({ member }) => member === found.row.id))
      return fail("not-found");
    const newest = (await minutesRows(tx, meeting))[0]?.number;
    if (row.stage !== "held" || newest !== upon) return fail("closed");
    const confirmedOn = dayOf(deps.now());
    await confirmAdjuster(tx, { meeting, member: found.row.id, confirmed: upon, confirmedOn });
    if (await isMissing(tx, meeting, upon)) return ok();
    return (await lock(deps, tx, row, asked)) ? ok() : fail("closed");
  });

/** With the names of those who were asked; who they were by number is kept no longer. */
async function lock(
  { seal, now }: Pick<AssociationDeps, "seal" | "now">,
  tx: TenantTx,
  row: MeetingRow,
  asked: readonly AdjusterRow[],
): Promise<boolean> {
  const part = openPart<SealedMeeting>(seal, tx.jour, row);
  if (!part) return false;
  const by: string[] = [];
  for (const { member } of asked) {
    const other = await seeMember(tx, member);
    const name = other && openPart<SealedMember>(seal, tx.jour, other)?.person.name;
    if (name !== undefined) by.push(name);
  }
  const on = dayOf(now());
  const sealed = closePart(seal, tx.jour, row.id, { ...part, adjusted: { on, by } });
  await updateMeeting(tx, { ...row, adjustedOn: on, sealed });
  await dropAdjusters(tx, row.id, []);
  return true;
}
