export { enquiryPurpose } from "./contact/purpose.browser.tsx";
export { OfficeRoom } from "./desk/room.browser.tsx";
