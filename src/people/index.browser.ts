export type { Api } from "./api.browser.ts";
export { type DeskParts, startDesk } from "./desk-app.browser.tsx";
export type { Staff } from "./staff.browser.ts";
export { teamTrust } from "./trust.browser.ts";
