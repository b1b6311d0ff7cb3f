import type { Letters } from "../letters/index.server.ts";
import type { JourId } from "../platform/database/index.server.ts";
import { OFFICE } from "../protocol/index.ts";
import type { DemoEnquiry } from "./demo-content.ts";
import { writeEnquiry } from "./enquiry.ts";
import { enquiryForms } from "./forms.ts";
import { enquiryOf } from "./settle.ts";

/** Somebody has written to the office already. Sealed like all others; once, while nothing lies there. */
export async function furnishOffice(
  letters: Pick<Letters, "writeDemo" | "isEmpty">,
  { jour, face }: { readonly jour: JourId; readonly face: string },
  enquiries: readonly DemoEnquiry[],
): Promise<void> {
  if (!(await letters.isEmpty(jour, OFFICE))) return;
  for (const { kind, ...filled } of enquiries) {
    const text = writeEnquiry(enquiryOf({ kind, form: enquiryForms[kind] }, filled, "sv"));
    await letters.writeDemo({ jour, face, team: OFFICE, text });
  }
}
