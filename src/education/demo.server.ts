import { randomUUID } from "node:crypto";
import { dayOf, momentOf, plusDays } from "../calendar/index.server.ts";
import { canonicalText } from "../forms/index.ts";
import { readDocument } from "../media/index.server.ts";
import type { JourId, TenantTx } from "../platform/database/index.server.ts";
import type { LectureContent } from "./contract.ts";
import type { DemoBooking, DemoEducation } from "./demo-content.ts";
import type { EducationDeps } from "./deps.server.ts";
import {
  addRemark,
  addTally,
  allEvaluations,
  closeEvaluations,
  countAnswer,
  insertEvaluation,
} from "./evaluation-store.server.ts";
import { insertFile } from "./file-store.server.ts";
import { fileAddress } from "./files.ts";
import { deleteOn } from "./keeping.server.ts";
import { FEWEST, KEEP_MONTHS, MOST_ANSWERS } from "./policy.ts";
import { formOf } from "./questions.ts";
import { closePart, openPart } from "./sealed.server.ts";
import {
  allBookings,
  allLectures,
  type BookingRow,
  deleteBooking,
  insertBooking,
  saveLecture,
  updateBooking,
} from "./store.server.ts";

/** What the demo offers; a material that names one of `files` becomes a file of the house. */
export async function furnishLectures(
  tx: TenantTx,
  lectures: readonly LectureContent[],
  files: Readonly<Record<string, Uint8Array>>,
): Promise<void> {
  const shelf = new Map<string, string>();
  for (const [name, file] of Object.entries(files)) {
    const [id, read] = [randomUUID(), readDocument(file)];
    if (!read.ok) throw new Error(`the demo's file ${name} cannot be kept: ${read.code}`);
    await insertFile(tx, { id, bytes: read.value, addedOn: dayOf(Date.now()) });
    shelf.set(name, fileAddress(id));
  }
  for (const { materials, ...said } of lectures) {
    const laid = materials.map(({ address, ...one }) => ({
      ...{ ...one, address: shelf.get(address) ?? address },
    }));
    const content = { ...said, materials: laid };
    await saveLecture(tx, { id: randomUUID(), content, isPublished: true, version: 0 });
  }
}

type Deps = Pick<EducationDeps, "database" | "seal" | "now">;

/** Somebody has always asked the demo: what a start without a secret can no longer read is written anew. */
export async function keepDemoBookings(
  { database, seal, now }: Deps,
  jour: JourId,
  demo: DemoEducation,
): Promise<void> {
  await database.tenant(jour, async (tx) => {
    const rows = await allBookings(tx);
    const isRead = (row: BookingRow): boolean => openPart(seal, jour, row) !== undefined;
    if (rows.some(isRead)) return;
    for (const { id } of rows) await deleteBooking(tx, id);
    const lectures = await allLectures(tx);
    for (const booking of demo.bookings) {
      const lecture = lectures[booking.lecture]?.id ?? null;
      const row = laidOut({ seal, now }, jour, lecture, booking);
      await insertBooking(tx, row);
      if (booking.stage === "asked") continue;
      const evaluation = booking.stage === "held" ? await evaluated(tx, row, demo) : null;
      await updateBooking(tx, { ...row, evaluation });
    }
  });
}

function laidOut(
  { seal, now }: Pick<Deps, "seal" | "now">,
  jour: JourId,
  lecture: string | null,
  { request, stage, inDays, at, place, note }: DemoBooking,
): BookingRow {
  const [id, today] = [randomUUID(), dayOf(now())];
  const startsAt = stage === "asked" ? null : momentOf(`${plusDays(today, inDays)}T${at}`);
  const endsAt = startsAt === null ? null : startsAt + 60 * 60_000;
  return {
    ...{ id, lecture, stage, reason: null, evaluation: null, member: null, version: 1 },
    askedOn: plusDays(today, Math.min(0, inDays) - 14),
    deleteOn: deleteOn(stage, { today, endsAt, keepMonths: KEEP_MONTHS }),
    sealed: closePart(seal, jour, id, { request, place, note }),
    startsAt: startsAt === null ? null : new Date(startsAt),
    endsAt: endsAt === null ? null : new Date(endsAt),
  };
}

/** Once: what was thought of it outlives the booking. */
async function evaluated(
  tx: TenantTx,
  { lecture, startsAt }: BookingRow,
  { tallies, remarks, answered }: DemoEducation,
): Promise<string | null> {
  const [before] = await allEvaluations(tx);
  const form = formOf([...Object.keys(tallies), "takeaway"]);
  if (before || !form || !startsAt) return before?.id ?? null;
  const [id, openOn] = [randomUUID(), dayOf(startsAt.getTime())];
  await insertEvaluation(tx, { id, lecture, openOn, form: canonicalText(form), code: "demo22" });
  for (let one = 0; one < answered; one++) await countAnswer(tx, id, MOST_ANSWERS);
  for (const [question, choices] of Object.entries(tallies))
    for (const [choice, given] of Object.entries(choices))
      for (let one = 0; one < given; one++) await addTally(tx, id, question, choice);
  for (const words of remarks)
    await addRemark(tx, { id: randomUUID(), evaluation: id, question: "takeaway", words });
  await closeEvaluations(tx, { today: openOn, id, fewest: FEWEST });
  return id;
}
