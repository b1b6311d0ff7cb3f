export { CONTACT_PAGE, plainEnquiryPaths } from "./contract.ts";
