export type { DemoEnquiry } from "./demo-content.ts";
export {
  CONTACT_PAGE,
  ENQUIRY_FORMS,
  ENQUIRY_TEAMS,
  plainEnquiryPaths,
  readerPaths,
} from "./contract.ts";
