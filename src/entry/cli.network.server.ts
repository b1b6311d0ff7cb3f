import {
  approvalWanted,
  networkMembers,
  setApproved,
  wantApproval,
} from "../network/index.server.ts";
import { createFederation } from "../people/index.server.ts";
import type { Database } from "../platform/database/index.server.ts";
import { layFederationStarter } from "./starter.pages.server.ts";

/** A fault that the one at the keyboard can mend: told as a sentence, without a stack. */
export class Fault extends Error {}

export function required(value: string | undefined, option: string, what: string): string {
  if (value !== undefined && value.trim() !== "") return value.trim();
  throw new Fault(`${option} is missing: ${what}.`);
}

/** A desk and pages for the federation, at the host of the directory. */
export async function federate(database: Database, host: string, name: string) {
  const named = required(name, "--federation", "the name of the federation");
  const made = await createFederation(database, { host, name: named, demo: false }, (tx) =>
    layFederationStarter(tx, named),
  );
  if (made.ok) return made.value;
  throw new Fault(
    made.code === "slug-taken"
      ? "This house has a federation already."
      : `The host ${host} belongs to a jour here. The federation's is that of LYKTA_ORIGIN.`,
  );
}

export async function network(database: Database, approval: string | undefined): Promise<void> {
  if (approval !== undefined && approval !== "on" && approval !== "off")
    throw new Fault("--approval is on or off.");
  if (approval !== undefined) await database.shared((tx) => wantApproval(tx, approval === "on"));
  const wanted = await database.shared(approvalWanted);
  console.log(wanted ? "Only approved jours are listed." : "Every jour is listed.");
  for (const { name, host, approvedOn } of await database.shared(networkMembers))
    console.log(`  ${(approvedOn ?? "not approved").padEnd(12)} ${name} (${host ?? "no host"})`);
}

export async function approve(
  database: Database,
  named: string | undefined,
  approved: boolean,
): Promise<void> {
  const host = required(named, "--host", "the address of the jour's site").toLowerCase();
  const on = approved ? new Date().toISOString().slice(0, 10) : null;
  if (!(await database.shared((tx) => setApproved(tx, host, on))))
    throw new Fault(`No jour of this house has the address ${host}.`);
  console.log(
    approved ? `Approved the jour at ${host}.` : `The jour at ${host} is not approved now.`,
  );
}
