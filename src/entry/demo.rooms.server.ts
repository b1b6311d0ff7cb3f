import { starterForm } from "../counselling/index.server.ts";
import { publishForm } from "../forms/index.server.ts";
import { starterApplication } from "../recruitment/index.ts";
import { furnishMonths } from "../planning/index.server.ts";
import { demoMonths, demoPatterns } from "./demo.planning.ts";
import type { TenantTx } from "../platform/database/index.server.ts";

/** This month and the next are laid out: whoever sits down finds places to take. */
export async function furnishPlan(tx: TenantTx, face: string): Promise<void> {
  const months = demoMonths(Date.now());
  await furnishMonths(tx, demoPatterns(face, `${months[0]}-01`), months);
}

/** The questions of the demo's counselling service, and to those who want to become volunteers. */
export async function furnishForms(tx: TenantTx): Promise<void> {
  const forms = {
    ...{ intake: starterForm("intake"), accompany: starterForm("accompany") },
    application: starterApplication,
  };
  for (const kind of ["intake", "accompany", "application"] as const) {
    const made = await publishForm(tx, kind, 0, forms[kind]);
    if (!made.ok) throw new Error(`the demo's form cannot be published: ${made.code}`);
  }
}
