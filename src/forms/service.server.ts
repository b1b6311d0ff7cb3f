import type { Database, JourId, TenantTx } from "../platform/database/index.server.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import { canonicalText } from "./canonical.ts";
import { type FormVersion, type OfferedForms, readDefinition } from "./contract.ts";
import { faultsOfDefinition, type FormDefinition, type FormKind } from "./definition.ts";
import { formVersion, insertVersion, newestForms } from "./store.server.ts";

/** What the jour asks now. */
export async function offeredForms(database: Database, jour: JourId): Promise<OfferedForms> {
  const newest = await database.tenant(jour, newestForms);
  return newest.filter(({ definition }) => readDefinition(definition).offered);
}

export async function findVersion(
  database: Database,
  jour: JourId,
  kind: FormKind,
  version: number | null,
): Promise<FormVersion | null> {
  return (await database.tenant(jour, (tx) => formVersion(tx, kind, version))) ?? null;
}

/** A new version upon the one that she had before her; the earlier ones stay as they were. */
export async function publishForm(
  tx: TenantTx,
  kind: FormKind,
  after: number,
  definition: FormDefinition,
): Promise<Result<FormVersion, "bad-input" | "changed-meanwhile">> {
  if (faultsOfDefinition(definition).length > 0) return fail("bad-input");
  const newest = await formVersion(tx, kind, null);
  if ((newest?.version ?? 0) !== after) return fail("changed-meanwhile");
  const form = { kind, version: after + 1, definition: canonicalText(definition) };
  return (await insertVersion(tx, form)) ? ok(form) : fail("changed-meanwhile");
}
