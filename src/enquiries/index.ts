export { CONTACT_PAGE, ENQUIRY_FORMS, plainEnquiryPaths } from "./contract.ts";
