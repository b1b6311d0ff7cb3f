import { newestVersions } from "../forms/index.server.ts";
import { readDefinition } from "../forms/index.ts";
import type { Database, JourId } from "../platform/database/index.server.ts";
import { type Asking, ENQUIRIES, type Offered } from "./contract.ts";
import { enquiryForms } from "./forms.ts";
import type { Place } from "./place.server.ts";
import { type ReaderDeps, readersNow } from "./readers.server.ts";

/** What the jour asks now: by her own version, or else by that of the house; one that she does not offer is left out. */
export async function asksNow(database: Database, jour: JourId): Promise<readonly Asking[]> {
  const versions = await newestVersions(database, jour);
  return ENQUIRIES.map((kind) => {
    const own = versions.find((one) => one.kind === kind);
    return { kind, form: own ? readDefinition(own.definition) : enquiryForms[kind] };
  }).filter(({ form }) => form.offered);
}

/** What can be filled in now, and who reads it; a form that nobody could read is left out. */
export async function offeredNow(deps: ReaderDeps, place: Place): Promise<readonly Offered[]> {
  const asks = await asksNow(deps.database, place.jour);
  if (asks.length === 0) return [];
  const readers = new Map((await readersNow(deps, place)).map(({ kind, reads }) => [kind, reads]));
  return asks.flatMap((asking) => {
    const team = readers.get(asking.kind);
    return team ? [{ ...asking, team }] : [];
  });
}
