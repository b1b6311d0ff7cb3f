import { randomUUID } from "node:crypto";
import { dayOf, momentOf, plusDays } from "../calendar/index.server.ts";
import type { JourId } from "../platform/database/index.server.ts";
import { CONSENT_VERSION } from "./contract.ts";
import type { DemoAssociation, DemoMember } from "./demo-content.ts";
import type { AssociationDeps } from "./deps.server.ts";
import {
  allMeetings,
  deleteMeeting,
  insertCall,
  insertMeeting,
  type MeetingRow,
} from "./meeting-store.server.ts";
import { insertMotion } from "./own-store.server.ts";
import type { SealedMeeting } from "./meetings.server.ts";
import { ASKED_DAYS, feeYearOf } from "./policy.ts";
import { closePart, hashOf, newKey, openPart, type SealedMember } from "./sealed.server.ts";
import {
  allMembers,
  deleteMember,
  insertMember,
  type MemberRow,
  saveSettings,
} from "./store.server.ts";

const TWO_HOURS_MS = 2 * 3_600_000;
type Deps = Pick<AssociationDeps, "database" | "seal" | "now">;

/** The demo always has members: what a start without a secret can no longer read is written anew. */
export async function keepDemoMembers(
  { database, seal, now }: Deps,
  jour: JourId,
  { settings, members, meeting }: DemoAssociation,
): Promise<void> {
  await database.tenant(jour, async (tx) => {
    const rows = await allMembers(tx);
    if (rows.some((row) => openPart<SealedMember>(seal, jour, row) !== undefined)) return;
    for (const { id } of rows) await deleteMember(tx, id);
    if (rows.length === 0) await saveSettings(tx, settings);
    const today = dayOf(now());
    for (const { id } of await allMeetings(tx)) await deleteMeeting(tx, id);
    const row = planned({ seal }, jour, meeting, today);
    await insertMeeting(tx, row);
    for (const member of members) {
      const made = laidOut({ seal }, jour, member, { kronor: settings.kronor, today });
      await insertMember(tx, made);
      for (const { by, ...motion } of meeting.motions)
        if (by === member.name) {
          const id = randomUUID();
          const sealed = closePart(seal, jour, id, { ...motion, on: plusDays(today, -2) });
          await insertMotion(tx, { id, meeting: row.id, member: made.id, sealed });
        }
      // Nothing is sent in a demonstration: it looks as if it had been.
      if (member.mail !== "" && made.stage === "member")
        await insertCall(tx, {
          ...{ id: randomUUID(), meeting: row.id, member: made.id, isHanded: true },
        });
    }
  });
}

function laidOut(
  { seal }: Pick<Deps, "seal">,
  jour: JourId,
  { name, mail, address, daysAgo, paid, asked = false }: DemoMember,
  { kronor, today }: { readonly kronor: number; readonly today: string },
): Omit<MemberRow, "version"> {
  const [id, since] = [randomUUID(), plusDays(today, -daysAgo)];
  const fees = paid.map((back) => {
    const year = feeYearOf(today) - back;
    return { year, kronor, on: back === 0 ? plusDays(today, -20) : `${year}-03-01` };
  });
  const part: SealedMember = {
    person: { name, mail, address, language: "sv" },
    ...{ since, fees, key: asked ? "" : newKey() },
    consent: { version: CONSENT_VERSION, on: since, how: mail === "" ? "paper" : "page" },
  };
  return {
    ...{ id, stage: asked ? "asked" : "member", sealed: closePart(seal, jour, id, part) },
    keyHash: asked ? null : hashOf(part.key),
    deleteOn: asked ? plusDays(today, ASKED_DAYS) : null,
  };
}

function planned(
  { seal }: Pick<Deps, "seal">,
  jour: JourId,
  { inDays, at, motionDays, title, place, agenda }: DemoAssociation["meeting"],
  today: string,
): MeetingRow {
  const [id, day] = [randomUUID(), plusDays(today, inDays)];
  const startsAt = momentOf(`${day}T${at}`);
  const motionsUntil = plusDays(day, -motionDays);
  const text = { title, place, agenda, motionsUntil };
  const part: SealedMeeting = { ...text, counted: null, adjusted: null };
  return {
    ...{ id, stage: "called", sequence: 1, adjustedOn: null, version: 1 },
    ...{ startsAt: new Date(startsAt), endsAt: new Date(startsAt + TWO_HOURS_MS) },
    ...{ feeYear: feeYearOf(today), sealed: closePart(seal, jour, id, part) },
  };
}
