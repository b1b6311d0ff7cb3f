export { intakePurpose } from "./contact/purpose.browser.tsx";
export { CounsellingRoom } from "./desk/room.browser.tsx";
export { AccompanyPage } from "./supporters/own-page.browser.tsx";
export { talkForms } from "./desk/preview.browser.tsx";
