import { newestVersions } from "../forms/index.server.ts";
import { readDefinition } from "../forms/index.ts";
import type { Database, JourId } from "../platform/database/index.server.ts";
import { type Asking, ENQUIRIES } from "./contract.ts";
import { enquiryForms } from "./forms.ts";

/** What the jour asks now: by her own version, or else by that of the house; one that she does not offer is left out. */
export async function asksNow(database: Database, jour: JourId): Promise<readonly Asking[]> {
  const versions = await newestVersions(database, jour);
  return ENQUIRIES.map((kind) => {
    const own = versions.find((one) => one.kind === kind);
    return { kind, form: own ? readDefinition(own.definition) : enquiryForms[kind] };
  }).filter(({ form }) => form.offered);
}
