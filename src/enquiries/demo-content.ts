import type { EnquiryKind } from "./contract.ts";
import type { FilledIn } from "./settle.ts";

/** What lies at the office of the demo. */
export interface DemoEnquiry extends FilledIn {
  readonly kind: EnquiryKind;
}
