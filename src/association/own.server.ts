import { dayOf } from "../calendar/index.server.ts";
import type { JourId, TenantTx } from "../platform/database/index.server.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import type { Person } from "./contract.ts";
import type { AssociationDeps } from "./deps.server.ts";
import { dayAfterYear } from "./policy.ts";
import { keepPart } from "./register.server.ts";
import { hashOf, openPart, type SealedMember } from "./sealed.server.ts";
import { deleteMember, memberByKey, type MemberRow, updateMember } from "./store.server.ts";

// What a member does herself, by the key of her page.

export interface Herself {
  readonly row: MemberRow;
  readonly part: SealedMember;
}

const isKey = (text: string): boolean => /^[\w-]{22}$/.test(text);

/** Undefined when the key opens nothing (any more). */
export async function herself(
  { seal }: Pick<AssociationDeps, "seal">,
  tx: TenantTx,
  key: string,
): Promise<Herself | undefined> {
  const row = isKey(key) ? await memberByKey(tx, hashOf(key)) : undefined;
  const part = row && openPart<SealedMember>(seal, tx.jour, row);
  return row && part && { row, part };
}

type Done = Result<undefined, "not-found">;

export const correct = (
  deps: AssociationDeps,
  jour: JourId,
  key: string,
  person: Person,
): Promise<Done> =>
  deps.database.tenant<Done>(jour, async (tx) => {
    const found = await herself(deps, tx, key);
    if (!found) return fail("not-found");
    await keepPart(deps, tx, found.row, { ...found.part, person });
    return ok();
  });

/** At once all of it is deleted; else on the day after the year, which she may take back until then. */
export const leave = (
  deps: AssociationDeps,
  jour: JourId,
  key: string,
  when: "now" | "year-end" | "stay",
): Promise<Done> =>
  deps.database.tenant<Done>(jour, async (tx) => {
    const found = await herself(deps, tx, key);
    if (!found) return fail("not-found");
    if (when === "now") await deleteMember(tx, found.row.id);
    else {
      const deleteOn = when === "stay" ? null : dayAfterYear(dayOf(deps.now()));
      await updateMember(tx, { ...found.row, deleteOn });
    }
    return ok();
  });
