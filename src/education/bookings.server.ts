import { randomUUID } from "node:crypto";
import { dayOf, momentOf } from "../calendar/index.server.ts";
import type { JourId, TenantTx } from "../platform/database/index.server.ts";
import { uuidBytes } from "../platform/ids.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import type { BusySpan, LectureRequest, Move } from "./contract.ts";
import type { Asker, EducationDeps } from "./deps.server.ts";
import { deleteOn } from "./keeping.server.ts";
import { mailOf } from "./mails.ts";
import { faultOfMove, FLOOD } from "./policy.ts";
import { closePart, openPart, type SealedPart } from "./sealed.server.ts";
import { tell } from "./sending.server.ts";
import {
  type BookingRow,
  bookingOf,
  countAsked,
  deleteBooking,
  insertBooking,
  isActiveMember,
  isLecture,
  keptMonths,
  overAt,
  updateBooking,
} from "./store.server.ts";

const MINUTE = 60_000;

/** A request of a school or a workplace; gives its number. Nothing is mailed: anybody can write anybody's address. */
export async function ask(
  { database, seal, now }: EducationDeps,
  jour: JourId,
  lecture: string | null,
  request: LectureRequest,
): Promise<Result<string, "limit-reached">> {
  const today = dayOf(now());
  const id = randomUUID();
  const part = { request, place: "", note: "" };
  return database.tenant<Result<string, "limit-reached">>(jour, async (tx) => {
    if ((await countAsked(tx, today)) >= FLOOD.perDay) return fail("limit-reached");
    const known = lecture !== null && (await isLecture(tx, lecture)) ? lecture : null;
    await insertBooking(tx, {
      ...{ id, lecture: known, askedOn: today, sealed: closePart(seal, jour, id, part) },
      deleteOn: deleteOn("asked", { today, endsAt: null, keepMonths: 0 }),
    });
    return ok(id);
  });
}

type MoveCode = "not-found" | "changed-meanwhile" | "bad-input" | "bad-time" | "gone" | "mail-off";

/** A step of a booking, with its time; those who asked are told in the same breath, or the step is not taken. */
export async function move(
  deps: EducationDeps,
  { jour }: Asker,
  wished: Move,
): Promise<Result<undefined, MoveCode>> {
  const { database, now, mail } = deps;
  const from = wished.tell ? await mail.from(jour) : undefined;
  if (wished.tell && from === undefined) return fail("mail-off");
  const signed = { jour: await deps.nameOf(jour), site: await deps.siteOf(jour) };
  const members = await deps.members(jour);
  return database.tenant<Result<undefined, MoveCode>>(jour, async (tx) => {
    const before = await bookingOf(tx, wished.id);
    if (!before) return fail("not-found");
    if (before.version !== wished.version) return fail("changed-meanwhile");
    const part = openPart(deps.seal, jour, before);
    if (!part) return fail("gone");
    const laid = layOut(wished, before);
    const fault = faultOfMove(before.stage, wished, laid.startsAt?.getTime() ?? null, now());
    if (fault) return fail(fault);
    if (!(await isKnown(tx, wished))) return fail("bad-input");
    const after = await afterMove(deps, tx, { before, part, wished, laid });
    await updateBooking(tx, after.row);
    const kind = mailOf(before.stage, wished.stage);
    if (from !== undefined && kind) {
      const holder = members.find(({ id }) => id === after.row.member)?.name ?? "";
      await tell(deps, tx, { kind, from, ...signed, holder, ...after });
    }
    return ok();
  });
}

/** A step that lays no time keeps the one that is there: a cancellation names what is cancelled. */
function layOut(
  { stage, starts, minutes }: Move,
  { startsAt, endsAt }: BookingRow,
): Pick<BookingRow, "startsAt" | "endsAt"> {
  if (stage === "asked") return { startsAt: null, endsAt: null };
  if (stage === "declined" || starts === null) return { startsAt, endsAt };
  const at = momentOf(starts);
  return { startsAt: new Date(at), endsAt: new Date(at + minutes * MINUTE) };
}

const isKnown = async (tx: TenantTx, { member, lecture }: Move): Promise<boolean> =>
  (member === null || (await isActiveMember(tx, member))) &&
  (lecture === null || (await isLecture(tx, lecture)));

interface Moving {
  readonly before: BookingRow;
  readonly part: SealedPart;
  readonly wished: Move;
  readonly laid: Pick<BookingRow, "startsAt" | "endsAt">;
}

async function afterMove(
  { seal, now }: EducationDeps,
  tx: TenantTx,
  { before, part, wished, laid }: Moving,
): Promise<{ row: BookingRow; part: SealedPart }> {
  const { stage, reason, lecture, member } = wished;
  const kept = { today: dayOf(now()), keepMonths: await keptMonths(tx) };
  const place = stage === "declined" ? part.place : wished.place;
  const next = { ...part, place, wish: "" };
  const row = {
    ...{ ...before, stage, reason, lecture, member, ...laid },
    sealed: closePart(seal, tx.jour, before.id, next),
    deleteOn: deleteOn(stage, { ...kept, endsAt: laid.endsAt?.getTime() ?? null }),
    version: before.version + 1,
  };
  return { row, part: next };
}

/** What she notes for herself and her colleagues: what to bring, how it went. */
export function note(
  { database, seal }: EducationDeps,
  { jour }: Asker,
  wished: { readonly id: string; readonly version: number; readonly note: string },
): Promise<Result<undefined, "not-found" | "changed-meanwhile" | "gone">> {
  type Noted = Result<undefined, "not-found" | "changed-meanwhile" | "gone">;
  return database.tenant<Noted>(jour, async (tx) => {
    const before = await bookingOf(tx, wished.id);
    if (!before) return fail("not-found");
    if (before.version !== wished.version) return fail("changed-meanwhile");
    const part = openPart(seal, jour, before);
    if (!part) return fail("gone");
    const sealed = closePart(seal, jour, before.id, { ...part, note: wished.note });
    await updateBooking(tx, { ...before, sealed });
    return ok();
  });
}

/** All of it, before its day. */
export async function erase(
  deps: EducationDeps,
  { jour }: Asker,
  id: string,
): Promise<Result<undefined, "not-found">> {
  const isGone = await deps.database.tenant(jour, (tx) => forgetBooking(deps, tx, id));
  return isGone ? ok() : fail("not-found");
}

/** With what waits to be sent about it. False when it is not there. */
async function forgetBooking(
  { mail }: Pick<EducationDeps, "mail">,
  tx: TenantTx,
  id: string,
): Promise<boolean> {
  const isGone = await deleteBooking(tx, id);
  await mail.forget(tx, uuidBytes(id));
  return isGone;
}

/** Those whose day has come. */
export async function forgetOver(
  deps: Pick<EducationDeps, "mail" | "now">,
  tx: TenantTx,
): Promise<void> {
  for (const id of await overAt(tx, dayOf(deps.now()))) await forgetBooking(deps, tx, id);
}

/** Whoever holds a lecture: in this team, or a coordinator for herself. */
const LECTURERS = "lecturers";

/**
 * When one of those who lecture, or whoever asks, is taken within a time that is thought of. Times and nothing
 * else, and of them what lies within it.
 */
export async function busy(
  { eventsOf, members }: EducationDeps,
  { jour, member }: Asker,
  asked: {
    readonly member: string;
    readonly starts: string;
    readonly minutes: number;
    readonly except: string;
  },
): Promise<Result<readonly BusySpan[], "not-found">> {
  const isHeld = (await members(jour)).some(
    ({ id, teams }) => id === asked.member && (id === member || teams.includes(LECTURERS)),
  );
  if (!isHeld) return fail("not-found");
  const from = momentOf(asked.starts);
  const until = from + asked.minutes * MINUTE;
  const events = await eventsOf(jour, asked.member);
  const inTheWay = events.filter(
    ({ id, isTaken, startsAt, endsAt }) =>
      id !== asked.except && isTaken && startsAt < until && endsAt > from,
  );
  const iso = (at: number): string => new Date(at).toISOString();
  return ok(
    inTheWay
      .sort((a, b) => a.startsAt - b.startsAt)
      .map(({ startsAt, endsAt }) => ({
        startsAt: iso(Math.max(startsAt, from)),
        endsAt: iso(Math.min(endsAt, until)),
      })),
  );
}
