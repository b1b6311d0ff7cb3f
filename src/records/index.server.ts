import type { JourId, TenantTx } from "../platform/database/index.server.ts";
import type { Door } from "../platform/http/index.server.ts";
import type { Result } from "../platform/result.ts";
import type { Hold } from "./contract.ts";
import { dayOf } from "./days.ts";
import type { RecordDeps } from "./deps.server.ts";
import { Extracts } from "./extracts.server.ts";
import { Looks } from "./looks.server.ts";
import { keepingDoors, lookDoors, ownDoors } from "./routes.server.ts";
import { Records } from "./service.server.ts";
import { insertText } from "./store.server.ts";

/** The first pledge of a demo. */
export async function furnishPledge(
  tx: TenantTx,
  body: string,
  by: string,
  now: number,
): Promise<void> {
  await insertText(tx, { version: 1, body, publishedOn: dayOf(now), by });
}

export interface StaffRecords {
  readonly doors: Door[];
  /** Whether she may go on duty; else why not. */
  clearance(jour: JourId, member: string): Promise<Result<undefined, Hold>>;
  /** Ask every few minutes. */
  sweep(jour: JourId): Promise<void>;
}

export function openRecords(deps: RecordDeps): StaffRecords {
  const records = new Records(deps);
  return {
    doors: [
      ...ownDoors(records),
      ...keepingDoors(records, new Extracts(deps)),
      ...lookDoors(new Looks(deps)),
    ],
    clearance: (jour, member) => records.clearance(jour, member),
    sweep: (jour) => records.sweep(jour),
  };
}
