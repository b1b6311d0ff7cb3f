import type { Database, JourId, TenantTx } from "../platform/database/index.server.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import { canonicalText } from "./canonical.ts";
import { type FormVersion, type OfferedForms, readDefinition } from "./contract.ts";
import {
  FORM_LIMIT,
  faultsOfDefinition,
  type FormDefinition,
  type FormKind,
} from "./definition.ts";
import {
  deleteDraft,
  formVersion,
  insertVersion,
  newestForms,
  type Published,
} from "./store.server.ts";

/** The newest version of each form, offered or not. */
export const newestVersions = (database: Database, jour: JourId): Promise<FormVersion[]> =>
  database.tenant(jour, newestForms);

/** What the jour asks now. */
export async function offeredForms(database: Database, jour: JourId): Promise<OfferedForms> {
  const newest = await newestVersions(database, jour);
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

/**
 * A new version upon the one that she had before her; the earlier ones stay as they were. Her draft has become it.
 * Without `published` it is the demo's.
 */
export async function publishForm(
  tx: TenantTx,
  kind: FormKind,
  after: number,
  definition: FormDefinition,
  published: Published | null = null,
): Promise<Result<FormVersion, "bad-input" | "changed-meanwhile" | "limit-reached">> {
  if (faultsOfDefinition(definition).length > 0) return fail("bad-input");
  const text = canonicalText(definition);
  if (text.length > FORM_LIMIT.whole) return fail("limit-reached");
  const newest = await formVersion(tx, kind, null);
  if ((newest?.version ?? 0) !== after) return fail("changed-meanwhile");
  const form = { kind, version: after + 1, definition: text };
  if (!(await insertVersion(tx, form, published))) return fail("changed-meanwhile");
  if (published) await deleteDraft(tx, kind, published.by);
  return ok(form);
}
