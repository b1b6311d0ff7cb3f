export { applyPurpose } from "./contact/purpose.browser.tsx";
export { applicationForm } from "./desk/preview.browser.tsx";
export { RecruitmentRoom } from "./desk/room.browser.tsx";
