import { randomUUID } from "node:crypto";
import { dayOf } from "../calendar/index.server.ts";
import type { JourId, TenantTx } from "../platform/database/index.server.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import type { AssociationDeps } from "./deps.server.ts";
import { type Motion, MOTION_LIMIT } from "./meeting-contract.ts";
import { mayMove } from "./meeting-policy.ts";
import { seeMeeting } from "./meeting-store.server.ts";
import type { SealedMeeting } from "./meetings.server.ts";
import { herself } from "./own.server.ts";
import { deleteMotion, insertMotion, motionsBy } from "./own-store.server.ts";
import { motionViews } from "./present.server.ts";
import { closePart, openPart } from "./sealed.server.ts";

async function isOpenFor(
  { seal, now }: Pick<AssociationDeps, "seal" | "now">,
  tx: TenantTx,
  meeting: string,
): Promise<boolean> {
  const row = await seeMeeting(tx, meeting);
  const part = row && openPart<SealedMeeting>(seal, tx.jour, row);
  return part !== undefined && mayMove(row?.stage, part.motionsUntil ?? null, dayOf(now()));
}

type Done = Result<undefined, "not-found" | "closed" | "limit-reached">;

/** A motion of hers; the same words twice are one, as a form without script may be sent twice. */
export const move = (
  deps: AssociationDeps,
  jour: JourId,
  key: string,
  { meeting, title, text }: { readonly meeting: string } & Pick<Motion, "title" | "text">,
): Promise<Done> =>
  deps.database.tenant<Done>(jour, async (tx) => {
    const found = await herself(deps, tx, key);
    if (!found) return fail("not-found");
    if (!(await isOpenFor(deps, tx, meeting))) return fail("closed");
    const rows = (await motionsBy(tx, found.row.id)).filter((one) => one.meeting === meeting);
    const hers = motionViews(deps, jour, rows);
    if (hers.some((one) => one.title === title && one.text === text)) return ok();
    if (rows.length >= MOTION_LIMIT.each) return fail("limit-reached");
    const id = randomUUID();
    const sealed = closePart(deps.seal, jour, id, { title, text, on: dayOf(deps.now()) });
    await insertMotion(tx, { id, meeting, member: found.row.id, sealed });
    return ok();
  });

/** Until the same day. */
export const takeBack = (
  deps: AssociationDeps,
  jour: JourId,
  key: string,
  motion: string,
): Promise<Result<undefined, "not-found" | "closed">> =>
  deps.database.tenant<Result<undefined, "not-found" | "closed">>(jour, async (tx) => {
    const found = await herself(deps, tx, key);
    const row = found && (await motionsBy(tx, found.row.id)).find(({ id }) => id === motion);
    if (!row) return fail("not-found");
    if (!(await isOpenFor(deps, tx, row.meeting))) return fail("closed");
    await deleteMotion(tx, row.id);
    return ok();
  });
