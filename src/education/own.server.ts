import { dayOf } from "../calendar/index.server.ts";
import type { JourId } from "../platform/database/index.server.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import type { Lecture, Reply, Stage } from "./contract.ts";
import type { EducationDeps } from "./deps.server.ts";
import { deleteOn } from "./keeping.server.ts";
import { bookingIn } from "./links.server.ts";
import { mailOf } from "./mails.ts";
import { repliesTo } from "./policy.ts";
import { LONGEST_WISH } from "./request.ts";
import { closePart, openPart, type SealedPart } from "./sealed.server.ts";
import { tell } from "./sending.server.ts";
import {
  allLectures,
  type BookingRow,
  bookingOf,
  keptMonths,
  updateBooking,
} from "./store.server.ts";

/** A booking as those see it who have asked for it: what our mails tell them too. */
export interface OwnView {
  readonly row: BookingRow;
  readonly part: SealedPart;
  readonly lecture: Lecture | undefined;
  readonly holder: string;
  readonly replies: readonly Reply[];
}

/** Undefined of a link that is not ours, and once the booking is deleted or its secret lost. */
export async function ownView(
  deps: EducationDeps,
  jour: JourId,
  link: string,
): Promise<OwnView | undefined> {
  const id = bookingIn(deps.mark, jour, link);
  if (id === undefined) return undefined;
  const members = await deps.members(jour);
  return deps.database.tenant(jour, async (tx) => {
    const row = await bookingOf(tx, id);
    const part = row && openPart(deps.seal, jour, row);
    if (!row || !part) return undefined;
    const lecture = (await allLectures(tx)).find((one) => one.id === row.lecture);
    const holder = members.find((one) => one.id === row.member)?.name ?? "";
    return { row, part, lecture, holder, replies: repliesTo(row.stage, row, deps.now()) };
  });
}

export interface OwnReply {
  readonly reply: Reply;
  /** Of what they saw: a time that was changed meanwhile is not accepted unseen. */
  readonly version: number;
  readonly words: string;
}

type ReplyCode = "not-found" | "changed-meanwhile" | "bad-input";

/** What a school answers by itself: it is told by mail what became of it, with the time for its calendar. */
export async function replyTo(
  deps: EducationDeps,
  jour: JourId,
  link: string,
  { reply, version, words }: OwnReply,
): Promise<Result<undefined, ReplyCode>> {
  const id = bookingIn(deps.mark, jour, link);
  if (id === undefined) return fail("not-found");
  const from = await deps.mail.from(jour);
  const signed = { jour: await deps.nameOf(jour), site: await deps.siteOf(jour) };
  const members = await deps.members(jour);
  return deps.database.tenant<Result<undefined, ReplyCode>>(jour, async (tx) => {
    const before = await bookingOf(tx, id);
    const part = before && openPart(deps.seal, jour, before);
    if (!before || !part) return fail("not-found");
    if (before.version !== version) return fail("changed-meanwhile");
    if (!repliesTo(before.stage, before, deps.now()).includes(reply)) return fail("bad-input");
    const wish = reply === "another" ? words.trim() : "";
    if (reply === "another" && (wish === "" || wish.length > LONGEST_WISH))
      return fail("bad-input");
    const next = { ...part, wish };
    const kept = { today: dayOf(deps.now()), keepMonths: await keptMonths(tx) };
    const row = replied(before, reply, kept);
    const sealed = closePart(deps.seal, jour, id, next);
    await updateBooking(tx, { ...row, sealed });
    const kind = reply === "another" ? undefined : mailOf(before.stage, row.stage);
    if (from !== undefined && kind && kind !== "no") {
      const holder = members.find((one) => one.id === row.member)?.name ?? "";
      await tell(deps, tx, { kind, from, ...signed, holder, row, part: next });
    }
    return ok();
  });
}

const stageAfter = (reply: Reply, stage: Stage): Stage =>
  reply === "accept"
    ? "booked"
    : reply === "cancel"
      ? "declined"
      : stage === "offered"
        ? "asked"
        : stage;

/** A booked time stands until we lay another; one that was only proposed does not. */
function replied(
  before: BookingRow,
  reply: Reply,
  kept: { readonly today: string; readonly keepMonths: number },
): BookingRow {
  const stage = stageAfter(reply, before.stage);
  const times =
    stage === "asked"
      ? { startsAt: null, endsAt: null }
      : { startsAt: before.startsAt, endsAt: before.endsAt };
  return {
    ...{ ...before, stage, ...times },
    reason: reply === "cancel" ? "they-cancelled" : before.reason,
    deleteOn: deleteOn(stage, { ...kept, endsAt: times.endsAt?.getTime() ?? null }),
    version: before.version + 1,
  };
}
