// What a mailbox is for, where it is for more than letters: each fetched only when she comes for it.

import type { Ask, Purpose } from "../../letters/index.browser.ts";
import type { Suite } from "../../protocol/index.ts";
import type { LetterTeam } from "./by-letter.browser.ts";

export async function fetchPurpose(
  team: Exclude<LetterTeam, "letters">,
  tools: { readonly ask: Ask; readonly suite: Suite },
): Promise<Purpose> {
  if (team === "intake")
    return (await import("../../counselling/index.browser.ts")).intakePurpose(tools);
  if (team === "recruiters")
    return (await import("../../recruitment/index.browser.ts")).applyPurpose(tools);
  return (await import("../../enquiries/index.browser.ts")).enquiryPurpose(tools);
}
