export { phoneAtDesk } from "./desk/at-desk.browser.tsx";
export { PhoneSettings } from "./desk/settings.browser.tsx";
