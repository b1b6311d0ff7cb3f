export type { DemoEnquiry } from "./demo-content.ts";
export { CONTACT_PAGE, ENQUIRY_FORMS, plainEnquiryPaths, readerPaths } from "./contract.ts";
