import { labelled } from "../labels.ts";
import type { Label } from "../labels.ts";
import type { Suite } from "../suite/types.ts";
import { LABEL } from "./labels.ts";

/** Six groups of five digits over what two women compare aloud: about 99 bits. */
export async function spoken(suite: Suite, label: Label, data: Uint8Array): Promise<string[]> {
  const digest = await suite.sha256(labelled(label, data));
  const view = new DataView(digest.buffer, digest.byteOffset);
  return [0, 4, 8, 12, 16, 20].map((at) => String(view.getUint32(at) % 100_000).padStart(5, "0"));
}

/** What a custodian reads aloud of her own key, so that nobody's name is put to another's. */
export const keyDigits = (suite: Suite, key: Uint8Array): Promise<string[]> =>
  spoken(suite, LABEL.keyDigits, key);

/** What custodians compare before they sign: the same digits are the same act, upon the same chain. */
export const proposalDigits = (suite: Suite, draft: Uint8Array): Promise<string[]> =>
  spoken(suite, LABEL.proposalDigits, draft);
