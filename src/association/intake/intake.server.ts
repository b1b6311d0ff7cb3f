import { randomUUID } from "node:crypto";
import { dayOf } from "../../calendar/index.server.ts";
import type { JourId, TenantTx } from "../../platform/database/index.server.ts";
import { isAddress } from "../../platform/mail/index.server.ts";
import { fail, ok, type Result } from "../../platform/result.ts";
import { CONSENT_VERSION } from "../contract.ts";
import type { Asker, AssociationDeps } from "../deps.server.ts";
import { MOST_MEMBERS } from "../policy.ts";
import { closePart, hashOf, newKey, openPart, type SealedMember } from "../sealed.server.ts";
import {
  allMembers,
  countMembers,
  insertMembers,
  oneAfterTheOther,
  settingsOf,
} from "../store.server.ts";
import type { FileRow, Intake, IntakeDone, IntakeView } from "./contract.ts";
import { judge, type Judged, type Known } from "./judge.ts";
import { readRow, type ReadRow } from "./row.ts";

/** What would become of each row. Writes nothing. */
export const preview = (
  deps: AssociationDeps,
  { jour }: Asker,
  rows: readonly FileRow[],
): Promise<IntakeView> =>
  deps.database.tenant(jour, async (tx) => ({
    rows: (await judged(deps, tx, rows)).map(({ view }) => view),
  }));

/** All of these rows at once, or nothing where one of them no longer holds. Nobody is mailed. */
export async function put(
  deps: AssociationDeps,
  { jour }: Asker,
  { rows, agreedOn }: Intake,
): Promise<Result<IntakeDone, "changed-meanwhile" | "limit-reached" | "day-refused">> {
  if (agreedOn > dayOf(deps.now())) return fail("day-refused");
  type Put = Result<IntakeDone, "changed-meanwhile" | "limit-reached">;
  return deps.database.tenant<Put>(jour, async (tx) => {
    // Whoever else enters or asks waits here: what is judged now is what is there.
    await oneAfterTheOther(tx);
    const found = await judged(deps, tx, rows);
    if (found.some(({ view }) => view.faults.length > 0)) return fail("changed-meanwhile");
    const fresh = found.filter(({ view }) => view.does === "new");
    if ((await countMembers(tx)) + fresh.length > MOST_MEMBERS) return fail("limit-reached");
    await insertMembers(
      tx,
      fresh.map(({ row }) => entered(deps, jour, row, agreedOn)),
    );
    return ok({ entered: fresh.length, there: found.length - fresh.length });
  });
}

async function judged(
  { seal, now }: Pick<AssociationDeps, "seal" | "now">,
  tx: TenantTx,
  rows: readonly FileRow[],
): Promise<Judged[]> {
  const { kronor } = await settingsOf(tx);
  const around = { today: dayOf(now()), kronor, isAddress };
  const known = (await allMembers(tx)).flatMap((row): Known[] => {
    const part = openPart<SealedMember>(seal, tx.jour, row);
    return part ? [{ ...part.person, stage: row.stage }] : [];
  });
  return judge(
    rows.map((row) => readRow(row, around)),
    known,
  );
}

function entered(
  { seal }: Pick<AssociationDeps, "seal">,
  jour: JourId,
  { person, since, fees }: ReadRow,
  agreedOn: string,
) {
  const [id, key] = [randomUUID(), newKey()];
  const part: SealedMember = {
    ...{ person, fees, key, since: since === "" ? agreedOn : since },
    consent: { version: CONSENT_VERSION, on: agreedOn, how: "file" },
  };
  return { id, sealed: closePart(seal, jour, id, part), keyHash: hashOf(key) };
}
