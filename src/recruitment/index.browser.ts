export { applyPurpose } from "./contact/purpose.browser.tsx";
export { RecruitmentRoom } from "./desk/room.browser.tsx";
