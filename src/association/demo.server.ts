import { randomUUID } from "node:crypto";
import { dayOf, plusDays, plusMonths } from "../calendar/index.server.ts";
import type { JourId } from "../platform/database/index.server.ts";
import { CONSENT_VERSION } from "./contract.ts";
import type { DemoAssociation, DemoMember } from "./demo-content.ts";
import type { AssociationDeps } from "./deps.server.ts";
import { ASKED_MONTHS, feeYearOf } from "./policy.ts";
import { closePart, hashOf, newKey, openPart, type SealedMember } from "./sealed.server.ts";
import {
  allMembers,
  deleteMember,
  insertMember,
  type MemberRow,
  saveSettings,
} from "./store.server.ts";

type Deps = Pick<AssociationDeps, "database" | "seal" | "now">;

/** The demo always has members: what a start without a secret can no longer read is written anew. */
export async function keepDemoMembers(
  { database, seal, now }: Deps,
  jour: JourId,
  { settings, members }: DemoAssociation,
): Promise<void> {
  await database.tenant(jour, async (tx) => {
    const rows = await allMembers(tx);
    if (rows.some((row) => openPart<SealedMember>(seal, jour, row) !== undefined)) return;
    for (const { id } of rows) await deleteMember(tx, id);
    if (rows.length === 0) await saveSettings(tx, settings);
    for (const member of members)
      await insertMember(
        tx,
        laidOut({ seal }, jour, member, { kronor: settings.kronor, today: dayOf(now()) }),
      );
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
    deleteOn: asked ? plusMonths(today, ASKED_MONTHS) : null,
  };
}
