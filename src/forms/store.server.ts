import type { TenantTx } from "../platform/database/index.server.ts";
import type { FormVersion } from "./contract.ts";
import type { FormKind } from "./definition.ts";

export function newestForms(tx: TenantTx): Promise<FormVersion[]> {
  return tx.rows(
    "select distinct on (kind) kind, version, definition from form_versions order by kind, version desc",
  );
}

/** Without a version the newest. */
export function formVersion(
  tx: TenantTx,
  kind: FormKind,
  version: number | null,
): Promise<FormVersion | undefined> {
  return tx.row(
    `select kind, version, definition from form_versions
      where kind = $1 and ($2::int is null or version = $2) order by version desc limit 1`,
    [kind, version],
  );
}

export interface VersionRow extends FormVersion {
  readonly published_on: string | null;
  readonly published_by: string | null;
}

/** The newest first. */
export function formVersions(tx: TenantTx, kind: FormKind, most: number): Promise<VersionRow[]> {
  return tx.rows(
    `select kind, version, definition, published_on::text, published_by from form_versions
      where kind = $1 order by version desc limit $2`,
    [kind, most],
  );
}

export interface Published {
  readonly by: string;
  /** YYYY-MM-DD */
  readonly on: string;
}

/** False when a colleague has published this version already. */
export async function insertVersion(
  tx: TenantTx,
  form: FormVersion,
  published: Published | null,
): Promise<boolean> {
  const made = await tx.rows(
    `insert into form_versions (jour_id, kind, version, definition, published_by, published_on)
     values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning 1`,
    [tx.jour, form.kind, form.version, form.definition, published?.by, published?.on],
  );
  return made.length > 0;
}

export interface DraftRow {
  readonly member_id: string;
  readonly after: number;
  readonly revision: number;
  readonly definition: string;
  readonly changed_on: string;
}

export function formDrafts(tx: TenantTx, kind: FormKind): Promise<DraftRow[]> {
  return tx.rows(
    `select member_id, after, revision, definition, changed_on::text from form_drafts
      where kind = $1 order by changed_on desc, member_id`,
    [kind],
  );
}

export interface NewDraft {
  readonly kind: FormKind;
  readonly member: string;
  readonly after: number;
  /** What was saved before; 0 where nothing was. */
  readonly revision: number;
  readonly definition: string;
  readonly on: string;
}

/** False when something else has been saved since `revision`. */
export async function putDraft(tx: TenantTx, draft: NewDraft): Promise<boolean> {
  const { kind, member, after, revision, definition, on } = draft;
  const saved = await tx.rows(
    revision === 0
      ? `insert into form_drafts (jour_id, kind, member_id, after, definition, changed_on, revision)
         values ($1, $2, $3, $4, $5, $6, $7::int + 1) on conflict do nothing returning 1`
      : `update form_drafts set after = $4, definition = $5, changed_on = $6, revision = revision + 1
          where jour_id = $1 and kind = $2 and member_id = $3 and revision = $7::int returning 1`,
    [tx.jour, kind, member, after, definition, on, revision],
  );
  return saved.length > 0;
}

export async function deleteDraft(tx: TenantTx, kind: FormKind, member: string): Promise<void> {
  await tx.rows("delete from form_drafts where kind = $1 and member_id = $2", [kind, member]);
}
