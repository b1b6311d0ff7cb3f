import type { JourId } from "../platform/database/index.server.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import { canonicalText } from "./canonical.ts";
import { type DraftSaved, type FormDesk, readDefinition } from "./contract.ts";
import { FORM_LIMIT, type FormDefinition, type FormKind } from "./definition.ts";
import type { FormDeps } from "./deps.server.ts";
import {
  deleteDraft,
  type DraftRow,
  formDrafts,
  formVersions,
  putDraft,
  type VersionRow,
} from "./store.server.ts";

const MOST_VERSIONS_SHOWN = 100;

interface Writer {
  readonly jour: JourId;
  readonly member: string;
}

const dayOf = (now: number): string => new Date(now).toISOString().slice(0, 10);

export const publishedBy = ({ now }: FormDeps, { member }: Writer) => ({
  by: member,
  on: dayOf(now()),
});

/** A form as its coordinators work at it: what is published, and everybody's drafts. */
export async function formDesk(
  { database, members }: FormDeps,
  { jour, member }: Writer,
  kind: FormKind,
): Promise<FormDesk> {
  const names = new Map((await members(jour)).map(({ id, name }) => [id, name]));
  const [versions, drafts] = await database.tenant(jour, async (tx) => [
    await formVersions(tx, kind, MOST_VERSIONS_SHOWN),
    await formDrafts(tx, kind),
  ]);
  const [newest] = versions;
  return {
    versions: versions.map((row) => line(row, names)),
    newest: newest ? { kind, version: newest.version, definition: newest.definition } : null,
    drafts: drafts.map((row) => draftView(row, names, member)),
  };
}

type Names = ReadonlyMap<string, string>;

function line({ version, definition, published_on, published_by }: VersionRow, names: Names) {
  const { offered, questions } = readDefinition(definition);
  const by = published_by === null ? null : (names.get(published_by) ?? null);
  return { version, offered, questions: questions.length, on: published_on, by };
}

const draftView = (
  { member_id, after, revision, definition, changed_on }: DraftRow,
  names: Names,
  member: string,
) => ({
  ...{ after, revision, definition, on: changed_on },
  mine: member_id === member,
  by: names.get(member_id) ?? "",
});

/** A draft may lack what a form must have. What another tab of hers has saved meanwhile is never overwritten. */
export async function saveDraft(
  deps: FormDeps,
  { jour, member }: Writer,
  draft: {
    readonly kind: FormKind;
    readonly after: number;
    readonly revision: number;
    readonly definition: FormDefinition;
  },
): Promise<Result<DraftSaved, "changed-meanwhile" | "limit-reached">> {
  const definition = canonicalText(draft.definition);
  if (definition.length > FORM_LIMIT.whole) return fail("limit-reached");
  const row = { ...draft, definition, member, on: dayOf(deps.now()) };
  const isSaved = await deps.database.tenant(jour, (tx) => putDraft(tx, row));
  return isSaved ? ok({ revision: draft.revision + 1 }) : fail("changed-meanwhile");
}

export const dropDraft = (
  { database }: FormDeps,
  { jour, member }: Writer,
  kind: FormKind,
): Promise<void> => database.tenant(jour, (tx) => deleteDraft(tx, kind, member));
