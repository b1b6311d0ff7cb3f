export { enquiryPurpose } from "./contact/purpose.browser.tsx";
export { enquiryFormUses } from "./desk/form-uses.browser.tsx";
export { OfficeRoom } from "./desk/room.browser.tsx";
