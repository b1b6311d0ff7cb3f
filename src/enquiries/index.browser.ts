export { enquiryPurpose } from "./contact/purpose.browser.tsx";
export { enquiryFormUses } from "./desk/form-uses.browser.tsx";
export { EnquiryRoom } from "./desk/room.browser.tsx";
